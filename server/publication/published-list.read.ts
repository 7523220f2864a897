/** Published lists as whoever asks may read them: a version, its figures as far as they may be shown, and its rows (P-1, P-2). */
import { sql } from 'kysely';
import type { Actor } from '../identity/actor.js';
import { holds } from '../identity/right.js';
import type { Ground } from '../kernel/ground.js';
import type { Language, Text } from '../kernel/language.js';
import { type Page, pageOfList, type PageInput } from '../kernel/page.js';
import { type Asked, onceEach, type Reader, type View } from '../kernel/read.js';
import { type TierFigures, tierFigures } from '../review/figures.rules.js';
import { isUp, type NamedTier } from './list.rules.js';
import { mayRead, publicationAccess } from './publication.access.js';
import { type NotNamed, type PublishedTierFigures, published, shownTogether } from './suppression.rules.js';
import type { Audience } from './vocabulary.js';

export interface FoundList {
  id: string;
  slug: string;
  version: number;
  title: string;
  windowFrom: string;
  windowTo: string;
  audience: Audience;
  legalBasis: string;
  publishedAt: Date;
  expiresOn: string | null;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
  supersededBy: number | null;
  corrections: Text[];
  figures: { all: TierFigures; leaders: TierFigures };
  latestAudience: Audience;
  latestExpiresOn: string | null;
  isLatestWithdrawn: boolean;
  /** Of every version of every list of the review. */
  notNamed: NotNamed[];
}

const lists = ({ db }: Reader) =>
  db.selectFrom(
    sql<FoundList>`(select l.id, l.review_id as "reviewId", l.slug, l.version, l.title, l.window_from::text as "windowFrom", l.window_to::text as "windowTo", l.audience, l.legal_basis as "legalBasis",
      l.created_at as "publishedAt", l.expires_on::text as "expiresOn", l.withdrawn_at as "withdrawnAt", l.withdraw_reason as "withdrawReason", l.superseded_by as "supersededBy",
      l.corrections, l.figures, t.audience as "latestAudience", t.expires_on::text as "latestExpiresOn", t.withdrawn_at is not null as "isLatestWithdrawn", t.version = l.version as "isLatest",
      (select json_agg(json_build_object('all', v.figures->'all'->'notAssessed', 'leaders', v.figures->'leaders'->'notAssessed') order by v.version) from published_list v where v.review_id = l.review_id) as "notNamed"
      from published_list l join lateral (select * from published_list x where x.slug = l.slug order by x.version desc limit 1) t on true)`.as(
      'l',
    ),
  );

/** Whether it is there for somebody at all. One that has expired is down for all but those who publish; a withdrawn one says that it was. */
function isThereFor(actor: Actor | null | undefined, list: FoundList, today: string): boolean {
  if (!mayRead(actor, list.latestAudience) || !mayRead(actor, list.audience)) return false;
  if (list.isLatestWithdrawn || isUp({ expiresOn: list.latestExpiresOn, isWithdrawn: false }, today)) return true;
  return actor != null && holds(actor, publicationAccess.publish);
}

/** A version under an address, the latest unless another is asked for; null where there is none for whoever asks. */
export async function publishedListOf(
  { read, clock }: Ground,
  actor: Actor | null | undefined,
  { slug, version }: { slug: string; version?: number | null },
): Promise<FoundList | null> {
  const rows = lists(read)
    .selectAll()
    .where('slug', '=', slug)
    .where(version == null ? sql<boolean>`"isLatest"` : sql<boolean>`version = ${version}`);
  const [list] = await read.run<FoundList>(rows);
  return list && isThereFor(actor, list, clock.today()) ? list : null;
}

const MOST_LISTS = 200;

/** The latest version of each list that is up, the newest first, at most 200. */
export async function publishedListsFor({ read, clock }: Ground, actor: Actor | null | undefined): Promise<FoundList[]> {
  const rows = lists(read)
    .selectAll()
    .where(sql<boolean>`"isLatest"`)
    .where(sql<boolean>`not "isLatestWithdrawn"`);
  const all = await read.run<FoundList>(rows.orderBy('publishedAt', 'desc').orderBy('slug'));
  return all.filter((list) => isThereFor(actor, list, clock.today())).slice(0, MOST_LISTS);
}

const NOBODY: PublishedTierFigures = {
  regular: null as never,
  irregular: null as never,
  never: null as never,
  notAssessed: null,
  assessed: null as never,
  regularShare: null,
  usingShare: null,
  isSuppressed: true,
};

/** What of the figures may be shown, over all versions together; nothing of a list that was withdrawn. */
export function figuresShown({ figures, notNamed, withdrawnAt }: FoundList): { all: PublishedTierFigures; leaders: PublishedTierFigures } {
  if (withdrawnAt) return { all: NOBODY, leaders: NOBODY };
  const shown = shownTogether(notNamed);
  return { all: published(figures.all, shown.all), leaders: published(figures.leaders, shown.leaders) };
}

const rowView = (language: Language): View<any> => ({
  name: 'w.name',
  post: 'w.post',
  agency: language === 'en' ? sql<string>`coalesce(w.agency_en, w.agency)` : 'w.agency',
  tier: 'w.tier',
  isCorrected: 'w.is_corrected',
});

const views = { vi: rowView('vi'), en: rowView('en') };
const withName = onceEach((asked: Asked): Asked => asked);

export interface RowsInput extends PageInput {
  agencyCode?: string | null;
  tier?: string | null;
}

