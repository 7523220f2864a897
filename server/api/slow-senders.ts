/**
 * How long may a request take to arrive? Headers and small bodies have seconds, so that many slow senders cannot hold the server; an
 * upload may take hours, as long as it keeps coming.
 */
import type { FastifyInstance } from 'fastify';

export const HEADERS_MILLISECONDS = 15_000;
const BODY_MILLISECONDS = 20_000;
/** Bodies that may be larger than this are uploads. */
const SMALL = 1024 * 1024;
const UPLOAD_LOOK_MILLISECONDS = 60_000;
/** Fewer bytes than this in a minute, and nobody is sending any more. */
const UPLOAD_LEAST = 16 * 1024;

/** Options of Node's server: it looks every 2 s whose headers are late. */
export const slowHeaders = { headersTimeout: HEADERS_MILLISECONDS, connectionsCheckingInterval: 2000 };

export function endSlowBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { raw } = request;
    if (raw.headers['content-length'] === '0' || (!raw.headers['content-length'] && !raw.headers['transfer-encoding'])) return;
    const isUpload = (request.routeOptions.bodyLimit ?? 0) > SMALL;
    let before = raw.socket.bytesRead;
    const look = () => {
      if (raw.complete || raw.destroyed) return stop();
      const now = raw.socket.bytesRead;
      // A body nobody reads, because the answer is being worked out first, is not the sender's fault.
      if (isUpload && (now - before >= UPLOAD_LEAST || raw.isPaused())) {
        before = now;
        return;
      }
      stop();
      raw.socket.destroy();
    };
    const timer = setInterval(look, isUpload ? UPLOAD_LOOK_MILLISECONDS : BODY_MILLISECONDS).unref();
    const stop = () => clearInterval(timer);
    reply.raw.once('close', stop);
    raw.once('end', stop);
  });
}
