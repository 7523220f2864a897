/**
 * What did a Dovecot server log: logins, messages that became \Seen, deliveries (evidence.md §3)? Text logs of 2.3 and 2.4, and older forms.
 */
import type { Outcome } from './act.rules.js';
import { AddressReader, FOREIGN, MonitoringAddresses, NO_ADDRESS, NO_DOMAIN } from './address.rules.js';
import type { ForeignDomains } from './foreign-domains.rules.js';
import { readFlagChange } from './dovecot-flags.rules.js';
import { readLogin } from './dovecot-login.rules.js';
import type { LineReader, ReaderParts } from './line-reader.js';
import type { QuarantineReason } from './quarantine.rules.js';

type Service = 'LOGIN' | 'OTHER_LOGIN' | 'SESSION' | 'DELIVERY' | 'AUTH' | 'SILENT';

const SERVICES = new Map<string, Service>([
  ['imap-login', 'LOGIN'],
  ['pop3-login', 'LOGIN'],
  ['submission-login', 'OTHER_LOGIN'],
  ['managesieve-login', 'OTHER_LOGIN'],
  ...['imap', 'pop3', 'imap-hibernate', 'submission'].map((name) => [name, 'SESSION'] as const),
  ...['lmtp', 'lda'].map((name) => [name, 'DELIVERY'] as const),
  ...['auth', 'auth-worker'].map((name) => [name, 'AUTH'] as const),
  ...'master config log anvil stats dict doveadm indexer indexer-worker ssl-params replicator quota-status'
    .split(' ')
    .map((name) => [name, 'SILENT'] as const),
]);
const LEVEL = /^(debug|info|warning|error|fatal|panic): ?/i;
const FAILED_LOGIN = /^(?:disconnected|aborted login|login aborted|client has quit|connection closed|max|id sent: |proxy\()/i;
const SESSION_EVENT = /^(?:save|copy(?: from .*)?|delete|undelete|expunge): |^mailbox (?:created|deleted|renamed)/i;
const SESSION_END = /^(?:disconnected|connection closed|logged out|timeout)/i;
const DELIVERY_OTHER =
  /^(?:save|copy(?: from .*)?|delete|undelete|expunge): |^mailbox (?:created|deleted|renamed)|^(?:connect|disconnect) from|^sieve: |^msgid=/i;
const STORED = /^(?:sieve: )?msgid=(?:<.*?>|[^<:]*): (?:saved mail to |stored mail into mailbox )/i;
const REDIRECTED = /^sieve: msgid=(?:<.*?>|[^<:]*): redirect action: forwarded to </i;
const MASTER = /^[^()]*\([^()]*,master,<([^<>\s]+)>\): Master user logging in as [^\s:]+$/i;
const BODIES = /(?:^| )body_count=([1-9]\d*)(?: |$)|(?:^| )retr=([1-9]\d*)\//;

export class DovecotReader implements LineReader {
  reason: QuarantineReason = 'UNKNOWN_FORM';
  hasFlagChanges = false;
  private readonly addresses: AddressReader;
  private readonly monitoring: MonitoringAddresses;
  private text = '';
  private lineStart = 0;
  private lineEnd = 0;

  constructor(private readonly parts: ReaderParts) {
    this.addresses = new AddressReader(parts.settings);
    this.monitoring = new MonitoringAddresses(parts.settings.ignoredAddresses);
  }

  get foreign(): ForeignDomains {
    return this.addresses.foreign;
  }

  line(text: string, start: number, end: number): Outcome {
    const { header } = this.parts;
    if (!header.read(text, start, end)) return this.quarantine(header.fault!);
    if (header.program !== '' && !isDovecot(header.program)) return 'FOREIGN';
    this.text = text;
    this.lineStart = start;
    this.lineEnd = end;
    let at = header.at;
    if (header.stamps.isProgramFirst) {
      const level = LEVEL.exec(text.slice(at, Math.min(at + 9, end)));
      if (level && isSilent(level[1]!)) return 'IGNORED';
      if (level) at += level[0].length;
    }
    let nameEnd = at;
    for (; nameEnd < end; nameEnd++) {
      const code = text.charCodeAt(nameEnd);
      if (code === 40 || code === 58 || code === 60 || code === 32) break;
    }
    const name = text.slice(at, nameEnd);
    const service = SERVICES.get(name) ?? SERVICES.get(name.toLowerCase());
    if (service === undefined || nameEnd >= end || text.charCodeAt(nameEnd) === 32) return this.quarantine('UNKNOWN_SERVICE');
    if (service === 'SILENT') return 'IGNORED';
    if (service === 'AUTH') return this.authLine(text, nameEnd, end);
    return this.serviceLine(service, text, nameEnd, end, name);
  }

  /** `(USER)<PID><SESSION>: [LEVEL:] text`. */
  private serviceLine(service: Service, text: string, from: number, end: number, name: string): Outcome {
    let at = from;
    let user = '';
    let session = '';
    if (text.charCodeAt(at) === 40) {
      const close = text.indexOf(')', at);
      if (close < 0 || close >= end) return this.quarantine('UNKNOWN_FORM');
      user = text.slice(at + 1, close);
      at = close + 1;
      if (text.charCodeAt(at) === 60) {
        const pidEnd = text.indexOf('>', at);
        if (pidEnd < 0 || text.charCodeAt(pidEnd + 1) !== 60) return this.quarantine('UNKNOWN_FORM');
        const sessionEnd = text.indexOf('>', pidEnd + 2);
        if (sessionEnd < 0 || sessionEnd >= end) return this.quarantine('UNKNOWN_FORM');
        session = text.slice(pidEnd + 2, sessionEnd);
        at = sessionEnd + 1;
      }
    }
    if (text.charCodeAt(at) !== 58 || (text.charCodeAt(at + 1) !== 32 && at + 1 < end)) return this.quarantine('UNKNOWN_FORM');
    at = Math.min(at + 2, end);
    const level = LEVEL.exec(text.slice(at, Math.min(at + 9, end)));
    if (level) {
      if (isSilent(level[1]!)) return 'IGNORED';
      at += level[0].length;
    }
    if (service === 'LOGIN' || service === 'OTHER_LOGIN') return this.loginLine(service, text, at, end);
    if (session === '' && text.startsWith('session=', at)) {
      const blank = text.indexOf(' ', at);
      if (blank < 0 || blank >= end) return this.quarantine('UNKNOWN_FORM');
      session = text.slice(at + 8, blank).replace(/^<(.*)>$/, '$1');
      at = blank + 1;
    }
    if (service === 'DELIVERY') return this.deliveryLine(user, text.slice(at, end));
    return this.sessionLine(user, session, text, at, end, name);
  }

  private loginLine(service: Service, text: string, at: number, end: number): Outcome {
    const rest = text.slice(at, end);
    const success = /^(?:login|logged in): /i.exec(rest);
    if (!success) return FAILED_LOGIN.test(rest) ? 'IGNORED' : this.quarantine('UNKNOWN_FORM');
    if (service === 'OTHER_LOGIN') return 'IGNORED';
    const login = readLogin(rest.slice(success[0].length));
    if (!login) return this.quarantine('INCOMPLETE');
    const { sink, hash } = this.parts;
    const session = login.session ? hash(`session ${login.session}`) : undefined;
    if (this.monitoring.has(login.rip)) {
      if (session !== undefined) sink.dropSession(session);
      return 'IGNORED';
    }
    return this.act('logins', login.user, session);
  }

  private sessionLine(user: string, session: string, text: string, at: number, end: number, name: string): Outcome {
    const rest = text.slice(at, end);
    if (rest.startsWith('flag_change: ') || /^flag_change: /i.test(rest)) {
      const change = readFlagChange(rest);
      if (!change) return this.quarantine('UNKNOWN_FORM');
      this.hasFlagChanges = true;
      if (!change.isSeen || this.parts.settings.reads === 'BODIES') return 'IGNORED';
      return this.act('read', user, session ? this.parts.hash(`session ${session}`) : undefined, change.message);
    }
    if (SESSION_EVENT.test(rest)) return 'IGNORED';
    if (!SESSION_END.test(rest)) return this.quarantine('UNKNOWN_FORM');
    const isReading = this.parts.settings.reads === 'BODIES' && /^(?:imap|pop3|imap-hibernate)$/i.test(name) && BODIES.test(rest);
    return isReading ? this.act('read', user, session ? this.parts.hash(`session ${session}`) : undefined) : 'IGNORED';
  }

  private deliveryLine(user: string, rest: string): Outcome {
    if (STORED.test(rest)) return this.act('received', user);
    if (REDIRECTED.test(rest)) return this.act('forwarded', user);
    return DELIVERY_OTHER.test(rest) ? 'IGNORED' : this.quarantine('UNKNOWN_FORM');
  }

  /** Never stored or sampled, for it may hold passwords; only a master user's session is taken note of. */
  private authLine(text: string, from: number, end: number): Outcome {
    const rest = text.slice(from, end);
    const colon = rest.indexOf(',master,<') < 0 ? -1 : rest.indexOf(': ');
    const found = colon < 0 ? null : MASTER.exec(rest.slice(colon + 2));
    if (found) this.parts.sink.dropSession(this.parts.hash(`session ${found[1]}`));
    return 'IGNORED';
  }

  private act(counter: 'logins' | 'read' | 'received' | 'forwarded', user: string, session?: bigint, message?: string): Outcome {
    const who = this.addresses.read(user);
    if (who.kind === NO_ADDRESS) return this.quarantine('BAD_ADDRESS');
    if (who.kind === NO_DOMAIN) return this.quarantine('NO_DOMAIN');
    if (who.kind === FOREIGN) return 'IGNORED';
    const { hash, header, sink } = this.parts;
    sink.act({
      counter,
      address: who.address,
      day: header.day,
      identity: hash(this.text.slice(this.lineStart, this.lineEnd)),
      isOnce: false,
      message: message === undefined ? undefined : hash(`message ${who.address} ${message}`),
      session,
    });
    return 'ACT';
  }

  private quarantine(reason: QuarantineReason): Outcome {
    this.reason = reason;
    return 'QUARANTINED';
  }
}

function isDovecot(program: string): boolean {
  return program === 'dovecot' || /^dovecot(?:[-_.][\w.-]+)?$/i.test(program);
}

/** Levels whose lines say nothing about use. */
function isSilent(level: string): boolean {
  return level.toLowerCase() !== 'info';
}
