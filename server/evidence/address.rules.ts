/**
 * Whose mailbox is meant? Addresses are compared in lower case; a login without a domain gets the source's, and what is no address is never guessed.
 */
import { BlockList, isIP } from 'node:net';
import type { SourceSettings } from './act.rules.js';
import { ForeignDomains, type Tally } from './foreign-domains.rules.js';

/** Without `=` and `*`: no mailbox has them, and they betray a torn line or a master login. */
const ADDRESS =
  /^[a-z0-9!#$%&'+/?^_`{|}~.\-\u0080-\uffff]{1,64}@(?=.{1,255}$)[a-z0-9\u0080-\uffff](?:[a-z0-9\-\u0080-\uffff]*[a-z0-9\u0080-\uffff])?(?:\.[a-z0-9\u0080-\uffff](?:[a-z0-9\-\u0080-\uffff]*[a-z0-9\u0080-\uffff])?)*$/;
const CACHED = 100_000;

export const NO_ADDRESS = 0;
export const NO_DOMAIN = 1;
/** A good address that this source does not serve, or a monitoring account. */
export const FOREIGN = 2;
export const SERVED = 3;

export interface Addressee {
  kind: typeof NO_ADDRESS | typeof NO_DOMAIN | typeof FOREIGN | typeof SERVED;
  address: string;
  /** Of one of the city's own domains, served by this source or not; known of a quoted address too, which is no mailbox here. */
  isLocal: boolean;
  /** Counts the domain when the source does not serve it. */
  tally?: Tally;
}

export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

export class AddressReader {
  private readonly known = new Map<string, Addressee>();
  /** What it met that is not the source's. */
  readonly foreign = new ForeignDomains();

  constructor(private readonly settings: SourceSettings) {}

  /** `raw` as it stands in the line, bytes read as Latin-1. */
  read(raw: string): Addressee {
    let found = this.known.get(raw);
    if (!found) {
      const bytes = Buffer.from(raw, 'latin1');
      found = this.judge(bytes.toString('utf8').normalize('NFC').toLowerCase());
      if (this.known.size >= CACHED) this.known.clear();
      this.known.set(bytes.toString('latin1'), found);
    }
    if (found.tally) found.tally.count++;
    return found;
  }

  private judge(text: string): Addressee {
    let address = text;
    if (!text.includes('@')) {
      if (!this.settings.defaultDomain || !isAddress(`${text}@x`)) {
        return { kind: isAddress(`${text}@x`) ? NO_DOMAIN : NO_ADDRESS, address: '', isLocal: false };
      }
      address = `${text}@${this.settings.defaultDomain}`;
    }
    const domain = address.slice(address.lastIndexOf('@') + 1);
    const isServed = this.settings.mailDomains.has(domain);
    const isLocal = isServed || this.settings.localDomains?.has(domain) === true;
    if (!isAddress(address)) return { kind: NO_ADDRESS, address: '', isLocal };
    const isIgnored = this.settings.ignoredAccounts?.has(address) === true;
    const tally = isServed ? undefined : this.foreign.tallyOf(domain);
    return { kind: isServed && !isIgnored ? SERVED : FOREIGN, address, isLocal, ...(tally && { tally }) };
  }
}

/** The client addresses that monitoring programs use (E-4); networks may be written `192.0.2.0/24`. */
export class MonitoringAddresses {
  private readonly list = new BlockList();
  private readonly isEmpty: boolean;

  constructor(entries: readonly string[] = []) {
    this.isEmpty = entries.length === 0;
    for (const entry of entries) {
      const [address = '', prefix] = entry.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      if (prefix === undefined) this.list.addAddress(address, family);
      else this.list.addSubnet(address, Number(prefix), family);
    }
  }

  has(ip: string): boolean {
    return !this.isEmpty && this.list.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
  }
}

export function isNetwork(entry: string): boolean {
  const [address = '', prefix, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 6 ? 128 : 32));
}
