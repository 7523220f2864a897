/**
 * Whose word counts about where a request comes from? Of X-Forwarded-For only what a trusted proxy itself has seen; the rest of the header is
 * the visitor's own claim, and limits are counted by address (G-16).
 */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** The machine itself and private networks: where a proxy in front of this server stands. */
const NEAR = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  NEAR.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  NEAR.addSubnet(net, bits, 'ipv6');

export type TrustedProxy = false | string[] | ((address: string, hop: number) => boolean);

/**
 * HOPTHU_TRUST_PROXY: nothing, then nobody's; a number, then that of so many proxies one before the other, the nearest on this machine or in a
 * private network; or the addresses and networks of the proxies, separated by commas.
 */
export function trustedProxy(set: string | undefined): TrustedProxy {
  if (!set || set === '0') return false;
  if (!/^\d+$/.test(set)) return set.split(',').map((part) => part.trim());
  const proxies = Number(set);
  return (address, hop) => hop < proxies && (hop > 0 || NEAR.check(address, isIPv6(address) ? 'ipv6' : 'ipv4'));
}

/** An address as proxies write it, without its port; undefined for what is none. */
export function addressIn(entry: string): string | undefined {
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
  return isIP(bare) ? bare : undefined;
}

/**
 * Rewrites X-Forwarded-For so that every entry is an address: without ports, or each port would count apart. What is no address counts as
 * the proxy that sent it, and whatever stands before it in the header is nobody's word.
 */
export function readForwarded({ headers, socket }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } }): void {
  const entries = [headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  const read: string[] = [];
  for (const entry of entries.reverse()) {
    const address = addressIn(entry);
    read.unshift(address ?? socket.remoteAddress ?? '');
    if (!address) break;
  }
  if (entries.length) headers['x-forwarded-for'] = read.join(', ');
}
