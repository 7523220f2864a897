/** Names of reviews, findings and policies for the audit log: of findings only where the viewer may see whose they are. */
import { sql } from 'kysely';
import type { NameFinder } from '../identity/audit-words.js';
import { holds } from '../identity/right.js';
import { isId } from '../kernel/record.js';
import { visibleChecks } from './campaign/agency-check.read.js';
import { visibleFindings } from './finding.read.js';
import { reviewAccess } from './review.access.js';

interface Named {
  id: string;
  name: string;
}

const byId = (rows: readonly Named[]) => new Map(rows.map(({ id, name }) => [id, name]));

const finding: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, reviewAccess.readFindings as never)) return new Map();
  const rows = visibleFindings(viewer, db.selectFrom('finding as f') as never)
    .innerJoin('officer as o', 'o.id', 'f.officer_id')
    .innerJoin('review as r', 'r.id', 'f.review_id')
    .where(sql<boolean>`f.id = any(${wanted}::uuid[])`);
  return byId(await run<Named>(rows.select(['f.id', sql<string>`o.full_name || ' – ' || r.reference`.as('name')])));
};

const review: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, reviewAccess.readReviews)) return new Map();
  return byId(
    await run<Named>(
      db
        .selectFrom('review as r')
        .select(['r.id', 'r.reference as name'])
        .where(sql<boolean>`r.id = any(${wanted}::uuid[])`),
    ),
  );
};

const usagePolicy: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, reviewAccess.readPolicies)) return new Map();
  const rows = db.selectFrom('usage_policy as p').select(['p.id', sql<string>`'v' || p.version`.as('name')]);
  return byId(await run<Named>(rows.where(sql<boolean>`p.id = any(${wanted}::uuid[])`)));
};

const agencyCheck: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, reviewAccess.readChecks as never)) return new Map();
  const rows = visibleChecks(viewer, db.selectFrom('agency_check as c') as never)
    .innerJoin('agency as a', 'a.id', 'c.agency_id')
    .innerJoin('review as r', 'r.id', 'c.review_id')
    .where(sql<boolean>`c.id = any(${wanted}::uuid[])`);
  return byId(await run<Named>(rows.select(['c.id', sql<string>`a.name || ' – ' || r.reference`.as('name')])));
};

const reviewDefinition: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, reviewAccess.changeReviews)) return new Map();
  const rows = db.selectFrom('review_definition as d').select(['d.id', 'd.name']);
  return byId(await run<Named>(rows.where(sql<boolean>`d.id = any(${wanted}::uuid[])`)));
};

export const reviewNames = { finding, review, usagePolicy, agencyCheck, reviewDefinition };
