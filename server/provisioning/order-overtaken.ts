/** Has a later order taken the place of one before it was carried out? For the runner and for hand-over files alike: then nobody carries it out. */

const STATES = `('SUSPEND', 'RESTORE', 'REVOKE')`;
const CLOSING = `('SUSPEND', 'REVOKE')`;

/**
 * A condition on an order `o` of a mailbox `m`; $2 is now by the city's clock. A suspension is not overtaken while an emergency holds, as what opens
 * waits for its end; and what closes does not give way to what closes too but is held by the brake.
 */
export const IS_OVERTAKEN = `(o.kind in ${STATES} and not (o.kind = 'SUSPEND' and coalesce(m.locked_until > $2::timestamptz, false))
  and exists (select 1 from mail_order l where l.mailbox_id = o.mailbox_id and l.number > o.number and l.kind in ${STATES} and l.state <> 'FAILED'
    and not (o.kind in ${CLOSING} and l.kind in ${CLOSING} and l.held_for is not distinct from 'BRAKE')))`;

/** What opens a mailbox waits for the end of an emergency suspension, save that end itself. */
export const WAITS_FOR_EMERGENCY = `(o.kind in ('RESTORE', 'PROVISION') and o.about_id is null and coalesce(m.locked_until > $2::timestamptz, false))`;
