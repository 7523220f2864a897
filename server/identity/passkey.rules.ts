/** For which site is a passkey, and what may it be called? */

/** Minutes in which a challenge must be answered. */
export const CHALLENGE_MINUTES = 5;
/** Passkeys one person can have. */
export const MOST_PASSKEYS = 20;
/** Characters of the longest name. */
export const LONGEST_PASSKEY_NAME = 100;

/** The site a passkey belongs to: its origin as the browser says it, and the domain as the authenticator does. */
export interface PasskeySite {
  origin: string;
  domain: string;
}

const isAddress = (host: string): boolean => /^[\d.]+$/.test(host) || host.includes(':');

const siteOf = (url: string): PasskeySite | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { origin, hostname, protocol } = new URL(url);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
  return isSafe && !isAddress(hostname) ? { origin, domain: hostname } : undefined;
};

/**
 * The site of this server: the one that was set (`https://…`), else what the browser says, which counts only on the machine itself; no other
 * page can call itself localhost. Undefined where passkeys cannot work: a browser takes them over https, and by name, not by number.
 */
export function passkeySite(set: string | undefined, originOfRequest: string | undefined, ownUrl: string): PasskeySite | undefined {
  if (set) return siteOf(set);
  const said = originOfRequest === undefined ? undefined : siteOf(originOfRequest);
  return said?.domain === 'localhost' ? said : siteOf(ownUrl);
}
