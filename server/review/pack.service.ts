/**
 * Makes an evidence pack (G-5). Whom it holds is recorded before the first line leaves; its fingerprint stands in the audit log, and in the list of
 * packs, before the last line does: a file that is whole is on record.
 */
import { createHash } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { type Acting, perform } from '../identity/command.js';
import { isId } from '../kernel/record.js';
import { Finding } from './finding.entity.js';
import { fileOf } from './finding-change.js';
import { EvidencePack } from './pack.entity.js';
import { inParts, packFindings, packHead, type PackPerson, type PackScope, personsIn } from './pack.read.js';
import type { PackEnd, PackHead } from './pack-check.js';
import { isOwnFinding, reviewAccess } from './review.access.js';
import { Review } from './review.entity.js';

const NAMED_AT_ONCE = 1_000;

export interface Pack {
  head: PackHead;
  /** Its lines, each with its line end. */
  lines: AsyncGenerator<string>;
}

/** Of a whole review, for whoever may make packs; null where there is no such review. */
export async function reviewPack(acting: Acting, reviewId: string): Promise<Pack | null> {
  return begin(acting, async (act) => {
    act.allow(reviewAccess.makePacks, undefined);
    if (!isId(reviewId)) return null;
    const review = await act.em.findOne(Review, { id: reviewId }, { populate: ['policy'] });
    if (!review) return null;
    return { review };
  });
}

/** Of one finding, for whoever may read its evidence, so for the officer, too; null where there is none that may be seen. */
export async function findingPack(acting: Acting, findingId: string): Promise<Pack | null> {
  return begin(acting, async (act) => {
    if (!isId(findingId)) return null;
    const finding = await act.em.findOne(Finding, { id: findingId }, { populate: ['review.policy'] } as never);
    if (!finding || !act.mayDo(reviewAccess.readFindings, fileOf(finding))) return null;
    act.allow(reviewAccess.readEvidence, fileOf(finding));
    return { review: finding.review.unwrap(), findingId: finding.id, isOwn: isOwnFinding(acting.actor, fileOf(finding)) };
  });
}

type Act = Parameters<Parameters<typeof perform>[1]>[0];

interface Found {
  review: Review;
  findingId?: string;
  /** One's own is one's own. */
  isOwn?: boolean;
}

async function begin(acting: Acting, find: (act: Act) => Promise<Found | null>): Promise<Pack | null> {
  const begun = await perform(acting, async (act) => {
    act.allowAnyone('what is looked for asks for the right');
    const found = await find(act);
    if (!found) {
      act.unchanged();
      return null;
    }
    const { review, findingId, isOwn = false } = found;
    const scope: PackScope = { reviewId: review.id, ...(findingId && { findingId }) };
    const persons = await personsIn(act.em, scope);
    const subject = findingId ? `finding:${findingId}` : `review:${review.id}`;
    for (let from = 0; from < Math.max(persons.length, 1); from += NAMED_AT_ONCE) {
      const some = persons.slice(from, from + NAMED_AT_ONCE);
      const named = isOwn ? [] : some.map(({ officerId }) => `officer:${officerId}`);
      act.record('evidencePack.begin', subject, { reference: review.reference, findings: persons.length }, named);
    }
    return { head: await packHead(act.em, review, act.now, persons.length), scope, persons };
  });
  if (!begun) return null;
  const { head, scope, persons } = begun;
  return { head, lines: linesOf(acting, head, scope, persons) };
}

async function* linesOf(acting: Acting, head: PackHead, scope: PackScope, persons: readonly PackPerson[]): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const line = (row: object): string => `${JSON.stringify(row)}\n`;
  const hashed = (text: string): string => {
    hash.update(text);
    return text;
  };
  yield hashed(line(head));
  let findings = 0;
  for await (const part of inParts(persons)) {
    const em = acting.ground.orm.em.fork() as SqlEntityManager;
    const rows = await packFindings(
      em,
      part.map(({ findingId }) => findingId),
    );
    findings += rows.length;
    yield hashed(rows.map(line).join(''));
  }
  const end: PackEnd = { findings, sha256: hash.digest('hex') };
  await keep(acting, head, scope, end);
  yield line(end);
}

async function keep(acting: Acting, head: PackHead, { reviewId, findingId }: PackScope, { findings, sha256 }: PackEnd): Promise<void> {
  await perform(acting, async (act) => {
    act.allowAnyone('the right was asked for when it began');
    act.em.persist(
      act.em.create(EvidencePack, {
        review: reviewId,
        findingId: findingId ?? null,
        findings,
        sha256,
        madeAt: act.now,
        madeBy: act.actor.displayName,
      } as never),
    );
    const subject = findingId ? `finding:${findingId}` : `review:${reviewId}`;
    act.record('evidencePack.make', subject, { reference: head.review.reference, findings, sha256 });
  });
}
