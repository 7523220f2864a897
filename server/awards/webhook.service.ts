/** Subscribing other systems, ending subscriptions, trying them out, and sending again what was sent. */
import { type Act, type Acting, perform } from '../identity/command.js';
import { insertRows } from '../kernel/bulk.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { cleanText } from '../kernel/name.rules.js';
import { isId, newId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { awardsAccess } from './awards.access.js';
import { awardsMessages } from './awards.messages.js';
import { TEST_MESSAGE } from './vocabulary.js';
import { WebhookSubscription } from './webhook.entity.js';
import { newWebhookSecret, sealWebhookSecret } from './webhook-signature.js';
import { internalHosts } from './webhook-settings.js';
import { MOST_SUBSCRIPTIONS, subscriptionFaults } from './webhook.rules.js';
import { webhookPostOf } from './webhook-post.js';

const MOST_IDS = 1_000;

/** A new subscription and its secret, which is shown this once. DUPLICATE while the address is subscribed. */
export async function subscribe(acting: Acting, input: { name: string; url: string }): Promise<{ id: string; secret: string }> {
  return perform(acting, async (act) => {
    act.allow(awardsAccess.changeWebhooks, undefined);
    const faults = subscriptionFaults(input, internalHosts(act.ground));
    if (faults.length > 0) throw new Refusal(...faults);
    const [name, { href: url }] = [cleanText(input.name), new URL(input.url)];
    // Two at once would pass the limit together.
    await act.em.execute(`select pg_advisory_xact_lock(hashtext('webhook_subscription'))`);
    const living = await act.em.find(WebhookSubscription, { endedAt: null });
    if (living.some((other) => other.url === url))
      throw new Refusal({ code: 'DUPLICATE', path: ['input', 'url'], message: { text: awardsMessages.urlTaken } });
    if (living.length >= MOST_SUBSCRIPTIONS) {
      const message = { text: awardsMessages.tooManySubscriptions, values: { most: MOST_SUBSCRIPTIONS } };
      throw new Refusal({ code: 'LIMIT', path: [], message });
    }
    const [id, secret] = [newId(), newWebhookSecret()];
    const sealed = sealWebhookSecret(act.ground.key, id, secret);
    act.em.persist(act.em.create(WebhookSubscription, { id, name, url, secret: sealed, createdAt: act.now, updatedAt: act.now }));
    act.record('webhook.subscribe', `webhook:${id}`, { name, url });
    return { id, secret };
  });
}

async function livingSubscription(act: Act, id: string, path: string[]): Promise<WebhookSubscription> {
  const subscription = await act.load(WebhookSubscription, id, path);
  if (subscription.endedAt) throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'A-2', path, message: { text: awardsMessages.ended } });
  return subscription;
}

/** Ends a subscription; what has not been delivered will not be. */
export async function unsubscribe(acting: Acting, id: string): Promise<void> {
  await perform(acting, async (act) => {
    act.allow(awardsAccess.changeWebhooks, undefined);
    const subscription = await livingSubscription(act, id, ['id']);
    subscription.endedAt = act.now;
    await act.em.execute(
      `update webhook_delivery set state = 'CANCELLED', next_try_at = null, leased_until = null where subscription_id = ? and state = 'WAITING'`,
      [id],
    );
    act.record('webhook.unsubscribe', `webhook:${id}`);
  });
}

/** Sends a message that says nothing about anybody. */
export async function sendTest(acting: Acting, id: string): Promise<void> {
  await perform(acting, async (act) => {
    act.allow(awardsAccess.changeWebhooks, undefined);
    await livingSubscription(act, id, ['id']);
    await writeMessages(act, [id], [{ type: TEST_MESSAGE, officers: 0, data: {} }]);
    act.record('webhook.test', `webhook:${id}`);
  });
  webhookPostOf(acting.ground).wake();
}

export interface NewMessage {
  type: string;
  officers: number;
  data: object;
}

const MESSAGE = { id: 'uuid', created_at: 'timestamptz', updated_at: 'timestamptz', type: 'text', officers: 'int', body: 'text' };
const DELIVERY = {
  id: 'uuid',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  subscription_id: 'uuid',
  message_id: 'uuid',
  state: 'text',
  next_try_at: 'timestamptz',
};

