/**
 * How does a message get to another system? One POST, without following where it points, without reading what it says, never longer than the
 * time limit, and only to addresses that are public or allowed: the address that is looked at is the one that is connected to.
 */
import { lookup } from 'node:dns';
import { request as requestOpen } from 'node:http';
import { request as requestSecure, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isInternalAddress } from './internal-address.rules.js';
import type { DeliveryProblem } from './vocabulary.js';

export interface Knock {
  status?: number;
  problem?: DeliveryProblem;
}

export interface Letterbox {
  url: string;
  /** Whether the host may lie inside our own network. */
  mayBeInternal: boolean;
  timeoutMilliseconds: number;
}

const FORBIDDEN = 'EFORBIDDENADDRESS';

class ForbiddenAddress extends Error {
  readonly code = FORBIDDEN;
}

/** Looks a name up, and refuses it whole when one of its addresses is forbidden. */
export const lookingUp =
  (isForbidden: (address: string) => boolean): LookupFunction =>
  (host, options, found) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, []);
      if (addresses.some(({ address }) => isForbidden(address))) return found(new ForbiddenAddress(host), []);
      return options.all ? found(null, addresses) : found(null, addresses[0]!.address, addresses[0]!.family);
    });
  };

const publicOnly = lookingUp(isInternalAddress);

const PROBLEMS: Readonly<Record<string, DeliveryProblem>> = {
  [FORBIDDEN]: 'FORBIDDEN_ADDRESS',
  ABORT_ERR: 'TIMEOUT',
  ETIMEDOUT: 'TIMEOUT',
  ENOTFOUND: 'UNKNOWN_HOST',
  EAI_AGAIN: 'UNKNOWN_HOST',
};

function problemOf(error: Error & { code?: string }): DeliveryProblem {
  const { code = '' } = error;
  if (PROBLEMS[code]) return PROBLEMS[code];
  return /CERT|SIGNED|ALTNAME|SSL|TLS/.test(code) ? 'CERTIFICATE' : 'UNREACHABLE';
}

function problemOfStatus(status: number): DeliveryProblem | undefined {
  if (status >= 200 && status < 300) return undefined;
  return status >= 300 && status < 400 ? 'REDIRECT' : 'REFUSED';
}

export async function postTo(letterbox: Letterbox, headers: Record<string, string>, body: string, stop: AbortSignal): Promise<Knock> {
  const { url, mayBeInternal, timeoutMilliseconds } = letterbox;
  const { protocol, hostname } = new URL(url);
  if (!mayBeInternal && isIP(hostname.replace(/^\[|\]$/g, '')) && isInternalAddress(hostname)) return { problem: 'FORBIDDEN_ADDRESS' };
  const options: RequestOptions = {
    method: 'POST',
    // No connection is kept: one that was allowed once would be used without being looked at.
    agent: false,
    signal: AbortSignal.any([stop, AbortSignal.timeout(timeoutMilliseconds)]),
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Hopthu-Webhooks/1',
    },
    ...(!mayBeInternal && { lookup: publicOnly }),
  };
  return new Promise((resolve) => {
    const sent = (protocol === 'https:' ? requestSecure : requestOpen)(url, options, (response) => {
      const status = response.statusCode ?? 0;
      response.on('error', () => undefined);
      response.destroy();
      const problem = problemOfStatus(status);
      resolve({ status, ...(problem && { problem }) });
    });
    sent.on('error', (error) => resolve({ problem: problemOf(error) }));
    sent.end(body);
  });
}
