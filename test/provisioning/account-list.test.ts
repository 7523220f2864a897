/** Nothing is concluded from a part of a list, whichever way it is a part. */
import { expect, test } from '@jest/globals';
import { listAccounts } from '../../server/provisioning/account-list.js';
import { type Account, type AccountList, type MailConnector, Unreachable } from '../../server/provisioning/connector.js';

const account = (i: number): Account => ({ accountId: `a${i}`, address: `a${i}@snv.example`, state: 'ACTIVE' });

/** A mail system that lists so many accounts, and then ends, breaks off, or says that there were more. */
function lists(count: number, end: 'whole' | 'more' | 'fault' | 'bug' = 'whole'): MailConnector {
  async function* walk(): AsyncGenerator<Account> {
    for (let i = 0; i < count; i++) yield account(i);
    if (end === 'fault') throw new Unreachable('cut');
    if (end === 'bug') throw new TypeError('ours');
  }
  const list: AccountList = {
    [Symbol.asyncIterator]: walk,
    complete: Promise.resolve(end === 'whole'),
    problem: () => (end === 'more' ? 'size limit' : undefined),
  };
  return { list: () => list } as unknown as MailConnector;
}

test.each([
  ['whole', lists(100), 100, { isWhole: true, problem: null }],
  ['whole for the first time', lists(100), null, { isWhole: true, problem: null }],
  ['as long as last time, but said not to be whole', lists(100, 'more'), 100, { isWhole: false, problem: 'size limit' }],
  ['broken off after as many as last time', lists(100, 'fault'), 100, { isWhole: false, problem: 'cut' }],
  ['shorter by a fifth', lists(80), 100, { isWhole: true, problem: null }],
  ['shorter by more than a fifth', lists(79), 100, { isWhole: false, problem: expect.stringContaining('shorter') }],
] as const)('%s', async (_, connector, before, expected) => expect(await listAccounts(connector, before)).toMatchObject(expected));

test('a fault of our own is not taken for one of the mail system', async () => {
  await expect(listAccounts(lists(1, 'bug'), null)).rejects.toThrow('ours');
});
