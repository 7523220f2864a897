/** Subscriptions and the log of deliveries as rows. Secrets and what messages say are in no view. */
import { sql } from 'kysely';
import { whereId, whereOneOf } from '../kernel/conditions.js';
import { type Page, pageOfList, type PageInput } from '../kernel/page.js';
import { type Asked, manyOf, onceEach, oneOf, type Reader, type View } from '../kernel/read.js';

/** Most subscriptions in the list, which has no pages: those that ended are the older ones. */
const MOST = 200;

const countOf = (alias: string, state: string) =>
  sql<number>`(select count(*)::int from webhook_delivery c where c.subscription_id = ${sql.ref(`${alias}.id`)} and c.state = ${sql.lit(state)})`;

const subscriptionView = (alias: string): View<any> => ({
  id: `${alias}.id`,
  name: `${alias}.name`,
  url: `${alias}.url`,
  createdAt: `${alias}.created_at`,
  endedAt: `${alias}.ended_at`,
  waiting: countOf(alias, 'WAITING'),
  dead: countOf(alias, 'DEAD'),
});

const subscriptions = subscriptionView('s');

const deliveries: View<any> = {
  id: 'd.id',
  createdAt: 'd.created_at',
  state: 'd.state',
  attempts: 'd.attempts',
  lastTriedAt: 'd.last_tried_at',
  lastStatus: 'd.last_status',
  lastProblem: 'd.last_problem',
  nextTryAt: 'd.next_try_at',
  deliveredAt: 'd.delivered_at',
  messageId: 'd.message_id',
  message: {
    table: 'webhook_message as m',
    on: ['m.id', 'd.message_id'],
    view: () => ({ id: 'm.id', type: 'm.type', officers: 'm.officers' }),
  },
  subscription: { table: 'webhook_subscription as ds', on: ['ds.id', 'd.subscription_id'], view: () => subscriptionView('ds') },
};

const withState = onceEach((asked: Asked): Asked => (asked.has('availableActions') ? new Map(asked).set('endedAt', new Map()) : asked));

const MESSAGE: Asked = new Map(['id', 'type', 'officers'].map((name): [string, Asked] => [name, new Map()]));

const withNeeds = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(asked);
  if (asked.has('type') || asked.has('officers')) all.set('message', MESSAGE);
  const subscription = asked.get('subscription');
  if (subscription) all.set('subscription', withState(subscription));
  return all;
});

const withNeedsInNodes = onceEach((page: Asked): Asked => {
  const all: Asked = new Map(page);
  const nodes = all.get('nodes');
  if (nodes) all.set('nodes', withNeeds(nodes));
  const node = all.get('edges')?.get('node');
  if (node) all.set('edges', new Map(all.get('edges')!).set('node', withNeeds(node)));
  return all;
});

/** Those that last first, the newest first. */
export const subscriptionList = (read: Reader, asked: Asked): Promise<any[]> =>
  manyOf<any>(read, withState(asked), {
    table: 'webhook_subscription as s',
    view: subscriptions,
    where: (q) =>
      q
        .orderBy(sql`s.ended_at is not null`)
        .orderBy('s.created_at', 'desc')
        .orderBy('s.id')
        .limit(MOST),
  });

export const oneSubscription = (read: Reader, asked: Asked, id: string): Promise<any> =>
  oneOf<any>(read, withState(asked), { table: 'webhook_subscription as s', view: subscriptions, where: (q) => q.where('s.id', '=', id) });

export interface DeliveryListInput extends PageInput {
  subscriptionId?: string | null;
  state?: string[] | null;
}

export const deliveryList = (read: Reader, asked: Asked, { subscriptionId, state, ...page }: DeliveryListInput): Promise<Page<any>> =>
  pageOfList<any>(read, withNeedsInNodes(asked), {
    table: 'webhook_delivery as d',
    view: deliveries,
    orderBy: [{ by: 'd.created_at', kind: 'instant', direction: 'desc' }],
    where: (q) => whereOneOf(whereId(q, 'd.subscription_id', { eq: subscriptionId }), 'd.state', state),
    ...page,
  });
