/**
 * What did a Postfix server log: messages submitted under a login, forwards by alias, deliveries where asked for (evidence.md §4)?
 * Only lines that begin with a queue id count: the warning of a failed login names an account too.
 */
import type { Counter, Outcome } from './act.rules.js';
import { AddressReader, type Addressee, FOREIGN, NO_ADDRESS, NO_DOMAIN } from './address.rules.js';
import type { ForeignDomains } from './foreign-domains.rules.js';
import type { LineReader, ReaderParts } from './line-reader.js';
import { readClient, readDelivery } from './postfix-queue.rules.js';
import type { QuarantineReason } from './quarantine.rules.js';

const SERVER = 'smtpd';
/** Daemons that hand a message on, and those whose deliveries end in a mailbox of this server. */
const DELIVERS = new Map([
  ['smtp', false],
  ['lmtp', true],
  ['virtual', true],
  ['local', true],
  ['pipe', true],
  ['relay', false],
]);
const SILENT = new Set(
  'cleanup qmgr nqmgr oqmgr pickup anvil bounce defer trace postsuper postqueue postdrop postlog postlogd postfix-script master tlsmgr tlsproxy postscreen dnsblog scache verify trivial-rewrite proxymap showq flush discard error retry submit sendmail postalias postmap'.split(
    ' ',
  ),
);
/** What the daemons say of connections and of themselves, and what may follow a queue id without counting. */
const PLAIN =
  /^(?:connect from|disconnect from|lost connection|timeout after|warning: |fatal: |error: |panic: |NOQUEUE: |improper command pipelining|too many errors|(?:Anonymous|Untrusted|Trusted|Verified) TLS connection established|SSL_accept |SSL_connect |TLS |statistics: |connect to |conversation with|Cannot start TLS|initializing |setting up TLS|proxy-accept|proxy-reject|certificate |Peer certificate|table )/i;
const QUEUED =
  /^(?:from=|message-id=|resent-message-id=|removed$|uid=|reject: |hold: |filter: |discard: |redirect: |reject_warning: |warn: |warning: |info: |prepend: |replace: |milter-|host |lost connection|conversation with|enabling PIX|Cannot start TLS|TLS |sender |skipped|replacing |breaking line|expired|strip: |bcc: )/i;
const LONG_ID = 12;
const SHORT_ID = 6;

export class PostfixReader implements LineReader {
  reason: QuarantineReason = 'UNKNOWN_FORM';
  readonly hasFlagChanges = false;
  private readonly addresses: AddressReader;

  constructor(private readonly parts: ReaderParts) {
    this.addresses = new AddressReader(parts.settings);
  }

  get foreign(): ForeignDomains {
    return this.addresses.foreign;
  }

  line(text: string, start: number, end: number): Outcome {
    const { header } = this.parts;
    if (!header.read(text, start, end)) return this.quarantine(header.fault!);
    const { program, at } = header;
    if (!program.startsWith('postfix')) return program === '' ? this.quarantine('UNKNOWN_SERVICE') : 'FOREIGN';
    const slash = program.lastIndexOf('/');
    if (slash < 0) return 'FOREIGN';
    const daemon = program.slice(slash + 1);
    if (SILENT.has(daemon)) return 'IGNORED';
    const isServer = daemon === SERVER;
    const isFinal = DELIVERS.get(daemon);
    if (!isServer && isFinal === undefined) return this.quarantine('UNKNOWN_SERVICE');
    const idEnd = queueIdEnd(text, at, end);
    if (idEnd < 0) return this.plainLine(text, at, end);
    const from = idEnd + 2;
    if (text.startsWith('client=', from)) return isServer ? this.clientLine(text, at, idEnd, end) : this.quarantine('UNKNOWN_FORM');
    if (text.startsWith('to=', from)) return this.deliveryLine(text, at, idEnd, end, isFinal);
    return QUEUED.test(text.slice(from, end)) ? 'IGNORED' : this.quarantine('UNKNOWN_FORM');
  }

  private plainLine(text: string, at: number, end: number): Outcome {
    return PLAIN.test(text.slice(at, end)) ? 'IGNORED' : this.quarantine('UNKNOWN_FORM');
  }

  private clientLine(text: string, at: number, idEnd: number, end: number): Outcome {
    const client = readClient(text.slice(idEnd + 9, end));
    if (!client) return this.quarantine('UNKNOWN_FORM');
    if (client.login === undefined) return 'IGNORED';
    // A short id may come back on the same day: with another officer it is another message.
    const who = this.addresses.read(client.login);
    return this.act('sent', who, text.slice(at, idEnd), `sent ${who.address}`);
  }

  private deliveryLine(text: string, at: number, idEnd: number, end: number, isFinal: boolean | undefined): Outcome {
    const delivery = readDelivery(text.slice(idEnd + 2, end));
    if (!delivery) return this.quarantine('UNKNOWN_FORM');
    if (delivery.status !== 'sent' || isFinal === undefined) return 'IGNORED';
    const queueId = text.slice(at, idEnd);
    const to = this.addresses.read(delivery.to);
    if (delivery.origTo !== undefined && !to.isLocal) {
      const from = this.addresses.read(delivery.origTo);
      if (from.isLocal && to.kind !== NO_DOMAIN)
        return this.act('forwarded', from, queueId, `${from.address} ${delivery.to.toLowerCase()}`);
    }
    if (!isFinal || !this.parts.settings.countsReceived || !to.isLocal || delivery.isPassedOn) return 'IGNORED';
    return this.act('received', to, queueId, `received ${to.address}`);
  }

  private act(counter: Counter, who: Addressee, queueId: string, pair: string): Outcome {
    if (who.kind === NO_ADDRESS) return this.quarantine('BAD_ADDRESS');
    if (who.kind === NO_DOMAIN) return this.quarantine('NO_DOMAIN');
    if (who.kind === FOREIGN) return 'IGNORED';
    const { hash, header, sink } = this.parts;
    const identity = hash(`${header.host} ${header.day} ${queueId} ${pair}`);
    sink.act({ counter, address: who.address, day: header.day, identity, isOnce: true });
    return 'ACT';
  }

  private quarantine(reason: QuarantineReason): Outcome {
    this.reason = reason;
    return 'QUARANTINED';
  }
}

/** Where the colon after a queue id stands, or -1: six or more of 0-9A-F, or twelve or more letters and digits. */
function queueIdEnd(text: string, at: number, end: number): number {
  let isShort = true;
  let i = at;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) continue;
    if (code >= 65 && code <= 70) continue;
    if ((code >= 71 && code <= 90) || (code >= 97 && code <= 122)) isShort = false;
    else break;
  }
  if (text.charCodeAt(i) !== 58 || text.charCodeAt(i + 1) !== 32 || i + 1 >= end) return -1;
  return i - at >= (isShort ? SHORT_ID : LONG_ID) ? i : -1;
}
