/** What does it mean for an order that the directory did not do as it was asked? Result codes (RFC 4511) and broken connections become outcomes. */

/** `SETTINGS`: not asked at all; `UNREACHED`: nothing was sent; `CUT`: it was sent and no answer came; `REFUSED`: answered with a result code. */
export type FaultKind = 'SETTINGS' | 'UNREACHED' | 'CUT' | 'REFUSED';

/** Where on the way a connection failed. */
export type Stage = 'CONNECT' | 'ENCRYPT' | 'BIND';

export class DirectoryFault extends Error {
  constructor(
    readonly kind: FaultKind,
    message: string,
    readonly more: { code?: number; stage?: Stage } = {},
  ) {
    super(message);
    this.name = 'DirectoryFault';
  }
}

export const CODE = {
  SIZE_LIMIT: 4,
  NO_SUCH_OBJECT: 32,
  ALREADY_EXISTS: 68,
  ASSERTION_FAILED: 122,
} as const;

const NAMES: Readonly<Record<number, string>> = {
  1: 'operationsError',
  2: 'protocolError',
  3: 'timeLimitExceeded',
  4: 'sizeLimitExceeded',
  8: 'strongerAuthRequired',
  10: 'referral to another server, which takes the writes',
  11: 'adminLimitExceeded',
  12: 'unavailableCriticalExtension',
  13: 'confidentialityRequired',
  16: 'noSuchAttribute',
  17: 'undefinedAttributeType',
  19: 'constraintViolation',
  20: 'attributeOrValueExists',
  21: 'invalidAttributeSyntax',
  32: 'noSuchObject',
  34: 'invalidDNSyntax',
  48: 'inappropriateAuthentication',
  49: 'invalidCredentials',
  50: 'insufficientAccessRights',
  51: 'busy',
  52: 'unavailable',
  53: 'unwillingToPerform',
  64: 'namingViolation',
  65: 'objectClassViolation',
  67: 'notAllowedOnRDN',
  68: 'entryAlreadyExists',
  69: 'objectClassModsProhibited',
  71: 'affectsMultipleDSAs',
  80: 'other',
  122: 'assertionFailed',
};

/** Time and room that may be there later; busy, unavailable; faults inside the directory. */
const PASSING = new Set([1, 3, 11, 51, 52, 80]);

export const isPassing = (code: number): boolean => PASSING.has(code);

/** A refusal as a sentence. The library ends its messages with the code in hexadecimal; the words before it are the directory's own. */
export function refusalText(code: number, message: string): string {
  const own = message.replace(/\s*Code: 0x[0-9a-f]+$/i, '').trim();
  const name = NAMES[code] ?? 'refused';
  return `${name} (${code})${own && own !== name ? `: ${own}` : ''}`;
}

/** The text without the secrets it may hold. */
export const blanked = (text: string, secrets: readonly string[]): string =>
  secrets.filter((secret) => secret.length > 3).reduce((safe, secret) => safe.replaceAll(secret, '(not shown)'), text);