/** Writes messages for each of these subscriptions in the command's transaction. */
export async function writeMessages(act: Act, subscriptionIds: readonly string[], messages: readonly NewMessage[]): Promise<void> {
  const at = act.now.toISOString();
  const rows = messages.map(({ type, officers, data }) => [newId(), at, at, type, officers, JSON.stringify({ type, timestamp: at, data })]);
  await insertRows(act.em, 'webhook_message', MESSAGE, rows);
  const deliveries = rows.flatMap(([messageId]) => subscriptionIds.map((id) => [newId(), at, at, id, messageId, 'WAITING', at]));
  await insertRows(act.em, 'webhook_delivery', DELIVERY, deliveries);
}

export interface ReplayInput {
  ids?: readonly string[] | null;
  since?: Date | null;
  subscriptionId?: string | null;
}

const AGAIN = `state = 'WAITING', attempts = 0, next_try_at = ?, leased_until = null, last_problem = null`;

/** Sends again what was delivered or given up, with the same ids: by id, each alone, or all since a moment. How many. */
export async function replay(
  acting: Acting,
  { ids, since, subscriptionId }: ReplayInput,
): Promise<{ replayed: number; refused: Reason[] }> {
  const done = await perform(acting, async (act) => {
    act.allow(awardsAccess.changeWebhooks, undefined);
    if ((ids == null) === (since == null))
      throw new Refusal({ code: 'REQUIRED', path: [ids == null ? 'since' : 'ids'], message: { text: awardsMessages.replayWhat } });
    if (subscriptionId != null) await livingSubscription(act, subscriptionId, ['subscriptionId']);
    const answer = ids == null ? await replaySince(act, since!, subscriptionId) : await replayEach(act, ids);
    if (answer.replayed > 0)
      act.record('webhook.replay', subscriptionId ? `webhook:${subscriptionId}` : 'webhook', { ...answer, ids, since });
    else act.unchanged();
    return answer;
  });
  webhookPostOf(acting.ground).wake();
  return done;
}

async function replaySince(
  act: Act,
  since: Date,
  subscriptionId: string | null | undefined,
): Promise<{ replayed: number; refused: Reason[] }> {
  const rows = await act.em.execute<unknown[]>(
    `update webhook_delivery d set ${AGAIN} from webhook_subscription s
     where s.id = d.subscription_id and s.ended_at is null and d.state in ('DELIVERED', 'DEAD') and d.created_at >= ?
       and (?::uuid is null or s.id = ?::uuid) returning d.id`,
    [act.now, since, subscriptionId ?? null, subscriptionId ?? null],
  );
  return { replayed: rows.length, refused: [] };
}

async function replayEach(act: Act, ids: readonly string[]): Promise<{ replayed: number; refused: Reason[] }> {
  if (ids.length > MOST_IDS)
    throw new Refusal({ code: 'LIMIT', path: ['ids'], message: { text: kernelMessages.tooMany, values: { limit: MOST_IDS } } });
  const wanted = ids.filter(isId);
  const known = await act.em.execute<{ id: string; is_ended: boolean }[]>(
    `select d.id, s.ended_at is not null as is_ended from webhook_delivery d join webhook_subscription s on s.id = d.subscription_id
     where d.id = any(?::uuid[])`,
    [`{${wanted.join(',')}}`],
  );
  const endedOf = new Map(known.map(({ id, is_ended: isEnded }) => [id, isEnded]));
  const refused: Reason[] = [];
  for (const [i, id] of ids.entries()) {
    const path = ['ids', String(i)];
    if (!endedOf.has(id)) refused.push({ code: 'NOT_FOUND', path, message: { text: kernelMessages.notFound } });
    else if (endedOf.get(id)) refused.push({ code: 'NOT_ALLOWED_NOW', rule: 'A-2', path, message: { text: awardsMessages.ended } });
  }
  const living = [...new Set(ids)].filter((id) => endedOf.get(id) === false);
  // One that waits already is tried at once.
  const rows = await act.em.execute<unknown[]>(
    `update webhook_delivery set ${AGAIN} where id = any(?::uuid[]) and (leased_until is null or leased_until <= now()) returning id`,
    [act.now, `{${living.join(',')}}`],
  );
  return { replayed: rows.length, refused };
}
