/**
 * How is a SCIM server asked? One request, to the address that was told and nowhere else, never longer than the time limit and never more read than
 * is useful; what went wrong comes back as an answer, not as an error.
 */
import { type Answer, retryAfter } from './scim-answer.rules.js';
import type { ScimPlace } from './scim-settings.rules.js';

/** Bytes of an answer; a page of a thousand users with all their groups stays below. */
export const LARGEST_ANSWER = 8 * 1024 * 1024;

export interface ScimDoor {
  ask(method: 'GET' | 'POST' | 'PATCH', path: string, sent?: { body: unknown; ifMatch?: string }): Promise<Answer>;
  /** Breaks off what is being asked. */
  close(): void;
}

/** The connection did not come about: nothing of the request can have arrived. */
const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_NODATA|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_INVALID_URL)$|CERT|SIGNED|ALTNAME/;

class TooLarge extends Error {}

async function readBody(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest of the answer.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) throw new TooLarge();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as unknown;
  } catch {
    return undefined;
  }
}

function silenceOf(error: unknown, timeoutMilliseconds: number): Answer {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  const code = cause?.code ?? '';
  if (error instanceof TooLarge) return { status: 0, mayHaveArrived: true, words: `the answer is larger than ${LARGEST_ANSWER} bytes` };
  if (name === 'TimeoutError') return { status: 0, mayHaveArrived: true, words: `no answer within ${timeoutMilliseconds / 1_000} s` };
  if (name === 'AbortError') return { status: 0, mayHaveArrived: true, words: 'broken off, the connector is being closed' };
  if (NEVER_CONNECTED.test(code)) return { status: 0, mayHaveArrived: false, words: `no connection (${code})` };
  return { status: 0, mayHaveArrived: true, wasCut: true, words: `the connection was cut${code && ` (${code})`}` };
}

export function scimDoor({ base, authorization, timeoutMilliseconds }: ScimPlace): ScimDoor {
  const closing = new AbortController();
  const askOnce: ScimDoor['ask'] = async (method, path, sent) => {
    try {
      const response = await fetch(`${base}${path}`, {
        method,
        // A redirect could carry the token to another host.
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMilliseconds)]),
        headers: {
          authorization,
          accept: 'application/scim+json, application/json',
          'user-agent': 'Hopthu-Provisioning/1',
          ...(sent && { 'content-type': 'application/scim+json' }),
          ...(sent?.ifMatch && { 'if-match': sent.ifMatch }),
        },
        ...(sent && { body: JSON.stringify(sent.body) }),
      });
      const retryAfterSeconds = retryAfter(response.headers.get('retry-after'), new Date());
      const body = await readBody(response);
      return { status: response.status, body, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
    } catch (error) {
      return silenceOf(error, timeoutMilliseconds);
    }
  };
  return {
    async ask(method, path, sent) {
      const answer = await askOnce(method, path, sent);
      // A connection that was kept may have been ended meanwhile; reading twice does no harm.
      return method === 'GET' && 'wasCut' in answer && answer.wasCut ? askOnce(method, path) : answer;
    },
    close: () => closing.abort(),
  };
}
