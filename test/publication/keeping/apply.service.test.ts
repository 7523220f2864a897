/** Everything that is kept goes when its period is over, and nothing that something pending needs (K-1, K-2, E-7). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayNumber } from '../../../server/kernel/calendar.js';
import { allKeepers, cutOffOf, type Due, keeperNamed, lendRetention } from '../../../server/kernel/retention.js';
import { applyRetention, applyRetentionDaily } from '../../../server/publication/keeping/apply-retention.service.js';
import { dueNow, periodsHeld } from '../../../server/publication/keeping/retention-policy.read.js';
import { setRetentionPolicy } from '../../../server/publication/keeping/retention-policy.service.js';
import { retentionRuns } from '../../../server/publication/keeping/retention-run.read.js';
import { giveNotice } from '../../../server/decisions/hearing.service.js';
import { finaliseReview } from '../../../server/review/close-review.service.js';
import { openReview } from '../../../server/review/open-review.service.js';
import { publishReview, withdrawList } from '../../../server/publication/publish.service.js';
import { onEvidenceChanged } from '../../../server/review/late-facts.js';
import { DecisionWorld, done, refusalOf } from '../../decisions/decision-world.js';
import { addEvidence, city, NOW, WINDOW, WORKDAYS } from '../../review/review-world.js';
import { EvidenceWorld } from '../../support/evidence-world.js';
import { World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.clear();
  world.ground.clock.stopAt(NOW);
});

const rows = <R extends object = any>(sql: string, values: unknown[] = []) => world.ground.orm.em.fork().execute<R[]>(sql, values);
const count = async (table: string, where = 'true') => Number((await rows(`select count(*) as n from ${table} where ${where}`))[0].n);
const later = (days: number) => world.ground.clock.stopAt(new Date(world.ground.clock.now().getTime() + days * 86_400_000));

/** What is due and needed of one name, and what stays when it has been removed. */
async function due(name: string): Promise<Due> {
  const [held] = await periodsHeld(world.ground, [name]);
  return held!.keeper.due(world.ground, held!.cutOff);
}
async function remove(name: string, part = 1_000): Promise<number> {
  const [held] = await periodsHeld(world.ground, [name]);
  let sum = 0;
  for (let removed = -1; removed !== 0; sum += removed) removed = await held!.keeper.apply(world.ground, held!.cutOff, part);
  return sum;
}

