/** Erasing somebody who has left: nothing tells who it was, and everything that was counted and decided stands (K-3, K-5, G-22). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recomputeVotes } from '../../../server/decisions/recompute.js';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { auditReport } from '../../../server/kernel/audit-report.js';
import { askOf } from '../../../server/kernel/audit-verify.js';
import { checkpointFolder } from '../../../server/kernel/audit-checkpoint-folder.js';
import { eraseOfficer, erasureStanding } from '../../../server/publication/keeping/erasure.service.js';
import { publishedListOf } from '../../../server/publication/published-list.read.js';
import { Judging, storedFacts } from '../../../server/review/rejudging.js';
import { MailboxKind } from '../../../server/registry/mailbox.entity.js';
import { recordMailbox } from '../../../server/registry/mailbox.service.js';
import { recordAbsence, transferOfficer, updateOfficer } from '../../../server/registry/officer.service.js';
import { recordOtherPost } from '../../../server/registry/other-post.service.js';
import { importOfficers } from '../../../server/registry/registry-import.service.js';
import { Review } from '../../../server/review/review.entity.js';
import { refusalOf } from '../../decisions/decision-world.js';
import { World } from '../../support/world.js';
import { foundIn, type WholePerson, wholePerson } from './whole-person.js';

let world: World;
let person: WholePerson;
beforeAll(async () => {
  world = await World.open();
  person = await wholePerson(world);
}, 180_000);
afterAll(() => world.close());

const LATER = new Date('2037-06-01T02:00:00Z');
const erase = (reason = 'Hết thời hạn lưu giữ') => eraseOfficer(world.as('TASK_FORCE'), person.officerId, reason);
const rows = <R extends object>(sql: string, values: unknown[] = []) => person.town.rows<R>(sql, values);

/** What must be the same before and after: figures, states, results, numbers. */
async function standing(): Promise<unknown> {
  const findings = await rows(
    'select officer_id, agency_id, tier, candidate_days, assessable_days, days_of_use, cause, is_leader from finding order by id',
  );
  const decisions = await rows(
    `select reference, kind, state, number, award_year, in_force_on::text, appeal_until::text, legal_basis, served_on::text from decision order by reference`,
  );
  const votes = await rows('select base, quorum, present, "for", against, abstain, result from decision_vote order by id');
  const exclusions = await rows('select year, status, decision_number from award_exclusion order by id');
  const shares = await rows('select code, leader_share from agency order by code');
  const list = await publishedListOf(world.ground, null, { slug: 'quy-4' });
  return JSON.parse(JSON.stringify({ findings, decisions, votes, exclusions, shares, figures: list?.figures }));
}

/** Tiers worked out again from the facts that were kept. */
async function judgedAgain(): Promise<[string, string][]> {
  const em = world.ground.orm.em.fork() as SqlEntityManager;
  const review = await em.findOneOrFail(Review, { id: person.town.review }, { populate: ['policy'] });
  const ids = (await rows<{ id: string }>('select id from finding order by id')).map(({ id }) => id);
  const facts = await storedFacts(em, ids);
  const judging = new Judging(review, review.policy.unwrap());
  return ids.map((id) => [id, judging.outcome(facts.get(id)!).tier]);
}

const audit = () => auditReport(askOf(world.ground.native), { folder: checkpointFolder(world.ground.dataFolder), key: world.ground.key });

