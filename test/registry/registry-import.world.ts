/** A register in memory that carries out planned changes, so that imports can be tested twice in a row without a database. */
import { readFileSync } from 'node:fs';
import type { Day } from '../../server/kernel/calendar.js';
import { addDays } from '../../server/kernel/calendar.js';
import type { AgencyValues } from '../../server/registry/agency-import.rules.js';
import { AGENCY_COLUMNS, planAgencies } from '../../server/registry/agency-import.rules.js';
import type { KnownAgency, KnownMailbox, KnownOfficer, OfficerChange } from '../../server/registry/officer-import.rules.js';
import { OFFICER_COLUMNS, planOfficers } from '../../server/registry/officer-import.rules.js';
import type { Sheet } from '../../server/registry/spreadsheet.rules.js';
import { readSheet } from '../../server/registry/spreadsheet.rules.js';

export const TODAY: Day = '2026-11-23';

export function dataFile(name: string): Buffer {
  return readFileSync(new URL(`../data/${name}`, import.meta.url));
}

export function sheetOf(bytes: Uint8Array | string, required: readonly string[]): Sheet {
  const sheet = readSheet(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, required);
  if ('refused' in sheet) throw new Error(sheet.refused.text.en);
  return sheet;
}

export class MemoryRegister {
  readonly agencyValues = new Map<string, AgencyValues>();
  readonly agencies = new Map<string, KnownAgency>();
  readonly officers = new Map<string, KnownOfficer>();
  readonly mailboxes = new Map<string, KnownMailbox>();

  importAgencies(bytes: Uint8Array | string) {
    const rows = planAgencies(sheetOf(bytes, AGENCY_COLUMNS), this.agencyValues);
    for (const { change } of rows) {
      if (!change) continue;
      const { code, name, mailDomain } = change.values;
      this.agencyValues.set(code, change.values);
      this.agencies.set(code, { code, name, mailDomain, closedOn: null });
    }
    return rows;
  }

  importOfficers(bytes: Uint8Array | string) {
    const rows = planOfficers(sheetOf(bytes, OFFICER_COLUMNS), this, TODAY);
    for (const { change } of rows) if (change) this.apply(change);
    return rows;
  }

  private apply({ code, facts, posting, mailbox }: OfficerChange): void {
    const held = this.officers.get(code) ?? {
      code,
      fullName: '',
      otherEmail: null,
      phone: null,
      leftOn: null,
      postings: [],
      mailbox: null,
    };
    const postings = held.postings.map((one) => ({ ...one }));
    if (posting) {
      const { act, ...values } = posting;
      const latest = postings.at(-1);
      if (act === 'CORRECT') postings.pop();
      if (act === 'TRANSFER' && latest) latest.untilOn = addDays(posting.fromOn, -1);
      postings.push({ ...values, untilOn: null });
    }
    const isReturn = posting?.act === 'START';
    this.officers.set(code, {
      ...held,
      ...facts,
      postings,
      mailbox: mailbox?.address ?? held.mailbox,
      leftOn: isReturn ? null : held.leftOn,
    });
    if (mailbox)
      this.mailboxes.set(mailbox.address, {
        address: mailbox.address,
        kind: mailbox.kind,
        createdOn: mailbox.createdOn,
        officerCode: code,
      });
  }
}