/** Rows of a version in their order; none of a list that was withdrawn. */
export const rowsPage = (
  read: Reader,
  asked: Asked,
  language: Language,
  { id, withdrawnAt }: Pick<FoundList, 'id' | 'withdrawnAt'>,
  { agencyCode, tier, ...page }: RowsInput,
): Promise<Page<any>> =>
  pageOfList<any>(read, withName(asked), {
    table: 'published_row as w',
    view: views[language],
    orderBy: [{ by: 'w.position', kind: 'whole' }],
    number: 'w.position',
    where: (q) => {
      let rows = q.where('w.list_id', '=', id).where(withdrawnAt ? sql<boolean>`false` : sql<boolean>`true`);
      if (agencyCode != null) rows = rows.where('w.agency_code', '=', agencyCode.trim().toUpperCase());
      return tier == null ? rows : rows.where('w.tier', '=', tier);
    },
    ...page,
  });

export interface AgencyFigures extends Omit<TierFigures, 'notAssessed'> {
  code: string;
  name: string;
  nameEn: string | null;
}

/** Figures of those who are named, by agency, in the order of the list. Whoever was not assessed is in the figures of the city alone (P-2). */
export async function agencyFigures(read: Reader, { id, withdrawnAt }: Pick<FoundList, 'id' | 'withdrawnAt'>): Promise<AgencyFigures[]> {
  if (withdrawnAt) return [];
  const groups = await read.run<{ code: string; name: string; nameEn: string | null; tier: 'REGULAR'; count: number }>(
    read.db
      .selectFrom('published_row as w')
      .select([
        'w.agency_code as code',
        'w.tier',
        sql<string>`min(w.agency)`.as('name'),
        sql<string | null>`min(w.agency_en)`.as('nameEn'),
        sql<number>`count(*)::int`.as('count'),
      ])
      .where('w.list_id', '=', id)
      .groupBy(['w.agency_code', 'w.tier'])
      .orderBy(sql`min(w.position)`),
  );
  const codes = [...new Set(groups.map(({ code }) => code))];
  return codes.map((code) => {
    const own = groups.filter((group) => group.code === code);
    const { notAssessed: _none, ...figures } = tierFigures(own);
    return { code, name: own[0]!.name, nameEn: own[0]!.nameEn, ...figures };
  });
}

export interface PublicRowsInput {
  agencyCode: string;
  tier: string;
  /** How many come before them. */
  offset: number;
  /** How many at most; null: all. */
  limit: number | null;
}

export interface PublicRow {
  /** Within what was asked for, from 1. */
  position: number;
  name: string;
  post: string | null;
  agency: string;
  tier: NamedTier;
  isCorrected: boolean;
}

/** Rows for a page, numbered within what was asked for. */
export async function publicRows(
  read: Reader,
  language: Language,
  listId: string,
  { agencyCode, tier, offset, limit }: PublicRowsInput,
): Promise<PublicRow[]> {
  let chosen = read.db.selectFrom('published_row as w').where('w.list_id', '=', listId);
  if (agencyCode !== '') chosen = chosen.where('w.agency_code', '=', agencyCode);
  if (tier !== '') chosen = chosen.where('w.tier', '=', tier);
  const rows = chosen
    .select([
      'w.name',
      'w.post',
      (language === 'en' ? sql<string>`coalesce(w.agency_en, w.agency)` : sql<string>`w.agency`).as('agency'),
      'w.tier',
      'w.is_corrected as isCorrected',
    ])
    .orderBy('w.position');
  const found = await read.run<Omit<PublicRow, 'position'>>(limit === null ? rows : rows.limit(limit).offset(offset));
  return found.map((row, i) => ({ position: offset + i + 1, ...row }));
}

const MOST_IN_TREND = 8;

/** Of the public lists that are up, one a review, the earliest window first: how many of those assessed use the mailbox. */
export async function trendOf(ground: Ground, list: FoundList): Promise<{ title: string; everybody: number; leaders: number | null }[]> {
  const all = await publishedListsFor(ground, null);
  const byWindow = new Map(
    all.filter(({ windowTo }) => windowTo <= list.windowTo).map((one) => [`${one.windowFrom} ${one.windowTo}`, one]),
  );
  byWindow.set(`${list.windowFrom} ${list.windowTo}`, list);
  return [...byWindow.values()]
    .toSorted((a, b) => (a.windowTo < b.windowTo ? -1 : 1))
    .flatMap(({ windowTo, figures: { all, leaders } }) =>
      all.usingShare === null
        ? []
        : [{ title: `${windowTo.slice(5, 7)}/${windowTo.slice(0, 4)}`, everybody: all.usingShare, leaders: leaders.usingShare }],
    )
    .slice(-MOST_IN_TREND);
}

/** The latest version of each list of these reviews that somebody may read, also one that was withdrawn; the newest first. */
export async function listsOfReviews({ read, clock }: Ground, actor: Actor, reviewIds: readonly string[]): Promise<FoundList[][]> {
  const rows = lists(read)
    .selectAll()
    .where(sql<boolean>`"isLatest"`)
    .where(sql<boolean>`"reviewId" = any(${[...reviewIds]}::uuid[])`);
  const found = (await read.run<FoundList & { reviewId: string }>(rows.orderBy('publishedAt', 'desc').orderBy('slug'))).filter((list) =>
    isThereFor(actor, list, clock.today()),
  );
  return reviewIds.map((id) => found.filter(({ reviewId }) => reviewId === id));
}
