/**
 * The log: one JSON object a line on the error stream, so that what a command prints stays clean. Never in it: addresses, e-mails, names,
 * tokens, variables of a request, what people wrote. Faults go through `loggedFault`, which keeps no values.
 */
import { type Logger, pino } from 'pino';
import { loggedFault } from './fault-log.js';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const ERROR_STREAM = 2;

export function newLog(
  level = 'warn',
  destination: { write(line: string): unknown } = pino.destination({ fd: ERROR_STREAM, sync: true }),
): Logger {
  const isKnown = (LOG_LEVELS as readonly string[]).includes(level);
  if (!isKnown) {
    const known = LOG_LEVELS.join(', ');
    const text = { vi: `HOPTHU_LOG: ${known}; không phải “${level}”.`, en: `HOPTHU_LOG: one of ${known}, not "${level}".` };
    throw Object.assign(new Error(`${text.vi} / ${text.en}`), { text });
  }
  return pino(
    { level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: loggedFault, err: loggedFault } },
    destination as never,
  );
}
