/** Loads findings for a command, and keeps what a finding said before it is changed: a changed finding is a new version (T-5). */
import { LockMode, wrap } from '@mikro-orm/core';
import type { Act } from '../identity/command.js';
import { isId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { Finding, FindingVersion } from './finding.entity.js';
import type { FindingFile } from './review.access.js';
import { REVIEW_TEXTS } from './review.messages.js';

export const MOST_AT_A_TIME = 1_000;

export const fileOf = (finding: Finding): FindingFile => ({ agencyId: finding.agency.id, officerId: finding.officer.id });

/** The findings with their reviews, locked, in the order of the ids; undefined where there is none. */
export async function loadFindings(act: Act, ids: readonly string[]): Promise<(Finding | undefined)[]> {
  if (ids.length > MOST_AT_A_TIME) {
    throw new Refusal({ code: 'LIMIT', path: ['ids'], message: { text: REVIEW_TEXTS.tooMany, values: { most: MOST_AT_A_TIME } } });
  }
  const known = ids.filter(isId).map((id) => id.toLowerCase());
  const options = {
    populate: ['review.policy'],
    strategy: 'select-in',
    orderBy: { id: 'asc' },
    lockMode: LockMode.PESSIMISTIC_WRITE,
  } as never;
  const found = known.length ? await act.em.find(Finding, { id: { $in: known } } as never, options) : [];
  const byId = new Map(found.map((finding) => [finding.id, finding]));
  return ids.map((id) => byId.get(id.toLowerCase()));
}

export const notFound = (path: string[]): Reason => ({ code: 'NOT_FOUND', path, message: { text: REVIEW_TEXTS.noFinding } });

/** Keeps the finding as it was; call it before changing it. `change` names what happens, `note` in whose words. */
export function keepVersion(act: Act, finding: Finding, change: string, note: string | null): void {
  const {
    review: _review,
    officer: _officer,
    agency: _agency,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    ...content
  } = wrap(finding).toPOJO() as unknown as Record<string, unknown>;
  act.em.persist(
    act.em.create(FindingVersion, {
      finding,
      version: finding.version,
      content,
      change,
      note,
      changedBy: act.actor.name,
      changedAt: act.now,
    } as never),
  );
}

/** Does something with each finding; a refusal concerns only the one it names (house rule for bulk). */
export function eachAlone(ids: readonly string[], refused: Reason[], work: (id: string, place: number) => void): void {
  for (const [place, id] of ids.entries()) {
    try {
      work(id, place);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(...error.reasons.map((reason) => ({ ...reason, path: ['ids', String(place)] })));
    }
  }
}
