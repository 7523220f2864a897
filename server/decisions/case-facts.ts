/** What the rules about cases look at, read for many cases at once: conflicts of interest, findings, shelter (D-5, D-2, T-5, TR-3). */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../kernel/bulk.js';
import type { Day } from '../kernel/calendar.js';
import type { Ground } from '../kernel/ground.js';
import { idArray } from '../kernel/json-rows.js';
import { isAdverse } from '../committee/vocabulary.js';
import { signalsOf } from '../review/signal.rules.js';
import type { Cause, UsageTier } from '../review/vocabulary.js';
import { sheltersOf } from '../training/shelter.read.js';
import { blockedBy } from './block.rules.js';
import { type AgencyTree, type ConflictMember, type HeldPost, recusalOf } from './conflict.rules.js';
import type { CaseRow } from './decision-rows.js';
import { KINDS } from './kinds/all-kinds.js';
import { isNoticeOver } from './period.rules.js';
import { type ConflictReason } from './vocabulary.js';

/** Columns of a case that its conflicts are worked out from. */
export type ConflictColumns = Pick<CaseRow, 'id' | 'kind' | 'officerId' | 'findingId' | 'windowFrom' | 'proposedByUserId'>;

/** Case → user → why the user takes no part in it (D-5); those without a conflict are not in it. */
export type Conflicts = ReadonlyMap<string, ReadonlyMap<string, ConflictReason>>;

export async function conflictsOf(
  em: SqlEntityManager,
  cases: readonly ConflictColumns[],
  userIds: readonly string[],
  today: Day,
): Promise<Conflicts> {
  const conflicts = new Map<string, Map<string, ConflictReason>>();
  if (cases.length === 0 || userIds.length === 0) return conflicts;
  const users = idArray([...new Set(userIds)]);
  const ids = idArray(cases.map(({ id }) => id));
  const files = await executeBound<{ user_id: string; officer_id: string }>(
    em,
    `select user_id, scope_id as officer_id from role_grant where role = 'OFFICER' and scope_id is not null and user_id = any($1::uuid[])`,
    [users],
  );
  const own = idArray(files.map(({ officer_id }) => officer_id));
  const posts = await executeBound<{ officer_id: string; agency_id: string; from_on: string; until_on: string | null }>(
    em,
    `select officer_id, agency_id, from_on::text, until_on::text from posting where officer_id = any($1::uuid[])`,
    [own],
  );
  const agencies = await executeBound<{ id: string; now: string; then: string | null }>(
    em,
    `select d.id, o.agency_id as now, f.agency_id as then from decision d join officer o on o.id = d.officer_id
     left join finding f on f.id = d.finding_id where d.id = any($1::uuid[])`,
    [ids],
  );
  const tree = await executeBound<{ id: string; parent_id: string | null }>(em, 'select id, parent_id from agency', []);
  const against = await executeBound<{ officer_id: string; kind: string }>(
    em,
    `select officer_id, kind from decision where officer_id = any($1::uuid[]) and (is_pending or state in ('IN_FORCE', 'APPEALED'))`,
    [own],
  );
  const declared = await executeBound<{ decision_id: string; user_id: string }>(
    em,
    `select decision_id, user_id from declared_conflict where decision_id = any($1::uuid[]) and user_id = any($2::uuid[])`,
    [ids, users],
  );
  const parents: AgencyTree = new Map(tree.map(({ id, parent_id }) => [id, parent_id]));
  const agenciesOf = new Map(agencies.map(({ id, now, then }) => [id, then && then !== now ? [now, then] : [now]]));
  const hasDeclared = new Set(declared.map(({ decision_id, user_id }) => `${decision_id} ${user_id}`));
  const adverse = new Set(against.map(({ officer_id, kind }) => `${officer_id} ${kind}`));
  const people = [...new Set(userIds)].map((userId) => {
    const officerIds = files.filter((file) => file.user_id === userId).map(({ officer_id }) => officer_id);
    const held: HeldPost[] = posts
      .filter(({ officer_id }) => officerIds.includes(officer_id))
      .map(({ agency_id, from_on, until_on }) => ({ agencyId: agency_id, fromOn: from_on, untilOn: until_on }));
    return { userId, officerIds, posts: held };
  });
  for (const held of cases) {
    const about = { ...held, agencyIds: agenciesOf.get(held.id) ?? [] };
    for (const person of people) {
      const member: ConflictMember = {
        ...person,
        hasOwnAdverseCase: isAdverse(held.kind) && person.officerIds.some((id) => adverse.has(`${id} ${held.kind}`)),
        hasDeclared: hasDeclared.has(`${held.id} ${person.userId}`),
      };
      const reason = recusalOf(about, member, today, parents);
      if (!reason) continue;
      const ofCase = conflicts.get(held.id) ?? new Map<string, ConflictReason>();
      conflicts.set(held.id, ofCase.set(person.userId, reason));
    }
  }
  return conflicts;
}

