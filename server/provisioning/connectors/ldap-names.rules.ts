/** How is an entry of a directory named? Distinguished names are taken apart, compared and made (RFC 4514); names of persons become cn, sn, givenName. */

const SPECIAL = new Set('"+,;<>=\\#');

const hex = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `\\${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');

/** A value as it stands in a name: every special sign as its number, so that no reader meets a bare comma or backslash. */
export function escapedValue(value: string): string {
  const signs = [...value];
  return signs
    .map((sign, i) => {
      const isEdgeSpace = sign === ' ' && (i === 0 || i === signs.length - 1);
      return SPECIAL.has(sign) || isEdgeSpace || sign < ' ' ? hex(sign) : sign;
    })
    .join('');
}

export const rdn = (attribute: string, value: string): string => `${attribute}=${escapedValue(value)}`;

/** Splits at a sign that is not escaped. */
function splitAt(sign: string, text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === sign) {
      parts.push(part);
      part = '';
    } else {
      part += text[i];
      // What follows a backslash is never a sign of its own.
      if (text[i] === '\\') part += text[(i += 1)] ?? '';
    }
  }
  return [...parts, part];
}

function unescaped(value: string): string {
  const bytes: Buffer[] = [];
  for (const [, pair, sign, plain] of value.matchAll(/\\([0-9a-f]{2})|\\(.)|([^\\]+)/gisu)) {
    bytes.push(pair === undefined ? Buffer.from(sign ?? plain ?? '') : Buffer.from(pair, 'hex'));
  }
  return Buffer.concat(bytes).toString();
}

interface Part {
  attribute: string;
  value: string;
}

/** The parts of one step of a name; undefined where it is none. */
function partsOf(step: string): Part[] | undefined {
  const parts = splitAt('+', step).map((part) => {
    const at = part.indexOf('=');
    const [attribute, value] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    return at > 0 && /^([a-z][a-z0-9-]*|\d+(\.\d+)+)$/i.test(attribute) && value !== ''
      ? { attribute, value: unescaped(value) }
      : undefined;
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

export const isDn = (text: string): boolean => splitAt(',', text).every((step) => partsOf(step) !== undefined);

/** One step in the form in which steps are compared: small letters, single spaces, parts in order. */
const canonicalStep = (step: string): string =>
  (partsOf(step) ?? [{ attribute: '', value: step }])
    .map(({ attribute, value }) => rdn(attribute.toLowerCase(), value.normalize('NFC').toLowerCase().replace(/ +/g, ' ')))
    .sort()
    .join('+');

const canonical = (dn: string): string[] => splitAt(',', dn).map(canonicalStep);

export const isSameDn = (one: string, other: string): boolean => canonical(one).join(',') === canonical(other).join(',');

/** Whether the name lies below the other, at any depth; nothing lies below itself. */
export function isBelow(dn: string, ancestor: string): boolean {
  const [steps, above] = [canonical(dn), canonical(ancestor)];
  return steps.length > above.length && steps.slice(-above.length).join(',') === above.join(',');
}

export const parentOf = (dn: string): string => splitAt(',', dn).slice(1).join(',');

/** The first step of a name, its special signs written as numbers. */
export function rdnOf(dn: string): string {
  const step = splitAt(',', dn)[0]!;
  return (
    partsOf(step)
      ?.map(({ attribute, value }) => rdn(attribute, value))
      .join('+') ?? step
  );
}

/** What both names lie below: their longest common end; empty where they share nothing. */
export function commonAncestor(one: string, other: string): string {
  const [steps, others] = [splitAt(',', one), canonical(other)];
  let shared = 0;
  while (shared < Math.min(steps.length, others.length) && canonicalStep(steps.at(-1 - shared)!) === others.at(-1 - shared)) shared += 1;
  return shared === 0 ? '' : steps.slice(-shared).join(',');
}

/** The attributes that name an entry, in small letters, with their values. */
export const namingValues = (dn: string): { attribute: string; value: string }[] =>
  (partsOf(splitAt(',', dn)[0]!) ?? []).map(({ attribute, value }) => ({ attribute: attribute.toLowerCase(), value }));

/** What an entry may be named by, the best first: the local part of its address, else the whole address. */
export const nameValues = (address: string): string[] => [address.slice(0, address.lastIndexOf('@')), address];

/** `Nguyễn Thị Lan`: the family name comes first, the given name last. */
export function personNames(name: string): { cn: string; sn: string; givenName: string } {
  const words = name.trim().split(/\s+/);
  return { cn: words.join(' '), sn: words[0]!, givenName: words.at(-1)! };
}
