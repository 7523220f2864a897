/**
 * What may be kept of a line that was not understood (E-7)? The reason, the number of the first such line, how many there were,
 * and a sample with nothing in it that a person wrote: the service, the first word unless the line may hold a secret, and the names of well-known fields without their values.
 */

export const QUARANTINE_REASONS = [
  'NO_HEADER',
  'BAD_DATE',
  'UNKNOWN_FORM',
  'UNKNOWN_SERVICE',
  'INCOMPLETE',
  'NO_DOMAIN',
  'BAD_ADDRESS',
  'CONTROL_CHARACTER',
  'NOT_UTF8',
  'TOO_LONG',
  'BAD_ROW',
] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

export interface QuarantineEntry {
  /** Of the first line of this kind, counted from 1. */
  line: number;
  reason: QuarantineReason;
  sample: string;
  count: number;
}

const KINDS = 1000;
const FIELDS = new Set(
  'user rip lip session method mpid box uid msgid size flags to orig_to from relay delay delays dsn status client sasl_method sasl_username sasl_sender cmd account'.split(
    ' ',
  ),
);
const SERVICE =
  /(?:^|\s)((?:imap|pop3|submission|managesieve|lmtp|lda|auth|master|stats|doveadm|indexer|postfix)[a-z-]{0,16}(?:\/(?:submission|smtps|smtpd|smtp|lmtp|qmgr|cleanup|local|virtual|pipe)){0,2})(?=[[(<:])/i;
const WORD = /^[A-Za-z]?[a-z_-]{0,19}$/;
/** Where a secret may stand, not even the first word is kept. */
const DOUBT = /pass|pwd|auth=|token|key|secret|given|credential|kh\u00e1\u00ba\u00a9u|mat.?khau/i;

/** The service, the first word and the names of known fields: `imap-login: Signed … user= rip=`. Empty when not even a service is known. */
export function sampleOf(line: string): string {
  const service = SERVICE.exec(line.slice(0, 200));
  if (!service) return '';
  const rest = line.slice(service.index + service[0].length);
  const text = rest
    .slice(rest.search(/:(\s|$)/) + 1)
    .replace(/^\s*(?:Info|Debug|Warning|Error|Fatal|Panic):\s/, ' ')
    .trimStart();
  const first = (/^[^\s:,;(=<]*/.exec(text) ?? [''])[0];
  const names = [...text.slice(0, 2000).matchAll(/(?:^|[\s,])([a-z_]{2,14})=/g)].map((m) => m[1]!).filter((name) => FIELDS.has(name));
  const shown = [...new Set(names)].slice(0, 8).map((name) => `${name}=`);
  return [
    `${service[1]!.toLowerCase()}:`,
    WORD.test(first) && !FIELDS.has(first) && !DOUBT.test(text) ? first : '',
    shown.length ? `… ${shown.join(' ')}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Groups quarantined lines of one file by reason and sample, so that a file of rubbish stays small. */
export class Quarantine {
  private readonly kinds = new Map<string, QuarantineEntry>();
  total = 0;

  add(line: number, reason: QuarantineReason, sample: string): void {
    this.total++;
    const isFull = this.kinds.size >= KINDS;
    const key = `${reason} ${sample}`;
    const known = this.kinds.get(key) ?? (isFull ? this.kinds.get(`${reason} `) : undefined);
    if (known) known.count++;
    else this.kinds.set(isFull ? `${reason} ` : key, { line, reason, sample: isFull ? '' : sample, count: 1 });
  }

  entries(): QuarantineEntry[] {
    return [...this.kinds.values()];
  }
}
