/** What was answered for findings, as it is stored: one answer a finding, with who, how long it took and how many at once (F-2, F-5). */
import { scopesOf } from '../../identity/actor.js';
import type { Act } from '../../identity/command.js';
import type { Finding } from '../finding.entity.js';
import { AgencyCheck, FindingCheck } from './campaign.entity.js';
import type { CheckAnswer } from './vocabulary.js';

const LONGEST_SECONDS = 86_400;

export const keyOf = ({ review, agency }: Finding): string => `${review.id} ${agency.id}`;

/** The checks that these findings belong to, locked: nobody hands in while answers are written. */
export async function checksOf(act: Act, findings: readonly (Finding | undefined)[]): Promise<Map<string, AgencyCheck>> {
  const keys = [...new Set(findings.flatMap((finding) => finding?.review.id ?? []))];
  const agencies = [...new Set(findings.flatMap((finding) => finding?.agency.id ?? []))];
  if (keys.length === 0) return new Map();
  await act.em.execute(
    'select 1 from agency_check where review_id = any(?::uuid[]) and agency_id = any(?::uuid[]) order by id for update',
    [`{${keys.join(',')}}`, `{${agencies.join(',')}}`],
  );
  const found = await act.em.find(AgencyCheck, { review: { $in: keys }, agency: { $in: agencies } } as never);
  return new Map(found.map((check) => [`${check.review.id} ${check.agency.id}`, check]));
}

export async function formerAnswers(act: Act, findings: readonly (Finding | undefined)[]): Promise<Map<string, FindingCheck>> {
  const ids = findings.flatMap((finding) => finding?.id ?? []);
  const found = ids.length ? await act.em.find(FindingCheck, { findingId: { $in: ids } } as never) : [];
  return new Map(found.map((check) => [check.findingId, check]));
}

/** Agencies in which whoever acts is a leader now. */
export async function agenciesLedBy(act: Act): Promise<Set<string>> {
  const own = scopesOf(act.actor, 'OFFICER');
  if (own.length === 0) return new Set();
  const rows = await act.em.execute<{ agency_id: string }[]>('select agency_id from officer where id = any(?::uuid[]) and is_leader', [
    `{${own.join(',')}}`,
  ]);
  return new Set(rows.map(({ agency_id }) => agency_id));
}

export interface Kept {
  answer: CheckAnswer;
  /** Seconds that the finding was looked at before the answer. */
  seconds?: number | null;
  isByTaskForce: boolean;
  isByLeader: boolean;
  atOnce: number;
}

export function keepAnswer(act: Act, finding: Finding, check: AgencyCheck, former: FindingCheck | undefined, kept: Kept): void {
  const { answer, isByTaskForce, isByLeader, atOnce } = kept;
  const seconds = kept.seconds == null ? null : Math.min(Math.max(Math.round(kept.seconds), 0), LONGEST_SECONDS);
  const values = {
    answer,
    checkedAt: act.now,
    checkedBy: act.actor.name,
    checkedByName: act.actor.displayName,
    isByTaskForce,
    isByLeader,
    seconds: atOnce === 1 ? seconds : null,
    atOnce,
  };
  if (former) Object.assign(former, values);
  else act.em.persist(act.em.create(FindingCheck, { findingId: finding.id, agencyCheck: check, ...values } as never));
  act.record('finding.check', `finding:${finding.id}`, { answer, isByTaskForce, atOnce }, [`officer:${finding.officer.id}`]);
}
