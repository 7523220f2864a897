/** Imports agencies and officers from a spreadsheet: dry run or for real, row by row, in one transaction. */
import { ref } from '@mikro-orm/core';
import { type Acting, perform } from '../identity/command.js';
import { type Language, say } from '../kernel/language.js';
import { Refusal } from '../kernel/refusal.js';
import { AGENCY_COLUMNS, type AgencyChange, planAgencies } from './agency-import.rules.js';
import { Agency, type AgencyKind } from './agency.entity.js';
import { countOutcomes, type ImportOutcome, type PlannedRow, type RowReason } from './import-row.rules.js';
import { titleSortKey } from '../kernel/name.rules.js';
import { writeOfficers } from './officer-changes.js';
import { OFFICER_COLUMNS, type OfficerChange, planOfficers } from './officer-import.rules.js';
import { erasedAmong } from './erased-officer.js';
import { ownRecords } from './own-file.js';
import { knownAgencies, registerFor } from './register.read.js';
import { registryAccess } from './registry.access.js';
import { registryMessages } from './registry.messages.js';
import { searchText } from '../kernel/search.rules.js';
import { readSheet, type Sheet } from './spreadsheet.rules.js';

export interface ImportRow {
  row: number;
  line: number;
  subject: string | null;
  outcome: ImportOutcome;
  /** Of the first reason; null when accepted. */
  code: string | null;
  column: string | null;
  message: string | null;
}

export interface ImportReport {
  isDryRun: boolean;
  rows: number;
  accepted: number;
  withWarning: number;
  unchanged: number;
  refused: number;
  results: ImportRow[];
}

/** Told how many rows are written of how many. */
export type Progress = (done: number, total: number) => void;

const ROWS_AT_A_TIME = 1000;

function sheetOf(bytes: Uint8Array, columns: readonly string[]): Sheet {
  const sheet = readSheet(bytes, columns);
  if ('refused' in sheet) throw new Refusal({ code: 'INVALID', path: ['file'], message: sheet.refused });
  return sheet;
}

function reportOf(rows: PlannedRow<unknown>[], isDryRun: boolean, language: Language): ImportReport {
  const counts = countOutcomes(rows);
  return {
    isDryRun,
    rows: rows.length,
    accepted: counts.ACCEPTED + counts.ACCEPTED_WITH_WARNING,
    withWarning: counts.ACCEPTED_WITH_WARNING,
    unchanged: counts.UNCHANGED,
    refused: counts.REFUSED,
    results: rows.map(({ row, line, subject, outcome, reasons, warnings }) => {
      const said = reasons[0] ?? warnings[0];
      return {
        row,
        line,
        subject,
        outcome,
        code: reasons[0]?.code ?? null,
        column: said?.column ?? null,
        message: said ? say(said.message, language) : null,
      };
    }),
  };
}

export async function importOfficers(
  acting: Acting,
  bytes: Uint8Array,
  options: { isDryRun: boolean; language: Language },
  progress: Progress = () => undefined,
): Promise<ImportReport> {
  const sheet = sheetOf(bytes, OFFICER_COLUMNS);
  return perform(acting, async (act) => {
    act.allow(registryAccess.changeOfficers, undefined);
    const cellsOf = (column: string) => {
      const at = sheet.columns.indexOf(column);
      const cells = sheet.rows.map((r) => r.cells?.[at]?.normalize('NFC').trim() ?? '');
      // What holds such a character is refused row by row, and no database takes the character 0.
      return cells.filter((cell) => !/\p{Cc}/u.test(cell));
    };
    const { register, ids } = await registerFor(act.em, act.today, {
      officerCodes: cellsOf('officer_code').map((c) => c.toUpperCase()),
      addresses: cellsOf('mailbox').map((c) => c.toLowerCase()),
    });
    const erased = await erasedAmong(act.em, [...register.officers.keys()]);
    const planned = refuseRows(planOfficers(sheet, register, act.today), await ownRecords(act), erased);
    const changes = planned.flatMap((p) => p.change ?? []);
    const report = reportOf(planned, options.isDryRun, options.language);
    if (options.isDryRun || !changes.length) {
      act.unchanged();
      return report;
    }
    for (let done = 0; done < changes.length; done += ROWS_AT_A_TIME) {
      progress(done, changes.length);
      const part = changes.slice(done, done + ROWS_AT_A_TIME);
      const written = await writeOfficers(act, part, ids, 'officer.import');
      for (const [code, id] of written) ids.officers.set(code, id);
    }
    progress(changes.length, changes.length);
    act.record('officers.import', 'registry', {
      rows: report.rows,
      accepted: report.accepted,
      unchanged: report.unchanged,
      refused: report.refused,
    });
    return report;
  });
}

/** Rows that would change the importing person's own file, or take a mailbox from it, and rows about who was erased are refused; the others stand. */
function refuseRows(rows: PlannedRow<OfficerChange>[], own: Awaited<ReturnType<typeof ownRecords>>, erased: ReadonlySet<string>) {
  return rows.map((row): PlannedRow<OfficerChange> => {
    if (!row.change) return row;
    const { code, mailbox } = row.change;
    const refused = (because: RowReason): PlannedRow<OfficerChange> => ({
      ...row,
      outcome: 'REFUSED',
      reasons: [because],
      warnings: [],
      change: null,
    });
    if (own.codes.has(code) || own.addresses.has(mailbox?.address ?? ''))
      return refused({ code: 'RULE_VIOLATED', column: 'officer_code', message: { text: registryMessages.ownFile } });
    if (erased.has(code)) return refused({ code: 'NOT_ALLOWED_NOW', column: 'officer_code', message: { text: registryMessages.isErased } });
    return row;
  });
}

export async function importAgencies(
  acting: Acting,
  bytes: Uint8Array,
  options: { isDryRun: boolean; language: Language },
  progress: Progress = () => undefined,
): Promise<ImportReport> {
  const sheet = sheetOf(bytes, AGENCY_COLUMNS);
  return perform(acting, async (act) => {
    act.allow(registryAccess.changeAgencies, undefined);
    const { known } = await knownAgencies(act.em);
    const planned = planAgencies(sheet, known);
    const changes = planned.flatMap((p) => p.change ?? []);
    const report = reportOf(planned, options.isDryRun, options.language);
    if (options.isDryRun || !changes.length) {
      act.unchanged();
      return report;
    }
    const agencies = new Map((await act.em.find(Agency, {})).map((a) => [a.code, a]));
    for (const { values } of changes) writeAgency(agencies, values);
    for (const { values } of changes) {
      const agency = agencies.get(values.code)!;
      agency.parent = values.parentCode ? ref(agencies.get(values.parentCode)!) : null;
      act.em.persist(agency);
      act.record('agency.import', `agency:${agency.id}`, values);
    }
    progress(changes.length, changes.length);
    return report;
  });
}

function writeAgency(agencies: Map<string, Agency>, values: AgencyChange['values']): void {
  const agency = agencies.get(values.code) ?? new Agency();
  agencies.set(values.code, agency);
  Object.assign(agency, {
    code: values.code,
    name: values.name,
    nameEn: values.nameEn,
    kind: values.kind as AgencyKind,
    staffQuota: values.staffQuota,
    mailDomain: values.mailDomain,
    searchText: searchText(values.name, values.nameEn, values.code),
    sortKey: titleSortKey(values.name),
  });
}
