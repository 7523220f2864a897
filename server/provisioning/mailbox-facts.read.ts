/** What a screen must know of a mailbox to tell what can be done with it. */
import type { Ground } from '../kernel/ground.js';
import { sql } from 'kysely';
import { type Actor, scopesOf } from '../identity/actor.js';
import { mailSystemsOf } from './mail-systems.js';
import type { MailboxHolder } from './provisioning.access.js';
import type { CanBeDone, MailboxFacts } from './screen-actions.rules.js';

/** Of a mailbox that is on no mail system yet nobody can say what cannot be done. */
const ALL: CanBeDone = { resetPassword: true, forward: true, suspendKeepsDelivery: true };

export interface ScreenFacts extends MailboxFacts, MailboxHolder {
  sessionsLeft: number | null;
}

/** Of each mailbox, for this viewer. */
export async function mailboxFactsOf(ground: Ground, viewer: Actor, ids: readonly string[]): Promise<(ScreenFacts | undefined)[]> {
  const { read, clock } = ground;
  const now = clock.now();
  const emergency = sql`(select e.id from mail_order e where e.mailbox_id = m.id and e.ends_at is not null order by e.number desc limit 1)`;
  const rows = await read.run<Omit<ScreenFacts, 'isOwn' | 'can'> & { id: string; connector: string | null }>(
    read.db
      .selectFrom('mailbox as m')
      .leftJoin('officer as o', 'o.id', 'm.officer_id')
      .leftJoin('mail_order as e', (join) => join.on(sql<boolean>`e.id = ${emergency} and m.locked_until > ${now}`))
      .select([
        'm.id',
        'm.state',
        'm.connector',
        'm.expected_state as expectedState',
        'm.officer_id as officerId',
        'o.agency_id as agencyId',
        sql<boolean>`coalesce(m.locked_until > ${now}, false)`.as('isLocked'),
        sql<boolean>`m.officer_id is not null`.as('hasHolder'),
        sql<boolean>`e.about_id is not null`.as('isRenewed'),
        sql<boolean>`coalesce(e.ordered_by = ${viewer.name}, false)`.as('isOwnEmergency'),
        sql<
          number | null
        >`(select l.live_sessions_remaining from mail_order l where l.mailbox_id = m.id and l.kind in ('SUSPEND', 'REVOKE') order by l.number desc limit 1)`.as(
          'sessionsLeft',
        ),
      ])
      .where(sql<boolean>`m.id = any(${[...ids]}::uuid[])`),
  );
  const own = scopesOf(viewer, 'OFFICER');
  const systems = rows.some(({ connector }) => connector !== null) ? await mailSystemsOf(ground).capabilities() : undefined;
  const found = new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        isOwn: row.officerId !== null && own.includes(row.officerId),
        can: (row.connector !== null && systems?.get(row.connector)) || ALL,
      },
    ]),
  );
  return ids.map((id) => found.get(id));
}
