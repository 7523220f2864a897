/** Scanned papers over HTTP: POST /attachments?fileName=… with the file as the body, GET /attachments/{id}. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { holds } from '../identity/right.js';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { languageOf, say } from '../kernel/language.js';
import { Denial } from '../kernel/refusal.js';
import { readAttachment } from './attachment.read.js';
import { LARGEST_ATTACHMENT } from './attachment.rules.js';
import { uploadAttachment } from './attachment.service.js';
import { noticesAccess } from './notices.access.js';

export function registerAttachmentRoutes(
  app: FastifyInstance,
  ground: Ground,
  actorOf: (request: FastifyRequest) => Promise<Actor | null>,
): void {
  const signedIn = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await actorOf(request);
    if (!actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
    return actor;
  };
  void app.register(async (scope) => {
    const uploaders = new WeakMap<FastifyRequest, Actor>();
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_ATTACHMENT }, (_request, body, done) => done(null, body));
    scope.post<{ Querystring: { fileName?: string } }>(
      '/attachments',
      {
        bodyLimit: LARGEST_ATTACHMENT,
        // Before the body is read: nobody fills the memory who may not.
        onRequest: async (request) => {
          const actor = await signedIn(request);
          if (!holds(actor, noticesAccess.uploadAttachments as never)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
          uploaders.set(request, actor);
        },
      },
      async (request, reply) => {
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const attachmentId = await uploadAttachment({ ground, actor: uploaders.get(request)! }, request.query.fileName, bytes);
        return reply.code(201).send({ attachmentId });
      },
    );
  });
  app.get<{ Params: { id: string } }>('/attachments/:id', async (request, reply) => {
    const actor = await signedIn(request);
    void reply.header('cache-control', 'private, no-store');
    const file = await readAttachment({ ground, actor }, request.params.id);
    if (!file) {
      const message = say({ text: kernelMessages.notFound }, languageOf(request.headers['accept-language']));
      return reply.code(404).send({ code: 'NOT_FOUND', message, path: ['id'] });
    }
    return reply
      .type(file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName).replace(/['()*]/g, escape)}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(file.content);
  });
}
