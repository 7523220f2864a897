/**
 * GET /audit/verify: one JSON object a line, `{"done", "total"}` while it reads, at the end `{"report"}`. For administrators; only the
 * command line on the server itself may name a checkpoint to begin from, a folder or a key. POST /audit/seal is for that command line too.
 */
import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkpointFolder } from '../kernel/audit-checkpoint-folder.js';
import { auditReport } from '../kernel/audit-report.js';
import { askOf } from '../kernel/audit-verify.js';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { languageOf, say } from '../kernel/language.js';
import { Denial } from '../kernel/refusal.js';
import { type Actor, operatorActor } from './actor.js';
import { auditAccess } from './audit.access.js';
import { auditMessages } from './audit.messages.js';
import { sealAudit } from './audit-seal.service.js';
import { holds, type Right } from './right.js';

interface Query {
  from?: string;
  checkpoints?: string;
  key?: string;
}

const running = new WeakSet<Ground>();

export function registerAuditRoutes(
  app: FastifyInstance,
  ground: Ground,
  actorOf: (request: FastifyRequest) => Promise<Actor | null>,
): void {
  const expect = async (request: FastifyRequest, right: Right<never>): Promise<Actor> => {
    const actor = await actorOf(request);
    if (!actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
    if (!holds(actor, right)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
    return actor;
  };

  app.get<{ Querystring: Query }>('/audit/verify', async (request, reply) => {
    const actor = await expect(request, auditAccess.verify);
    const language = languageOf(request.headers['accept-language']);
    const { from, checkpoints, key } = request.query;
    if ((from || checkpoints || key) && actor !== operatorActor) throw new Denial('FORBIDDEN', { text: auditMessages.operatorOnly });
    if (running.has(ground)) return reply.code(409).send({ code: 'CONFLICT', message: say({ text: auditMessages.isRunning }, language) });
    running.add(ground);
    const lines = new PassThrough();
    const write = (line: unknown) => lines.write(`${JSON.stringify(line)}\n`);
    void auditReport(askOf(ground.native), {
      folder: checkpoints ?? checkpointFolder(ground.dataFolder),
      isFolderNamed: checkpoints !== undefined,
      fromFile: from,
      keyFile: key,
      key: ground.key,
      onProgress: (done, total) => write({ done, total }),
    })
      .then((report) => write({ report }))
      .catch((error: unknown) => {
        ground.log.error({ requestId: request.id, error }, 'The audit log could not be verified');
        write({
          fault:
            actor === operatorActor
              ? String((error as Error).message)
              : say({ text: kernelMessages.fault, values: { requestId: request.id } }, language),
        });
      })
      .finally(() => {
        running.delete(ground);
        lines.end();
      });
    return reply.type('application/x-ndjson').send(lines);
  });

  app.post<{ Body: { reason?: unknown } | null }>('/audit/seal', async (request, reply) => {
    const actor = await expect(request, auditAccess.mend);
    if (actor !== operatorActor) throw new Denial('FORBIDDEN', { text: auditMessages.operatorOnly });
    await sealAudit({ ground, actor }, String(request.body?.reason ?? ''));
    return reply.code(204).send();
  });
}
