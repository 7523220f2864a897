/** Webhooks over GraphQL: made, tried, listed, replayed and ended by the administrator (A-2, G-18). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { webhookPostOf } from '../../server/awards/webhook-post.js';
import { forgetSessions } from '../../server/identity/session-cache.js';
import { type Ask, World } from '../support/world.js';
import { Receiver, says, takes, verified } from './receiver.js';

let world: World;
let receiver: Receiver;
let admin: Ask;
beforeAll(async () => {
  world = await World.open();
  receiver = await Receiver.open();
});
afterAll(async () => {
  delete process.env.HOPTHU_WEBHOOK_INTERNAL;
  await world.close();
  await receiver.close();
});
beforeEach(async () => {
  await drain();
  await world.clear();
  process.env.HOPTHU_WEBHOOK_INTERNAL = '127.0.0.1';
  receiver.manner = takes;
  receiver.told.length = 0;
  admin = await world.signIn('ADMIN');
});

const drain = () => webhookPostOf(world.ground).drain();
const E = 'userErrors { code path rule message }';
const SUBSCRIPTION = 'subscription { id name url endedAt waiting dead availableActions }';
const SUBSCRIBE = `mutation ($input: WebhookInput!) { webhookSubscribe(input: $input) { ${SUBSCRIPTION} secret ${E} } }`;
const UNSUBSCRIBE = `mutation ($id: ID!) { webhookUnsubscribe(id: $id) { ${SUBSCRIPTION} secret ${E} } }`;
const TEST = `mutation ($id: ID!) { webhookTest(id: $id) { ${SUBSCRIPTION} secret ${E} } }`;
const REPLAY = `mutation ($ids: [ID!], $since: DateTime) { webhookReplay(ids: $ids, since: $since) { replayed ${E} } }`;
const LOG = `query ($id: ID, $state: [WebhookDeliveryState!], $first: Int, $after: String) {
  webhookDeliveries(subscriptionId: $id, state: $state, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { id type messageId officers state attempts lastStatus lastProblem lastTriedAt nextTryAt deliveredAt subscription { name } } } }`;
const subscribe = async (more: object = {}) =>
  (await admin(SUBSCRIBE, { input: { name: ' Hệ thống  thi đua ', url: receiver.url, ...more } })).data.webhookSubscribe;
const log = async (variables: object = {}) => (await admin(LOG, { ...variables })).data.webhookDeliveries;
const faults = (payload: any) => payload.userErrors.map((e: any) => [e.code, e.rule, e.path.join('.')].filter(Boolean).join(' '));

describe('a subscription', () => {
  test('is made, shows its secret once, is tried, listed and ended', async () => {
    const { subscription, secret, userErrors } = await subscribe();
    expect(userErrors).toEqual([]);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(subscription).toMatchObject({
      name: 'Hệ thống thi đua',
      url: receiver.url,
      endedAt: null,
      waiting: 0,
      dead: 0,
      availableActions: ['TEST', 'UNSUBSCRIBE'],
    });
    const tried = (await admin(TEST, { id: subscription.id })).data.webhookTest;
    expect(tried).toMatchObject({ userErrors: [], secret: null });
    await drain();
    expect(verified(secret, receiver.told[0]!)).toMatchObject({ type: 'webhook.test', data: {} });
    const { nodes, totalCount } = await log();
    expect(totalCount).toBe(1);
    expect(nodes).toMatchObject([
      { type: 'webhook.test', officers: 0, state: 'DELIVERED', attempts: 1, lastStatus: 204, lastProblem: null, nextTryAt: null },
    ]);
    expect(nodes[0].messageId).toBe(receiver.told[0]!.headers['webhook-id']);
    expect(nodes[0].deliveredAt).toBe(nodes[0].lastTriedAt);
    const ended = (await admin(UNSUBSCRIBE, { id: subscription.id })).data.webhookUnsubscribe;
    expect(ended.subscription.endedAt).not.toBeNull();
    expect(ended.subscription.availableActions).toEqual([]);
    expect(faults((await admin(UNSUBSCRIBE, { id: subscription.id })).data.webhookUnsubscribe)).toEqual(['NOT_ALLOWED_NOW A-2 id']);
    expect(faults((await admin(TEST, { id: subscription.id })).data.webhookTest)).toEqual(['NOT_ALLOWED_NOW A-2 id']);
    const { data } = await admin('{ webhookSubscriptions { id name availableActions } }');
    expect(data.webhookSubscriptions).toEqual([{ id: subscription.id, name: 'Hệ thống thi đua', availableActions: [] }]);
  });

  test('is refused with an address that must not be, once more with the same, and beyond twenty', async () => {
    expect(faults(await subscribe({ url: 'http://thidua.example', name: '' }))).toEqual(['REQUIRED input.name', 'INVALID input.url']);
    expect(faults(await subscribe({ url: 'https://169.254.169.254/latest' }))).toEqual(['INVALID input.url']);
    expect(faults(await subscribe())).toEqual([]);
    expect(faults(await subscribe())).toEqual(['DUPLICATE input.url']);
    for (let n = 1; n < 20; n++) expect(faults(await subscribe({ url: `https://thidua.example/${n}` }))).toEqual([]);
    expect(faults(await subscribe({ url: 'https://thidua.example/20' }))).toEqual(['LIMIT']);
  });

  test('asks for a second factor shown lately (G-18)', async () => {
    await world.ground.orm.em.fork().execute('update session set second_factor_at = null');
    forgetSessions(world.ground);
    expect(faults(await subscribe())).toEqual(['NOT_ALLOWED_NOW G-18']);
  });

  test('is recorded, and is nobody’s business but the administrator’s', async () => {
    const { subscription } = await subscribe();
    const { data } = await admin('{ auditEvents(first: 1) { nodes { action subjectName } } }');
    expect(data.auditEvents.nodes).toEqual([{ action: 'webhook.subscribe', subjectName: 'Hệ thống thi đua' }]);
    const force = await world.signIn('TASK_FORCE');
    for (const [query, variables] of [
      ['{ webhookSubscriptions { id } }', {}],
      [LOG, {}],
      [TEST, { id: subscription.id }],
      [REPLAY, { since: '2026-01-01T00:00:00Z' }],
    ] as const)
      expect((await force(query, variables)).errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the log', () => {
  test('is read page by page, by state and subscription, and replayed', async () => {
    const [one, two] = [await subscribe(), await subscribe({ url: `${receiver.url}2`, name: 'Nhân sự' })];
    receiver.manner = (response, told) => (told.path === '/hook' ? takes : says(500))(response, told);
    for (let n = 0; n < 3; n++) for (const { subscription } of [one, two]) await admin(TEST, { id: subscription.id });
    await drain();
    const first = await log({ first: 4 });
    expect([first.totalCount, first.nodes.length, first.pageInfo.hasNextPage]).toEqual([6, 4, true]);
    expect((await log({ first: 4, after: first.pageInfo.endCursor })).nodes).toHaveLength(2);
    const waiting = await log({ state: ['WAITING'], id: two.subscription.id });
    expect(waiting.nodes.map((node: any) => [node.subscription.name, node.lastStatus, node.lastProblem].join(' '))).toEqual(
      Array(3).fill('Nhân sự 500 REFUSED'),
    );
    expect((await log({ state: ['WAITING'], id: one.subscription.id })).totalCount).toBe(0);
    expect((await admin('{ webhookSubscriptions { name waiting } }')).data.webhookSubscriptions).toEqual([
      { name: 'Nhân sự', waiting: 3 },
      { name: 'Hệ thống thi đua', waiting: 0 },
    ]);
    receiver.manner = takes;
    const ids = [...waiting.nodes.map(({ id }: any) => id), two.subscription.id];
    const { replayed, ...rest } = (await admin(REPLAY, { ids })).data.webhookReplay;
    expect([replayed, ...faults(rest)]).toEqual([3, 'NOT_FOUND ids.3']);
    await drain();
    expect((await log({ state: ['DELIVERED'] })).totalCount).toBe(6);
    expect((await admin(REPLAY, { since: '2026-01-01T00:00:00Z' })).data.webhookReplay.replayed).toBe(6);
    expect(faults((await admin(REPLAY, {})).data.webhookReplay)).toEqual(['REQUIRED since']);
    await drain();
  });
});
