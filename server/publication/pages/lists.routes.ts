/**
 * The public pages: GET /lists, /lists/{slug}, /lists/{slug}/list.csv and list.json (or /lists/{slug}.csv, .json), with `version`, `agency`, `tier`, `page`, `lang=en`, and `embed=1` for the
 * frame of another site. Only what is public is answered, whoever asks; a list that was withdrawn answers 410, one that is not there 404.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ground } from '../../kernel/ground.js';
import type { Language } from '../../kernel/language.js';
import type { NamedTier } from '../list.rules.js';
import {
  type AgencyFigures,
  agencyFigures,
  figuresShown,
  type FoundList,
  publicRows,
  publishedListOf,
  publishedListsFor,
  trendOf,
} from '../published-list.read.js';
import { listCsv, listJson } from './list-files.js';
import { type Point, TIERS } from './charts.js';
import { gonePage, listPage, listsPage, type View, withdrawnPage } from './list-page.js';
import { gzipOf, type Page, pageOf, takesGzip } from './page.js';
import { type PageCache, pagesOf } from './page-cache.js';
import { STYLE_HASH } from './style.js';

const ON_A_PAGE = 50;
const HTML = 'text/html; charset=utf-8';

const security = (isEmbedded: boolean): string =>
  `default-src 'none';style-src ${STYLE_HASH};form-action 'self';base-uri 'none';frame-ancestors ${isEmbedded ? '*' : "'self'"}`;

interface Asked {
  slug: string;
  version: number | null;
  agency: string;
  tier: NamedTier | '';
  page: number;
  language: Language;
  isEmbedded: boolean;
}

const wordIn = (values: unknown, name: string): string => {
  const value = (values as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.trim() : '';
};
const wholeIn = (values: unknown, name: string): number | null =>
  /^[1-9]\d{0,5}$/.test(wordIn(values, name)) ? Number(wordIn(values, name)) : null;

function askedIn({ params, query: given }: FastifyRequest): Asked {
  const tier = wordIn(given, 'tier');
  return {
    slug: wordIn(params, 'slug').slice(0, 100),
    version: wholeIn(given, 'version'),
    agency: wordIn(given, 'agency').toUpperCase().slice(0, 50),
    tier: TIERS.find((one) => one === tier) ?? '',
    page: wholeIn(given, 'page') ?? 1,
    language: wordIn(given, 'lang') === 'en' ? 'en' : 'vi',
    isEmbedded: wordIn(given, 'embed') === '1',
  };
}

/** What the page of a list depends on; where it is the same, so is the page. */
interface ListState {
  list: FoundList;
  agencies: AgencyFigures[];
  trend: Point[];
  /** Another state, another key. */
  key: string;
}

async function stateOf(ground: Ground, asked: Asked): Promise<ListState | null> {
  const list = await publishedListOf(ground, null, asked);
  if (!list) return null;
  if (list.withdrawnAt) return { list, agencies: [], trend: [], key: `withdrawn ${list.id}` };
  const trend = await trendOf(ground, list);
  const { id, supersededBy, expiresOn } = list;
  const key = JSON.stringify([id, supersededBy, expiresOn, figuresShown(list), trend]);
  return { list, agencies: await agencyFigures(ground.read, list), trend, key };
}

/** How many rows there are for a filter: the figures of agencies count those who are named. */
const TIER_COUNT = { '': 'assessed', REGULAR: 'regular', IRREGULAR: 'irregular', NEVER: 'never' } as const;
const rowsIn = (agencies: readonly AgencyFigures[], code: string, tier: NamedTier | ''): number =>
  agencies.filter((agency) => code === '' || agency.code === code).reduce((sum, agency) => sum + agency[TIER_COUNT[tier]], 0);