interface FindingRow {
  id: string;
  tier: UsageTier;
  cause: Cause | null;
  forwarded: number;
  polled_days: number;
  improved_tier: UsageTier | null;
  is_forwarding_settled: boolean;
  is_contest_open: boolean;
}

/** Columns of a case that its blocks are worked out from. */
export type BlockColumns = Pick<
  CaseRow,
  'id' | 'kind' | 'state' | 'officerId' | 'findingId' | 'servedOn' | 'explainUntil' | 'explanation' | 'answeredAt'
>;

/** Which rules keep the vote on each case from opening now (D-2, D-3, T-5, TR-3). Give the command's own entity manager inside a command. */
export async function blocksOf(em: SqlEntityManager, ground: Ground, cases: readonly BlockColumns[]): Promise<Map<string, string[]>> {
  const adverse = cases.filter(({ kind }) => isAdverse(kind));
  const findings = new Map<string, FindingRow>();
  if (adverse.length > 0) {
    const rows = await executeBound<FindingRow>(
      em,
      `select id, tier, cause, forwarded, polled_days, improved_tier, is_forwarding_settled, is_contest_open from finding where id = any($1::uuid[])`,
      [idArray(adverse.flatMap(({ findingId }) => findingId ?? []))],
    );
    for (const row of rows) findings.set(row.id, row);
  }
  const spent = new Set<string>();
  if (adverse.length > 0) {
    const others = await executeBound<{ id: string }>(
      em,
      `select c.id from unnest($1::uuid[], $2::uuid[], $3::text[]) as c(id, finding_id, kind)
       join decision d on d.finding_id = c.finding_id and d.kind = c.kind and d.id <> c.id
       where d.state in ('ADOPTED', 'REJECTED', 'IN_FORCE', 'APPEALED', 'REVERSED', 'EXPIRED')`,
      [
        idArray(adverse.map(({ id }) => id)),
        `{${adverse.map(({ findingId }) => findingId ?? 'NULL').join(',')}}`,
        `{${adverse.map(({ kind }) => kind).join(',')}}`,
      ],
    );
    for (const { id } of others) spent.add(id);
  }
  const shelters = adverse.length > 0 ? await sheltersOf(em, ground, [...new Set(adverse.map(({ officerId }) => officerId))]) : new Map();
  const today = ground.clock.today();
  return new Map(
    cases.map((held) => {
      const finding = held.findingId ? findings.get(held.findingId) : undefined;
      const rules = blockedBy({
        state: held.state,
        isAdverse: isAdverse(held.kind),
        isNoticeOver: held.servedOn !== null && held.explainUntil !== null && isNoticeOver(held.servedOn, held.explainUntil, today),
        isExplained: held.explanation !== null,
        isAnswered: held.answeredAt !== null,
        finding: finding ? { tier: finding.tier, cause: finding.cause, signals: signalsOf(factsOf(finding)) } : null,
        neededCause: KINDS[held.kind].neededCause,
        isSheltered: shelters.has(held.officerId),
        isFindingSpent: spent.has(held.id),
      });
      return [held.id, rules];
    }),
  );
}

const factsOf = (row: FindingRow) => ({
  tier: row.tier,
  forwarded: row.forwarded,
  polledDays: row.polled_days,
  improvedTier: row.improved_tier,
  isForwardingSettled: row.is_forwarding_settled,
  isContestOpen: row.is_contest_open,
});
