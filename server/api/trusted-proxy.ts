/**
 * Whose word counts about where a request comes from? Of X-Forwarded-For only what a trusted proxy itself has seen; the rest of the header is
 * the visitor's own claim, and limits are counted by address (G-16).
 */
import { BlockList, isIPv6 } from 'node:net';

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