async function onePage(ground: Ground, cache: PageCache<Page>, asked: Asked): Promise<Page> {
  const { language, tier, isEmbedded } = asked;
  const state = await cache.state(`${asked.slug} ${asked.version ?? ''}`, () => stateOf(ground, asked));
  const view: View = { language, zone: ground.clock.zone, path: `/lists/${asked.slug}`, isEmbedded };
  if (!state) return pageOf(404, HTML, gonePage({ ...view, path: '/lists' }));
  const { list, agencies, trend, key } = state;
  if (list.withdrawnAt) return pageOf(410, HTML, withdrawnPage(view, list));
  const agencyCode = agencies.some(({ code }) => code === asked.agency) ? asked.agency : '';
  const total = rowsIn(agencies, agencyCode, tier);
  const pages = Math.max(1, Math.ceil(total / ON_A_PAGE));
  const page = Math.min(asked.page, pages);
  return cache.of(JSON.stringify([key, asked.version === null, language, agencyCode, tier, page, isEmbedded]), async () => {
    const rows = await publicRows(ground.read, language, list.id, { agencyCode, tier, offset: (page - 1) * ON_A_PAGE, limit: ON_A_PAGE });
    return pageOf(
      200,
      HTML,
      listPage({ ...view, list, figures: figuresShown(list), agencies, trend, agencyCode, tier, rows, total, page, pages }),
    );
  });
}

async function wholeFile(ground: Ground, cache: PageCache<Page>, asked: Asked, kind: 'csv' | 'json'): Promise<Page> {
  const { language } = asked;
  const state = await cache.state(`${asked.slug} ${asked.version ?? ''}`, () => stateOf(ground, asked));
  if (!state || state.list.withdrawnAt) return pageOf(state ? 410 : 404, 'text/plain; charset=utf-8', '');
  const { list, key } = state;
  return cache.of(JSON.stringify([kind, key, language]), async () => {
    const rows = await publicRows(ground.read, language, list.id, { agencyCode: '', tier: '', offset: 0, limit: null });
    return kind === 'csv'
      ? pageOf(200, 'text/csv; charset=utf-8', listCsv(rows, language))
      : pageOf(200, 'application/json; charset=utf-8', listJson(list, rows, language));
  });
}

function answer(request: FastifyRequest, reply: FastifyReply, page: Page, isEmbedded: boolean): FastifyReply {
  void reply.headers({
    'cache-control': 'public, max-age=60',
    etag: page.etag,
    vary: 'accept-encoding',
    'x-robots-tag': 'noindex, nofollow',
    'content-security-policy': security(isEmbedded),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(isEmbedded ? { 'cross-origin-resource-policy': 'cross-origin' } : {}),
  });
  if (isEmbedded) void reply.removeHeader('x-frame-options');
  const known = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
  if (page.status === 200 && known.some((tag) => tag.replace(/^(W\/)?/, 'W/') === page.etag)) return reply.code(304).send();
  void reply.code(page.status).type(page.type);
  if (!takesGzip(String(request.headers['accept-encoding'] ?? ''))) return reply.send(page.body);
  return reply.header('content-encoding', 'gzip').send(gzipOf(page));
}

export function registerListRoutes(app: FastifyInstance, ground: Ground): void {
  const cache = pagesOf<Page>(ground);
  app.get('/lists', async (request, reply) => {
    const { language } = askedIn(request);
    const lists = (await cache.state('lists', () => publishedListsFor(ground, null))) ?? [];
    const key = JSON.stringify([language, lists.map(({ id }) => id)]);
    const view: View = { language, zone: ground.clock.zone, path: '/lists', isEmbedded: false };
    return answer(request, reply, await cache.of(key, () => pageOf(200, HTML, listsPage(view, lists))), false);
  });
  app.get('/lists/:slug', async (request, reply) => {
    const asked = askedIn(request);
    return answer(request, reply, await onePage(ground, cache, asked), asked.isEmbedded);
  });
  for (const kind of ['csv', 'json'] as const)
    for (const address of [`/lists/:slug/list.${kind}`, `/lists/:slug(^[a-z0-9-]+).${kind}`])
      app.get(address, async (request, reply) => {
        const asked = askedIn(request);
        void reply.header('content-disposition', `attachment; filename="${/^[a-z0-9-]+$/.test(asked.slug) ? asked.slug : 'list'}.${kind}"`);
        return answer(request, reply, await wholeFile(ground, cache, asked, kind), false);
      });
}
