/**
 * Orders to a mail system that people run by hand, as files: GET /mail-systems/{id}/hand-over, and what they did back: POST to the same address with the
 * file as body, `?dryRun=true` to close nothing. Answers `{"report": …}`; 400 with the reason where it cannot be handed over or read.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { holds } from '../identity/right.js';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { languageOf } from '../kernel/language.js';
import { Denial } from '../kernel/refusal.js';
import { confirmHandOver, handOver } from './hand-over.service.js';
import { provisioningAccess } from './provisioning.access.js';

const LARGEST_FILE = 4 * 1024 * 1024;
const ADDRESS = '/mail-systems/:id/hand-over';

type ActorOf = (request: FastifyRequest) => Promise<Actor | null>;

export function registerHandOverRoutes(app: FastifyInstance, ground: Ground, actorOf: ActorOf): void {
  const acting = async (request: FastifyRequest) => {
    const actor = await actorOf(request);
    if (!actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
    if (!holds(actor, provisioningAccess.changeOrders)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
    return { ground, actor };
  };
  app.get<{ Params: { id: string } }>(ADDRESS, async (request, reply) => {
    const { fileName, text } = await handOver(await acting(request), request.params.id);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'private, no-store')
      .send(text);
  });
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_FILE }, (_request, body, done) => done(null, body));
    scope.post<{ Params: { id: string }; Querystring: { dryRun?: string } }>(
      ADDRESS,
      { bodyLimit: LARGEST_FILE },
      async (request, reply) => {
        const asking = await acting(request);
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const isDryRun = ['1', 'true'].includes(request.query.dryRun ?? '');
        const report = await confirmHandOver(asking, request.params.id, bytes, {
          isDryRun,
          language: languageOf(request.headers['accept-language']),
        });
        return reply.send({ report });
      },
    );
  });
}
