/**
 * What does a row of an agencies' spreadsheet say, and what must be written so that the registry says the same?
 * Pure and idempotent by code, as for officers; a parent may stand anywhere in the file.
 */
import { mailDomain } from './address.rules.js';
import type { PlannedRow, RowReason } from './import-row.rules.js';
import { RowReader, shown } from './import-row.rules.js';
import { PLAN, ROW } from './registry-import.messages.js';
import type { Sheet, SheetRow } from './spreadsheet.rules.js';

export const AGENCY_COLUMNS = ['code', 'name_vi', 'kind', 'staff_quota'] as const;
export const OPTIONAL_AGENCY_COLUMNS = ['name_en', 'mail_domain', 'parent_code'] as const;

const KINDS = [
  'DEPARTMENT',
  'URBAN_DISTRICT',
  'RURAL_DISTRICT',
  'WARD',
  'COMMUNE',
  'SPECIAL_ZONE',
  'PUBLIC_SERVICE_UNIT',
  'OTHER',
] as const;
export type ImportedAgencyKind = (typeof KINDS)[number];

/** One row read, and an agency as the registry holds it. */
export interface AgencyValues {
  code: string;
  name: string;
  nameEn: string | null;
  kind: ImportedAgencyKind;
  staffQuota: number;
  mailDomain: string | null;
  parentCode: string | null;
}

export interface AgencyChange {
  isNew: boolean;
  /** All values after the change; columns the file lacks keep what the registry holds. */
  values: AgencyValues;
}

function readAgency(reader: RowReader, known: ReadonlyMap<string, AgencyValues>): AgencyValues | undefined {
  if (reader.reasons.length) return undefined;
  const code = reader.code('code');
  const held = known.get(code);
  const kind = reader.plain('kind').toUpperCase();
  if (!kind) reader.refuse('kind', 'REQUIRED', ROW.required);
  else if (!KINDS.some((one) => one === kind))
    reader.refuse('kind', 'INVALID', ROW.agencyKind, { value: shown(kind), kinds: KINDS.join(', ') });
  const quota = reader.plain('staff_quota');
  if (!quota) reader.refuse('staff_quota', 'REQUIRED', ROW.required);
  else if (!/^\d{1,7}$/.test(quota)) reader.refuse('staff_quota', 'INVALID', ROW.quota, { value: shown(quota) });
  const domainText = reader.plain('mail_domain');
  const domain = domainText ? mailDomain(domainText) : null;
  if (domain === undefined) reader.refuse('mail_domain', 'INVALID', ROW.domain, { value: shown(domainText) });
  const values: AgencyValues = {
    code,
    name: reader.requiredText('name_vi'),
    nameEn: reader.has('name_en') ? reader.text('name_en') : (held?.nameEn ?? null),
    kind: kind as ImportedAgencyKind,
    staffQuota: Number(quota),
    mailDomain: reader.has('mail_domain') ? (domain ?? null) : (held?.mailDomain ?? null),
    parentCode: reader.has('parent_code') ? reader.optionalCode('parent_code') : (held?.parentCode ?? null),
  };
  return reader.reasons.length ? undefined : values;
}

const FIELDS: readonly (keyof AgencyValues)[] = ['name', 'nameEn', 'kind', 'staffQuota', 'mailDomain', 'parentCode'];

function isSame(a: AgencyValues, b: AgencyValues): boolean {
  return FIELDS.every((field) => a[field] === b[field]);
}

interface Draft {
  sheetRow: SheetRow;
  subject: string | null;
  reasons: RowReason[];
  values?: AgencyValues;
  isRepeated?: boolean;
}

/** Decides every row; a refused row never touches the others, save those that name it as parent. */
export function planAgencies(sheet: Sheet, known: ReadonlyMap<string, AgencyValues>): PlannedRow<AgencyChange>[] {
  const first = new Map<string, Draft>();
  const drafts = sheet.rows.map((sheetRow): Draft => {
    const reader = new RowReader(sheet.columns, sheetRow);
    const values = readAgency(reader, known);
    const draft: Draft = {
      sheetRow,
      subject: values?.code ?? (shown(reader.plain('code').toUpperCase()).slice(0, 32) || null),
      reasons: reader.reasons,
      values,
    };
    if (!values) return draft;
    const earlier = first.get(values.code);
    if (!earlier) first.set(values.code, draft);
    else if (isSame(earlier.values!, values)) draft.isRepeated = true;
    else
      draft.reasons.push({
        code: 'DUPLICATE',
        column: 'code',
        message: { text: PLAN.codeTwice, values: { code: values.code, row: String(earlier.sheetRow.row) } },
      });
    return draft;
  });

  refuseOrphans(first, known);
  return drafts.map(({ sheetRow: { row, line }, subject, reasons, values, isRepeated }) => {
    const planned = { row, line, subject, reasons, warnings: [], change: null };
    if (!values || reasons.length) return { ...planned, outcome: 'REFUSED' };
    const refusedFirst = isRepeated ? first.get(values.code)!.reasons : [];
    if (refusedFirst.length) return { ...planned, reasons: refusedFirst, outcome: 'REFUSED' };
    const held = known.get(values.code);
    if (isRepeated || (held && isSame(held, values))) return { ...planned, outcome: 'UNCHANGED' };
    return { ...planned, outcome: 'ACCEPTED', change: { isNew: !held, values } };
  });
}

/** Refuses rows whose parent is nowhere, or under whom a circle would close; a refusal may orphan others, so it is repeated until nothing changes. */
function refuseOrphans(first: ReadonlyMap<string, Draft>, known: ReadonlyMap<string, AgencyValues>): void {
  const accepted = (code: string) => {
    const draft = first.get(code);
    return draft && !draft.reasons.length ? draft.values : known.get(code);
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const draft of first.values()) {
      const parentCode = draft.values?.parentCode;
      if (draft.reasons.length || !draft.values || !parentCode) continue;
      if (!accepted(parentCode)) {
        draft.reasons.push({
          code: 'NOT_FOUND',
          column: 'parent_code',
          message: { text: PLAN.parentUnknown, values: { code: parentCode } },
        });
      } else if (isUnder(parentCode, draft.values.code, accepted)) {
        draft.reasons.push({ code: 'INVALID', column: 'parent_code', message: { text: PLAN.parentCircle } });
      } else continue;
      changed = true;
    }
  }
}

function isUnder(code: string, ancestor: string, agencyOf: (code: string) => AgencyValues | undefined): boolean {
  const seen = new Set<string>();
  for (let at: string | null | undefined = code; at && !seen.has(at); at = agencyOf(at)?.parentCode) {
    if (at === ancestor) return true;
    seen.add(at);
  }
  return false;
}
