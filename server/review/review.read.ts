/** Reviews and usage policies as rows. */
import { type DayCondition, whereDay } from '../kernel/conditions.js';
import { sql } from 'kysely';
import { type Page, pageOfList, type PageInput } from '../kernel/page.js';
import { type Asked, manyOf, oneOf, type Reader, type Rows, type View } from '../kernel/read.js';
import type { FrozenCoverage } from './frozen-facts.rules.js';
import type { PolicyVersion } from './policy.rules.js';
import type { ReviewState } from './review.workflow.js';

const policyView = (alias: string): View<any> => ({
  id: `${alias}.id`,
  version: `${alias}.version`,
  effectiveOn: `${alias}.effective_on`,
  windowDays: `${alias}.window_days`,
  regularShare: `${alias}.regular_share`,
  minimumCoverage: `${alias}.minimum_coverage`,
  minimumAssessableDays: `${alias}.minimum_assessable_days`,
  acts: `${alias}.acts`,
  newMailboxGraceDays: `${alias}.new_mailbox_grace_days`,
  trainingGraceDays: `${alias}.training_grace_days`,
  contestDays: `${alias}.contest_days`,
  holidays: `${alias}.holidays`,
  extraWorkingDays: `${alias}.extra_working_days`,
});

const ALL_OF_A_POLICY: Asked = new Map(Object.keys(policyView('p')).map((field) => [field, new Map()]));

/** Review under an alias, for its own lists and as a relation of findings. */
export const reviewView = (alias: string): View<any> => ({
  id: `${alias}.id`,
  reference: `${alias}.reference`,
  title: `${alias}.title`,
  state: `${alias}.state`,
  windowFrom: `${alias}.window_from`,
  windowTo: `${alias}.window_to`,
  openedAt: `${alias}.opened_at`,
  contestUntil: `${alias}.contest_until`,
  checkUntil: `${alias}.check_until`,
  decideUntil: `${alias}.decide_until`,
  silence: `${alias}.silence`,
  definitionId: `${alias}.definition_id`,
  rerunOfId: `${alias}.rerun_of_id`,
  rerunScope: `${alias}.rerun_scope`,
  finalisedAt: `${alias}.finalised_at`,
  cancelReason: `${alias}.cancel_reason`,
  coverage: `${alias}.coverage`,
  version: `${alias}.version`,
  policy: { table: `usage_policy as ${alias}p`, on: [`${alias}p.id`, `${alias}.policy_id`], view: () => policyView(`${alias}p`) },
});

/** The id and state come along: figures, findings and actions are asked for by them. */
const KEYS = ['id', 'state', 'windowFrom', 'windowTo', 'openedAt', 'checkUntil', 'rerunOfId', 'definitionId'].map(
  (field): [string, Asked] => [field, new Map()],
);
const withKeys = (asked: Asked): Asked => new Map([...asked, ...KEYS]);

function withKeysInNodes(page: Asked): Asked {
  const all: Asked = new Map(page);
  const nodes = all.get('nodes');
  if (nodes) all.set('nodes', withKeys(nodes));
  const edges = all.get('edges');
  const node = edges?.get('node');
  if (edges && node) all.set('edges', new Map(edges).set('node', withKeys(node)));
  return all;
}

/** Reviews, the latest opened first. */
export const reviewList = (
  read: Reader,
  asked: Asked,
  { windowTo, ...page }: PageInput & { windowTo?: DayCondition | null },
): Promise<Page<any>> =>
  pageOfList<any>(read, withKeysInNodes(asked), {
    where: (q) => whereDay(q, 'r.window_to', windowTo),
    table: 'review as r',
    view: reviewView('r'),
    orderBy: [{ by: 'r.opened_at', kind: 'instant', direction: 'desc' }],
    ...page,
  });

export const oneReview = (read: Reader, asked: Asked, where: (q: Rows) => Rows) =>
  oneOf<any>(read, withKeys(asked), { table: 'review as r', view: reviewView('r'), where });

/** A review with all that is needed to explain and to work out its findings. */
export interface ReviewFrame {
  id: string;
  state: ReviewState;
  windowFrom: string;
  windowTo: string;
  coverage: FrozenCoverage[];
  policy: PolicyVersion;
}

export async function reviewFrames(read: Reader, ids: readonly string[]): Promise<ReviewFrame[]> {
  const fields = ['id', 'state', 'windowFrom', 'windowTo', 'coverage'].map((field): [string, Asked] => [field, new Map()]);
  const wanted: Asked = new Map([...fields, ['policy', ALL_OF_A_POLICY]]);
  const where = (q: Rows) => q.where(sql<boolean>`r.id = any(${[...ids]}::uuid[])`);
  const rows = await manyOf<any>(read, wanted, { table: 'review as r', view: reviewView('r'), where });
  const byId = new Map((rows as ReviewFrame[]).map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id)!);
}

/** All versions of the policy, the newest first. */
export async function policyList({ db, run }: Reader): Promise<any[]> {
  const columns = Object.entries(policyView('p')).map(([field, column]) => `${column as string} as ${field}`);
  return run(
    db
      .selectFrom('usage_policy as p')
      .select(columns as never)
      .orderBy('p.version', 'desc'),
  );
}
