/** Uploads of logs and reports: POST /evidence/{format}?source=NAME&fileName=…&newestDay=YYYY-MM-DD, the body as it is, plain or gzip (house.md §3). */
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { holds } from '../identity/right.js';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { languageOf, say } from '../kernel/language.js';
import { Denial, Refusal } from '../kernel/refusal.js';
import { evidenceAccess } from './evidence.access.js';
import { evidenceMessages } from './evidence.messages.js';
import { startImport } from './import.service.js';
import { TooLarge } from './spool.js';

/** Bytes of one upload; HOPTHU_LARGEST_UPLOAD sets another limit. */
const LARGEST_UPLOAD = 64 * 2 ** 30;

interface Query {
  source?: string;
  fileName?: string;
  newestDay?: string;
}

export function registerEvidenceRoutes(
  app: FastifyInstance,
  ground: Ground,
  actorOf: (request: FastifyRequest) => Promise<Actor | null>,
): void {
  const largest = Number(process.env.HOPTHU_LARGEST_UPLOAD) || LARGEST_UPLOAD;
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { bodyLimit: largest }, (_request, body, done) => done(null, body));
    scope.post<{ Params: { format: string }; Querystring: Query }>('/evidence/:format', { bodyLimit: largest }, async (request, reply) => {
      const actor = await actorOf(request);
      if (!actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
      if (!holds(actor, evidenceAccess.importFiles)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
      const { source, fileName, newestDay } = request.query;
      const body = (request.body as Readable | undefined) ?? request.raw;
      try {
        if (Number(request.headers['content-length']) > largest) throw new TooLarge();
        const importId = await startImport(
          { ground, actor },
          { format: request.params.format, source, fileName, newestDay, body, largest },
        );
        return await reply.code(202).send({ importId });
      } catch (error) {
        body.resume();
        return refuse(error, request, reply);
      }
    });
  });
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  if (error instanceof TooLarge)
    return reply.code(413).send({ code: 'LIMIT', message: say({ text: evidenceMessages.tooLarge }, language), path: [] });
  const reason = error instanceof Refusal ? error.reasons[0] : undefined;
  if (!reason) throw error;
  return reply
    .code(reason.code === 'CONFLICT' ? 409 : 400)
    .send({ code: reason.code, message: say(reason.message, language), path: reason.path ?? [] });
}
