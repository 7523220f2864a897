/** Which address does a new mailbox get where nobody named one? Given name and initials, as the city writes them: `lan.nt@snv.example`. */
import { searchKey } from '../kernel/name.rules.js';

/** What stands before the @ for a full name; the surname first, the given name last, as in Vietnam. */
export function localPartOf(fullName: string): string {
  const words = searchKey(fullName)
    .split(' ')
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean);
  const given = words.at(-1) ?? 'canbo';
  const initials = words
    .slice(0, -1)
    .map((word) => word[0])
    .join('');
  return initials ? `${given}.${initials}` : given;
}

/** The first of `lan.nt`, `lan.nt2`, `lan.nt3` … that nobody has. */
export function firstFree(localPart: string, domain: string, isTaken: (address: string) => boolean): string {
  for (let number = 1; ; number++) {
    const address = `${localPart}${number === 1 ? '' : number}@${domain}`;
    if (!isTaken(address)) return address;
  }
}
