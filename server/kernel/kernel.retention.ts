/** For how long are orders that are done and idempotency keys kept (K-1)? */
import { kernelKeeps as t } from './kernel-retention.messages.js';
import { lendRetention, ofRows } from './retention.js';

export function lendKernelRetention(): void {
  lendRetention(
    {
      name: 'kernel.outbox',
      rule: 'K-1',
      what: t.outbox,
      why: t.outboxWhy,
      unit: 'DAYS',
      usual: 30,
      least: 1,
      most: 365,
      tables: ['outbox_message'],
      ...ofRows({ name: 'kernel.outbox', table: 'outbox_message', old: ({ moment }) => `t.done_at < ${moment}` }),
    },
    {
      name: 'kernel.idempotencyKeys',
      rule: 'K-1',
      what: t.idempotency,
      why: t.idempotencyWhy,
      unit: 'DAYS',
      usual: 30,
      least: 2,
      most: 365,
      tables: ['idempotency_key'],
      ...ofRows({
        name: 'kernel.idempotencyKeys',
        table: 'idempotency_key',
        key: ['actor', 'command', 'key'],
        old: ({ moment }) => `t.created_at < ${moment}`,
      }),
    },
  );
}
