// How the sessions of a class fit on the sheet that is signed: few on an upright page, more on one turned, many on several. Pure.
export interface SheetPage<S> {
  sessions: S[];
  /** Number of its first session. */
  from: number;
}

/** So many columns to sign stand beside the names on an upright page, and on one turned. */
export const mostUpright = 2;
const mostTurned = 6;

export function sheetPages<S>(sessions: readonly S[]): SheetPage<S>[] {
  const most = sessions.length <= mostUpright ? mostUpright : mostTurned;
  const pages = Math.ceil(sessions.length / most);
  // Evenly, so that the last sheet is not one thin column.
  const each = Math.ceil(sessions.length / Math.max(1, pages));
  return Array.from({ length: pages }, (_, index) => ({
    sessions: sessions.slice(index * each, (index + 1) * each),
    from: index * each + 1,
  }));
}

/** Millimetres of a column to sign: as wide as the page leaves beside names, posts and agencies, and no wider than a signature. */
export function signatureWidth(columns: number, isTurned: boolean): number {
  return Math.min(34, Math.floor((isTurned ? 140 : 54) / columns));
}
