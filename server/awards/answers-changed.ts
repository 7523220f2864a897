/**
 * Tells subscribed systems that the answer about officers has changed: the order comes with the decision, the messages say what is answered now.
 * Whoever asks again as of the moment that a message names gets what it says.
 */
import { systemActor } from '../identity/actor.js';
import { type Act, perform } from '../identity/command.js';
import type { Ground } from '../kernel/ground.js';
import { AWARD_ANSWERS_CHANGED, type AwardAnswersChanged } from '../decisions/award-orders.js';
import { EXCLUSION_LOCK, untilOver } from './moment.js';
import { changedOfficers, type DecisionOfOfficer, type ExclusionOfOfficer } from './message.rules.js';
import { ANSWERS_CHANGED } from './vocabulary.js';
import { type ChangedAnswers, joinChanges, MOST_OFFICERS, yearsOf } from './webhook.rules.js';
import { webhookPostOf } from './webhook-post.js';
import { type NewMessage, writeMessages } from './webhook.service.js';

export function listenForChangedAnswers({ outbox }: Ground): void {
  outbox.on<ChangedAnswers>(AWARD_ANSWERS_CHANGED, tellSubscribers, joinChanges);
}

async function tellSubscribers(change: ChangedAnswers, ground: Ground): Promise<void> {
  await perform({ ground, actor: systemActor }, async (act) => {
    act.allowAnyone('a decision has ordered it');
    act.unchanged();
    const living = await act.em.execute<{ id: string }[]>('select id from webhook_subscription where ended_at is null order by id');
    if (living.length === 0) return;
    await act.em.execute(`select pg_advisory_xact_lock_shared(${EXCLUSION_LOCK})`);
    const asOf = ground.clock.now();
    const messages: NewMessage[] = [];
    for (const ofYear of yearsOf(change)) messages.push(...(await messagesOf(act, ofYear, asOf)));
    const ids = living.map(({ id }) => id);
    await writeMessages(act, ids, messages);
    // The lock is held until nothing more can be recorded as of that moment.
    await untilOver(ground.clock, asOf);
  });
  webhookPostOf(ground).wake();
}

const uuids = (ids: readonly string[]): string => `{${ids.join(',')}}`;

async function messagesOf(act: Act, { decisionIds, officerIds, year }: AwardAnswersChanged, asOf: Date): Promise<NewMessage[]> {
  const officers = await act.em.execute<{ id: string; code: string }[]>(
    'select id, code from officer where id = any(?::uuid[]) order by code',
    [uuids(officerIds)],
  );
  const exclusions = await act.em.execute<ExclusionOfOfficer[]>(
    `select x.officer_id as "officerId", t.title, x.status, x.decision_number as "decisionNumber", x.in_force_on::text as "inForceOn"
     from award_exclusion x cross join unnest(x.titles) as t(title)
     where x.officer_id = any(?::uuid[]) and x.year = ? and x.recorded_from <= ? and (x.recorded_until is null or x.recorded_until > ?)`,
    [uuids(officerIds), year, asOf, asOf],
  );
  const decisions = await act.em.execute<DecisionOfOfficer[]>(
    'select officer_id as "officerId", kind, state, number, ended_by_id is not null as "isEnded" from decision where id = any(?::uuid[]) order by id',
    [uuids(decisionIds)],
  );
  const changed = changedOfficers(officers, exclusions, decisions);
  const messages: NewMessage[] = [];
  for (let i = 0; i < changed.length; i += MOST_OFFICERS) {
    const part = changed.slice(i, i + MOST_OFFICERS);
    messages.push({ type: ANSWERS_CHANGED, officers: part.length, data: { year, asOf: asOf.toISOString(), officers: part } });
  }
  return messages;
}
