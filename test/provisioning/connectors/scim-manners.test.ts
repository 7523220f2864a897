import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { scimStepTexts } from '../../../server/provisioning/connectors/scim.messages.js';
import { EXTENSION } from '../../support/scim-server.js';
import { ATTRIBUTES, HASH, NUMBERED, openDesk, type ScimDesk, walked } from './scim-desk.js';

let desk: ScimDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

describe('what a SCIM server is told', () => {
  test('a new user as RFC 7643 has it, Vietnamese names in their parts', async () => {
    const account = desk.account({ name: 'Nguyễn Thị Ngọc Lan', fence: 7 });
    await desk.connector({ ...ATTRIBUTES, takesHashes: true }).provision(account);
    expect(desk.server.userNamed(account.address)).toMatchObject({
      externalId: account.accountId,
      userName: account.address,
      displayName: 'Nguyễn Thị Ngọc Lan',
      name: { formatted: 'Nguyễn Thị Ngọc Lan', familyName: 'Nguyễn', middleName: 'Thị Ngọc', givenName: 'Lan' },
      emails: [{ value: account.address, type: 'work', primary: true }],
      active: true,
      password: HASH,
      [EXTENSION]: { state: 'active', orderNumber: '7' },
    });
  });

  test('no password where the server takes no hashes', async () => {
    const account = desk.account();
    await desk.connector().provision(account);
    expect(desk.server.userNamed(account.address)!.password).toBeUndefined();
  });

  test('a plan is the request itself, without the secret', async () => {
    const connector = desk.connector({ ...ATTRIBUTES, takesHashes: true });
    const account = desk.account();
    const [made] = await connector.plan('PROVISION', account);
    expect(made).toMatchObject({ means: 'scim' });
    expect(made!.text).toMatch(/^POST http:\/\/127\.0\.0\.1:\d+\/scim\/Users\n/);
    expect(made!.text).toContain('"password": "•••"');
    expect(desk.server.users.size).toBe(0);
    await connector.provision(account);
    const id = desk.server.userNamed(account.address)!.id;
    const [revoked] = await connector.plan('REVOKE', { ...account, fence: 2 });
    expect(revoked!.text).toMatch(new RegExp(`^PATCH .*/Users/${id}\nIf-Match: W/"\\d+"\n`));
    expect(revoked!.text).toContain('"value": "revoked"');
    const [reset] = await connector.plan('RESET_PASSWORD', { ...account, fence: 2 });
    expect(reset!.text).toContain('•••');
    expect(reset!.text).not.toContain(HASH);
    expect(await connector.plan('RESTORE', account)).toEqual([]);
    expect(await connector.plan('REVOKE', { ...account, fence: 0 })).toEqual([
      { means: 'scim', text: 'nothing is sent: a newer order was carried out' },
    ]);
  });

  test('a name and a password instead of a token', async () => {
    const connector = desk.connector({ signIn: 'BASIC', userName: 'hopthu' });
    expect(await connector.provision(desk.account())).toMatchObject({ outcome: 'changed', verified: true });
  });
});

