/**
 * What does an imported row change in an officer's main postings? A changed agency, post or leader flag with a later first day is a
 * transfer and keeps the history; with the same first day it corrects what was entered.
 */
import type { Day } from '../kernel/calendar.js';
import { type RowReason, shownDay } from './import-row.rules.js';
import { PLAN } from './registry-import.messages.js';

export interface KnownPosting {
  agencyCode: string;
  post: string | null;
  isLeader: boolean;
  fromOn: Day;
  untilOn: Day | null;
}

export interface PostingChange {
  /** START: the first posting, or back after leaving; TRANSFER: the posting so far ends the day before; CORRECT: the latest posting is overwritten. */
  act: 'START' | 'TRANSFER' | 'CORRECT';
  agencyCode: string;
  post: string | null;
  isLeader: boolean;
  fromOn: Day;
}

interface WantedPosting {
  agencyCode: string;
  post: string | null;
  isLeader: boolean;
  since: Day;
}

export function planPosting(
  known: { postings: readonly KnownPosting[]; leftOn: Day | null } | undefined,
  { agencyCode, post, isLeader, since }: WantedPosting,
  agencyClosedOn: Day | null,
): PostingChange | { reason: RowReason } | null {
  const wanted = { agencyCode, post, isLeader, fromOn: since };
  const postings = known?.postings ?? [];
  const isSame = (held: KnownPosting) => held.agencyCode === agencyCode && held.post === post && held.isLeader === isLeader;
  // A row that repeats history (an older file imported again) changes nothing.
  if (postings.some((held) => held.fromOn === since && isSame(held))) return null;
  if (agencyClosedOn && since >= agencyClosedOn) {
    return refusal('agency_code', PLAN.agencyClosed, { code: agencyCode, day: shownDay(agencyClosedOn) });
  }
  const latest = postings.at(-1);
  if (!latest) return { act: 'START', ...wanted };
  if (known?.leftOn) {
    return since > known.leftOn ? { act: 'START', ...wanted } : refusal('since', PLAN.left, { day: shownDay(known.leftOn) });
  }
  if (since > latest.fromOn && !isSame(latest)) return { act: 'TRANSFER', ...wanted };
  const before = postings.at(-2);
  if (since === latest.fromOn || (isSame(latest) && (!before || since > before.fromOn))) return { act: 'CORRECT', ...wanted };
  return refusal('since', PLAN.laterPosting, { day: shownDay(latest.fromOn) });
}

function refusal(column: string, text: (typeof PLAN)[keyof typeof PLAN], values: Record<string, string>): { reason: RowReason } {
  return { reason: { code: 'CONFLICT', column, message: { text, values } } };
}
