/**
 * What does a row of an officers' spreadsheet say, and what must be written so that the registry says the same?
 * Pure: the caller gives the rows and what the registry holds, and carries out the changes. Importing again changes nothing.
 */
import type { Day } from '../kernel/calendar.js';
import type { PlannedRow, RowReason, RowWarning } from './import-row.rules.js';
import { RowReader, shown } from './import-row.rules.js';
import { domainOf } from './address.rules.js';
import type { KnownPosting, PostingChange } from './posting-plan.rules.js';
import { planPosting } from './posting-plan.rules.js';
import { PLAN, ROW } from './registry-import.messages.js';
import type { Sheet } from './spreadsheet.rules.js';

export const OFFICER_COLUMNS = ['officer_code', 'full_name', 'agency_code', 'post', 'is_leader', 'mailbox', 'since'] as const;
export const OPTIONAL_OFFICER_COLUMNS = ['mailbox_kind', 'mailbox_created', 'other_email', 'phone'] as const;

const MAILBOX_KINDS = ['PERSONAL', 'ROLE', 'MACHINE'] as const;
export type ImportedMailboxKind = (typeof MAILBOX_KINDS)[number];

/** One row read; what is undefined is not stated by the file and stays as it is. */
export interface OfficerValues {
  code: string;
  fullName: string;
  agencyCode: string;
  post: string | null;
  isLeader: boolean;
  since: Day;
  mailbox?: string;
  mailboxKind?: ImportedMailboxKind;
  mailboxCreatedOn?: Day;
  otherEmail?: string;
  phone?: string;
}

export interface KnownAgency {
  code: string;
  name: string;
  mailDomain: string | null;
  closedOn: Day | null;
}

export interface KnownMailbox {
  address: string;
  kind: ImportedMailboxKind;
  createdOn: Day | null;
  officerCode: string | null;
}

export interface KnownOfficer {
  code: string;
  fullName: string;
  otherEmail: string | null;
  phone: string | null;
  leftOn: Day | null;
  /** Main postings, the oldest first. */
  postings: readonly KnownPosting[];
  /** The address shown as the officer's own. */
  mailbox: string | null;
}

export interface OfficerRegister {
  agencies: ReadonlyMap<string, KnownAgency>;
  officers: ReadonlyMap<string, KnownOfficer>;
  mailboxes: ReadonlyMap<string, KnownMailbox>;
}

export interface MailboxChange {
  act: 'CREATE' | 'LINK' | 'UPDATE';
  address: string;
  kind: ImportedMailboxKind;
  createdOn: Day | null;
  /** The officer's address so far: it stays in the registry, the new one becomes the officer's own. */
  replaces: string | null;
}

/** Everything to be written for one officer; null parts stay as they are. */
export interface OfficerChange {
  code: string;
  isNew: boolean;
  /** Personal facts, all of them when new, else only those that changed. */
  facts: Partial<Pick<OfficerValues, 'fullName' | 'otherEmail' | 'phone'>>;
  posting: PostingChange | null;
  mailbox: MailboxChange | null;
}

const PHONE = /^\+?[\d ().-]{6,24}$/;

export const isPhone = (text: string): boolean => PHONE.test(text);

/** The typed values of one row, or why it is refused. */
export function readOfficer(reader: RowReader, today: Day): OfficerValues | undefined {
  if (reader.reasons.length) return undefined;
  const mailboxKind = reader.plain('mailbox_kind').toUpperCase();
  if (mailboxKind && !MAILBOX_KINDS.some((kind) => kind === mailboxKind))
    reader.refuse('mailbox_kind', 'INVALID', ROW.mailboxKind, { value: shown(mailboxKind) });
  const phone = reader.plain('phone');
  if (phone && !isPhone(phone)) reader.refuse('phone', 'INVALID', ROW.phone, { value: shown(phone) });
  const values: OfficerValues = {
    code: reader.code('officer_code'),
    fullName: reader.name('full_name'),
    agencyCode: reader.code('agency_code'),
    post: reader.text('post'),
    isLeader: reader.yes('is_leader'),
    mailbox: reader.address('mailbox') ?? undefined,
    since: reader.day('since', today),
    mailboxKind: (mailboxKind as ImportedMailboxKind) || undefined,
    mailboxCreatedOn: reader.optionalDay('mailbox_created', today) ?? undefined,
    otherEmail: reader.address('other_email') ?? undefined,
    phone: phone || undefined,
  };
  if (!reader.plain('mailbox') && (values.mailboxKind || values.mailboxCreatedOn)) reader.refuse('mailbox', 'REQUIRED', ROW.mailboxMissing);
  return reader.reasons.length ? undefined : values;
}

const SAME: readonly (keyof OfficerValues)[] = [
  'fullName',
  'agencyCode',
  'post',
  'isLeader',
  'since',
  'mailbox',
  'mailboxKind',
  'mailboxCreatedOn',
  'otherEmail',
  'phone',
];

