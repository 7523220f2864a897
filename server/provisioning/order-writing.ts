/** Orders that no decision gives: written in the command's transaction, while the mailbox is held, so that those of one mailbox keep their order. */
import type { Act } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { addRows } from '../kernel/json-rows.js';
import { newId } from '../kernel/record.js';
import type { OrderKind } from '../decisions/vocabulary.js';

export interface HeldMailbox {
  id: string;
  address: string;
  state: string;
  expectedState: string;
  connector: string | null;
  officerId: string | null;
  lockedUntil: string | null;
}

/** The mailbox, held until the command ends; undefined where there is none. */
export async function holdMailbox(act: Act, id: string): Promise<HeldMailbox | undefined> {
  const [row] = await executeBound<HeldMailbox>(
    act.em,
    `select id, address, state, expected_state as "expectedState", connector, officer_id as "officerId", to_json(locked_until)#>>'{}' as "lockedUntil"
     from mailbox where id = $1::uuid for update`,
    [id],
  );
  return row;
}

export interface NewOrder {
  kind: OrderKind;
  mailbox: Pick<HeldMailbox, 'id' | 'connector'>;
  reason?: string;
  endsAt?: Date;
  aboutId?: string;
  decisionId?: string;
  passwordHash?: string;
  forwarding?: { forwardTo: string[]; keepCopy: boolean };
}

/** Its id. */
export async function writeOrder(act: Act, order: NewOrder): Promise<string> {
  const id = newId();
  const row = {
    id,
    kind: order.kind,
    mailboxId: order.mailbox.id,
    connector: order.mailbox.connector ?? '',
    state: 'WAITING',
    attempts: 0,
    verified: false,
    orderedBy: act.actor.name,
    reason: order.reason ?? null,
    endsAt: order.endsAt?.toISOString() ?? null,
    aboutId: order.aboutId ?? null,
    decisionId: order.decisionId ?? null,
    passwordHash: order.passwordHash ?? null,
    forwarding: order.forwarding ?? null,
  };
  await addRows(act.em, 'mail_order', [row], act.now);
  return id;
}
