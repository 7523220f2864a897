/**
 * Publishing the list of a review, correcting and withdrawing it (P-1, P-2). A version is never changed: what is otherwise stands in the next one, with
 * a sentence for each that it corrects.
 */
import { systemActor } from '../identity/actor.js';
import { type Act, type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { addRows } from '../kernel/json-rows.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { type Language, say } from '../kernel/language.js';
import { cleanText } from '../kernel/name.rules.js';
import { newId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { Review } from '../review/review.entity.js';
import { reviewWorkflow } from '../review/review.workflow.js';
import { TIER_TEXTS } from '../review/reason.messages.js';
import { type Correction, correctionsBetween, isSlug, isUp, type NamedTier, type SaidCorrection, sentenceOf } from './list.rules.js';
import { figuresOfReview, type FoundRow, rowsOfList, rowsOfReview } from './list-rows.js';
import { pagesOf } from './pages/page-cache.js';
import { publicationAccess } from './publication.access.js';
import { publicationMessages } from './publication.messages.js';
import type { Audience } from './vocabulary.js';

const LONGEST_BASIS = 2_000;
const LONGEST_REASON = 1_000;

export interface PublishInput {
  slug: string;
  audience: Audience;
  legalBasis: string;
  expiresOn?: string | null;
}

interface Former {
  id: string;
  slug: string;
  version: number;
  reviewId: string;
  reference: string;
  audience: Audience;
  legalBasis: string;
  expiresOn: string | null;
  isWithdrawn: boolean;
  corrections: SaidCorrection[];
}

const FORMER = `select l.id, l.slug, l.version, l.review_id as "reviewId", r.reference, l.audience, l.legal_basis as "legalBasis", l.expires_on::text as "expiresOn",
  l.withdrawn_at is not null as "isWithdrawn", l.corrections::text as corrections from published_list l join review r on r.id = l.review_id`;

/** The latest version under an address; lists are written one after the other. */
async function latestOf(act: Act, slug: string): Promise<Former | undefined> {
  await act.em.execute(`select pg_advisory_xact_lock(hashtext('published_list'))`);
  const [row] = await executeBound<Omit<Former, 'corrections'> & { corrections: string }>(
    act.em,
    `${FORMER} where l.slug = $1 order by l.version desc limit 1`,
    [slug],
  );
  return row && heldOf(row);
}

const heldOf = (row: Omit<Former, 'corrections'> & { corrections: string }): Former => ({
  ...row,
  corrections: JSON.parse(row.corrections) as SaidCorrection[],
});

/**
 * What a new version is held against, and whose corrections it goes on with: the latest one that its readers could read. What stood only in a version
 * for inside, or was withdrawn, is not told to everybody by correcting it.
 */
async function readBefore(act: Act, slug: string, audience: Audience): Promise<Former | undefined> {
  const [row] = await executeBound<Omit<Former, 'corrections'> & { corrections: string }>(
    act.em,
    `${FORMER} where l.slug = $1 and l.withdrawn_at is null and (l.audience = 'PUBLIC' or $2 = 'INTERNAL') order by l.version desc limit 1`,
    [slug, audience],
  );
  return row && heldOf(row);
}

function faultsOf({ slug, audience, legalBasis, expiresOn }: PublishInput, today: string): Reason[] {
  const basis = { message: { text: publicationMessages.legalBasis, values: { most: LONGEST_BASIS } }, path: ['input', 'legalBasis'] };
  return [
    ...(isSlug(slug) ? [] : [{ code: 'INVALID' as const, path: ['input', 'slug'], message: { text: publicationMessages.slug } }]),
    ...(audience === 'PUBLIC' && legalBasis === '' ? [{ ...basis, code: 'REQUIRED' as const, rule: 'P-1' }] : []),
    ...(legalBasis.length > LONGEST_BASIS ? [{ ...basis, code: 'INVALID' as const }] : []),
    ...(expiresOn && expiresOn < today
      ? [{ code: 'INVALID' as const, rule: 'P-1', path: ['input', 'expiresOn'], message: { text: publicationMessages.expiry } }]
      : []),
  ];
}

const tierWord = (language: Language) => (tier: NamedTier) => TIER_TEXTS[tier][language];

/** A correction in both languages; whose it is, is kept beside it and never shown. */
const saidOf = (correction: Correction): SaidCorrection => ({
  officerId: correction.officerId,
  vi: say(sentenceOf(correction, tierWord('vi'), false), 'vi'),
  en: say(sentenceOf(correction, tierWord('en'), true), 'en'),
});

interface NewVersion extends Omit<PublishInput, 'expiresOn'> {
  expiresOn: string | null;
  review: Pick<Review, 'id' | 'title' | 'windowFrom' | 'windowTo'>;
}

async function writeVersion(act: Act, input: NewVersion, former: Former | undefined, rows: readonly FoundRow[]) {
  const base = former && (await readBefore(act, input.slug, input.audience));
  const before = base ? await rowsOfList(act.em, base.id) : [];
  const corrections = base ? correctionsBetween(before, rows) : [];
  const corrected = new Set([...before.filter((row) => row.isCorrected), ...corrections].map(({ officerId }) => officerId));
  const id = newId();
  const version = (former?.version ?? 0) + 1;
  const list = {
    id,
    slug: input.slug,
    version,
    reviewId: input.review.id,
    title: input.review.title,
    windowFrom: input.review.windowFrom,
    windowTo: input.review.windowTo,
    audience: input.audience,
    legalBasis: input.legalBasis,
    expiresOn: input.expiresOn,
    corrections: [...(base?.corrections ?? []), ...corrections.map(saidOf)],
    figures: await figuresOfReview(act.em, input.review.id),
  };
  await addRows(act.em, 'published_list', [list], act.now);
  const columns = rows.map(({ officerId, findingId, name, post, agencyCode, agency, agencyEn, tier }, i) => ({
    id: newId(),
    listId: id,
    position: i + 1,
    officerId,
    findingId,
    name,
    post,
    agencyCode,
    agency,
    agencyEn,
    tier,
    isCorrected: corrected.has(officerId),
  }));
  await addRows(act.em, 'published_row', columns, act.now);
  if (former)
    await executeBound(act.em, 'update published_list set superseded_by = $2::int, updated_at = $3::timestamptz where id = $1::uuid', [
      former.id,
      version,
      act.now.toISOString(),
    ]);
  return { id, version, corrections };
}

/** Publishes the list of a review whose findings hold, or a new version of it. The id of the version. */
export async function publishReview(acting: Acting, reviewId: string, given: PublishInput): Promise<string> {
  const list = await perform(acting, async (act) => {
    act.allow(publicationAccess.publish, undefined);
    const review = await act.load(Review, reviewId);
    const next = reviewWorkflow.next(review.state, 'PUBLISH', 'P-1', { text: publicationMessages.notFinal });
    const input = { ...given, slug: given.slug.trim(), legalBasis: cleanText(given.legalBasis), expiresOn: given.expiresOn ?? null };
    const faults = faultsOf(input, act.today);
    if (faults.length > 0) throw new Refusal(...faults);
    const former = await latestOf(act, input.slug);
    if (former && former.reviewId !== reviewId)
      throw new Refusal({
        code: 'DUPLICATE',
        path: ['input', 'slug'],
        message: { text: publicationMessages.slugTaken, values: { slug: input.slug, review: former.reference } },
      });
    const rows = await rowsOfReview(act.em, reviewId);
    const before = former ? await rowsOfList(act.em, former.id) : [];
    const isSame =
      former && !former.isWithdrawn && (['audience', 'legalBasis', 'expiresOn'] as const).every((name) => former[name] === input[name]);
    if (isSame && correctionsBetween(before, rows).length === 0)
      throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'P-1', path: ['input'], message: { text: publicationMessages.unchanged } });
    const { id, version } = await writeVersion(act, { ...input, review }, former, rows);
    review.state = next;
    act.record('list.publish', `list:${input.slug}`, {
      version,
      review: review.reference,
      audience: input.audience,
      legalBasis: input.legalBasis,
      expiresOn: input.expiresOn,
      rows: rows.length,
    });
    return id;
  });
  pagesOf(acting.ground).forget();
  return list;
}