describe('a run', () => {
  test('asks every keeper, and leaves a report and one event with its counts', async () => {
    expect(allKeepers().length).toBeGreaterThanOrEqual(20);
    expect((await dueNow(world.ground)).every(({ due: old, needed }) => old === 0 && needed === 0)).toBe(true);
    await rows(
      `insert into outbox_message (id, kind, payload, created_at, attempts, done_at) values (gen_random_uuid(), 'X', '{}', now(), 1, ?)`,
      [new Date(NOW.getTime() - 40 * 86_400_000)],
    );
    await world.ground.routines.runDue();
    const [run, ...others] = await retentionRuns(world.ground, 10);
    expect(others).toEqual([]);
    expect(run).toMatchObject({ actor: 'system', isBrokenOff: false });
    expect(run!.results.filter(({ fault }) => fault)).toEqual([]);
    expect(run!.results.map(({ name }) => name).sort()).toEqual(allKeepers().map(({ name }) => name));
    expect(run!.results.find(({ name }) => name === 'kernel.outbox')).toMatchObject({ removed: 1, isComplete: true });
    const events = await rows(`select details from audit_event where action = 'retention.apply'`);
    expect(events).toHaveLength(1);
    expect(JSON.parse(events[0].details).removed).toEqual({ 'kernel.outbox': 1 });
    const metrics = (await world.app.http.inject({ url: '/metrics' })).body;
    expect(metrics).toMatch(/hopthu_retention_removed_total\{name="kernel.outbox"\} 1/);
    expect(metrics).toMatch(/hopthu_retention_age_seconds \d/);
    // Once a day.
    await world.ground.routines.runDue();
    expect(await retentionRuns(world.ground, 10)).toHaveLength(1);
  });

  test('removes in parts, and a fault of one name keeps no other from going', async () => {
    for (let i = 0; i < 25; i++)
      await rows(
        `insert into outbox_message (id, kind, payload, created_at, attempts, done_at) values (gen_random_uuid(), 'X', '{}', now(), 1, '2020-01-01')`,
      );
    const outbox = keeperNamed('kernel.outbox')!;
    expect(await outbox.apply(world.ground, cutOffOf(world.ground, { value: 30, unit: 'DAYS' }), 10)).toBe(10);
    expect(await count('outbox_message')).toBe(15);
    const keys = keeperNamed('kernel.idempotencyKeys')!;
    lendRetention({ ...keys, apply: () => Promise.reject(new RangeError('broken')) });
    try {
      await applyRetentionDaily(world.ground);
    } finally {
      lendRetention(keys);
    }
    const [run] = await retentionRuns(world.ground, 1);
    expect(run!.results.filter(({ fault }) => fault).map(({ name, fault }) => [name, fault])).toEqual([
      ['kernel.idempotencyKeys', 'RangeError'],
    ]);
    expect(run!.results.find(({ name }) => name === 'kernel.outbox')).toMatchObject({ removed: 15 });
  });

  test('one that was broken off is ended by the next, with what it had done; two do not go on at once', async () => {
    const results = [{ name: 'kernel.outbox', cutOff: '2026-01-01', removed: 7, needed: 0, isComplete: false, fault: null }];
    await rows(
      `insert into retention_run (id, created_at, updated_at, started_at, is_broken_off, actor, results) values (gen_random_uuid(), now(), now(), ?, false, 'system', ?::jsonb)`,
      [new Date(NOW.getTime() - 86_400_000), JSON.stringify(results)],
    );
    expect(await refusalOf(applyRetention(world.as('TASK_FORCE')))).toEqual(['CONFLICT']);
    await rows(`update retention_run set updated_at = now() - interval '1 hour'`);
    await applyRetention(world.as('TASK_FORCE'));
    const runs = await retentionRuns(world.ground, 10);
    expect(runs.map(({ isBrokenOff, actor }) => [isBrokenOff, actor])).toEqual([
      [false, 'user:test-TASK_FORCE'],
      [true, 'system'],
    ]);
    const events = await rows<{ details: string }>(`select details from audit_event where action = 'retention.apply' order by seq`);
    expect(events.map(({ details }) => JSON.parse(details).isBrokenOff ?? false)).toEqual([true, false]);
    expect(JSON.parse(events[0]!.details).removed).toEqual({ 'kernel.outbox': 7 });
  });

  test('is for the task force and the clock', async () => {
    await expect(applyRetention(world.as('ADMIN'))).rejects.toThrow('FORBIDDEN');
  });
});

