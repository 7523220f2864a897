/** Which facts make up the demonstration city's registry, and which of its agencies play a part? */
import type { Day } from '../kernel/calendar.js';
import type { AgencyValues } from '../registry/agency-import.rules.js';
import type { Window } from '../review/policy.rules.js';

/** The agency in which hardly anyone uses the mailbox; `contact` and `officer` belong to it. */
export const LAGGING_AGENCY = 'BDT';
/** Its domain has no source that shows reads; half of its officers have their mailbox in the domain of the city's office. */
export const BLIND_AGENCY = 'BDMDN';
export const HOST_AGENCY = 'VPUB';
/** It has a mail server of its own, which was out of order for weeks in the first window. */
export const OWN_SERVER_AGENCY = 'BTB';
/** Agencies whose heads sit in the committee, in the order of the accounts `member1` …; the first head has a post in the lagging agency too. */
export const MEMBER_AGENCIES = ['SKHCN', 'STC', 'STP', 'TTTP', 'SKHDT', 'Q1', 'HCC', 'SYT'] as const;

export interface DemoPosting {
  agencyCode: string;
  isMain: boolean;
  post: string;
  isLeader: boolean;
  fromOn: Day;
  untilOn: Day | null;
}

export interface DemoAbsence {
  fromOn: Day;
  untilOn: Day;
  document: string;
}

export interface DemoMailbox {
  address: string;
  kind: 'PERSONAL' | 'ROLE' | 'MACHINE';
  /** Null: before every window. */
  createdOn: Day | null;
}

export interface DemoOfficer {
  code: string;
  fullName: string;
  /** In order of the first day; concurrent ones last. */
  postings: DemoPosting[];
  leftOn: Day | null;
  /** The personal one first. */
  mailboxes: DemoMailbox[];
  absences: DemoAbsence[];
  otherEmail: string | null;
  phone: string | null;
}

export interface DemoRegistry {
  today: Day;
  windows: Window[];
  agencies: AgencyValues[];
  officers: DemoOfficer[];
  /** Mailboxes of no single person: scanners, shared boxes. */
  sharedMailboxes: DemoMailbox[];
}

export interface DemoSize {
  today: Day;
  /** 1 is the whole city; smaller for tests. */
  scale?: number;
  seed?: number;
}
