/**
 * The public pages: GET /lists, /lists/{slug}, /lists/{slug}/list.csv and list.json, with `version`, `agency`, `tier`, `page`, `lang=en`, and `embed=1` for the
 * frame of another site. Only what is public is answered, whoever asks; a list that was withdrawn answers 410, one that is not there 404.
 */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ground } from '../../kernel/ground.js';
import type { Language } from '../../kernel/language.js';
import type { NamedTier } from '../list.rules.js';
import { agencyFigures, figuresShown, publishedListOf, publishedListsFor, publicRows, trendOf } from '../published-list.read.js';
import { listCsv, listJson } from './list-files.js';
import { gonePage, type Html, listPage, listsPage, query, type View, withdrawnPage } from './list-page.js';
import { TIERS } from './charts.js';
import { pagesOf } from './page-cache.js';
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

export interface Page {
  status: number;
  type: string;
  body: string;
  etag: string;
}

async function made(status: number, type: string, content: Html | string): Promise<Page> {
  const body = String(await content);
  return { status, type, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 24)}"` };
}

async function onePage(ground: Ground, asked: Asked): Promise<Page> {
  const view: View = { language: asked.language, zone: ground.clock.zone, path: `/lists/${asked.slug}`, isEmbedded: asked.isEmbedded };
  const list = await publishedListOf(ground, null, asked);
  if (!list) return made(404, HTML, gonePage({ ...view, path: '/lists' }));
  if (list.withdrawnAt) return made(410, HTML, withdrawnPage(view, list));
  const agencies = await agencyFigures(ground.read, list);
  const agencyCode = agencies.some(({ code }) => code === asked.agency) ? asked.agency : '';
  const { rows, total, page } = await publicRows(ground.read, asked.language, list.id, {
    agencyCode,
    tier: asked.tier,
    page: asked.page,
    size: ON_A_PAGE,
  });
  const trend = await trendOf(ground, list);
  const figures = figuresShown(list);
  return made(
    200,
    HTML,
    listPage({
      ...view,
      list,
      figures,
      agencies,
      trend,
      agencyCode,
      tier: asked.tier,
      rows,
      total,
      page,
      pages: Math.max(1, Math.ceil(total / ON_A_PAGE)),
    }),
  );
}

async function wholeFile(ground: Ground, asked: Asked, kind: 'csv' | 'json'): Promise<Page> {
  const list = await publishedListOf(ground, null, asked);
  if (!list || list.withdrawnAt) return made(list ? 410 : 404, 'text/plain; charset=utf-8', '');
  const { rows } = await publicRows(ground.read, asked.language, list.id, { agencyCode: '', tier: '', page: 1, size: null });
  return kind === 'csv'
    ? made(200, 'text/csv; charset=utf-8', listCsv(rows, asked.language))
    : made(200, 'application/json; charset=utf-8', listJson(list, rows, asked.language));
}

function answer(request: FastifyRequest, reply: FastifyReply, { status, type, body, etag }: Page, isEmbedded: boolean): FastifyReply {
  void reply.headers({
    'cache-control': 'public, max-age=60',
    etag,
    'x-robots-tag': 'noindex, nofollow',
    'content-security-policy': security(isEmbedded),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(isEmbedded ? { 'cross-origin-resource-policy': 'cross-origin' } : {}),
  });
  const known = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
  if (status === 200 && known.some((tag) => tag.replace(/^W\//, '') === etag)) return reply.code(304).send();
  return reply.code(status).type(type).send(body);
}

export function registerListRoutes(app: FastifyInstance, ground: Ground): void {
  const cache = pagesOf<Page>(ground);
  const options = { helmet: false } as never;
  app.get('/lists', options, async (request, reply) => {
    const asked = askedIn(request);
    const page = await cache.of(`lists ${asked.language}`, async () => {
      const view: View = { language: asked.language, zone: ground.clock.zone, path: '/lists', isEmbedded: false };
      return made(200, HTML, listsPage(view, await publishedListsFor(ground, null)));
    });
    return answer(request, reply, page, false);
  });
  app.get('/lists/:slug', options, async (request, reply) => {
    const asked = askedIn(request);
    const page = await cache.of(`page ${query({ ...asked, version: asked.version ?? '', isEmbedded: asked.isEmbedded ? 1 : '' })}`, () =>
      onePage(ground, asked),
    );
    return answer(request, reply, page, asked.isEmbedded);
  });
  for (const kind of ['csv', 'json'] as const)
    app.get(`/lists/:slug/list.${kind}`, options, async (request, reply) => {
      const asked = askedIn(request);
      const page = await cache.of(`${kind} ${query({ slug: asked.slug, version: asked.version ?? '', lang: asked.language })}`, () =>
        wholeFile(ground, asked, kind),
      );
      void reply.header('content-disposition', `attachment; filename="${/^[a-z0-9-]+$/.test(asked.slug) ? asked.slug : 'list'}.${kind}"`);
      return answer(request, reply, page, false);
    });
}
