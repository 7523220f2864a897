/** One run of S-5 in a process of its own: 5,000 exclusions from proposal to force, then the same rows by bare inserts. Prints JSON. */
import 'reflect-metadata';
import { systemActor, type Actor } from '../server/identity/actor.js';
import { createUser } from '../server/identity/user.service.js';
import { createCommittee } from '../server/committee/committee.service.js';
import type { CaseResult } from '../server/decisions/case-book.js';
import { castVotes } from '../server/decisions/cast-vote.service.js';
import { enterIntoForce } from '../server/decisions/enactment.service.js';
import { settleAllDue } from '../server/decisions/falling-due.js';
import { giveNotice } from '../server/decisions/hearing.service.js';
import { proposeCases } from '../server/decisions/propose.service.js';
import { openVotes } from '../server/decisions/vote.service.js';
import { openStore } from '../server/store/open.js';
import { fillCity } from './city.js';

const CASES = 5_000;
const AT_A_TIME = 1_000;
const YEAR = 2026;

const [databaseUrl, dataFolder] = process.argv.slice(2) as [string, string];
await fillCity(databaseUrl, dataFolder);
const store = await openStore({ databaseUrl, dataFolder, purpose: 'bench', migrates: false, allowsOwner: true });
const { ground } = store;
const em = () => ground.orm.em.fork();
await em().execute('delete from award_exclusion');
await em().execute('delete from decision');
await em().execute(`update committee set closed_on = '2026-02-01'`);

async function person(role: 'TASK_FORCE' | 'SECRETARY' | 'COMMITTEE_MEMBER', n: number) {
  const userId = await createUser(
    { ground, actor: systemActor },
    { name: `${role} ${n}`, email: `s5-${role}-${n}@bench.example`, grants: [{ role }] },
  );
  const actor: Actor = {
    name: `user:${userId}`,
    userId,
    displayName: role,
    grants: [{ role, scopeId: null }],
    scopes: [],
    sessionId: null,
    secondFactorAt: new Date('9999-01-01T00:00:00Z'),
    isSystem: false,
  };
  return { ground, actor, userId };
}
const force = await person('TASK_FORCE', 0);
const secretary = await person('SECRETARY', 0);
const members = [];
for (let i = 0; i < 9; i++) members.push(await person('COMMITTEE_MEMBER', i));
await createCommittee(secretary, {
  code: 'BCD-S5',
  name: 'Ban Chỉ đạo',
  competences: ['AWARD_EXCLUSION'],
  effectiveOn: '2026-01-01',
  legalBasis: 'Quyết định 1/QĐ-UBND',
  members: members.map(({ userId }, i) => ({ userId, seat: i === 0 ? 'CHAIR' : 'MEMBER' })),
});
const findings = await em().execute<{ id: string }[]>(
  `update finding set cause = 'REFUSES', cause_note = 'x' where id in (select id from finding where tier in ('IRREGULAR', 'NEVER') order by id limit ${CASES}) returning id`,
);
await em().execute('vacuum analyze');

function ids(results: readonly CaseResult[]): string[] {
  return results.map(({ decisionId, faults }) => {
    if (!decisionId) throw new Error(JSON.stringify(faults));
    return decisionId;
  });
}
const parts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_A_TIME) }, (_, i) => all.slice(i * AT_A_TIME, (i + 1) * AT_A_TIME));
const steps: Record<string, number> = {};
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  steps[name] = (steps[name] ?? 0) + (performance.now() - began) / 1000;
  return result;
}

const cases: string[] = [];
for (const part of parts(findings.map(({ id }) => id)))
  cases.push(
    ...(await step('propose', async () =>
      ids(
        await proposeCases(force, {
          kind: 'AWARD_EXCLUSION',
          findingIds: part,
          legalBasis: 'Luật Thi đua, khen thưởng',
          grounds: 'Không chấp hành',
          awardYear: YEAR,
          awardTitles: ['CSTDCS'],
        }),
      ),
    )),
  );
for (const part of parts(cases)) await step('notice', async () => ids(await giveNotice(secretary, part, 'HANDED_OVER')));
ground.clock.move(20 * 24 * 3_600_000);
await step('ready', () => settleAllDue(ground));
for (const part of parts(cases)) await step('open', async () => ids(await openVotes(secretary, part)));
for (const member of members.slice(0, 5))
  for (const part of parts(cases)) await step('vote', async () => ids(await castVotes(member, part, { choice: 'FOR' })));
for (const part of parts(cases)) await step('force', async () => ids(await enterIntoForce(secretary, part, {})));
const [{ n }] = (await em().execute<{ n: number }[]>(`select count(*)::int as n from award_exclusion where recorded_until is null`)) as [
  { n: number },
];
if (n !== CASES) throw new Error(`${n} of ${CASES} are in force`);

/** The rows of a table as single inserts, one statement a row, each committed by itself, over a connection of its own. */
async function bareInserts(table: string, limit?: number): Promise<{ rows: number; seconds: number }> {
  if (ground.native.kind !== 'server') throw new Error('needs PostgreSQL');
  const { pool } = ground.native;
  const client = await pool.connect();
  try {
    const { rows } = await client.query(`select * from "${table}" ${limit ? `limit ${limit}` : ''}`);
    const columns = Object.keys(rows[0] as object);
    await client.query(`create table bare_${table} (like "${table}" including all)`);
    const text = `insert into bare_${table} (${columns.map((c) => `"${c}"`).join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`;
    const values = rows.map((row: Record<string, unknown>) =>
      columns.map((column) => {
        const value = row[column];
        return value !== null && typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value)
          ? JSON.stringify(value)
          : value;
      }),
    );
    const began = performance.now();
    for (const row of values) await client.query({ name: `bare-${table}`, text, values: row });
    return { rows: rows.length, seconds: (performance.now() - began) / 1000 };
  } finally {
    client.release();
  }
}

const bare = await bareInserts('decision');
let all = { rows: bare.rows, seconds: bare.seconds };
for (const table of ['decision_event', 'decision_vote', 'decision_voter', 'ballot', 'award_exclusion', 'letter']) {
  const one = await bareInserts(table);
  all = { rows: all.rows + one.rows, seconds: all.seconds + one.seconds };
}
await store.close();
const seconds = Object.values(steps).reduce((sum, part) => sum + part, 0);
console.log(JSON.stringify({ seconds, steps, bare, all }));
