/** The cases of the conformance suite about orders: what they do, what they do twice, and that an older one undoes nothing. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Capabilities, NewAccount, Result } from '../../server/provisioning/connector.js';
import { inFull } from '../support/in-full.js';
import { type BenchOf, carryOut, fresh, OPERATIONS, ordered, SECOND, tenant, tenantOf, type Tenant } from './conformance-bench.js';

const isVerified = (capabilities: Capabilities): boolean => capabilities.verify !== 'none';

export function orderCases(benchOf: BenchOf): void {
  const connector = () => benchOf().connector;
  const can = () => connector().capabilities();
  const seen = ({ account }: Tenant) => benchOf().stateSeen(account.address);
  const observed = (one: Tenant) => connector().observe(one.at(0));
  const expectDone = (result: Result, outcome: 'changed' | 'unchanged', after: string) =>
    expect(result).toMatchObject({ outcome, after, ...(outcome === 'changed' && { verified: isVerified(can()) }) });

  describe('orders', () => {
    test('provision makes the account, the same again changes nothing, and it is found under the id the product gave', async () => {
      const account = ordered(benchOf());
      expect(await benchOf().stateSeen(account.address)).toBe('NONE');
      const first = await connector().provision(account);
      expectDone(first, 'changed', 'ACTIVE');
      expect(first.before).toBe('NONE');
      expect(await benchOf().stateSeen(account.address)).toBe('ACTIVE');
      const again = await connector().provision(account);
      expectDone(again, 'unchanged', 'ACTIVE');
      expect(again.accountId ?? account.accountId).toBe(first.accountId ?? account.accountId);
      // After an unknown outcome the product has only its own id.
      const found = await connector().observe(account);
      expect(found).toMatchObject({ state: 'ACTIVE', address: account.address });
      expect((await observed(tenantOf(account, first))).state).toBe('ACTIVE');
    });

    test('an address that another account holds is never taken over', async () => {
      const one = await tenant(benchOf());
      const other = ordered(benchOf(), { address: one.account.address, name: 'Trần Văn Bình', fence: 9, passwordHash: SECOND.hash });
      const result = await connector().provision(other);
      expect(result.outcome).toBe('permanent');
      expect(result.message).toContain(one.account.address);
      expect(await connector().observe(one.at(0))).toMatchObject({ state: 'ACTIVE', accountId: one.at(0).accountId });
      expect((await benchOf().passwordFits?.(one.account.address, one.password)) ?? true).toBe(true);
    });

    test('suspend, restore, revoke, restore: each once is seen, each twice changes nothing, and the old password fits again', async () => {
      const one = await tenant(benchOf());
      const walk = [
        ...(can().suspendKeepsDelivery ? ([['SUSPEND', 'SUSPENDED']] as const) : []),
        ['RESTORE', 'ACTIVE'],
        ['REVOKE', 'REVOKED'],
        ['RESTORE', 'ACTIVE'],
      ] as const;
      let before = 'ACTIVE';
      for (const [operation, after] of walk) {
        const result = await carryOut(connector(), operation, one.next());
        expectDone(result, before === after ? 'unchanged' : 'changed', after);
        expect(result.before).toBe(before);
        expect(await seen(one)).toBe(after);
        expect((await observed(one)).state).toBe(after);
        expectDone(await carryOut(connector(), operation, one.next()), 'unchanged', after);
        before = after;
      }
      expect((await benchOf().passwordFits?.(one.account.address, one.password)) ?? true).toBe(true);
    });

    test('a suspended account can be revoked and a revoked one suspended', async () => {
      const one = await tenant(benchOf());
      const canSuspend = can().suspendKeepsDelivery;
      if (canSuspend) expectDone(await connector().suspend(one.next()), 'changed', 'SUSPENDED');
      expectDone(await connector().revoke(one.next()), 'changed', 'REVOKED');
      expect(await seen(one)).toBe('REVOKED');
      if (canSuspend) expectDone(await connector().suspend(one.next()), 'changed', 'SUSPENDED');
      if (canSuspend) expect(await seen(one)).toBe('SUSPENDED');
    });

    test('a new password replaces the old one and leaves the state alone', async () => {
      if (!can().resetPassword) return expect(can().resetPassword).toBe(false);
      const one = await tenant(benchOf());
      expect((await connector().resetPassword(one.next(), SECOND.hash)).outcome).toBe('changed');
      expect((await benchOf().passwordFits?.(one.account.address, SECOND.password)) ?? true).toBe(true);
      expect((await benchOf().passwordFits?.(one.account.address, one.password)) ?? false).toBe(false);
      expect(await seen(one)).toBe('ACTIVE');
      expectDone(await connector().revoke(one.next()), 'changed', 'REVOKED');
      expect((await connector().resetPassword(one.next(), one.account.passwordHash)).outcome).toBe('changed');
      expect(await seen(one)).toBe('REVOKED');
    });

    test('forwarding is switched on and off', async () => {
      if (!can().forward) return expect(can().forward).toBe(false);
      const one = await tenant(benchOf());
      const on = { forwardTo: [`${fresh('xa')}@elsewhere.test`, `${fresh('xb')}@elsewhere.test`], keepCopy: false };
      expectDone(await connector().forward(one.next(), on), 'changed', 'ACTIVE');
      const { forwarding } = await observed(one);
      expect([...forwarding!.forwardTo].sort()).toEqual([...on.forwardTo].sort());
      expect(forwarding!.keepCopy).toBe(false);
      expectDone(await connector().forward(one.next(), on), 'unchanged', 'ACTIVE');
      const off = { forwardTo: [], keepCopy: true };
      expectDone(await connector().forward(one.next(), off), 'changed', 'ACTIVE');
      expect((await observed(one)).forwarding?.forwardTo ?? []).toEqual([]);
    });

    test('an operation on an account that is not there is permanent and makes none', async () => {
      const account = ordered(benchOf());
      const orders = [
        connector().suspend(account),
        connector().restore(account),
        connector().revoke(account),
        ...(can().resetPassword ? [connector().resetPassword(account, SECOND.hash)] : []),
        ...(can().forward ? [connector().forward(account, { forwardTo: ['a@elsewhere.test'], keepCopy: true })] : []),
      ];
      for (const result of await Promise.all(orders)) expect(result.outcome).toBe('permanent');
      expect(await connector().observe(account)).toMatchObject({ state: 'NONE' });
      expect(await benchOf().stateSeen(account.address)).toBe('NONE');
    });

    test('an account is not found under the id of another', async () => {
      const one = await tenant(benchOf());
      const stranger = { accountId: benchOf().newId(), address: one.account.address };
      expect((await connector().observe(stranger)).state).toBe('NONE');
      expect((await connector().revoke({ ...stranger, fence: 99 })).outcome).toBe('permanent');
      expect(await seen(one)).toBe('ACTIVE');
    });

    test('a plan writes nothing and shows no secret', async () => {
      const account = ordered(benchOf());
      for (const operation of OPERATIONS.filter((each) => each === 'PROVISION'))
        expect((await connector().plan(operation, account)).length).toBeGreaterThan(0);
      expect(await benchOf().stateSeen(account.address)).toBe('NONE');
      const one = await tenant(benchOf());
      for (const operation of OPERATIONS) {
        const changes = await connector().plan(operation, { ...one.account, ...one.at(2), passwordHash: SECOND.hash });
        const shown = JSON.stringify(changes);
        for (const secret of [SECOND.hash, one.account.passwordHash]) expect(shown).not.toContain(secret.slice(-20));
        if (operation === 'REVOKE') expect(changes.length).toBeGreaterThan(0);
      }
      expect(await seen(one)).toBe('ACTIVE');
      expect((await benchOf().passwordFits?.(one.account.address, one.password)) ?? true).toBe(true);
    });
  });

  describe('fence (G-8)', () => {
    const hasNone = () => benchOf().lacks?.includes('fence') ?? false;

    test('a lower fence is refused and changes nothing, the same fence is the same order', async () => {
      if (hasNone()) return expect(hasNone()).toBe(true);
      const one = await tenant(benchOf(), { fence: 5 });
      expectDone(await connector().revoke(one.at(7)), 'changed', 'REVOKED');
      const late = [
        await connector().restore(one.at(6)),
        await connector().suspend(one.at(6)),
        await connector().provision({ ...one.account, ...one.at(6) }),
        ...(can().resetPassword ? [await connector().resetPassword(one.at(6), SECOND.hash)] : []),
        ...(can().forward ? [await connector().forward(one.at(6), { forwardTo: ['a@elsewhere.test'], keepCopy: true })] : []),
      ];
      for (const result of late) expect(result).toMatchObject({ outcome: 'permanent', message: 'a newer order was carried out' });
      expect(await seen(one)).toBe('REVOKED');
      expectDone(await connector().restore(one.at(8)), 'changed', 'ACTIVE');
      expect((await benchOf().passwordFits?.(one.account.address, one.password)) ?? true).toBe(true);
      expect((await observed(one)).forwarding?.forwardTo ?? []).toEqual([]);
      expectDone(await connector().restore(one.at(8)), 'unchanged', 'ACTIVE');
    });

    test('an order that found nothing to change still shuts out the older ones', async () => {
      if (hasNone()) return expect(hasNone()).toBe(true);
      const one = await tenant(benchOf());
      expectDone(await connector().restore(one.at(4)), 'unchanged', 'ACTIVE');
      expect((await connector().revoke(one.at(3))).outcome).toBe('permanent');
      expect(await seen(one)).toBe('ACTIVE');
    });

    test('of twelve orders at once the newest has the last word', async () => {
      if (hasNone()) return expect(hasNone()).toBe(true);
      for (let round = 0; round < 3; round += 1) {
        const one = await tenant(benchOf());
        const fences = Array.from({ length: 12 }, (_, i) => i + 2);
        const operations = fences.map((fence) => [fence, (fence + round) % 2 === 0 ? 'REVOKE' : 'RESTORE'] as const);
        // The newest first: whoever compares before writing, and not while writing, lets the others pass.
        const turned = round === 0 ? operations.toReversed() : operations.map((_, i) => operations[(i * 5 + 11) % operations.length]!);
        const give = async ([fence, operation]: (typeof operations)[number]) => {
          for (;;) {
            const result = await carryOut(connector(), operation, one.at(fence));
            if (result.outcome !== 'retryable' && result.outcome !== 'unknown') return { fence, result };
          }
        };
        const results = await Promise.all(turned.map(give));
        for (const { fence, result } of results)
          expect(['changed', 'unchanged', ...(fence === 13 ? [] : ['permanent'])]).toContain(result.outcome);
        expect(await seen(one)).toBe(operations.at(-1)![1] === 'REVOKE' ? 'REVOKED' : 'ACTIVE');
      }
    });
  });

  describe('many and odd ones', () => {
    test('20 accounts at once: each is there once and has the state of its own order', async () => {
      const accounts = Array.from({ length: 20 }, (_, i) => ordered(benchOf(), { name: `Người thứ ${i}` }));
      const results = await Promise.all(accounts.map((account) => connector().provision(account)));
      expect(results.map(({ outcome }) => outcome)).toEqual(accounts.map(() => 'changed'));
      const tenants = accounts.map((account, i) => tenantOf(account, results[i]!));
      const revoked = await Promise.all(
        tenants.map((one, i) => (i % 2 ? connector().revoke(one.next()) : connector().restore(one.next()))),
      );
      expect(revoked.map(({ after }) => after)).toEqual(tenants.map((_, i) => (i % 2 ? 'REVOKED' : 'ACTIVE')));
      expect(await Promise.all(tenants.map(seen))).toEqual(tenants.map((_, i) => (i % 2 ? 'REVOKED' : 'ACTIVE')));
    });

    /** Made as it was asked for, or refused for good with nothing there: never anything in between, and never another's. */
    async function expectWholeOrNothing(account: NewAccount): Promise<void> {
      const result = await connector().provision(account);
      expect(['changed', 'permanent']).toContain(result.outcome);
      const found = await connector().observe({ ...account, accountId: result.accountId ?? account.accountId });
      if (result.outcome === 'permanent') return expect(found.state).toBe('NONE');
      expect(found).toMatchObject({ state: 'ACTIVE', address: account.address });
      const one = tenantOf(account, result);
      // Whether a mail server can be asked about such an address is another question.
      expect(await connector().revoke(one.next())).toMatchObject({ outcome: 'changed', after: 'REVOKED' });
      expect(await seen(one)).toBe('REVOKED');
    }

    test.each([
      "o'brien",
      'a"b',
      'a*b',
      'a(b)c',
      'a\\b',
      'a%b',
      'a_b',
      'nguyễn.thị.lan',
      'a,b=c+d',
      'a#b;c',
      'a<b>',
      '#lan',
      "x'; drop table mailbox; --",
      '*)(mail=*',
      'a$1b',
    ])('an address with %s and a name to match', async (word) => {
      const bystander = await tenant(benchOf());
      await expectWholeOrNothing(ordered(benchOf(), { address: `${fresh(word)}@example.test`, name: `${word} Nguyễn "Lan" (\\*%')` }));
      expect(await seen(bystander)).toBe('ACTIVE');
    });

    test('names and addresses made of odd signs', async () => {
      const odd = fc.string({ unit: fc.constantFrom(...`'"*()\\%_;,=+<>#&|!/ăđộ \`$?[]{}~^:-.`), minLength: 1, maxLength: 20 });
      const bystander = await tenant(benchOf());
      await fc.assert(
        fc.asyncProperty(odd, odd, async (local, name) => {
          const address = `${fresh('x')}${local.replaceAll(/[\s:<>;,"]/g, '')}@example.test`;
          await expectWholeOrNothing(ordered(benchOf(), { address, name: name.trim() || 'Lan' }));
        }),
        { numRuns: inFull(200, 30) },
      );
      expect(await seen(bystander)).toBe('ACTIVE');
    });
  });
}