/** Takes a list down, all its versions; what it said is kept, and read by nobody any more. */
export async function withdrawList(acting: Acting, given: { slug: string; reason: string }): Promise<string> {
  const list = await perform(acting, async (act) => {
    act.allow(publicationAccess.withdraw, undefined);
    const reason = cleanText(given.reason);
    if (reason === '' || reason.length > LONGEST_REASON)
      throw new Refusal({
        code: reason === '' ? 'REQUIRED' : 'INVALID',
        path: ['reason'],
        message: { text: publicationMessages.withdrawReason, values: { most: LONGEST_REASON } },
      });
    const latest = await latestOf(act, given.slug.trim());
    if (!latest) throw new Refusal({ code: 'NOT_FOUND', path: ['slug'], message: { text: kernelMessages.notFound } });
    if (latest.isWithdrawn)
      throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'P-1', path: ['slug'], message: { text: publicationMessages.withdrawn } });
    await executeBound(
      act.em,
      'update published_list set withdrawn_at = $2::timestamptz, withdraw_reason = $3, updated_at = $2::timestamptz where slug = $1 and withdrawn_at is null',
      [latest.slug, act.now.toISOString(), reason],
    );
    act.record('list.withdraw', `list:${latest.slug}`, { reason });
    return latest.id;
  });
  pagesOf(acting.ground).forget();
  return list;
}

/** Corrects what is up of these reviews, where a finding says something else now (D-10, T-5). Asked twice it changes nothing. */
export async function correctLists(ground: Ground, reviewIds: readonly string[]): Promise<void> {
  const slugs = await executeBound<{ slug: string }>(
    ground.orm.em.fork(),
    'select distinct slug from published_list where review_id = any($1::uuid[]) order by slug',
    [`{${reviewIds.join(',')}}`],
  );
  for (const { slug } of slugs)
    await perform({ ground, actor: systemActor }, async (act) => {
      act.allowAnyone('a finding was changed');
      const former = await latestOf(act, slug);
      if (!former || !isUp(former, act.today)) return act.unchanged();
      const review = await act.load(Review, former.reviewId, ['id'], false);
      const rows = await rowsOfReview(act.em, former.reviewId);
      const before = await rowsOfList(act.em, former.id);
      if (correctionsBetween(before, rows).length === 0) return act.unchanged();
      const { version, corrections } = await writeVersion(act, { ...former, review }, former, rows);
      act.record(
        'list.correct',
        `list:${slug}`,
        { version, corrections: corrections.length },
        corrections.map(({ officerId }) => `officer:${officerId}`),
      );
    });
  pagesOf(ground).forget();
}
