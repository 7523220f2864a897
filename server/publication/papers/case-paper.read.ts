/** What papers say of cases, read for many at once: the case, the officer in the post of that day, the finding, who decides and signs (one way for all kinds). */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { type Day, dayIn } from '../../kernel/calendar.js';
import type { Ground } from '../../kernel/ground.js';
import { isAdverse } from '../../committee/vocabulary.js';
import { USUAL_RULE, type RuleValues } from '../../committee/voting-rule.rules.js';
import { lastDay } from '../../decisions/period.rules.js';
import { reasonOf } from '../../review/reason.rules.js';
import { reviewFrames } from '../../review/review.read.js';
import type { Cause, UsageTier } from '../../review/vocabulary.js';
import { afterMoves, chainOf, chairOn, type CommitteeBody, committeeBodies, seatOf } from './case-committees.read.js';
import { type CasePaperRow, casePaperRows } from './case-paper-rows.read.js';
import type { CasePaperFacts, CommitteeFacts, FindingFacts } from './case-paper.facts.js';
import { onPaper } from './official-words.rules.js';

export type { CasePaperFacts, PersonFacts } from './case-paper.facts.js';

type DayOf = (at: string | null) => Day | null;
type Frame = Awaited<ReturnType<typeof reviewFrames>>[number];

/** Facts of the cases, in the order of the ids; those that are not there are left out. */
export async function caseFacts(
  ground: Ground,
  ids: readonly string[],
  em: SqlEntityManager = ground.orm.em.fork(),
): Promise<CasePaperFacts[]> {
  const { zone } = ground.clock;
  const today = ground.clock.today();
  const rows = await casePaperRows(em, ids, zone, today);
  const bodies = await committeeBodies(
    em,
    rows.flatMap(({ originId, heldById, adoptedById }) => [originId, heldById, adoptedById].filter((id) => id !== null)),
  );
  const reviewIds = [...new Set(rows.flatMap(({ reviewId }) => reviewId ?? []))];
  const frames = new Map((await reviewFrames(ground.read, reviewIds)).map((frame) => [frame.id, frame]));
  const dayOf: DayOf = (at) => (at ? dayIn(zone, new Date(at)) : null);
  const facts = new Map<string, CasePaperFacts>();
  for (const row of rows) {
    const { rule, nextRule, ended, withdrawn, proposerName, proposerRole } = row;
    const next = { ...USUAL_RULE, ...(nextRule && camel(nextRule)) } as RuleValues;
    const chain = chainOf(bodies, row.originId, row.heldById);
    facts.set(row.id, {
      ...row,
      ...bodiesOf(row, bodies, chain, { dayOf, today }),
      officer: { name: row.name, post: row.post, agency: row.agency },
      isByChairAlone: row.isByChairAlone && !isAdverse(row.kind),
      proposer: { role: proposerRole, name: proposerName, committee: chain[0]!.name },
      proposedOn: dayOf(row.proposedAt)!,
      answeredOn: dayOf(row.answeredAt),
      adoptedOn: dayOf(row.adoptedAt),
      signedOn: dayOf(row.signedAt),
      noticeDays: next.noticeDays,
      appealUntil: await firstAppealUntil(ground, row, ({ ...next, ...rule } as RuleValues).appealDays),
      ended: ended && { ...ended, signedOn: dayOf(ended.signedAt)! },
      withdrawn: withdrawn && { on: dayOf(withdrawn.at)!, reason: withdrawn.reason },
      finding: findingOf(row, frames.get(row.reviewId ?? ''), dayOf),
    });
  }
  return ids.flatMap((id) => facts.get(id) ?? []);
}

/** Which committee did what: an older paper names the one that was there then (C-2, C-3). */
function bodiesOf(
  row: CasePaperRow,
  bodies: ReadonlyMap<string, CommitteeBody>,
  chain: readonly CommitteeBody[],
  { dayOf, today }: { dayOf: DayOf; today: Day },
): Pick<CasePaperFacts, 'committee' | 'heldBy' | 'noticeBy' | 'adoptedBy' | 'moves' | 'signerSeat'> {
  const { heldById, adoptedById, signedAt, signedBy, servedOn, notifiedAt } = row;
  const mergedAts = row.mergedAts.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const said = ({ name, legalBasis, numberSymbol }: CommitteeBody): CommitteeFacts => ({ id: heldById, name, legalBasis, numberSymbol });
  const until = (isBefore: (at: string) => boolean) => afterMoves(chain, mergedAts.filter(isBefore).length);
  const holds = until(() => true);
  const signs = signedAt ? until((at) => Date.parse(at) <= Date.parse(signedAt)) : holds;
  const serves = servedOn
    ? until((at) => dayOf(at)! <= servedOn && (notifiedAt === null || Date.parse(at) <= Date.parse(notifiedAt)))
    : holds;
  return {
    committee: said(signs),
    heldBy: said(holds),
    noticeBy: { ...said(serves), chair: chairOn(serves, servedOn ?? today) },
    adoptedBy: (bodies.get(adoptedById ?? '') ?? signs).name,
    moves: mergedAts.map((at, i) => ({ on: dayOf(at)!, committee: afterMoves(chain, i + 1).name })),
    signerSeat: signedBy === null ? null : seatOf(signs, signedBy, dayOf(signedAt) ?? today),
  };
}

const camel = (row: Record<string, unknown>): Record<string, any> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]),
  );

/** The finding as it stood when the case was proposed, with the paragraph that explains its tier. */
function findingOf(
  { finding: stored, findingThen, review, finalisedAt }: CasePaperRow,
  frame: Frame | undefined,
  dayOf: DayOf,
): FindingFacts | null {
  if (!frame || !stored || review === null) return null;
  const { policy, windowFrom: from, windowTo: to } = frame;
  const finding: Record<string, any> = { ...camel(stored), ...findingThen };
  const reason = reasonOf({ ...finding, policy, window: { from, to } } as never, 'vi');
  const cause = (finding['cause'] ?? null) as Cause | null;
  return { review, from, to, finalisedOn: dayOf(finalisedAt), tier: finding['tier'] as UsageTier, cause, reason: onPaper(reason) };
}

/** What the decision said when it was signed: after an appeal the case holds the end of the next instance, or none. */
async function firstAppealUntil({ calendars }: Ground, held: CasePaperRow, appealDays: number): Promise<Day | null> {
  const { kind, number, inForceOn, servedDecisionOn, appealUntil, appeals } = held;
  if (!isAdverse(kind) || !number || !inForceOn || !servedDecisionOn) return null;
  if (Number(appeals) === 0 && appealUntil) return appealUntil;
  const from = servedDecisionOn > inForceOn ? servedDecisionOn : inForceOn;
  return lastDay(from, appealDays, await calendars.on(from));
}
