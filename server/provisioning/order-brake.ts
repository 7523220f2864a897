/** Are more mailboxes about to change than one person should answer for? Then what waits is held for a second person (the brake). */
import { systemActor } from '../identity/actor.js';
import { perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { type Brake, FEW_ORDERS, isBraked, type OrderCount } from './brake.rules.js';
import type { SystemRow } from './mail-systems.js';

const HOUR = 3_600_000;

interface Counted {
  begun_closing: number;
  begun_other: number;
  waiting_closing: number;
  waiting_other: number;
  emergencies: number;
  accounts: number;
}

/** Mailboxes, each once in each figure however often something is asked for it, so that nobody holds all others up by asking again and again. */
const COUNT = `
select count(distinct mailbox_id) filter (where begun_at > $2::timestamptz and kind in ('SUSPEND', 'REVOKE'))::int as begun_closing,
  count(distinct mailbox_id) filter (where begun_at > $2::timestamptz and kind not in ('SUSPEND', 'REVOKE'))::int as begun_other,
  count(distinct mailbox_id) filter (where state = 'WAITING' and begun_at is null and ends_at is null and kind in ('SUSPEND', 'REVOKE'))::int as waiting_closing,
  count(distinct mailbox_id) filter (where state = 'WAITING' and begun_at is null and ends_at is null and kind not in ('SUSPEND', 'REVOKE'))::int as waiting_other,
  count(distinct mailbox_id) filter (where ends_at is not null and created_at > $2::timestamptz)::int as emergencies,
  (select count(*)::int from mailbox where connector = $1 and state <> 'NONE') as accounts
from mail_order where connector = $1 and approved_at is null and (begun_at > $2::timestamptz or begun_at is null)`;

/** Holds what waits for a mail system where too much would change at once; returns why, if it does. */
export async function brake(ground: Ground, { name, mostAnHour }: Pick<SystemRow, 'name' | 'mostAnHour'>): Promise<Brake['why']> {
  const since = new Date(ground.clock.now().getTime() - HOUR).toISOString();
  const [counted] = (await executeBound<Counted>(ground.orm.em.fork(), COUNT, [name, since])) as [Counted];
  const ordersLastHour: OrderCount = { closing: counted.begun_closing, other: counted.begun_other };
  const waiting: OrderCount = { closing: counted.waiting_closing, other: counted.waiting_other };
  const judged = isBraked({ ordersLastHour, waiting, accounts: counted.accounts, mostAnHour });
  // One emergency does not wait for a mass it has nothing to do with; a mass of emergencies is a mass.
  const areEmergenciesHeld = counted.emergencies > FEW_ORDERS;
  if (!judged.why && !areEmergenciesHeld) return null;
  const why = judged.why ?? 'SHARE';
  await perform({ ground, actor: systemActor }, async (act) => {
    act.allowAnyone('the runner of orders asks for it');
    const held = await executeBound<{ id: string }>(
      act.em,
      `update mail_order set held_for = 'BRAKE', updated_at = $2::timestamptz where connector = $1 and state = 'WAITING' and begun_at is null
         and approved_at is null and held_for is null and ((ends_at is null and $3::boolean) or (ends_at is not null and $4::boolean)) returning id`,
      [name, act.now.toISOString(), judged.why !== null, areEmergenciesHeld],
    );
    if (held.length === 0) return act.unchanged();
    act.record('provisioning.brake', `mailSystem:${name}`, { ...judged, why, held: held.length });
  });
  return why;
}
