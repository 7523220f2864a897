/**
 * Everything held about an officer as a file (K-4): GET /my-data.json and /my-data.html of one's own, GET /officers/{id}/data.json and .html for the task force.
 * `lang=en` for English titles. It is recorded that it was taken out.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import type { Ground } from '../../kernel/ground.js';
import { kernelMessages } from '../../kernel/kernel.messages.js';
import { type Language, languageOf } from '../../kernel/language.js';
import { Denial } from '../../kernel/refusal.js';
import { STYLE_HASH } from '../pages/style.js';
import { ownDataTexts } from './own-data.messages.js';
import { ownDataJson, ownDataPage } from './own-data.page.js';
import { heldData, ownOfficerOf } from './own-data.service.js';

const FORMATS = ['json', 'html'] as const;
type Format = (typeof FORMATS)[number];
type ActorOf = (request: FastifyRequest) => Promise<Actor | null>;

const languageIn = (request: FastifyRequest): Language => {
  const { lang } = request.query as { lang?: unknown };
  return lang === 'en' || lang === 'vi' ? lang : languageOf(request.headers['accept-language']);
};

export function registerOwnDataRoutes(app: FastifyInstance, ground: Ground, actorOf: ActorOf): void {
  const signedIn = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await actorOf(request);
    if (!actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
    return actor;
  };
  async function send(request: FastifyRequest, reply: FastifyReply, format: Format, idOf: (actor: Actor) => string): Promise<FastifyReply> {
    const actor = await signedIn(request);
    const language = languageIn(request);
    const data = await heldData({ ground, actor }, idOf(actor), language);
    const fileName = data.isOwn ? ownDataTexts.fileName[language] : `officer-${data.officerId}`;
    void reply.headers({
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-disposition': `attachment; filename="${fileName}.${format}"`,
      'content-security-policy': `default-src 'none';style-src ${STYLE_HASH};base-uri 'none';form-action 'none';frame-ancestors 'none'`,
    });
    return format === 'json'
      ? reply.type('application/json; charset=utf-8').send(ownDataJson(data))
      : reply.type('text/html; charset=utf-8').send(await ownDataPage(data, language, ground.clock.zone));
  }
  for (const format of FORMATS) {
    app.get(`/my-data.${format}`, (request, reply) => send(request, reply, format, ownOfficerOf));
    app.get<{ Params: { id: string } }>(`/officers/:id/data.${format}`, (request, reply) =>
      send(request as FastifyRequest, reply, format, () => (request.params as { id: string }).id),
    );
  }
}