describe('the policy', () => {
  const set = (periods: { name: string; period: number }[], legalBasis = 'Quyết định 5') =>
    setRetentionPolicy(world.as('TASK_FORCE'), { legalBasis, periods });
  const held = async (name: string) => (await periodsHeld(world.ground, [name]))[0]!;

  test('is a dated version with a legal basis; what it does not name keeps its period', async () => {
    expect(await held('kernel.outbox')).toMatchObject({ period: 30, chosen: 30 });
    expect(await set([{ name: 'kernel.outbox', period: 7 }])).toBe(1);
    expect(await set([{ name: 'identity.sessions', period: 90 }])).toBe(2);
    expect(await held('kernel.outbox')).toMatchObject({ period: 7 });
    expect((await held('identity.sessions')).cutOff.day).toBe('2026-08-27');
    await setRetentionPolicy(world.as('TASK_FORCE'), {
      legalBasis: 'Quyết định 6',
      effectiveOn: '2026-12-01',
      periods: [{ name: 'kernel.outbox', period: 9 }],
    });
    expect(await held('kernel.outbox')).toMatchObject({ period: 7 });
    later(10);
    expect(await held('kernel.outbox')).toMatchObject({ period: 9 });
  });

  test('keeps to the bounds, and says them', async () => {
    expect(await refusalOf(set([{ name: 'evidence.quarantine', period: 31 }]))).toEqual(['RULE_VIOLATED E-7 input.periods.0.period']);
    expect(await refusalOf(set([{ name: 'evidence.quarantine', period: 2.5 }]))).toEqual(['RULE_VIOLATED E-7 input.periods.0.period']);
    expect(await refusalOf(set([{ name: 'registry.persons', period: 0 }]))).toEqual(['RULE_VIOLATED K-5 input.periods.0.period']);
    expect(await refusalOf(set([{ name: 'nothing', period: 1 }], ' '))).toEqual([
      'REQUIRED K-1 input.legalBasis',
      'NOT_FOUND input.periods.0.name',
    ]);
    expect(
      await refusalOf(
        set([
          { name: 'kernel.outbox', period: 3 },
          { name: 'kernel.outbox', period: 4 },
        ]),
      ),
    ).toEqual(['DUPLICATE input.periods.1.name']);
    await set([{ name: 'kernel.outbox', period: 3 }]);
    expect(await refusalOf(set([{ name: 'kernel.outbox', period: 3 }]))).toEqual(['NOT_ALLOWED_NOW K-1 input']);
    await expect(setRetentionPolicy(world.as('ADMIN'), { legalBasis: 'x', periods: [] })).rejects.toThrow('FORBIDDEN');
  });

  test('counters stay at least as long as the longest window and what follows it, whatever was chosen', async () => {
    await set([{ name: 'evidence.days', period: 130 }]);
    expect(await held('evidence.days')).toMatchObject({ period: 130 });
    await city(world);
    expect(await held('evidence.days')).toMatchObject({ chosen: 130, period: 270, least: 270 });
    expect(await refusalOf(set([{ name: 'evidence.days', period: 200 }]))).toEqual(['RULE_VIOLATED K-1 input.periods.0.period']);
  });

  test('only in the demonstration city persons may be kept for no time', async () => {
    Object.assign(world.ground, { isDemonstration: true });
    try {
      await set([{ name: 'registry.persons', period: 0 }]);
      expect(await held('registry.persons')).toMatchObject({ period: 0 });
    } finally {
      Object.assign(world.ground, { isDemonstration: false });
    }
    expect(await held('registry.persons')).toMatchObject({ period: 1 });
  });
});