describe('what a SCIM server cannot do is refused, and not even asked', () => {
  test.each([
    ['suspend', {}, 'cannot suspend'],
    ['revoke', { suspendKeepsDelivery: true }, 'cannot revoke'],
  ] as const)('%s', async (operation, settings, words) => {
    const account = desk.account();
    await desk.connector().provision(account);
    desk.server.asked.length = 0;
    const result = await desk.connector(settings)[operation](account);
    expect(result).toMatchObject({ outcome: 'permanent', verified: false });
    expect(result.message).toContain(words);
    expect(desk.server.asked).toEqual([]);
    const plan = await desk.connector(settings).plan(operation === 'suspend' ? 'SUSPEND' : 'REVOKE', account);
    expect(plan).toEqual([{ means: 'scim', text: `nothing is sent: ${result.message}` }]);
  });

  test('forwarding, and passwords where no hashes are taken', async () => {
    const connector = desk.connector();
    const account = desk.account();
    expect(await connector.forward(account, { forwardTo: ['a@b.example'], keepCopy: true })).toMatchObject({ outcome: 'permanent' });
    expect(await connector.provision({ ...account, forwardTo: ['a@b.example'] })).toMatchObject({ outcome: 'permanent' });
    expect(await connector.resetPassword(account, HASH)).toMatchObject({ outcome: 'permanent' });
    expect(desk.server.asked).toEqual([]);
    expect(desk.server.users.size).toBe(0);
  });

  test.each([
    [{}, { suspendKeepsDelivery: false, resetPassword: false }],
    [
      { suspendKeepsDelivery: true, takesHashes: true },
      { suspendKeepsDelivery: true, resetPassword: true },
    ],
    [ATTRIBUTES, { suspendKeepsDelivery: true, resetPassword: false }],
  ])('capabilities with %j', (settings, expected) =>
    expect(desk.connector(settings).capabilities()).toEqual({
      endSessions: false,
      forward: false,
      list: 'complete',
      verify: 'readback',
      ...expected,
    }),
  );

  test('where locked accounts go on receiving, suspending locks', async () => {
    const connector = desk.connector({ suspendKeepsDelivery: true });
    const account = desk.account();
    await connector.provision(account);
    expect(await connector.suspend(account)).toMatchObject({ outcome: 'changed', after: 'SUSPENDED', verified: true });
    expect(desk.server.userNamed(account.address)!.active).toBe(false);
  });
});

describe('which user an account id means', () => {
  test('an account that was there before is known by the server’s own id', async () => {
    const user = desk.put({ id: 'srv/7 ă', userName: 'old@example.test' });
    const connector = desk.connector(ATTRIBUTES);
    const target = { accountId: user.id, address: 'old@example.test', fence: 3 };
    expect((await walked(connector.list())).accounts).toMatchObject([{ accountId: user.id }]);
    expect(await connector.observe(target)).toMatchObject({ state: 'ACTIVE', accountId: user.id, address: 'old@example.test' });
    expect(await connector.revoke(target)).toMatchObject({ outcome: 'changed', after: 'REVOKED', accountId: user.id, verified: true });
    expect(await connector.restore({ ...target, fence: 2 })).toMatchObject({ outcome: 'permanent' });
  });

  test('a server that forgets externalId: its own id comes back, and the address is not taken twice', async () => {
    desk.server.manners.dropsExternalId = true;
    const connector = desk.connector();
    const account = desk.account();
    const made = await connector.provision(account);
    const { id } = desk.server.userNamed(account.address)!;
    expect(made).toMatchObject({ outcome: 'changed', accountId: id, verified: true });
    expect(await connector.revoke({ ...account, accountId: id })).toMatchObject({ outcome: 'changed', verified: true });
    const again = await connector.provision(account);
    expect(again).toMatchObject({ outcome: 'permanent', message: `another account holds this address: ${account.address}` });
    expect(desk.server.users.size).toBe(1);
  });

  test('a server that does not understand the filter shows everybody: nobody is taken for another', async () => {
    desk.put({ userName: 'other@example.test', externalId: 'm-other' });
    desk.server.manners.spoil = (request) => {
      delete request.query.filter;
      return undefined;
    };
    const connector = desk.connector();
    expect(await connector.observe(desk.account())).toEqual({ state: 'NONE' });
    expect(await connector.revoke(desk.account())).toMatchObject({ outcome: 'permanent' });
    expect((await connector.check()).steps.find(({ name }) => name === scimStepTexts.finds)).toMatchObject({ isWell: false });
  });

  test('one externalId on two users is for a person to look at', async () => {
    for (const userName of ['a@example.test', 'b@example.test']) desk.put({ userName, externalId: 'm-1' });
    const result = await desk.connector().revoke({ accountId: 'm-1', address: 'a@example.test', fence: 1 });
    expect(result).toMatchObject({ outcome: 'permanent', message: 'several accounts have this externalId' });
    expect([...desk.server.users.values()].every(({ active }) => active)).toBe(true);
  });

  test.each(['.', '..', '', '../ServiceProviderConfig', '?count=1'])('an id %p leads nowhere else', async (accountId) => {
    desk.put({});
    expect(await desk.connector().observe({ accountId, address: 'a@example.test' })).toEqual({ state: 'NONE' });
  });

  test('an account whose address changed follows, unless another holds the new one', async () => {
    const connector = desk.connector();
    const account = desk.account();
    await connector.provision(account);
    const moved = { ...account, address: 'moved@example.test', name: 'Nguyễn Thị Lan Anh' };
    expect(await connector.provision(moved)).toMatchObject({ outcome: 'changed', verified: true });
    expect(desk.server.userNamed('moved@example.test')).toMatchObject({ externalId: account.accountId, displayName: moved.name });
    desk.put({ userName: 'held@example.test' });
    const result = await connector.provision({ ...moved, address: 'held@example.test' });
    expect(result).toMatchObject({ outcome: 'permanent', message: 'another account holds this address: held@example.test' });
  });
});

