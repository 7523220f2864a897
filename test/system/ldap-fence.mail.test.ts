/** Can a worker that slept undo a newer order in a directory, or leave one half done without saying so? The sleep is a request held on its way. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MailConnector, Result, Target } from '../../server/provisioning/connector.js';
import { NEWER_ORDER } from '../../server/provisioning/connectors/ldap-steps.rules.js';
import { fresh } from '../provisioning/conformance-bench.js';
import { LdapBench, PEOPLE, REVOKED, SUFFIX, type Variant } from '../provisioning/ldap-bench.js';
import { mailPasswordHash } from '../../server/provisioning/mail-password.js';
import type { RequestKind } from '../support/ldap-proxy.js';

const ROUNDS = 200;

describe.each<Variant>(['MOVE', 'ATTRIBUTE'])('way of keeping a state: %s', (variant) => {
  let bench: LdapBench;
  let passwordHash: string;
  /** Goes through the proxy, where it can be made to sleep. */
  let sleeper: MailConnector;
  let awake: MailConnector;
  beforeAll(async () => {
    bench = await LdapBench.open(variant);
    sleeper = bench.connector();
    awake = bench.connector({ url: bench.slapd.url });
    passwordHash = await mailPasswordHash('first-password-of-a-test');
  });
  afterAll(() => bench?.close());

  async function account(given: { fence?: number } = {}) {
    const address = `${fresh()}@example.test`;
    const asked = {
      accountId: bench.newId(),
      address,
      fence: 1,
      name: 'Lan',
      passwordHash,
      quotaMb: 10,
      forwardTo: [],
      keepCopy: true,
      ...given,
    };
    const { accountId, outcome, message } = await awake.provision(asked);
    if (outcome !== 'changed') throw new Error(`${outcome} ${message}`);
    return { asked, address, at: (fence: number): Target => ({ accountId: accountId!, address, fence }) };
  }

  /** Gives an order that sleeps before its request of this kind, meanwhile the newer ones, and wakes it. */
  async function asleep(kind: RequestKind, older: () => Promise<Result>, meanwhile: () => Promise<void>): Promise<Result> {
    const { reached, release } = bench.proxy.trap(kind, 'HOLD');
    const sleeping = older();
    await reached;
    await meanwhile();
    release();
    return sleeping;
  }

  test('one that slept before it wrote is refused, and nothing of it is seen', async () => {
    const { at, address } = await account();
    const result = await asleep(
      'MODIFY',
      () => sleeper.revoke(at(2)),
      async () => {
        expect(await awake.suspend(at(3))).toMatchObject({ outcome: 'changed', verified: true });
      },
    );
    expect(result).toMatchObject({ outcome: 'permanent', message: NEWER_ORDER, verified: false });
    expect(await bench.stateSeen(address)).toBe('SUSPENDED');
    expect((await awake.observe(at(0))).fence).toBe(3);
  });

  test('a new password that slept does not replace the newer one', async () => {
    const { at, address } = await account();
    const late = await asleep(
      'MODIFY',
      async () => sleeper.resetPassword(at(2), await mailPasswordHash('late')),
      async () => void (await awake.resetPassword(at(3), await mailPasswordHash('newer'))),
    );
    expect(late).toMatchObject({ outcome: 'permanent', message: NEWER_ORDER });
    expect([await bench.passwordFits(address, 'newer'), await bench.passwordFits(address, 'late')]).toEqual([true, false]);
  });

  test.each([
    ['revoked', 'REVOKED'],
    ['suspended', 'SUSPENDED'],
  ])('one that slept before it made an entry makes none beside that which was made and %s meanwhile', async (_, state) => {
    const address = `${fresh()}@example.test`;
    const asked = { accountId: bench.newId(), address, fence: 1, name: 'Lan', passwordHash, quotaMb: 10, forwardTo: [], keepCopy: true };
    const seen: string[] = [];
    const result = await asleep(
      'ADD',
      () => sleeper.provision(asked),
      async () => {
        const { accountId, outcome } = await awake.provision({ ...asked, fence: 2 });
        const target = { accountId: accountId!, address, fence: 3 };
        const closed = await (state === 'REVOKED' ? awake.revoke(target) : awake.suspend(target));
        seen.push(outcome, closed.outcome, closed.after!);
      },
    );
    expect(seen).toEqual(['changed', 'changed', state]);
    expect(result).toMatchObject({ outcome: 'permanent', message: NEWER_ORDER });
    expect([await bench.stateSeen(address), (await bench.entriesOf(address)).length]).toEqual([state, 1]);
  });

  test('the address that another account was given meanwhile stays with it, and orders about it do not fail', async () => {
    const address = `${fresh()}@example.test`;
    const asked = { address, fence: 1, name: 'Lan', passwordHash, quotaMb: 10, forwardTo: [], keepCopy: true };
    // It wakes, makes its entry, and sleeps again before it looks.
    const { reached, release } = bench.proxy.trap('ADD', 'HOLD');
    const sleeping = sleeper.provision({ ...asked, accountId: bench.newId() });
    await reached;
    const { accountId } = await awake.provision({ ...asked, accountId: bench.newId() });
    const holder = { accountId: accountId!, address, fence: 2 };
    const look = bench.proxy.trap('SEARCH', 'HOLD');
    release();
    if (variant === 'MOVE') {
      await look.reached;
      expect(await bench.entriesOf(address)).toHaveLength(2);
      const [order] = await Promise.all([awake.suspend(holder), new Promise((done) => setTimeout(done, 150)).then(look.release)]);
      expect(order).toMatchObject({ outcome: 'changed', after: 'SUSPENDED', verified: true });
    } else look.release();
    expect(await sleeping).toMatchObject({ outcome: 'permanent', message: expect.stringContaining(address) });
    bench.proxy.forget();
    expect(await bench.entriesOf(address)).toHaveLength(1);
    expect(await awake.observe(holder)).toMatchObject({ accountId: holder.accountId });
  });

  if (variant === 'MOVE') {
    test('a new entry is closed until it is moved, and one whose maker died is opened by the same order', async () => {
      const address = `${fresh()}@example.test`;
      const asked = { accountId: bench.newId(), address, fence: 1, name: 'Lan', passwordHash, quotaMb: 10, forwardTo: [], keepCopy: true };
      bench.proxy.trap('MOVE', 'CUT_BEFORE');
      expect(await sleeper.provision(asked)).toMatchObject({ outcome: 'unknown' });
      expect([await bench.stateSeen(address), (await awake.observe(asked)).state]).toEqual(['REVOKED', 'REVOKED']);
      expect(await awake.provision(asked)).toMatchObject({ outcome: 'changed', after: 'ACTIVE', verified: true });
      expect(await bench.entriesOf(address)).toHaveLength(1);
    });

    test('one that slept between writing and moving moves nothing any more', async () => {
      const { at, address } = await account();
      const result = await asleep(
        'MOVE',
        () => sleeper.revoke(at(2)),
        async () => {
          // Half of the older order is done: nobody gets in, mail is still accepted.
          expect(await bench.stateSeen(address)).toBe('SUSPENDED');
          expect(await awake.restore(at(3))).toMatchObject({ outcome: 'changed', after: 'ACTIVE', verified: true });
        },
      );
      expect(result).toMatchObject({ outcome: 'permanent', message: NEWER_ORDER, before: 'ACTIVE' });
      expect(await bench.stateSeen(address)).toBe('ACTIVE');
    });

    test('one that slept before moving back leaves a newly revoked one where it is', async () => {
      const { at, address } = await account();
      await awake.revoke(at(2));
      const result = await asleep(
        'MOVE',
        () => sleeper.restore(at(3)),
        async () => {
          // The half that was written is taken back too.
          expect(await awake.revoke(at(4))).toMatchObject({ before: 'REVOKED', after: 'REVOKED', verified: true });
        },
      );
      expect(result).toMatchObject({ outcome: 'permanent', message: NEWER_ORDER });
      expect(await bench.stateSeen(address)).toBe('REVOKED');
    });

    test('an entry moved meanwhile is found again, and the order is carried out where it lies', async () => {
      const { at, address } = await account({ fence: 1 });
      const result = await asleep(
        'MODIFY',
        () => sleeper.suspend(at(5)),
        async () => void (await awake.revoke(at(2))),
      );
      expect(result).toMatchObject({ outcome: 'changed', after: 'SUSPENDED', verified: true });
      expect(await bench.stateSeen(address)).toBe('SUSPENDED');
    });

    test('a revoked name that is taken is made longer, and comes back as it is', async () => {
      const first = await account();
      await awake.revoke(first.at(2));
      const [{ dn } = { dn: '' }] = await bench.entriesOf(first.address);
      // Another holder of the same name, made while the first lay among the revoked.
      const other = await account();
      const [there] = await bench.entriesOf(other.address);
      await bench.move(there!.dn, dn.replace(REVOKED, PEOPLE));
      expect(await awake.revoke(other.at(2))).toMatchObject({ outcome: 'changed', after: 'REVOKED', verified: true });
      expect((await bench.entriesOf(other.address))[0]!.dn).toBe(`uid=${other.address},${REVOKED}`);
      for (const one of [first, other]) expect(await awake.restore(one.at(3))).toMatchObject({ after: 'ACTIVE', verified: true });
    });
  }

  test(`${ROUNDS} sleeps at random places: none undoes the newer order`, async () => {
    const operations = ['suspend', 'restore', 'revoke'] as const;
    const states = { suspend: 'SUSPENDED', restore: 'ACTIVE', revoke: 'REVOKED' } as const;
    const { at, address } = await account();
    const counts = { late: 0, early: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const fence = 2 + round * 2;
      const [older, newer] = [operations[round % 3]!, operations[Math.floor(round / 3) % 3]!];
      const kinds: RequestKind[] = variant === 'MOVE' ? ['MODIFY', 'MOVE', 'SEARCH'] : ['MODIFY', 'SEARCH'];
      const { reached, release } = bench.proxy.trap(kinds[round % kinds.length]!, 'HOLD');
      const sleeping = sleeper[older](at(fence));
      // An order that moves nothing never meets the trap of a move.
      await Promise.race([reached, sleeping]);
      const result = await awake[newer](at(fence + 1));
      expect(['changed', 'unchanged']).toContain(result.outcome);
      release();
      const { outcome, message } = await sleeping;
      if (outcome === 'permanent') {
        expect(message).toBe(NEWER_ORDER);
        counts.late += 1;
      } else counts.early += 1;
      expect([round, await bench.stateSeen(address)]).toEqual([round, states[newer]]);
      bench.proxy.forget();
    }
    expect(counts.late).toBeGreaterThan(ROUNDS / 3);
  });

  test('an order by an entry that took the place of another writes into neither', async () => {
    const { at, address } = await account();
    const [entry] = await bench.entriesOf(address);
    const stranger = `${fresh()}@example.test`;
    const result = await asleep(
      'MODIFY',
      () => sleeper.suspend(at(2)),
      async () => {
        await bench.move(entry!.dn, `uid=lan-was-here,ou=elsewhere,${SUFFIX}`);
        await bench.asAdmin((client) =>
          client.add(entry!.dn, {
            objectClass: ['inetOrgPerson', 'registryMailbox'],
            cn: 'Another',
            sn: 'Another',
            mail: stranger,
            mailEnabled: 'TRUE',
            mailState: 'active',
          }),
        );
      },
    );
    // Found again elsewhere; brought back where entries may be moved, else reported.
    expect(result.outcome).toBe(variant === 'MOVE' ? 'changed' : 'permanent');
    expect(await bench.stateSeen(stranger)).toBe('ACTIVE');
    expect(await bench.stateSeen(address)).toBe(variant === 'MOVE' ? 'SUSPENDED' : 'REVOKED');
  });

  test('without a fence the same orders are carried out, and its absence is said', async () => {
    const open = bench.connector({ fenceAttribute: '-' });
    const { at, address } = await account();
    expect(await open.revoke(at(9))).toMatchObject({ outcome: 'changed', after: 'REVOKED', verified: true });
    expect(await open.restore(at(1))).toMatchObject({ outcome: 'changed', after: 'ACTIVE', verified: true });
    expect(await bench.stateSeen(address)).toBe('ACTIVE');
    expect((await awake.observe(at(0))).fence).toBe(1);
    const { steps, isWell } = await open.check();
    expect([isWell, steps.filter(({ detail }) => detail?.startsWith('switched off')).length]).toEqual([true, 1]);
  });
});
