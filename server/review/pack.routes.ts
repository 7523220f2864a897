/**
 * GET /reviews/{id}/evidence-pack.jsonl.gz and /findings/{id}/evidence-pack.jsonl.gz: everything by which the tiers of a review, or of one finding, can be
 * worked out again (`hopthu review verify`). 401 without a session, 403 without the right, 404 where there is no such thing. What is cut is cut visibly.
 */
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../identity/actor.js';
import type { Acting } from '../identity/command.js';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { languageOf, say } from '../kernel/language.js';
import { Denial } from '../kernel/refusal.js';
import { findingPack, type Pack, reviewPack } from './pack.service.js';

type ActorOf = (request: FastifyRequest) => Promise<Actor | null>;

export function registerPackRoutes(app: FastifyInstance, ground: Ground, actorOf: ActorOf): void {
  async function send(request: FastifyRequest, reply: FastifyReply, make: (acting: Acting) => Promise<Pack | null>): Promise<FastifyReply> {
    const actor = await actorOf(request);
    if (!actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
    const pack = await make({ ground, actor });
    if (!pack) {
      const message = say({ text: kernelMessages.notFound }, languageOf(request.headers['accept-language']));
      return reply.code(404).send({ code: 'NOT_FOUND', message, path: ['id'] });
    }
    const { head, lines } = pack;
    const packed = createGzip();
    // A fault on either side ends both; the reader sees that the file is not whole.
    pipeline(Readable.from(lines), packed, (error) => {
      if (error) ground.log.error({ requestId: request.id, error }, 'An evidence pack was broken off');
    });
    return reply
      .headers({
        'content-type': 'application/gzip',
        'content-disposition': `attachment; filename="${head.review.reference}.evidence-pack.jsonl.gz"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      })
      .send(packed);
  }
  app.get<{ Params: { id: string } }>('/reviews/:id/evidence-pack.jsonl.gz', (request, reply) =>
    send(request as FastifyRequest, reply, (acting) => reviewPack(acting, request.params.id)),
  );
  app.get<{ Params: { id: string } }>('/findings/:id/evidence-pack.jsonl.gz', (request, reply) =>
    send(request as FastifyRequest, reply, (acting) => findingPack(acting, request.params.id)),
  );
}
