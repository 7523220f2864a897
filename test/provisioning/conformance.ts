/**
 * Does a connector keep what the port promises? One suite for all kinds of mail systems: each test file opens a bench, the real system with the
 * connector beside it, and what came of an order is read past the connector.
 */
import { afterAll, beforeAll, describe } from '@jest/globals';
import { mailPasswordHash } from '../../server/provisioning/mail-password.js';
import { type Bench, type BenchOf, FIRST, SECOND } from './conformance-bench.js';
import { faultCases } from './conformance-faults.js';
import { listCases } from './conformance-list.js';
import { orderCases } from './conformance-orders.js';

export type { Bench } from './conformance-bench.js';

/** The suite. `open` is called once; every case uses accounts of its own. */
export function conformance(name: string, open: () => Promise<Bench>): void {
  describe(`${name}: what every connector promises`, () => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await open();
      for (const each of [FIRST, SECOND]) each.hash = await (bench.hashOf ?? mailPasswordHash)(each.password);
    });
    afterAll(() => bench?.close());
    const benchOf: BenchOf = () => bench;
    orderCases(benchOf);
    listCases(benchOf);
    faultCases(benchOf);
  });
}
