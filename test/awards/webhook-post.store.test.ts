/** Messages to other systems, sent to a real server: signed, tried again, never sent where they must not go. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { perform } from '../../server/identity/command.js';
import { forgetSessions } from '../../server/identity/session-cache.js';
import { AWARD_ANSWERS_CHANGED, type AwardAnswersChanged } from '../../server/decisions/award-orders.js';
import { eligibilityOf } from '../../server/awards/eligibility.read.js';
import { webhookPostOf } from '../../server/awards/webhook-post.js';
import { replay, sendTest, subscribe, unsubscribe } from '../../server/awards/webhook.service.js';
import { Refusal } from '../../server/kernel/refusal.js';
import { EvidenceWorld } from '../support/evidence-world.js';
import { World } from '../support/world.js';
import { committeeOf, decision, exclusion } from './award-world.js';
import { endless, Receiver, says, silent, takes, verified } from './receiver.js';

const NOW = new Date('2026-11-25T02:00:00Z');
let world: World;
let receiver: Receiver;
let agency: string;
let committee: string;
beforeAll(async () => {
  world = await World.open();
});
afterAll(async () => {
  delete process.env.HOPTHU_WEBHOOK_INTERNAL;
  await world.close();
});
beforeEach(async () => {
  await drain();
  await world.clear();
  await receiver?.close();
  receiver = await Receiver.open();
  process.env.HOPTHU_WEBHOOK_INTERNAL = '127.0.0.1';
  webhookPostOf(world.ground).timeoutMilliseconds = 2_000;
  world.ground.clock.stopAt(NOW);
  agency = await world.agency();
  committee = await committeeOf(world);
});
afterAll(() => receiver.close());

const drain = () => webhookPostOf(world.ground).drain();
const admin = () => world.as('ADMIN');
const make = (url = receiver.url, name = 'Thi đua') => subscribe(admin(), { name, url });
const later = (seconds: number) => world.ground.clock.stopAt(new Date(world.ground.clock.now().getTime() + seconds * 1_000));
const rows = <R = any>(sql: string) => world.ground.orm.em.fork().execute<R[]>(sql);
const deliveries = () =>
  rows<{ id: string; state: string; attempts: number; status: number | null; problem: string | null; next: string | null }>(
    `select id, state, attempts, last_status as status, last_problem as problem, next_try_at as next from webhook_delivery order by id`,
  );
const stands = async () => (await deliveries()).map(({ state, attempts, status, problem }) => [state, attempts, status, problem].join(' '));

async function changed(order: AwardAnswersChanged): Promise<void> {
  await perform(world.system(), async (act) => {
    act.allowAnyone('a decision, in this test');
    act.unchanged();
    act.order(AWARD_ANSWERS_CHANGED, order);
  });
  await world.ground.outbox.drain();
  await drain();
}

async function excluded(code: string): Promise<{ officerId: string; decisionId: string }> {
  const officerId = await world.officer(agency, { code });
  const decisionId = await decision(world, committee, officerId);
  await exclusion(world, decisionId, { officerId, titles: ['CSTDCS', 'CSTDTP'], from: world.ground.clock.now() });
  return { officerId, decisionId };
}

describe('a changed answer', () => {
  test('is told with its reason and what is answered now, signed as Standard Webhooks has it (A-2)', async () => {
    const { secret } = await make();
    const { officerId, decisionId } = await excluded('SNV-1');
    await changed({ decisionIds: [decisionId], officerIds: [officerId], year: 2026 });
    const [told] = receiver.told;
    expect(told).toMatchObject({ method: 'POST', path: '/hook', headers: { 'content-type': 'application/json' } });
    expect(verified(secret, told!)).toEqual({
      type: 'award.eligibility.changed',
      timestamp: NOW.toISOString(),
      data: {
        year: 2026,
        asOf: NOW.toISOString(),
        officers: [
          {
            officerCode: 'SNV-1',
            reasons: [{ decisionNumber: '7/QĐ-BCĐ', change: 'IN_FORCE' }],
            titles: [
              { title: 'LDTT', status: 'ELIGIBLE', isEligible: true, decisionNumber: null, inForceOn: null },
              { title: 'CSTDCS', status: 'EXCLUDED', isEligible: false, decisionNumber: '7/QĐ-BCĐ', inForceOn: '2026-03-01' },
              { title: 'CSTDTP', status: 'EXCLUDED', isEligible: false, decisionNumber: '7/QĐ-BCĐ', inForceOn: '2026-03-01' },
              { title: 'CSTDTQ', status: 'ELIGIBLE', isEligible: true, decisionNumber: null, inForceOn: null },
            ],
          },
        ],
      },
    });
    expect(await stands()).toEqual(['DELIVERED 1 204 ']);
    const asked = { codes: ['SNV-1'], year: 2026, title: 'CSTDCS', asOf: NOW };
    expect((await eligibilityOf(world.ground, world.as('TASK_FORCE').actor, asked))[0]!.status).toBe('EXCLUDED');
  });

  test('a message that was altered, or signed with another secret, is found out by the library', async () => {
    const [{ secret }, other] = [await make(), await make(`${receiver.url}2`)];
    await sendTest(admin(), other.id);
    await drain();
    const [told] = receiver.told;
    expect(verified(other.secret, told!)).toMatchObject({ type: 'webhook.test' });
    expect(() => verified(secret, told!)).toThrow();
    expect(() => verified(other.secret, { ...told!, body: told!.body.replace('test', 'true') })).toThrow();
    const again = { ...told!, headers: { ...told!.headers, 'webhook-timestamp': String(Number(told!.headers['webhook-timestamp']) + 1) } };
    expect(() => verified(other.secret, again)).toThrow();
  });

  test('of 250 officers in several orders is told in messages of at most 100, each officer once, to each living subscription', async () => {
    const [one, two, ended] = [await make(), await make(`${receiver.url}2`), await make(`${receiver.url}3`)];
    await unsubscribe(admin(), ended.id);
    const ids = await Promise.all(Array.from({ length: 250 }, (_, n) => world.officer(agency, { code: `V-${n}`, mailboxAddress: null })));
    await perform(world.system(), async (act) => {
      act.allowAnyone('decisions, in this test');
      act.unchanged();
      for (const officerId of ids) act.order(AWARD_ANSWERS_CHANGED, { decisionIds: [], officerIds: [officerId], year: 2026 });
    });
    await world.ground.outbox.drain();
    await drain();
    for (const [path, { secret }] of [['/hook', one] as const, ['/hook2', two] as const]) {
      const told = receiver.told.filter((message) => message.path === path).map((message) => verified(secret, message).data.officers);
      expect(told.every((officers) => officers.length <= 100)).toBe(true);
      const codes = told.flatMap((officers) => officers.map(({ officerCode }: any) => officerCode));
      expect([codes.length, new Set(codes).size]).toEqual([250, 250]);
    }
    expect(receiver.told.filter(({ path }) => path === '/hook3')).toEqual([]);
  }, 60_000);

  test('is told to nobody where nobody is subscribed', async () => {
    const { officerId, decisionId } = await excluded('SNV-1');
    await changed({ decisionIds: [decisionId], officerIds: [officerId], year: 2026 });
    expect(await rows('select id from webhook_message')).toEqual([]);
  });
});

describe('a message that is not taken', () => {
  test.each([
    ['an error', says(500), 'WAITING 1 500 REFUSED'],
    ['no answer in time', silent, 'WAITING 1  TIMEOUT'],
    ['a connection that is cut', ((response) => response.destroy()) as typeof takes, 'WAITING 1  UNREACHABLE'],
    ['a redirect, which is not followed', says(307, { location: '/elsewhere' }), 'WAITING 1 307 REDIRECT'],
    ['no use in trying again', says(410), 'DEAD 1 410 REFUSED'],
  ])('%s: it is tried again after its wait, with the same id', async (_what, manner, expected) => {
    const { id, secret } = await make();
    receiver.manner = manner;
    webhookPostOf(world.ground).timeoutMilliseconds = 300;
    await sendTest(admin(), id);
    await drain();
    expect(await stands()).toEqual([expected]);
    expect(receiver.told.map(({ path }) => path)).toEqual(['/hook']);
    receiver.manner = takes;
    later(4);
    await drain();
    expect(receiver.told).toHaveLength(1);
    later(2);
    await drain();
    if (expected.startsWith('DEAD')) return expect(receiver.told).toHaveLength(1);
    expect(await stands()).toEqual(['DELIVERED 2 204 ']);
    const [first, second] = receiver.told;
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.body).toBe(first!.body);
    verified(secret, second!);
  });

  test('an answer without end is taken by its status alone', async () => {
    const { id } = await make();
    receiver.manner = endless;
    await sendTest(admin(), id);
    await drain();
    expect(await stands()).toEqual(['DELIVERED 1 200 ']);
  });

  test('is given up after eight attempts, on record, and can be replayed', async () => {
    const { id } = await make();
    receiver.manner = says(500);
    await sendTest(admin(), id);
    for (let day = 0; day < 8; day++) {
      await drain();
      later(24 * 3_600);
    }
    await drain();
    expect(await stands()).toEqual(['DEAD 8 500 REFUSED']);
    expect(receiver.told).toHaveLength(8);
    expect(await rows(`select 1 from audit_event where action = 'webhook.giveUp' and subject = 'webhook:${id}'`)).toHaveLength(1);
    receiver.manner = takes;
    const dead = (await deliveries())[0]!.id;
    expect(await replay(admin(), { ids: [dead, dead, id] })).toMatchObject({
      replayed: 1,
      refused: [{ code: 'NOT_FOUND', path: ['ids', '2'] }],
    });
    await drain();
    expect(await stands()).toEqual(['DELIVERED 1 204 ']);
    expect(new Set(receiver.told.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('one that another server has in hand is left alone until its lease is over', async () => {
    const { id } = await make();
    receiver.manner = says(500);
    await sendTest(admin(), id);
    await drain();
    later(60);
    receiver.manner = takes;
    await rows(`update webhook_delivery set leased_until = now() + interval '60 seconds'`);
    await drain();
    expect(receiver.told).toHaveLength(1);
    await rows(`update webhook_delivery set leased_until = now() - interval '1 second'`);
    await drain();
    expect(await stands()).toEqual(['DELIVERED 2 204 ']);
  });

  test('a system that is down keeps no other waiting, and is asked once a round', async () => {
    const closed = await Receiver.open();
    await closed.close();
    const [down, up] = [await make(closed.url), await make()];
    for (let n = 0; n < 3; n++) for (const { id } of [down, up]) await sendTest(admin(), id);
    await drain();
    await drain();
    const states = await rows<{ state: string; attempts: number; problem: string | null }>(
      `select state, attempts, last_problem as problem from webhook_delivery where subscription_id = '${down.id}' order by attempts desc, id`,
    );
    expect(receiver.told).toHaveLength(3);
    expect(states.every(({ state, attempts }) => state === 'WAITING' && attempts <= 1)).toBe(true);
    expect(states[0]).toMatchObject({ attempts: 1, problem: 'UNREACHABLE' });
    const again = await Receiver.open(closed.port);
    later(6);
    await drain();
    expect(again.told).toHaveLength(3);
    await again.close();
  });
});

describe('a replay', () => {
  test('since a moment sends all that was delivered since, of one subscription or of all', async () => {
    const [one, two] = [await make(), await make(`${receiver.url}2`)];
    await sendTest(admin(), one.id);
    later(60);
    for (const { id } of [one, two]) await sendTest(admin(), id);
    await drain();
    expect(receiver.told).toHaveLength(3);
    const since = new Date(NOW.getTime() + 30_000);
    expect(await replay(admin(), { since, subscriptionId: one.id })).toEqual({ replayed: 1, refused: [] });
    await drain();
    expect(await replay(admin(), { since })).toEqual({ replayed: 2, refused: [] });
    await drain();
    expect(receiver.told.map(({ path }) => path).sort()).toEqual(['/hook', '/hook', '/hook', '/hook', '/hook2', '/hook2']);
    await unsubscribe(admin(), two.id);
    expect(await replay(admin(), { since })).toEqual({ replayed: 1, refused: [] });
    await expect(replay(admin(), { since, subscriptionId: two.id })).rejects.toThrow(Refusal);
    await expect(replay(admin(), {})).rejects.toThrow(Refusal);
    await drain();
  });
});

describe('where messages do not go', () => {
  test('a host inside the own network is refused when it is connected to, by name or by number (A-2)', async () => {
    process.env.HOPTHU_WEBHOOK_INTERNAL = '127.0.0.1, localhost';
    const [byNumber, byName] = [await make(), await make(`http://localhost:${receiver.port}/name`)];
    // What was allowed when it was subscribed is not any more.
    process.env.HOPTHU_WEBHOOK_INTERNAL = 'elsewhere.example';
    for (const { id } of [byNumber, byName]) await sendTest(admin(), id);
    await drain();
    expect(await stands()).toEqual(['WAITING 1  FORBIDDEN_ADDRESS', 'WAITING 1  FORBIDDEN_ADDRESS']);
    expect(receiver.knocks).toBe(0);
    process.env.HOPTHU_WEBHOOK_INTERNAL = '127.0.0.1, localhost';
    later(6);
    await drain();
    expect(receiver.told).toHaveLength(2);
  });

  test('a certificate that nobody vouches for, or none at all, is refused', async () => {
    await make(`https://127.0.0.1:${receiver.port}/tls`).then(({ id }) => sendTest(admin(), id));
    await drain();
    expect(await stands()).toEqual([expect.stringMatching(/^WAITING 1 {2}(CERTIFICATE|UNREACHABLE)$/)]);
    expect(receiver.told).toEqual([]);
  });

  test('an ended subscription gets nothing, neither what waited nor what comes', async () => {
    const { id } = await make();
    receiver.manner = says(503);
    await sendTest(admin(), id);
    await drain();
    expect(receiver.told).toHaveLength(1);
    await unsubscribe(admin(), id);
    receiver.manner = takes;
    later(60);
    await drain();
    expect(receiver.told).toHaveLength(1);
    expect(await stands()).toEqual(['CANCELLED 1 503 REFUSED']);
    await expect(sendTest(admin(), id)).rejects.toThrow(/NOT_ALLOWED_NOW A-2/);
  });
});

test('the secret stands in the database in no spelling, and does not open for another subscription (G-17)', async () => {
  const { id, secret } = await make();
  const other = await make(`${receiver.url}2`);
  await sendTest(admin(), id);
  await drain();
  forgetSessions(world.ground);
  const dump = await new EvidenceWorld(world).dump();
  expect(dump).toContain(receiver.url);
  const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64');
  for (const text of [secret.slice('whsec_'.length), bytes.toString('hex'), bytes.toString('base64url')]) expect(dump).not.toContain(text);
  await rows(
    `update webhook_subscription set secret = (select s.secret from webhook_subscription s where s.id = '${other.id}') where id = '${id}'`,
  );
  await sendTest(admin(), id);
  await drain();
  expect(receiver.told).toHaveLength(1);
});