/** Decides every row in the order of the file; a refused row never touches the others. */
export function planOfficers(sheet: Sheet, register: OfficerRegister, today: Day): PlannedRow<OfficerChange>[] {
  const accepted = new Map<string, { row: number; values: OfficerValues }>();
  const takenBy = new Map<string, string>();
  const agenciesOfDomain = new Map<string, KnownAgency[]>();
  for (const agency of register.agencies.values()) {
    if (agency.mailDomain) agenciesOfDomain.set(agency.mailDomain, [...(agenciesOfDomain.get(agency.mailDomain) ?? []), agency]);
  }

  return sheet.rows.map((sheetRow) => {
    const reader = new RowReader(sheet.columns, sheetRow);
    const { row, line } = sheetRow;
    const values = readOfficer(reader, today);
    const subject = values?.code ?? (shown(reader.plain('officer_code').toUpperCase()).slice(0, 32) || null);
    const refused = (...reasons: RowReason[]): PlannedRow<OfficerChange> => ({
      row,
      line,
      subject,
      outcome: 'REFUSED',
      reasons,
      warnings: [],
      change: null,
    });
    if (!values) return refused(...reader.reasons);

    const earlier = accepted.get(values.code);
    if (earlier) {
      if (SAME.every((key) => earlier.values[key] === values[key])) return { ...refused(), outcome: 'UNCHANGED' };
      return refused({
        code: 'DUPLICATE',
        column: 'officer_code',
        message: { text: PLAN.codeTwice, values: { code: values.code, row: String(earlier.row) } },
      });
    }

    const known = register.officers.get(values.code);
    const agency = register.agencies.get(values.agencyCode);
    const reasons: RowReason[] = [];
    if (!agency)
      reasons.push({
        code: 'NOT_FOUND',
        column: 'agency_code',
        message: { text: PLAN.agencyUnknown, values: { code: values.agencyCode } },
      });
    const posting = planPosting(known, values, agency?.closedOn ?? null);
    if (agency && posting && 'reason' in posting) reasons.push(posting.reason);
    const mailbox = planMailbox(values, known, register, takenBy);
    if (mailbox && 'reason' in mailbox) reasons.push(mailbox.reason);
    if (!agency || reasons.length || (posting && 'reason' in posting) || (mailbox && 'reason' in mailbox)) return refused(...reasons);

    accepted.set(values.code, { row, values });
    if (values.mailbox) takenBy.set(values.mailbox, values.code);
    const facts = changedFacts(values, known);
    if (known && !posting && !mailbox && !Object.keys(facts).length) return { ...refused(), outcome: 'UNCHANGED' };
    const warnings = warningsOf(values, known, agency, agenciesOfDomain);
    return {
      row,
      line,
      subject,
      reasons: [],
      warnings,
      outcome: warnings.length ? 'ACCEPTED_WITH_WARNING' : 'ACCEPTED',
      change: { code: values.code, isNew: !known, facts, posting, mailbox },
    };
  });
}

function changedFacts(values: OfficerValues, known: KnownOfficer | undefined): OfficerChange['facts'] {
  const facts: OfficerChange['facts'] = {};
  if (values.fullName !== known?.fullName) facts.fullName = values.fullName;
  if (values.otherEmail !== undefined && values.otherEmail !== known?.otherEmail) facts.otherEmail = values.otherEmail;
  if (values.phone !== undefined && values.phone !== known?.phone) facts.phone = values.phone;
  return facts;
}

function planMailbox(
  values: OfficerValues,
  known: KnownOfficer | undefined,
  register: OfficerRegister,
  takenBy: ReadonlyMap<string, string>,
): MailboxChange | { reason: RowReason } | null {
  const address = values.mailbox;
  if (!address) return null;
  const held = register.mailboxes.get(address);
  const owner = takenBy.get(address) ?? held?.officerCode ?? null;
  if (owner && owner !== values.code) {
    return { reason: { code: 'DUPLICATE', column: 'mailbox', message: { text: PLAN.mailboxTaken, values: { address, code: owner } } } };
  }
  const kind = values.mailboxKind ?? held?.kind ?? 'PERSONAL';
  const createdOn = values.mailboxCreatedOn ?? held?.createdOn ?? null;
  const replaces = known?.mailbox && known.mailbox !== address ? known.mailbox : null;
  if (!held) return { act: 'CREATE', address, kind, createdOn, replaces };
  if (!owner) return { act: 'LINK', address, kind, createdOn, replaces };
  // An officer's further mailbox named by the row (a role mailbox, say) is known already: nothing to do unless its facts differ.
  return kind === held.kind && createdOn === held.createdOn ? null : { act: 'UPDATE', address, kind, createdOn, replaces: null };
}

function warningsOf(
  values: OfficerValues,
  known: KnownOfficer | undefined,
  agency: KnownAgency,
  agenciesOfDomain: ReadonlyMap<string, readonly KnownAgency[]>,
): RowWarning[] {
  if (!values.mailbox) {
    if (!known?.mailbox) return [];
    return [{ column: 'mailbox', message: { text: PLAN.mailboxKept, values: { address: known.mailbox } } }];
  }
  const domain = domainOf(values.mailbox);
  const owners = agenciesOfDomain.get(domain) ?? [];
  if (owners.includes(agency)) return [];
  const [other] = owners;
  if (!other) return [{ column: 'mailbox', message: { text: PLAN.unknownDomain, values: { domain } } }];
  const name = ({ code, name }: KnownAgency) => `${name} (${code})`;
  return [{ column: 'mailbox', message: { text: PLAN.otherDomain, values: { other: name(other), own: name(agency) } } }];
}
