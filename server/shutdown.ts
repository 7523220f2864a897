/**
 * How does a server stop? At SIGTERM or SIGINT: not ready any more, no new connections, requests under way get their answer, imports stop
 * where they are (they are taken up at the next start), the outbox and the checkpoints end, the store closes. Within a bound; at a second
 * signal at once. What was acknowledged is in the database before its answer, so nothing of that is lost either way.
 */
import { constants } from 'node:os';
import type { App } from './app.js';

const USUAL_SECONDS = 25;
/** For what follows the last request: rolling back, the last checkpoint, closing the store. */
const CLOSING_SECONDS = 5;

export const secondsToStop = (env: NodeJS.ProcessEnv = process.env): number => {
  const given = Number(env.HOPTHU_SHUTDOWN_SECONDS || USUAL_SECONDS);
  return Number.isFinite(given) && given > 0 ? given : USUAL_SECONDS;
};

/** Closes in order. True when everything ended by itself or by being cut off at the bound, false when even that took too long. */
export async function closeInTime({ ground, http, close }: App, seconds: number): Promise<boolean> {
  const closing = close();
  const cut = setTimeout(() => {
    ground.log.warn({ seconds }, 'Requests that were still under way are cut off');
    http.server.closeAllConnections();
  }, seconds * 1000).unref();
  let last: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((done) => {
    last = setTimeout(() => done(false), (seconds + CLOSING_SECONDS) * 1000);
  });
  try {
    return await Promise.race([closing.then(() => true), tooLong]);
  } finally {
    clearTimeout(cut);
    clearTimeout(last);
  }
}

/** Waits for a signal and closes; resolves with whether it ended in time. */
export function untilStopped(app: App, isAsked: () => void): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let isStopping = false;
    const stop = (signal: NodeJS.Signals) => {
      if (isStopping) process.exit(128 + constants.signals[signal]);
      isStopping = true;
      isAsked();
      app.ground.log.info({ signal }, 'stopping');
      closeInTime(app, secondsToStop()).then(resolve, reject);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}
