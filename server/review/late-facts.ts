/** What happens when evidence or an absence arrives after a review was opened (T-5)? Handlers of orders of rooms to the left. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { systemActor } from '../identity/actor.js';
import { type Act, perform } from '../identity/command.js';
import type { Ground } from '../kernel/ground.js';
import { EARLIEST_DAY } from '../kernel/calendar.js';
import { removedBefore } from '../kernel/retention.js';
import type { Outbox } from '../kernel/outbox.js';
import { ABSENCE_RECORDED } from '../registry/officer.service.js';
import { keepVersion, loadFindings } from './finding-change.js';
import { showInLists, takeOutcome } from './finding-outcome.js';
import { freezeSpan } from './frozen-facts.rules.js';
import { absencesOf } from './officer-facts.read.js';
import { isSetAside } from './reason.rules.js';
import { Judging, storedFacts, windowSpan, withLaterEvidence } from './rejudging.js';
import { Review } from './review.entity.js';
import { improvement, isBetter } from './signal.rules.js';
import type { UsageTier } from './vocabulary.js';

const CHUNK = 1_000;

/** Counters or coverage of these days changed. */
export interface EvidenceChanged {
  /** When; a review opened afterwards has seen it. */
  at: string;
  from: string;
  to: string;
}

/** Both changes as one: findings of days in between are looked at too, which changes nothing where nothing came (T-5). */
export function joinChanges(one: EvidenceChanged, other: EvidenceChanged): EvidenceChanged {
  return {
    at: one.at > other.at ? one.at : other.at,
    from: one.from < other.from ? one.from : other.from,
    to: one.to > other.to ? one.to : other.to,
  };
}

/** Flags the findings that the evidence known now would improve; nothing else changes, and nothing ever gets worse. */
export async function onEvidenceChanged({ at, from, to }: EvidenceChanged, ground: Ground): Promise<void> {
  const em = ground.orm.em.fork() as SqlEntityManager;
  // Of a window whose counters have been removed in part nothing more can be said (K-2).
  const whole = (await removedBefore(em, 'evidence.days')) ?? EARLIEST_DAY;
  const reviews = await em.execute<{ id: string }[]>(
    `select id from review where state <> 'CANCELLED' and opened_at <= ? and window_from <= ?::date and window_to >= ?::date and window_from >= ?::date order by opened_at`,
    [at, to, from, whole],
  );
  for (const { id } of reviews) {
    const findings = await em.execute<{ id: string }[]>(`select id from finding where review_id = ? and tier <> 'REGULAR' order by id`, [
      id,
    ]);
    for (let at = 0; at < findings.length; at += CHUNK)
      await flagImprovements(
        ground,
        id,
        findings.slice(at, at + CHUNK).map((f) => f.id),
      );
  }
}

async function flagImprovements(ground: Ground, reviewId: string, ids: readonly string[]): Promise<void> {
  await perform({ ground, actor: systemActor }, async (act) => {
    act.allowAnyone('later evidence concerns everybody it is about');
    const review = await act.em.findOneOrFail(Review, { id: reviewId }, { populate: ['policy'] });
    const rows = await act.em.execute<
      {
        id: string;
        officer_id: string;
        tier: UsageTier;
        improved_tier: UsageTier | null;
        declined_tier: UsageTier | null;
        change: string | null;
      }[]
    >('select id, officer_id, tier, improved_tier, declined_tier, change from finding where id = any(?::uuid[]) order by id for update', [
      `{${ids.join(',')}}`,
    ]);
    const later = await withLaterEvidence(act.em, review, review.policy.unwrap(), await storedFacts(act.em, ids));
    const judging = new Judging(review, review.policy.unwrap());
    for (const row of rows) {
      const stored = later.get(row.id);
      const flag = stored && !isSetAside(row.change) ? improvement(row.tier, judging.outcome(stored).tier, row.declined_tier) : null;
      if (flag === row.improved_tier) continue;
      await act.em.execute('update finding set improved_tier = ?, updated_at = ? where id = ?', [flag, act.now.toISOString(), row.id]);
      act.record('finding.flag', `finding:${row.id}`, { improvedTier: flag }, [`officer:${row.officer_id}`]);
    }
    act.unchanged();
  });
}

export interface AbsenceRecorded {
  officerId: string;
  fromOn: string;
  untilOn: string;
}

/** Works out again, from the frozen evidence, the findings of the officer whose window the absence touches; only for the better. */
export async function onAbsenceRecorded({ officerId, fromOn, untilOn }: AbsenceRecorded, ground: Ground): Promise<void> {
  await perform({ ground, actor: systemActor }, async (act) => {
    act.allowAnyone('the absence was recorded by somebody who may');
    const touched = await act.em.execute<{ id: string }[]>(
      `select f.id from finding f join review r on r.id = f.review_id
       where f.officer_id = ? and r.state <> 'CANCELLED' and r.window_from <= ?::date and r.window_to >= ?::date order by r.opened_at`,
      [officerId, untilOn, fromOn],
    );
    for (const { id } of touched) await recomputeWithAbsences(act, id, officerId);
    act.unchanged();
  });
}

async function recomputeWithAbsences(act: Act, id: string, officerId: string): Promise<void> {
  const [finding] = await loadFindings(act, [id]);
  if (!finding || isSetAside(finding.change)) return;
  const review = finding.review.unwrap();
  const before = (await storedFacts(act.em, [id])).get(id)!;
  const absences = (await absencesOf(act.em, officerId, windowSpan(review))).map(freezeSpan);
  const stored = { ...before, facts: { ...before.facts, absences } };
  const outcome = new Judging(review, review.policy.unwrap()).outcome(stored);
  const isSameTier = outcome.tier === finding.tier;
  const isFairer = isSameTier && outcome.excusedDays > finding.excusedDays;
  if (!isBetter(outcome.tier, finding.tier) && !isFairer) return;
  keepVersion(act, finding, 'ABSENCE_RECORDED', null);
  takeOutcome(act, finding, outcome, stored, 'ABSENCE_RECORDED');
  if (finding.improvedTier && !isBetter(finding.improvedTier, finding.tier)) finding.improvedTier = null;
  act.record('finding.recompute', `finding:${id}`, { tier: outcome.tier, excusedDays: outcome.excusedDays }, [`officer:${officerId}`]);
  await showInLists(act, finding);
}

/** Order of the evidence room: counters or coverage of some days changed. */
export const EVIDENCE_CHANGED = 'EVIDENCE_CHANGED';

export function listenForLateFacts(outbox: Outbox): void {
  outbox.on(ABSENCE_RECORDED, onAbsenceRecorded);
  outbox.on(EVIDENCE_CHANGED, onEvidenceChanged, joinChanges);
}