describe('evidence', () => {
  test('E-7: quarantined lines and ends of files go after 30 days at most', async () => {
    const evidence = new EvidenceWorld(world);
    await evidence.source('Dovecot', 'DOVECOT');
    await evidence.import('Dovecot', 'DOVECOT', '2026-10-05T08:17:00Z mail dovecot: imap-login: Brand new\nx');
    expect(await count('evidence_quarantine')).toBeGreaterThan(0);
    later(29);
    expect(await due('evidence.quarantine')).toMatchObject({ due: 0 });
    later(1);
    expect((await due('evidence.quarantine')).due).toBe(await count('evidence_quarantine'));
    await remove('evidence.quarantine');
    await remove('evidence.fragments');
    expect([await count('evidence_quarantine'), await count('evidence_fragment')]).toEqual([0, 0]);
  });

  test('E-7: files and staging tables that were left over go, those of an import that runs do not', async () => {
    const folder = join(world.ground.dataFolder, 'imports');
    mkdirSync(folder, { recursive: true });
    const old = new Date(NOW.getTime() - 20 * 86_400_000);
    const running = '0190a7e0-0000-7000-8000-000000000001';
    for (const name of ['0190a7e0-0000-7000-8000-000000000009', `${running}`, '0190a7e0-0000-7000-8000-000000000008.part', 'new']) {
      writeFileSync(join(folder, name), 'x');
      if (name !== 'new') utimesSync(join(folder, name), old, old);
      else utimesSync(join(folder, name), NOW, NOW);
    }
    const evidence = new EvidenceWorld(world);
    const source = await evidence.source('Dovecot', 'DOVECOT');
    await rows(
      `insert into evidence_import (id, created_at, updated_at, number, source_id, format, file_name, state, unknown_addresses, started_at, newest_day, is_newest_day_given, sha256, bytes, reader_version, spooled_at)
       values (?, now(), now(), 41, ?, 'DOVECOT', 'x', 'RUNNING', '[]', ?, '2026-10-01', true, '', 0, 1, 'elsewhere')`,
      [running, source, old],
    );
    for (const number of [41, 42]) await rows(`create unlogged table staging.evidence_staged_${number} (address int)`);
    expect(await due('evidence.spool')).toEqual({ due: 3, needed: 1 });
    expect(await remove('evidence.spool')).toBe(3);
    expect(existsSync(join(folder, running))).toBe(true);
    expect(existsSync(join(folder, 'new'))).toBe(true);
    expect(existsSync(join(folder, '0190a7e0-0000-7000-8000-000000000009'))).toBe(false);
    expect((await rows(`select tablename from pg_tables where schemaname = 'staging'`)).map(({ tablename }) => tablename)).toEqual([
      'evidence_staged_41',
    ]);
    await rows('drop table staging.evidence_staged_41');
  });

  test('addresses that nobody has are forgotten, the import stays', async () => {
    const evidence = new EvidenceWorld(world);
    await evidence.source('Days', 'HOPTHU_DAY');
    await evidence.import('Days', 'HOPTHU_DAY', 'date,address,sent,read,logins\n2026-10-05,who@example.test,1,2,3\n');
    later(91);
    expect(await remove('evidence.unknownAddresses')).toBe(1);
    expect(await rows(`select unknown_addresses::text as u, unknown_count as n from evidence_import`)).toEqual([{ u: '[]', n: 1 }]);
    later(365 * 5);
    expect(await remove('evidence.imports')).toBe(1);
    expect([await count('evidence_import'), await count('evidence_import_day')]).toEqual([0, 0]);
  });

  test('K-2: counters stay while a review is open, and go when it is over; findings are what they were', async () => {
    await city(world);
    const review = await openReview(world.as('TASK_FORCE'), { title: 'Quý IV', windowTo: WINDOW.to });
    later(500);
    const old = await count('evidence_day');
    expect(await due('evidence.days')).toEqual({ due: 0, needed: old });
    expect(await remove('evidence.days')).toBe(0);
    await finaliseReview(world.as('TASK_FORCE'), review);
    const findings = await rows('select officer_id, tier, days_of_use, sent, read from finding order by officer_id');
    expect(await due('evidence.days')).toEqual({ due: old, needed: 0 });
    expect(await remove('evidence.days', 3)).toBeGreaterThan(old);
    for (const table of ['evidence_day', 'evidence_act', 'evidence_source_day', 'evidence_address'])
      expect([table, await count(table)]).toEqual([table, 0]);
    expect(await rows('select officer_id, tier, days_of_use, sent, read from finding order by officer_id')).toEqual(findings);
    // Nothing is said of a window that is no longer whole: what a late file brings is not the whole of it (T-5).
    await addEvidence(world, 'idle@snv.example', WORKDAYS, { read: 5 });
    await onEvidenceChanged({ at: world.ground.clock.now().toISOString(), from: WINDOW.from, to: WINDOW.to }, world.ground);
    expect(await count('finding', 'improved_tier is not null')).toBe(0);
  });

  test('K-2: counters of the window stay while a case that rests on it is pending, or can be appealed', async () => {
    const town = await DecisionWorld.build(world, { members: 3, never: 2 });
    const [id] = (await town.cases(1)) as [string];
    later(500);
    expect(await due('evidence.days')).toMatchObject({ due: 0 });
    await rows(`update decision set state = 'IN_FORCE', is_pending = false, appeal_until = ? where id = ?`, ['2028-12-31', id]);
    expect(await due('evidence.days')).toMatchObject({ due: 0 });
    await rows(`update decision set appeal_until = '2027-01-31'`);
    expect((await due('evidence.days')).due).toBeGreaterThan(0);
    await rows('update finding set improved_tier = ? where id = (select min(id::text)::uuid from finding)', ['IRREGULAR']);
    expect(await due('evidence.days')).toMatchObject({ due: 0 });
    const window = await rows<{ day: number }>('select min(day) as day from evidence_day');
    expect(Number(window[0]!.day)).toBeGreaterThanOrEqual(dayNumber(WINDOW.from));
  });
});

