/** Figures of reviews and agencies: one grouped statement for all that are asked for (T-6). */
import { sql } from 'kysely';
import { type Actor, scopesOf } from '../identity/actor.js';
import { mayAll } from '../identity/right.js';
import type { Reader, Rows } from '../kernel/read.js';
import { type FindingGroup, usageFigures, type UsageFigures } from './figures.rules.js';
import { reviewAccess } from './review.access.js';

type Group = FindingGroup & { key: string };

const grouped = (rows: Rows, key: string) =>
  rows
    .select([
      `${key} as key`,
      'f.tier as tier',
      'f.not_assessed_reason as notAssessedReason',
      'f.is_leader as isLeader',
      sql<number>`count(*)`.as('count'),
      sql<number>`sum(f.candidate_days)`.as('candidateDays'),
      sql<number>`sum(f.assessable_days)`.as('assessableDays'),
    ])
    .groupBy([key, 'f.tier', 'f.not_assessed_reason', 'f.is_leader']);

function figuresBy(groups: readonly Group[]): Map<string, UsageFigures> {
  const byKey = new Map<string, Group[]>();
  for (const group of groups) byKey.set(group.key, [...(byKey.get(group.key) ?? []), group]);
  return new Map([...byKey].map(([key, found]) => [key, usageFigures(found)]));
}

/** Figures of each review over the findings that the actor's figures are about: the city, the own agency, or oneself. */
export async function figuresOfReviews({ db, run }: Reader, actor: Actor, reviewIds: readonly string[]): Promise<UsageFigures[]> {
  let rows: Rows = db.selectFrom('finding as f').where(sql<boolean>`f.review_id = any(${reviewIds}::uuid[])`);
  if (!mayAll(actor, reviewAccess.readFigures as never)) {
    rows = rows.where(
      sql<boolean>`(f.agency_id = any(${scopesOf(actor, 'AGENCY_CONTACT')}::uuid[]) or f.officer_id = any(${scopesOf(actor, 'OFFICER')}::uuid[]))`,
    );
  }
  const figures = figuresBy(await run<Group>(grouped(rows, 'f.review_id')));
  return reviewIds.map((id) => figures.get(id) ?? usageFigures([]));
}

/** Figures of agencies in a review, or in the last finalised one that holds each; null where there is none. */
export async function figuresOfAgencies(
  { db, run }: Reader,
  agencyIds: readonly string[],
  reviewId: string | null,
): Promise<(UsageFigures | null)[]> {
  const rows = reviewId
    ? db
        .selectFrom('finding as f')
        .where('f.review_id', '=', reviewId)
        .where(sql<boolean>`f.agency_id in (select unnest(${agencyIds}::uuid[]))`)
    : db
        .selectFrom(
          sql<{
            agency_id: string;
            review_id: string;
          }>`(select g.id as agency_id, (select r.id from review r where r.state in ('FINALISED', 'PUBLISHED')
              and exists (select 1 from finding e where e.review_id = r.id and e.agency_id = g.id) order by r.finalised_at desc, r.id desc limit 1) as review_id
            from unnest(${agencyIds}::uuid[]) as g(id))`.as('l'),
        )
        .innerJoin('finding as f', (join: any) => join.onRef('f.review_id', '=', 'l.review_id').onRef('f.agency_id', '=', 'l.agency_id'));
  const figures = figuresBy(await run<Group>(grouped(rows as unknown as Rows, 'f.agency_id')));
  return agencyIds.map((id) => figures.get(id) ?? null);
}
