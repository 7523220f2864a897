/** How is a way to the directory opened and encrypted? Always within the time limit, and never encrypted without looking at the certificate. */
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectSecure, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { DirectoryFault, type Stage } from './ldap-faults.rules.js';
import type { LdapSettings } from './ldap-settings.rules.js';

const PORTS: Readonly<Record<string, number>> = { 'ldap:': 389, 'ldaps:': 636 };

function placeOf({ url }: LdapSettings): { host: string; port: number; isSecure: boolean } {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '') || 'localhost';
  return { host, port: Number(port) || PORTS[protocol]!, isSecure: protocol === 'ldaps:' };
}

/** What is asked of the certificate: issued by whom we trust (only `ca` where it is given), for this host. */
export function tlsOptions(settings: LdapSettings): ConnectionOptions {
  const { host } = placeOf(settings);
  return { host, ...(isIP(host) === 0 && { servername: host }), ...(settings.ca && { ca: [settings.ca] }), rejectUnauthorized: true };
}

/** A half-open peer never ends what it began: the socket is given up after the time limit. */
export function limited<T extends Socket>(socket: T, done: 'connect' | 'secureConnect', milliseconds: number): T {
  const timer = setTimeout(() => socket.destroy(new Error('no answer within the time limit')), milliseconds);
  const clear = () => clearTimeout(timer);
  socket.once(done, clear).once('close', clear);
  return socket;
}

const ready = <T extends Socket>(socket: T, done: 'connect' | 'secureConnect', stage: Stage): Promise<T> =>
  new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      socket.destroy();
      reject(new DirectoryFault('UNREACHED', error.message || (error as NodeJS.ErrnoException).code || 'connection refused', { stage }));
    };
    socket.once('error', fail).once(done, () => {
      socket.removeListener('error', fail);
      resolve(socket);
    });
  });

/** A connected socket; of `ldaps:` an encrypted one. */
export async function openSocket(settings: LdapSettings): Promise<Socket | TLSSocket> {
  const { host, port, isSecure } = placeOf(settings);
  const limit = settings.timeoutMilliseconds;
  const socket = await ready(limited(connect(port, host), 'connect', limit), 'connect', 'CONNECT');
  if (!isSecure) return socket;
  try {
    return await ready(limited(connectSecure({ ...tlsOptions(settings), socket }), 'secureConnect', limit), 'secureConnect', 'ENCRYPT');
  } catch (error) {
    socket.destroy();
    // A certificate that cannot be read is thrown at once.
    throw error instanceof DirectoryFault ? error : new DirectoryFault('UNREACHED', (error as Error).message, { stage: 'ENCRYPT' });
  }
}