describe('identity', () => {
  test('sessions, links, codes and tries go when they open nothing any more; a session that lasts stays', async () => {
    const ask = await world.signIn('TASK_FORCE');
    await ask('{ me { id } }');
    const [user] = await rows(`select id from app_user`);
    const past = new Date(NOW.getTime() - 40 * 86_400_000);
    await rows(
      `insert into invitation (id, created_at, updated_at, user_id, token_hash, expires_at) values (gen_random_uuid(), now(), now(), ?, 'i', ?)`,
      [user.id, past],
    );
    await rows(
      `insert into access_code (id, created_at, updated_at, code_hash, role, scope_id, about, expires_at) values (gen_random_uuid(), now(), now(), 'c', 'OFFICER', gen_random_uuid(), 'decision:x', ?)`,
      [past],
    );
    await rows(
      `insert into session (id, created_at, updated_at, user_id, token_hash, expires_at, last_used_at) values (gen_random_uuid(), now(), now(), ?, 's', ?, now())`,
      [user.id, past],
    );
    await rows(`insert into guess (id, subject, at) values (gen_random_uuid(), 1, ?)`, [past]);
    await rows(`insert into spent_challenge (hash, expires_at) values ('h', ?)`, [past]);
    await rows(`insert into spent_sign_on (state_hash, kept_until) values ('h', ?)`, [past]);
    await rows(`insert into idempotency_key (actor, command, key, request_hash, result, created_at) values ('a', 'b', 'c', 'd', 'e', ?)`, [
      past,
    ]);
    for (const name of ['identity.sessions', 'identity.invitations', 'identity.accessCodes', 'kernel.idempotencyKeys'])
      expect([name, await remove(name)]).toEqual([name, 1]);
    expect(await remove('identity.guesses')).toBe(3);
    expect((await ask('{ me { id } }')).data.me).not.toBeNull();
  });
});

