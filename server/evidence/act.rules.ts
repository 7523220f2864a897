/**
 * What does a reader find in a line? An act: one counter of one address on one city day, known again by keyed hashes only (E-1, E-6).
 */

export const EVIDENCE_FORMATS = ['DOVECOT', 'POSTFIX', 'ZIMBRA_AUDIT', 'M365_EMAIL_ACTIVITY', 'GOOGLE_USER_USAGE', 'HOPTHU_DAY'] as const;
export type EvidenceFormat = (typeof EVIDENCE_FORMATS)[number];

export const COUNTERS = ['sent', 'read', 'logins', 'received', 'forwarded'] as const;
export type Counter = (typeof COUNTERS)[number];

/** A keyed 64-bit hash, signed so that it fits a bigint column. */
export type Hash = (text: string) => bigint;

export interface Act {
  counter: Counter;
  /** In lower case. */
  address: string;
  /** City day as days since 1970-01-01. */
  day: number;
  /** Which act this is within its source (E-6). */
  identity: bigint;
  /** True where a repeated line is the same act (Postfix); false where the n-th equal line of a file is an act of its own (Dovecot). */
  isOnce: boolean;
  /** Of a read: which message, so that it counts once (E-2). */
  message?: bigint;
  /** The mail session, so that the acts of delegated and monitoring sessions can be taken back, in any order. */
  session?: bigint;
}

/** The whole of one day of one address, as a report states it; replaces what the source said of that day. */
export interface DayRow {
  address: string;
  day: number;
  sent: number;
  read: number;
  logins: number;
  received: number;
  forwarded: number;
  isPolled: boolean;
}

/** Where a reader puts what it finds; nothing but hashes and counters passes. */
export interface ActSink {
  act(act: Act): void;
  /** The session was a master user's or a monitoring program's: its acts count nothing (E-4). */
  dropSession(session: bigint): void;
  row(row: DayRow): void;
}

/** What became of one line. FOREIGN: of another program, so it shows nothing about the day; BLANK: nothing on it. */
export type Outcome = 'ACT' | 'IGNORED' | 'FOREIGN' | 'BLANK' | 'QUARANTINED';

export interface SourceSettings {
  /** Domains the source serves, in lower case; addresses of others are ignored (E-6). */
  mailDomains: ReadonlySet<string>;
  /** Further domains that are the city's own, for telling a forward outwards. */
  localDomains?: ReadonlySet<string>;
  /** IANA name or offset of the stamps that carry no zone. */
  timeZone: string;
  cityZone: string;
  /** Given to logins without a domain; without it they are quarantined. */
  defaultDomain?: string;
  /** IP addresses or networks of monitoring programs (E-4). */
  ignoredAddresses?: readonly string[];
  /** Mailboxes of monitoring programs (E-4), in lower case. */
  ignoredAccounts?: ReadonlySet<string>;
  /** BODIES: a session that fetched bodies counts as one read, for servers that log no flags. */
  reads?: 'FLAGS' | 'BODIES';
  /** Postfix only: count deliveries, where no Dovecot source stands beside it. */
  countsReceived?: boolean;
}
