// One description of a column serves the table, the card on a phone and the choice of columns; files are written by the server.
import type { ReactNode } from 'react';
import type { Viewer } from '../data/me.documents.js';

export type Translate = (key: string, options?: Record<string, unknown>) => string;

export interface Column<Row> {
  source: string;
  /** Key of the words at the head. */
  label: string;
  cell: (row: Row) => ReactNode;
  isSortable?: boolean;
  /** Carries the link of the row, instead of the first column. */
  isLink?: boolean;
  /** Right without which nobody sees anything in it; the column is then left out. */
  needs?: string;
  /** Where one right alone does not tell whether anything is to be seen in it. */
  isOpenTo?: (viewer: Viewer) => boolean;
  /** Right without which the list may not be sorted by it. */
  sortNeeds?: string;
  isNumber?: boolean;
  /** Kept on one line, so that longer texts beside it get the room. */
  isTight?: boolean;
  /** Not shown until the reader asks for it. */
  isExtra?: boolean;
  /** Where it stands on a phone: the title of the card, a line under it, or nowhere. */
  phone?: 'title' | 'line' | 'none';
}