describe('papers', () => {
  test('K-2: texts of letters go after the policy’s months, but not of a case that is pending', async () => {
    const town = await DecisionWorld.build(world, { members: 3, never: 3 });
    const [first, second] = (await town.cases(2)) as [string, string];
    done(await giveNotice(town.secretary, [first, second], 'HANDED_OVER'));
    await rows(`update letter set state = 'RECEIVED'`);
    later(365 * 6);
    expect(await due('notices.letters')).toEqual({ due: 0, needed: 2 });
    await rows(`update decision set state = 'WITHDRAWN', is_pending = false where id = ?`, [first]);
    expect(await due('notices.letters')).toEqual({ due: 1, needed: 1 });
    expect(await remove('notices.letters')).toBe(1);
    expect(await rows(`select about = ? as is_first from letter where body = '(đã xóa)'`, [`decision:${first}`])).toEqual([
      { is_first: true },
    ]);
  });

  test('K-2: explanations, answers and their scans go ten years after a case is closed; the decision stays', async () => {
    const town = await DecisionWorld.build(world, { members: 3, never: 2 });
    const [id] = (await town.cases(1)) as [string];
    const scan = '0190a7e0-0000-7000-8000-0000000000aa';
    await rows(
      `insert into attachment (id, created_at, updated_at, file_name, media_type, size, uploaded_by, bound_to, content) values (?, ?, now(), 'x', 'application/pdf', 1, 'u', 'explanation', 'x')`,
      [scan, NOW],
    );
    await rows(`update decision set explanation = 'lời', answer = 'trả lời', explanation_attachment_id = ? where id = ?`, [scan, id]);
    later(365 * 11);
    expect(await due('decisions.papers')).toEqual({ due: 0, needed: 0 });
    await rows(`update decision set state = 'REJECTED', is_pending = false where id = ?`, [id]);
    expect(await due('decisions.papers')).toEqual({ due: 1, needed: 0 });
    // Another case that is pending was joined with it.
    await rows(`update decision set joined_to_id = ? where id <> ?`, [id, id]);
    const [other] = (await town.propose({ findingIds: [town.never[1]!.findingId] })).map(({ decisionId }) => decisionId!) as [string];
    await rows('update decision set ends_decision_id = ? where id = ?', [id, other]);
    expect(await due('decisions.papers')).toEqual({ due: 0, needed: 1 });
    await rows(`update decision set state = 'WITHDRAWN', is_pending = false where id = ?`, [other]);
    expect(await remove('decisions.papers')).toBe(1);
    expect(
      await rows('select state, explanation, answer, grounds, explanation_attachment_id as scan from decision where id = ?', [id]),
    ).toEqual([{ state: 'REJECTED', explanation: '(đã xóa)', answer: '(đã xóa)', grounds: 'Không chấp hành', scan: null }]);
    expect(await count('attachment')).toBe(0);
  });

  test('files that nobody used go after a day', async () => {
    const insert = (id: string, at: Date) =>
      rows(
        `insert into attachment (id, created_at, updated_at, file_name, media_type, size, uploaded_by, content) values (?, ?, now(), 'x', 'application/pdf', 1, 'u', 'x')`,
        [id, at],
      );
    await insert('0190a7e0-0000-7000-8000-0000000000a1', new Date(NOW.getTime() - 25 * 3_600_000));
    await insert('0190a7e0-0000-7000-8000-0000000000a2', new Date(NOW.getTime() - 23 * 3_600_000));
    expect(await remove('notices.unboundAttachments')).toBe(1);
    expect(await count('attachment')).toBe(1);
  });
});

describe('lists, messages, orders', () => {
  test('a list that was withdrawn loses its names after the policy’s days, one that is up never; its figures stay', async () => {
    await city(world);
    const force = world.as('TASK_FORCE');
    const review = await openReview(force, { title: 'Quý IV', windowTo: WINDOW.to });
    await finaliseReview(force, review);
    for (const slug of ['gone', 'still-up']) await publishReview(force, review, { slug, audience: 'PUBLIC', legalBasis: 'Quyết định 1' });
    await withdrawList(force, { slug: 'gone', reason: 'nhầm' });
    later(366);
    const named = await count('published_row', `name <> '(đã xóa)'`);
    expect(await due('publication.endedLists')).toEqual({ due: named / 2, needed: 0 });
    await remove('publication.endedLists');
    expect(await count('published_row', `name = '(đã xóa)' and list_id in (select id from published_list where slug = 'gone')`)).toBe(
      named / 2,
    );
    expect(await count('published_row', `name <> '(đã xóa)'`)).toBe(named / 2);
    expect(await count('published_list', `figures <> '{}'::jsonb`)).toBe(2);
  });

  test('K-2: attempts of orders that are done go, those of orders that wait stay', async () => {
    const town = await DecisionWorld.build(world, { members: 3, never: 2 });
    const [mailbox] = await rows(`select id from mailbox limit 1`);
    for (const [id, state] of [
      ['0190a7e0-0000-7000-8000-0000000000b1', 'DONE'],
      ['0190a7e0-0000-7000-8000-0000000000b2', 'WAITING'],
    ] as const) {
      await rows(`insert into mail_order (id, created_at, updated_at, kind, mailbox_id, state) values (?, now(), now(), 'SUSPEND', ?, ?)`, [
        id,
        mailbox.id,
        state,
      ]);
      await rows(
        `insert into mail_order_attempt (id, created_at, updated_at, order_id, fence) values (gen_random_uuid(), ?, now(), ?, 1)`,
        [NOW, id],
      );
    }
    later(401);
    expect(await due('provisioning.attempts')).toEqual({ due: 1, needed: 1 });
    expect(await remove('provisioning.attempts')).toBe(1);
    expect(town.never).toHaveLength(2);
  });
});
