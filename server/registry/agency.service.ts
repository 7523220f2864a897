/** Making, changing and closing agencies. */
import { ref } from '@mikro-orm/core';
import { type Act, type Acting, perform } from '../identity/command.js';
import { isId } from '../kernel/record.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { type AgencyValues, planAgencies } from './agency-import.rules.js';
import { Agency, type AgencyKind } from './agency.entity.js';
import { titleSortKey } from '../kernel/name.rules.js';
import { registryAccess } from './registry.access.js';
import { registryMessages } from './registry.messages.js';
import { searchText } from '../kernel/search.rules.js';

export interface AgencyFacts {
  code: string;
  name: string;
  nameEn?: string | null;
  kind: string;
  staffQuota: number;
  mailDomain?: string | null;
  parentId?: string | null;
}

const FIELD_OF_COLUMN: Record<string, string> = {
  name_vi: 'name',
  name_en: 'nameEn',
  staff_quota: 'staffQuota',
  mail_domain: 'mailDomain',
  parent_code: 'parentId',
};

/** The same rules as for a row of a spreadsheet (agency-import.rules.ts). */
function checked(facts: AgencyFacts): AgencyValues {
  const columns = ['code', 'name_vi', 'name_en', 'kind', 'staff_quota', 'mail_domain'];
  const cells = [facts.code, facts.name, facts.nameEn ?? '', facts.kind, String(facts.staffQuota), facts.mailDomain ?? ''];
  const [row] = planAgencies({ columns, rows: [{ row: 1, line: 1, cells }] }, new Map());
  if (!row?.change) {
    throw new Refusal(
      ...(row?.reasons ?? []).map((r): Reason => ({
        code: r.code,
        path: ['input', FIELD_OF_COLUMN[r.column] ?? r.column],
        message: r.message,
      })),
    );
  }
  return row.change.values;
}

async function parentOf(act: Act, parentId: string | null | undefined, own?: string): Promise<Agency | null> {
  if (parentId == null) return null;
  const found = isId(parentId) ? await act.em.findOne(Agency, { id: parentId }) : null;
  if (!found) throw new Refusal({ code: 'NOT_FOUND', path: ['input', 'parentId'], message: { text: registryMessages.agencyUnknown } });
  for (let up: Agency | null = found; up; up = up.parent ? await act.em.findOne(Agency, { id: up.parent.id }) : null) {
    if (up.id === own) throw new Refusal({ code: 'INVALID', path: ['input', 'parentId'], message: { text: registryMessages.notItself } });
  }
  return found;
}

function write(agency: Agency, values: AgencyValues, parent: Agency | null): void {
  Object.assign(agency, {
    code: values.code,
    name: values.name,
    nameEn: values.nameEn,
    kind: values.kind as AgencyKind,
    staffQuota: values.staffQuota,
    mailDomain: values.mailDomain,
    parent: parent && ref(parent),
    searchText: searchText(values.name, values.nameEn, values.code),
    sortKey: titleSortKey(values.name),
  });
}

async function refuseTakenCode(act: Act, code: string, own?: string): Promise<void> {
  const holder = await act.em.findOne(Agency, { code });
  if (holder && holder.id !== own)
    throw new Refusal({ code: 'DUPLICATE', path: ['input', 'code'], message: { text: registryMessages.codeTaken, values: { code } } });
}

export async function createAgency(acting: Acting, facts: AgencyFacts): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(registryAccess.changeAgencies, undefined);
    const values = checked(facts);
    await refuseTakenCode(act, values.code);
    const agency = new Agency();
    write(agency, values, await parentOf(act, facts.parentId));
    act.em.persist(agency);
    act.record('agency.create', `agency:${agency.id}`, values);
    return agency.id;
  });
}

export async function updateAgency(acting: Acting, id: string, facts: AgencyFacts, expectedVersion: number): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(registryAccess.changeAgencies, undefined);
    const agency = await act.load(Agency, id);
    act.expectVersion(agency, expectedVersion);
    const values = checked(facts);
    await refuseTakenCode(act, values.code, id);
    write(agency, values, await parentOf(act, facts.parentId, id));
    act.record('agency.update', `agency:${id}`, values);
    return id;
  });
}

/** Closes an agency; its officers, findings and lists of before stay readable under it. */
export async function closeAgency(acting: Acting, id: string, onDate: string, successorId?: string | null): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(registryAccess.changeAgencies, undefined);
    const agency = await act.load(Agency, id);
    if (agency.closedOn) throw new Refusal({ code: 'CONFLICT', path: ['id'], message: { text: registryMessages.closedAlready } });
    if (successorId === id) throw new Refusal({ code: 'INVALID', path: ['successorId'], message: { text: registryMessages.notItself } });
    const successor = successorId == null ? null : await act.load(Agency, successorId, ['successorId']);
    agency.closedOn = onDate;
    agency.successor = successor && ref(successor);
    act.record('agency.close', `agency:${id}`, { onDate, successorId });
    return id;
  });
}
