/** Papers over HTTP: GET /papers/{kind}/{id}.pdf and .docx, for whoever may have them; asking for one issues it where it stands. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { holds } from '../../identity/right.js';
import type { Ground } from '../../kernel/ground.js';
import { kernelMessages } from '../../kernel/kernel.messages.js';
import { languageOf, say } from '../../kernel/language.js';
import { isId } from '../../kernel/record.js';
import { Denial, Refusal } from '../../kernel/refusal.js';
import { dispositionOf } from './paper-name.rules.js';
import { givePaper, recordPaperReading } from './paper.service.js';
import { papersAccess } from './papers.access.js';
import { paperMessages } from './papers.messages.js';
import { printPaper } from './press.js';
import { kindOfPath } from './vocabulary.js';

const FORMATS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

type ActorOf = (request: FastifyRequest) => Promise<Actor | null>;

export function registerPaperRoutes(app: FastifyInstance, ground: Ground, actorOf: ActorOf): void {
  app.get<{ Params: { kind: string; file: string } }>('/papers/:kind/:file', async (request, reply) => {
    const actor = await actorOf(request);
    if (!actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
    if (!holds(actor, papersAccess.read as never)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
    void reply.header('cache-control', 'private, no-store');
    const [id = '', ending = ''] = request.params.file.split('.');
    if (!Object.hasOwn(FORMATS, ending)) throw new Refusal({ code: 'INVALID', path: ['format'], message: { text: paperMessages.format } });
    const format = ending as keyof typeof FORMATS;
    const kind = kindOfPath(request.params.kind);
    const acting = { ground, actor };
    const given = kind && isId(id.toLowerCase()) ? await givePaper(acting, kind, id.toLowerCase()) : null;
    if (!given) {
      const message = say({ text: kernelMessages.notFound }, languageOf(request.headers['accept-language']));
      return reply.code(404).send({ code: 'NOT_FOUND', message, path: ['id'] });
    }
    const bytes = await printPaper({ format, paper: given.paper, layout: given.layout });
    await recordPaperReading(acting, given);
    return reply
      .type(FORMATS[format])
      .header('content-disposition', dispositionOf(given.paper.fileTitle, ending))
      .header('x-content-type-options', 'nosniff')
      .send(bytes);
  });
}
