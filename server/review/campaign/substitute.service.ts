/** Somebody does the work of an agency's contact for a time (F-2): the role comes with it and goes at its end. */
import { LockMode } from '@mikro-orm/core';
import { systemActor } from '../../identity/actor.js';
import { addScopedRole, takeRole } from '../../identity/added-role.js';
import { type Act, type Acting, perform } from '../../identity/command.js';
import { forgetSessions } from '../../identity/session-cache.js';
import { addDays, isDay } from '../../kernel/calendar.js';
import type { Ground } from '../../kernel/ground.js';
import { isId, newId } from '../../kernel/record.js';
import { Refusal } from '../../kernel/refusal.js';
import { reviewAccess } from '../review.access.js';
import { ContactSubstitute } from './campaign.entity.js';
import { CAMPAIGN_TEXTS as m } from './campaign.messages.js';

const MOST_DAYS = 90;

export interface Substitution {
  agencyId: string;
  /** Who stands in; they need an account. */
  officerId: string;
  untilOn: string;
  reason: string;
}

/** From today on; refused where the person is a contact of the agency already. */
export async function appointSubstitute(acting: Acting, { agencyId, officerId, untilOn, reason }: Substitution): Promise<string> {
  const id = await perform(acting, async (act) => {
    act.allow(reviewAccess.handleChecks, { agencyId, headId: null });
    const refuse = (
      text: keyof typeof m,
      path: string,
      code: 'NOT_FOUND' | 'INVALID' | 'REQUIRED' | 'DUPLICATE',
      values?: object,
    ): never => {
      throw new Refusal({ code, rule: 'F-2', path: ['input', path], message: { text: m[text], values: values as never } });
    };
    const [agency] = isId(agencyId) ? await act.em.execute<unknown[]>('select 1 from agency where id = ?', [agencyId]) : [];
    if (!agency) refuse('noCheckHere', 'agencyId', 'NOT_FOUND');
    const userId = isId(officerId) ? await accountOf(act, officerId) : null;
    if (!userId) return refuse('substituteNoAccount', 'officerId', 'NOT_FOUND');
    if (userId === act.actor.userId) refuse('substituteSelf', 'officerId', 'INVALID');
    if (reason.trim() === '') refuse('reason', 'reason', 'REQUIRED');
    if (!isDay(untilOn) || untilOn < act.today || untilOn > addDays(act.today, MOST_DAYS))
      refuse('substituteEnd', 'untilOn', 'INVALID', { most: MOST_DAYS });
    const [standsIn] = await act.em.execute<unknown[]>(
      'select 1 from contact_substitute where ended_at is null and agency_id = ? and user_id = ?',
      [agencyId, act.actor.userId],
    );
    if (standsIn) refuse('substituteOfSubstitute', 'agencyId', 'INVALID');
    if (!(await worksHere(act, officerId, agencyId))) refuse('substituteElsewhere', 'officerId', 'INVALID');
    // One at a time: the end of the earlier one would take the role of the later one along.
    const [before] = await act.em.execute<unknown[]>(
      'select 1 from contact_substitute where ended_at is null and agency_id = ? and user_id = ?',
      [agencyId, userId],
    );
    if (before) refuse('substituteStands', 'officerId', 'DUPLICATE');
    if (!(await addScopedRole(act, userId, 'AGENCY_CONTACT', agencyId))) refuse('substituteAlready', 'officerId', 'DUPLICATE');
    const substitute = act.em.create(ContactSubstitute, {
      id: newId(),
      agency: agencyId,
      userId,
      fromOn: act.today,
      untilOn,
      reason: reason.trim(),
      givenBy: act.actor.displayName,
      giver: act.actor.name,
      createdAt: act.now,
    } as never) as ContactSubstitute;
    act.em.persist(substitute);
    act.record('contactSubstitute.appoint', `user:${userId}`, { untilOn, reason: reason.trim() }, [`agency:${agencyId}`]);
    return substitute.id;
  });
  forgetSessions(acting.ground);
  return id;
}

const worksHere = async (act: Act, officerId: string, agencyId: string): Promise<boolean> =>
  (await act.em.execute<unknown[]>('select 1 from officer where id = ? and agency_id = ? and left_on is null', [officerId, agencyId]))
    .length > 0;

/** The account of an officer that can sign in; null where there is none. */
async function accountOf(act: Act, officerId: string): Promise<string | null> {
  const [found] = await act.em.execute<{ id: string }[]>(
    `select u.id from role_grant g join app_user u on u.id = g.user_id where g.role = 'OFFICER' and g.scope_id = ? and u.disabled_at is null`,
    [officerId],
  );
  return found?.id ?? null;
}

/** Ends it now. */
export async function endSubstitute(acting: Acting, id: string): Promise<string> {
  await perform(acting, async (act) => {
    const substitute = isId(id) ? await act.em.findOne(ContactSubstitute, { id } as never, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    const file = substitute && { agencyId: substitute.agency.id, headId: null };
    if (!substitute || !file || !act.mayDo(reviewAccess.handleChecks, file))
      throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: m.noCheckHere } });
    if (substitute.endedAt) return act.unchanged();
    await end(act, substitute);
  });
  forgetSessions(acting.ground);
  return id;
}

async function end(act: Act, substitute: ContactSubstitute): Promise<void> {
  substitute.endedAt = act.now;
  await takeRole(act, substitute.userId, 'AGENCY_CONTACT', substitute.agency.id);
  act.record('contactSubstitute.end', `user:${substitute.userId}`, undefined, [`agency:${substitute.agency.id}`]);
}

/** Ends what was given up to a day that is over, or to somebody who no longer works in the agency; a regular job. */
export async function endSubstitutes(ground: Ground): Promise<void> {
  const over = await ground.orm.em.fork().execute<{ id: string }[]>(
    `select s.id from contact_substitute s where s.ended_at is null and (s.until_on < ?::date or not exists (
         select 1 from role_grant g join officer o on o.id = g.scope_id where g.user_id = s.user_id and g.role = 'OFFICER' and o.agency_id = s.agency_id and o.left_on is null))
       order by s.id`,
    [ground.clock.today()],
  );
  for (const { id } of over) await endSubstitute({ ground, actor: systemActor }, id);
}
