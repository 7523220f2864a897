/** The cases of the conformance suite about lists: whole and each once, or honestly not whole. */
import { describe, expect, test } from '@jest/globals';
import type { Account, AccountList } from '../../server/provisioning/connector.js';
import { type BenchOf, tenant } from './conformance-bench.js';

async function walked(list: AccountList): Promise<Account[]> {
  const found: Account[] = [];
  for await (const account of list) found.push(account);
  return found;
}

export function listCases(benchOf: BenchOf): void {
  const connector = () => benchOf().connector;
  const hasNone = () => connector().capabilities().list === 'none';

  describe('list', () => {
    test('every account is in it once, with its state, and it says that it is whole', async () => {
      if (hasNone()) return expect(hasNone()).toBe(true);
      const tenants = await Promise.all(Array.from({ length: 7 }, (_, i) => tenant(benchOf(), { name: `Lê Văn ${i}` })));
      await connector().revoke(tenants[1]!.next());
      if (connector().capabilities().suspendKeepsDelivery) await connector().suspend(tenants[2]!.next());
      const list = connector().list();
      const found = await walked(list);
      const isWhole = connector().capabilities().list === 'complete';
      expect({ isWhole: await list.complete, ...(isWhole && { problem: list.problem() }) }).toEqual({ isWhole });
      expect(new Set(found.map(({ accountId }) => accountId)).size).toBe(found.length);
      for (const one of tenants) {
        const same = found.filter(({ address }) => address === one.account.address);
        expect(same).toHaveLength(1);
        expect(same[0]!.accountId).toBe(one.at(0).accountId);
        expect(same[0]!.state).toBe(await benchOf().stateSeen(one.account.address));
      }
    });

    test('a walker that leaves early is told that the list is not whole', async () => {
      if (hasNone()) return expect(hasNone()).toBe(true);
      await tenant(benchOf());
      await tenant(benchOf());
      const list = connector().list();
      for await (const account of list) {
        expect(account.address).toContain('@');
        break;
      }
      expect(await list.complete).toBe(false);
      expect(list.problem()).toEqual(expect.any(String));
    });
  });
}