describe('what is seen of an account', () => {
  test.each([
    [true, undefined, 'ACTIVE'],
    [true, 'revoked', 'ACTIVE'],
    [false, 'revoked', 'REVOKED'],
    [false, 'suspended', 'SUSPENDED'],
    [false, 'active', 'REVOKED'],
    [false, undefined, 'REVOKED'],
    [undefined, undefined, 'ACTIVE'],
  ])('active %p, state %p: %s', async (active, state, expected) => {
    desk.put({ externalId: 'm-1', active, ...(state && { [EXTENSION]: { state } }) });
    expect((await desk.connector(ATTRIBUTES).observe({ accountId: 'm-1', address: '' })).state).toBe(expected);
  });

  test('a server that does not keep what it accepted is not believed', async () => {
    desk.server.manners.rewrite = (body) => {
      const { [EXTENSION]: _, ...rest } = body;
      return rest;
    };
    const connector = desk.connector(ATTRIBUTES);
    const account = desk.account();
    expect(await connector.provision(account)).toMatchObject({ outcome: 'changed', verified: false });
    expect(await connector.suspend(account)).toMatchObject({ outcome: 'changed', after: 'REVOKED', verified: false });
  });

  test('an attribute that the server does not know is refused in its own words', async () => {
    const result = await desk.connector({ fenceAttribute: 'noSuchThing' }).plan('PROVISION', desk.account());
    expect(result).toHaveLength(1);
    const account = desk.account();
    await desk.connector().provision(account);
    const refused = await desk.connector({ fenceAttribute: 'noSuchThing' }).revoke(account);
    expect(refused).toMatchObject({ outcome: 'permanent' });
    expect(refused.message).toContain('noSuchThing');
    expect(desk.server.userNamed(account.address)!.active).toBe(true);
  });
});

describe('the check of the connection', () => {
  test.each([
    [true, ATTRIBUTES, 'fenced'],
    [false, NUMBERED, 'looked'],
    [true, {}, 'versioned'],
    [false, {}, 'unfenced'],
  ] as const)('versions %p with %j: late orders are %s', async (hasVersions, settings, name) => {
    desk.server.manners.hasVersions = hasVersions;
    const health = await desk.connector(settings).check();
    expect(health.isWell).toBe(true);
    expect(health.steps.at(-1)!.name).toBe(scimStepTexts[name]);
    expect(desk.server.users.size).toBe(0);
    expect(desk.server.asked.every((line) => line.startsWith('GET'))).toBe(true);
  });

  test('a server that takes no partial changes', async () => {
    desk.server.manners.rewrite = (body) => ('patch' in body ? { ...body, patch: { supported: false } } : body);
    const { isWell, steps } = await desk.connector().check();
    expect(isWell).toBe(false);
    expect(steps.filter((step) => !step.isWell).map(({ name }) => name)).toEqual([scimStepTexts.patches]);
  });
});
