/**
 * Who logged in, and from where? The rest of a success line is a list whose order and members a site can change; user and rip are needed.
 */
import { isIP } from 'node:net';

export interface Login {
  user: string;
  rip: string;
  session: string;
}

const ELEMENT = /^([a-z_]+)=(.*)$/i;

/** Undefined when user or rip is missing, named twice, or the list does not parse to its end. */
export function readLogin(list: string): Login | undefined {
  let user: string | undefined;
  let rip: string | undefined;
  let session: string | undefined;
  for (const element of list.split(', ')) {
    const parts = ELEMENT.exec(element);
    const name = parts?.[1]!.toLowerCase();
    if (name === 'user' || name === 'rip' || name === 'session') {
      const value = plain(parts![2]!);
      if (value === undefined) return undefined;
      if (name === 'user') {
        if (user !== undefined || value === '') return undefined;
        user = value;
      } else if (name === 'rip') {
        if (rip !== undefined || isIP(value) === 0) return undefined;
        rip = value;
      } else {
        if (session !== undefined) return undefined;
        session = value;
      }
    } else if (/[<>]/.test(element) && !/^[^<>]*<[^<>]*>$/.test(element)) return undefined;
  }
  return user === undefined || rip === undefined ? undefined : { user, rip, session: session ?? '' };
}

/** The value without its angle brackets; undefined when they do not match. */
function plain(value: string): string | undefined {
  if (value.startsWith('<')) return value.endsWith('>') && !/[<>]/.test(value.slice(1, -1)) ? value.slice(1, -1) : undefined;
  return /[<>\s]/.test(value) ? undefined : value;
}
