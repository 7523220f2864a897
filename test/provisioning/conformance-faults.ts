/** The cases of the conformance suite about a system that cannot be reached, or only in part. */
import { describe, expect, test } from '@jest/globals';
import { Unreachable } from '../../server/provisioning/connector.js';
import { type BenchOf, SECOND, tenant } from './conformance-bench.js';

export function faultCases(benchOf: BenchOf): void {
  const connector = () => benchOf().connector;

  describe('faults', () => {
    test('the connection is tried step by step', async () => {
      const health = await connector().check();
      expect(health.steps.length).toBeGreaterThan(0);
      expect(health).toMatchObject({ isWell: true, steps: health.steps.map(() => ({ isWell: true })) });
      for (const { name } of health.steps) expect([name.vi, name.en].every(Boolean)).toBe(true);
    });

    test('cut off: nothing is claimed, and once it is mended the account is as it was and follows orders again', async () => {
      if (!benchOf().breakOff) return expect(benchOf().breakOff).toBeUndefined();
      const one = await tenant(benchOf());
      const mend = await benchOf().breakOff!();
      try {
        const result = await connector().revoke(one.next());
        expect(['retryable', 'unknown']).toContain(result.outcome);
        expect(result.verified).toBe(false);
        await expect(connector().observe(one.at(0))).rejects.toThrow(Unreachable);
        expect((await connector().check()).isWell).toBe(false);
        const list = connector().list();
        const found: string[] = [];
        if (connector().capabilities().list !== 'none') for await (const { address } of list) found.push(address);
        expect(await list.complete).toBe(false);
        expect(list.problem()).toEqual(expect.any(String));
        for (const text of [result.message ?? '', list.problem() ?? '']) expect(text).not.toContain(SECOND.hash);
      } finally {
        await mend();
      }
      expect((await connector().observe(one.at(0))).state).toBe(await benchOf().stateSeen(one.account.address));
      const after = await connector().revoke(one.next());
      expect(['changed', 'unchanged']).toContain(after.outcome);
      expect(await benchOf().stateSeen(one.account.address)).toBe('REVOKED');
    });
  });
}
