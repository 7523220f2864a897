/**
 * The list of a class as a file: GET /training/classes/{id}/roster?format=csv|xlsx, and back, filled in: POST to the same address with
 * the file as body, `?dryRun=true` to write nothing. Answers `{"report": …}`; 400 with the reason where the file as a whole is refused.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { holds } from '../identity/right.js';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { languageOf } from '../kernel/language.js';
import { Denial, Refusal } from '../kernel/refusal.js';
import { exportRoster, SHEET_FORMATS, type SheetFormat } from './roster-export.js';
import { importRoster } from './roster-import.service.js';
import { SHEET_TEXTS } from './roster-sheet.messages.js';
import { trainingAccess } from './training.access.js';

const LARGEST_FILE = 4 * 1024 * 1024;
const ADDRESS = '/training/classes/:id/roster';
const TYPES: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type ActorOf = (request: FastifyRequest) => Promise<Actor | null>;

export function registerRosterRoutes(app: FastifyInstance, ground: Ground, actorOf: ActorOf): void {
  const acting = async (request: FastifyRequest) => {
    const actor = await actorOf(request);
    if (!actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
    if (!holds(actor, trainingAccess.leadClass as never)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
    return { ground, actor };
  };
  app.get<{ Params: { id: string }; Querystring: { format?: string } }>(ADDRESS, async (request, reply) => {
    const asking = await acting(request);
    const format = SHEET_FORMATS.find((each) => each === (request.query.format ?? 'csv'));
    if (!format) throw new Refusal({ code: 'INVALID', path: ['format'], message: { text: SHEET_TEXTS.format } });
    const { fileName, bytes } = await exportRoster(asking, request.params.id, format, languageOf(request.headers['accept-language']));
    return reply
      .type(TYPES[format])
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'private, no-store')
      .send(bytes);
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
        const report = await importRoster(asking, request.params.id, bytes, {
          isDryRun,
          language: languageOf(request.headers['accept-language']),
        });
        return reply.send({ report });
      },
    );
  });
}
