/** PLACEHOLDER until the layout is merged: every size, margin and mark of a paper (Decree 30/2020/NĐ-CP, Annex I). */
import type { Reason } from '../../kernel/refusal.js';

export type Layout = Record<string, unknown>;

export const DEFAULT_LAYOUT: Layout = { marginTop: 20, marginBottom: 20, marginLeft: 30, marginRight: 15, bodySize: 14 };

/** Settings that lie outside of the decree’s ranges. */
export const layoutFaults = (_layout: Layout): Reason[] => [];