describe('erasing', () => {
  test('before it, every planted text stands somewhere: each room holds something', async () => {
    const found = await foundIn(world, person.canaries);
    const kinds = new Set(found.map((line) => line.split(': ')[1]));
    expect(person.canaries.kinds.filter((kind) => !kinds.has(kind))).toEqual([]);
    expect(person.canaries.all.length).toBeGreaterThan(20);
  });

  test('is refused while the period runs, while an appeal can come, for those who are still here, and without a reason', async () => {
    expect(await refusalOf(erase())).toContain('NOT_ALLOWED_NOW K-5 id');
    const standing = (await erasureStanding(world.ground, person.officerId))!;
    expect(standing).toMatchObject({ isErased: false, isAllowed: false });
    expect(standing.dueOn! > '2036-12-01').toBe(true);
    const here = person.town.never[1]!.officerId;
    expect(await refusalOf(eraseOfficer(world.as('TASK_FORCE'), here, 'x'))).toContain('NOT_ALLOWED_NOW K-5 id');
    expect(await refusalOf(erase('  '))).toEqual(['REQUIRED K-5 reason']);
    await expect(eraseOfficer(world.as('ADMIN'), person.officerId, 'x')).rejects.toThrow('FORBIDDEN');
    await expect(eraseOfficer(world.as('TASK_FORCE', null), '0190a7e0-0000-7000-8000-000000000000', 'x')).rejects.toThrow('NOT_FOUND');
  });

  test('what is going on keeps the person, whatever the period', async () => {
    world.ground.clock.stopAt(LATER);
    await rows(`update decision set state = 'APPEALED' where id = ?`, [person.caseId]);
    expect((await erasureStanding(world.ground, person.officerId))!.hindrances).toHaveLength(1);
    expect(await refusalOf(erase())).toEqual(['NOT_ALLOWED_NOW K-5 id']);
    await rows(`update decision set state = 'EXPIRED' where id = ?`, [person.caseId]);
    await rows(`update review set state = 'OPEN' where id = ?`, [person.town.review]);
    expect(await refusalOf(erase())).toEqual(['NOT_ALLOWED_NOW K-5 id']);
    await rows(`update review set state = 'PUBLISHED' where id = ?`, [person.town.review]);
    await rows(
      `insert into role_grant (id, created_at, updated_at, user_id, role) values (gen_random_uuid(), now(), now(), ?, 'TRAINER')`,
      [person.account.userId],
    );
    expect(await refusalOf(erase())).toEqual(['NOT_ALLOWED_NOW K-5 id']);
    await rows(`delete from role_grant where role = 'TRAINER'`);
    expect((await erasureStanding(world.ground, person.officerId))!.hindrances).toEqual([]);
  });

  test('a reason that names the person is refused, for it is kept', async () => {
    expect(await refusalOf(erase('Theo đơn của nguyễn văn idle@snv.example'))).toEqual(['INVALID K-5 reason']);
  });

  test('leaves no text of the person in any table, and everything that was counted and decided as it was', async () => {
    const before = { standing: await standing(), judged: await judgedAgain(), audit: (await audit()).events };
    await erase();
    expect(await foundIn(world, person.canaries)).toEqual([]);
    expect(await standing()).toEqual(before.standing);
    expect(await judgedAgain()).toEqual(before.judged);
    const report = await audit();
    expect({ isWhole: report.isWhole, breaks: report.breaks }).toEqual({ isWhole: true, breaks: [] });
    expect(report.erased).toBeGreaterThan(5);
    expect(report.events).toBe(before.audit + 2);
    expect((await recomputeVotes(world.ground.orm.em.fork() as SqlEntityManager)).deviations).toEqual([]);
  });

  test('is not done twice, and lists say that something was removed', async () => {
    expect(await refusalOf(erase())).toEqual(['NOT_ALLOWED_NOW K-5 id']);
    const force = await world.signIn('TASK_FORCE');
    const { data, errors } = await force(
      `query ($id: ID!, $case: ID!) { officer(id: $id) { fullName code mailbox { address } absences { document } decisions { nodes { grounds explanation votes { ballots { reason member { user { name } } } } history { actor note } } } }
        decision(id: $case) { grounds number officer { fullName } explanationAttachment { id } appeals { text } }
        findings(where: { officerId: { eq: $id } }) { nodes { reason causeNote days { date } officer { fullName } } }
        publishedList(slug: "quy-4") { rows { nodes { name } } } letters { nodes { title body officer { fullName } } } }`,
      { id: person.officerId, case: person.caseId },
    );
    expect(errors).toBeUndefined();
    expect(data.officer).toMatchObject({ fullName: '(đã xóa)', mailbox: null });
    expect(data.decision).toMatchObject({ grounds: '(đã xóa)', officer: { fullName: '(đã xóa)' }, explanationAttachment: null });
    expect(data.publishedList.rows.nodes.map(({ name }: { name: string }) => name)).toContain('(đã xóa)');
  });

  test('nothing is entered about who was erased, by the form or by a spreadsheet', async () => {
    const [erased] = await rows<{ code: string; version: number }>('select code, version from officer where id = ?', [person.officerId]);
    const { code, version } = erased!;
    const facts = { code, fullName: 'Nguyễn Văn Trở Lại', agencyId: person.town.agency, isLeader: false };
    const refused = ['NOT_ALLOWED_NOW K-5 id'];
    expect(await refusalOf(updateOfficer(person.town.force, person.officerId, facts, version))).toEqual(refused);
    const to = { agencyId: person.town.agency, post: null, isLeader: false, onDate: '2037-05-01' };
    expect(await refusalOf(transferOfficer(person.town.force, person.officerId, to))).toEqual(refused);
    const days = { fromOn: '2026-08-03', untilOn: '2026-08-04', document: 'x' };
    expect(await refusalOf(recordAbsence(person.town.force, person.officerId, days))).toEqual(refused);
    const mailbox = { address: 'moi@snv.example', kind: MailboxKind.PERSONAL, officerId: person.officerId };
    expect(await refusalOf(recordMailbox(world.operator(), mailbox))).toEqual(refused);
    const post = { agencyId: person.town.agency, isLeader: false, fromOn: '2020-01-01' };
    expect(await refusalOf(recordOtherPost(person.town.force, person.officerId, post))).toEqual(refused);
    const head = 'officer_code,full_name,agency_code,post,is_leader,mailbox,since,phone';
    const sheet = Buffer.from(`${head}\n${code},Nguyễn Văn Trở Lại,SNV,,0,,2037-05-01,0912345678\n`);
    const report = await importOfficers(person.town.force, sheet, { isDryRun: false, language: 'vi' });
    expect(report.results).toMatchObject([{ outcome: 'REFUSED', code: 'NOT_ALLOWED_NOW' }]);
    expect(await foundIn(world, person.canaries)).toEqual([]);
  });

  test('the account opens nothing any more', async () => {
    const [user] = await rows<{ name: string; disabled: boolean; roles: string }>(
      `select name, disabled_at is not null as disabled, (select count(*) from role_grant g where g.user_id = u.id)::text as roles from app_user u where id = ?`,
      [person.account.userId],
    );
    expect(user).toEqual({ name: '(đã xóa)', disabled: true, roles: '0' });
  });
});
