/**
 * Uploads of spreadsheets: POST /registry/agencies and /registry/officers, `?dryRun=true` to write nothing. The answer is one JSON
 * object a line: `{"done", "total"}` while rows are written, at the end `{"report"}` or `{"refused"}`.
 */
import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { holds } from '../identity/right.js';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { languageOf, say } from '../kernel/language.js';
import { Denial, Refusal } from '../kernel/refusal.js';
import { registryAccess } from './registry.access.js';
import { importAgencies, importOfficers } from './registry-import.service.js';

const LARGEST_FILE = 64 * 1024 * 1024;
const KINDS = {
  agencies: { run: importAgencies, right: registryAccess.changeAgencies },
  officers: { run: importOfficers, right: registryAccess.changeOfficers },
};

export function registerRegistryRoutes(
  app: FastifyInstance,
  ground: Ground,
  actorOf: (request: FastifyRequest) => Promise<Actor | null>,
): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_FILE }, (_request, body, done) => done(null, body));
    for (const [name, { run, right }] of Object.entries(KINDS)) {
      scope.post<{ Querystring: { dryRun?: string } }>(`/registry/${name}`, { bodyLimit: LARGEST_FILE }, async (request, reply) => {
        const actor = await actorOf(request);
        if (!actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
        if (!holds(actor, right as never)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
        const language = languageOf(request.headers['accept-language']);
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const lines = new PassThrough();
        const write = (line: unknown) => lines.write(`${JSON.stringify(line)}\n`);
        const isDryRun = ['1', 'true'].includes(request.query.dryRun ?? '');
        void run({ ground, actor }, bytes, { isDryRun, language }, (done, total) => write({ done, total }))
          .then((report) => write({ report }))
          .catch((error: unknown) => {
            if (error instanceof Refusal) {
              write({ refused: error.reasons.map((r) => ({ code: r.code, message: say(r.message, language), path: r.path ?? [] })) });
              return;
            }
            ground.log.error({ requestId: request.id, error }, 'An import failed');
            write({ fault: say({ text: kernelMessages.fault, values: { requestId: request.id } }, language) });
          })
          .finally(() => lines.end());
        return reply.type('application/x-ndjson').send(lines);
      });
    }
  });
}
