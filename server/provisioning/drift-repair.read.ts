/** What would repairing a difference do? The order of the decision in force, or of the emergency that holds, that is given again (D-8). */
import { sql } from 'kysely';
import type { OrderKind } from '../decisions/vocabulary.js';
import type { Ground } from '../kernel/ground.js';
import { ALIKE, DECISION_ASKS, orderFor } from './drift.service.js';
import { LEAVER_ASKS } from './leavers.js';
import type { DriftKind } from './vocabulary.js';

export interface Repair {
  kind: OrderKind;
  /** Of the decision in force; null for an emergency suspension, or where the decision has no number. */
  decisionNumber: string | null;
  isEmergency: boolean;
}

interface Row {
  id: string;
  kind: DriftKind;
  found: string;
  wanted: string;
  mailboxId: string;
}

/** Of each difference; null where nothing can be repaired, or no decision in force asks for it. */
export async function repairsOf({ read, clock }: Ground, ids: readonly string[]): Promise<(Repair | null)[]> {
  const now = clock.now();
  const drifts = await read.run<Row>(
    read.db
      .selectFrom('mail_drift as d')
      .innerJoin('mailbox as m', 'm.id', 'd.mailbox_id')
      .select([
        'd.id',
        'd.kind',
        'd.found',
        'm.id as mailboxId',
        sql<string>`case when m.locked_until > ${now} and m.expected_state = 'ACTIVE' then 'SUSPENDED' else m.expected_state end`.as(
          'wanted',
        ),
      ])
      .where(sql<boolean>`d.id = any(${[...ids]}::uuid[]) and d.settled_at is null and d.kind in ('MISSING', 'OTHER_STATE')`),
  );
  const orders = await read.run<{ mailboxId: string; kind: string; number: string | null; isEmergency: boolean }>(
    read.db
      .selectFrom('mail_order as o')
      .leftJoin('decision as d', 'd.id', 'o.decision_id')
      .select(['o.mailbox_id as mailboxId', 'o.kind', 'd.number', sql<boolean>`o.ends_at is not null`.as('isEmergency')])
      .where(
        sql<boolean>`o.mailbox_id = any(${drifts.map(({ mailboxId }) => mailboxId)}::uuid[]) and (o.ends_at > ${now} or ${sql.raw(LEAVER_ASKS)} or ${sql.raw(DECISION_ASKS)})`,
      )
      .orderBy('o.number', 'desc'),
  );
  const found = new Map(
    drifts.map((drift) => {
      const kind = drift.wanted === drift.found ? undefined : orderFor(drift.wanted, drift.found);
      const basis = kind && orders.find((order) => order.mailboxId === drift.mailboxId && ALIKE[kind]!.includes(order.kind));
      return [drift.id, basis ? { kind: kind!, decisionNumber: basis.number, isEmergency: basis.isEmergency } : null];
    }),
  );
  return ids.map((id) => found.get(id) ?? null);
}
