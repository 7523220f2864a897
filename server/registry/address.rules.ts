/**
 * Is this a mail address, and how is it written? Addresses are compared and stored in small letters; no domain is ever added by guess.
 */

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The domain in small letters, or undefined when it is none: two labels or more, the last one not a number. */
export function mailDomain(text: string): string | undefined {
  const domain = text.trim().toLowerCase();
  const labels = domain.split('.');
  if (domain.length > 253 || labels.length < 2 || !labels.every((label) => LABEL.test(label))) return undefined;
  return /^\d+$/.test(labels.at(-1)!) ? undefined : domain;
}

/** The address in small letters, or undefined when it is none. */
export function mailAddress(text: string): string | undefined {
  const address = text.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 1 || at > 64 || address.length > 254) return undefined;
  return LOCAL_PART.test(address.slice(0, at)) && mailDomain(address.slice(at + 1)) ? address : undefined;
}

/** What stands after the @ of an address already checked. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
