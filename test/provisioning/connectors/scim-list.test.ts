import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openDesk, type ScimDesk, walked } from './scim-desk.js';

let desk: ScimDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const fill = (count: number) => Array.from({ length: count }, (_, i) => desk.put({ externalId: `m-${i}`, userName: `u${i}@example.test` }));
const isList = (body: Record<string, unknown>): boolean => 'totalResults' in body;

describe('the list of a SCIM server', () => {
  test.each([0, 1, 3, 4, 5, 8, 11])('%i accounts over pages of four: whole, each once', async (count) => {
    fill(count);
    const { accounts, isWhole, problem } = await walked(desk.connector().list());
    expect({ isWhole, problem }).toEqual({ isWhole: true, problem: undefined });
    expect(accounts.map(({ accountId }) => accountId)).toEqual(Array.from({ length: count }, (_, i) => `m-${i}`));
    expect(desk.server.asked.filter((line) => line.startsWith('GET'))).toHaveLength(Math.max(1, Math.ceil(count / 4)));
  });

  test('ids, names and states are those of the accounts', async () => {
    desk.put({ id: 's-1', externalId: 'm-1', userName: 'An@Example.test', displayName: 'Nguyễn Văn An' });
    desk.put({ id: 's-2', userName: 'binh@example.test', active: false, name: { formatted: 'Trần Thị Bình' } });
    const { accounts } = await walked(desk.connector().list());
    expect(accounts).toEqual([
      { accountId: 'm-1', address: 'an@example.test', name: 'Nguyễn Văn An', state: 'ACTIVE' },
      { accountId: 's-2', address: 'binh@example.test', name: 'Trần Thị Bình', state: 'REVOKED' },
    ]);
    const kept = await walked(desk.connector({ suspendKeepsDelivery: true }).list());
    expect(kept.accounts[1]).toMatchObject({ state: 'SUSPENDED' });
  });

  test('all in one answer is whole too', async () => {
    fill(9);
    desk.server.manners.spoil = (request) => {
      Object.assign(request.query, { count: '100' });
      return undefined;
    };
    expect(await walked(desk.connector().list())).toMatchObject({ isWhole: true, accounts: { length: 9 } });
    expect(desk.server.asked).toHaveLength(1);
  });

  test('without pages: the first one over and over', async () => {
    fill(9);
    desk.server.manners.spoil = (request) => {
      Object.assign(request.query, { startIndex: '1' });
      return undefined;
    };
    expect(await walked(desk.connector().list())).toMatchObject({
      isWhole: false,
      problem: 'an account came twice',
      accounts: { length: 4 },
    });
  });

  test('a total that moves', async () => {
    fill(9);
    let pages = 0;
    desk.server.manners.rewrite = (body) => (isList(body) && (pages += 1) === 2 ? { ...body, totalResults: 10 } : body);
    const { isWhole, problem } = await walked(desk.connector().list());
    expect(isWhole).toBe(false);
    expect(problem).toContain('moved from 9 to 10');
  });

  test('an account that is made or goes while the list is read', async () => {
    fill(9);
    let pages = 0;
    desk.server.manners.spoil = () => {
      if ((pages += 1) === 2) desk.server.users.delete([...desk.server.users.keys()][0]!);
      return undefined;
    };
    expect(await walked(desk.connector().list())).toMatchObject({ isWhole: false });
  });

  test('an id that comes twice, the server’s or the product’s', async () => {
    fill(3);
    desk.put({ externalId: 'm-1', userName: 'again@example.test' });
    expect(await walked(desk.connector().list())).toMatchObject({ isWhole: false, problem: 'an account came twice' });
  });

  test.each<[string, (body: Record<string, unknown>) => unknown, string]>([
    ['fewer than announced', (body) => ({ ...body, totalResults: 12 }), '12 accounts were announced, 9 came'],
    ['more than announced', (body) => ({ ...body, totalResults: 2 }), '2 accounts were announced, 4 came'],
    ['no total', ({ totalResults: _, ...rest }) => rest, 'totalResults'],
    ['a total that is no number', (body) => ({ ...body, totalResults: 'many' }), 'totalResults'],
    ['an absurd total', (body) => ({ ...body, totalResults: 1e9 }), '1000000000'],
    ['no list', () => [], 'no SCIM list'],
    ['entries that are none', (body) => ({ ...body, Resources: { an: 1 } }), 'no SCIM list'],
    ['an entry without an id', (body) => ({ ...body, Resources: [{ userName: 'x@example.test' }] }), 'no id or no userName'],
    ['an entry without a name', (body) => ({ ...body, Resources: [{ id: 'x' }] }), 'no id or no userName'],
    ['an entry of nothing', (body) => ({ ...body, Resources: [null] }), 'no id or no userName'],
  ])('%s: not whole', async (_, spoilt, words) => {
    fill(9);
    desk.server.manners.rewrite = (body) => {
      // What the server has no more of, it leaves empty.
      const isBeyond = isList(body) && Number(body.startIndex) > 9;
      return spoilt(isBeyond ? { ...body, Resources: [] } : body);
    };
    const { isWhole, problem } = await walked(desk.connector().list());
    expect(isWhole).toBe(false);
    expect(problem).toContain(words);
  });

  test('cut on the second page', async () => {
    fill(9);
    await desk.proxy.set({ mode: 'cutAfterRequest', matching: /startIndex=5/ });
    const { accounts, isWhole, problem } = await walked(desk.connector().list());
    expect({ isWhole, count: accounts.length }).toEqual({ isWhole: false, count: 4 });
    expect(problem).toContain('cut');
  });

  test('2,000 accounts', async () => {
    fill(2_000);
    expect(await walked(desk.connector({ pageSize: 500, timeoutSeconds: 30 }).list())).toMatchObject({
      isWhole: true,
      accounts: { length: 2_000 },
    });
  });
});
