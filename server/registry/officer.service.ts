/** Making, correcting, moving officers; absences; leaving; mailboxes as facts. The rules are those of the spreadsheet import. */
import { type Act, type Acting, perform } from '../identity/command.js';
import { dayNumber } from '../kernel/calendar.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { isId } from '../kernel/record.js';
import { Denial, type Reason, Refusal } from '../kernel/refusal.js';
import { Agency } from './agency.entity.js';
import type { RowReason } from './import-row.rules.js';
import { cleanText, textDefect } from '../kernel/name.rules.js';
import { writeOfficers } from './officer-changes.js';
import { type OfficerChange, planOfficers } from './officer-import.rules.js';
import { Absence, Officer, Posting } from './officer.entity.js';
import { refuseErased } from './erased-officer.js';
import { ownRecords, refuseOwnFile } from './own-file.js';
import { registerFor } from './register.read.js';
import { registryAccess } from './registry.access.js';
import { registryMessages } from './registry.messages.js';

export interface OfficerFacts {
  code: string;
  fullName: string;
  agencyId: string;
  post?: string | null;
  isLeader: boolean;
  mailboxAddress?: string | null;
  mailboxCreatedOn?: string | null;
  sinceOn?: string | null;
  otherEmail?: string | null;
  phone?: string | null;
}

/** A first day that nobody knows: before every window. */
export const UNKNOWN_SINCE = '1900-01-01';

/** After a recorded absence the review recomputes the finding (T-5); it listens to this order. */
export const ABSENCE_RECORDED = 'ABSENCE_RECORDED';

/** After somebody's leaving was recorded, rooms to the right give back what the officer holds there. */
export const OFFICER_LEFT = 'OFFICER_LEFT';

const FIELD_OF_COLUMN: Record<string, string> = {
  officer_code: 'code',
  full_name: 'fullName',
  agency_code: 'agencyId',
  post: 'post',
  is_leader: 'isLeader',
  mailbox: 'mailboxAddress',
  mailbox_created: 'mailboxCreatedOn',
  since: 'sinceOn',
  other_email: 'otherEmail',
  phone: 'phone',
};

const asRefusal = (reasons: readonly RowReason[]): Refusal =>
  new Refusal(
    ...reasons.map((r): Reason => ({ code: r.code, path: ['input', FIELD_OF_COLUMN[r.column] ?? r.column], message: r.message })),
  );

async function agencyCode(act: Act, id: string, path: string[]): Promise<string> {
  const agency = isId(id) ? await act.em.findOne(Agency, { id }) : null;
  if (!agency) throw new Refusal({ code: 'NOT_FOUND', path, message: { text: registryMessages.agencyUnknown } });
  return agency.code;
}

/** Decides one officer by the rules of the import. */
async function decide(act: Act, facts: OfficerFacts, since: string) {
  const address = facts.mailboxAddress?.trim().toLowerCase() ?? '';
  // A mailbox taken from the own file changes it, whoever's file names it.
  if ((await ownRecords(act)).addresses.has(address)) throw new Denial('FORBIDDEN', { text: registryMessages.ownFile });
  const { register, ids } = await registerFor(act.em, act.today, { officerCodes: [facts.code.trim().toUpperCase()], addresses: [address] });
  const columns = Object.keys(FIELD_OF_COLUMN);
  const cells = [
    facts.code,
    facts.fullName,
    await agencyCode(act, facts.agencyId, ['input', 'agencyId']),
    facts.post ?? '',
    facts.isLeader ? '1' : '0',
    address,
    facts.mailboxCreatedOn ?? '',
    since,
    facts.otherEmail ?? '',
    facts.phone ?? '',
  ];
  const [row] = planOfficers({ columns, rows: [{ row: 1, line: 1, cells }] }, register, act.today);
  return { row: row!, ids, known: register.officers.get(facts.code.trim().toUpperCase()) };
}

export async function createOfficer(acting: Acting, facts: OfficerFacts): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(registryAccess.changeOfficers, undefined);
    const { row, ids, known } = await decide(act, facts, facts.sinceOn ?? UNKNOWN_SINCE);
    if (known)
      throw new Refusal({
        code: 'DUPLICATE',
        path: ['input', 'code'],
        message: { text: registryMessages.officerCodeTaken, values: { code: known.code } },
      });
    if (!row.change) throw asRefusal(row.reasons);
    const written = await writeOfficers(act, [row.change], ids, 'officer.create');
    return written.get(row.change.code)!;
  });
}

/** Corrects an officer. The code stays; without sinceOn the present posting is corrected, with a later one it is a transfer. */
export async function updateOfficer(acting: Acting, id: string, facts: OfficerFacts, expectedVersion: number): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(registryAccess.changeOfficers, undefined);
    refuseOwnFile(act, id);
    const officer = await act.load(Officer, id);
    refuseErased(officer);
    act.expectVersion(officer, expectedVersion);
    if (facts.code.trim().toUpperCase() !== officer.code) {
      throw new Refusal({
        code: 'INVALID',
        path: ['input', 'code'],
        message: { text: registryMessages.codeStays, values: { code: officer.code } },
      });
    }
    const latest = await act.em.findOne(Posting, { officer: id, isMain: true }, { orderBy: { fromOn: 'desc' } });
    const { row, ids } = await decide(act, { ...facts, code: officer.code }, facts.sinceOn ?? latest?.fromOn ?? UNKNOWN_SINCE);
    if (row.outcome === 'REFUSED') throw asRefusal(row.reasons);
    const cleared: OfficerChange['facts'] = {
      ...(facts.otherEmail === null && officer.otherEmail && { otherEmail: undefined }),
      ...(facts.phone === null && officer.phone && { phone: undefined }),
    };
    const change: OfficerChange = row.change ?? { code: officer.code, isNew: false, facts: {}, posting: null, mailbox: null };
    if (!row.change && !Object.keys(cleared).length) {
      act.unchanged();
      return id;
    }
    await writeOfficers(act, [{ ...change, facts: { ...change.facts, ...cleared } }], ids, 'officer.update');
    return id;
  });
}

export async function transferOfficer(
  acting: Acting,
  id: string,
  to: { agencyId: string; post: string | null; isLeader: boolean; onDate: string },
): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(registryAccess.changeOfficers, undefined);
    refuseOwnFile(act, id);
    const officer = await act.load(Officer, id);
    refuseLeaver(officer);
    const latest = await act.em.findOne(Posting, { officer: id, isMain: true }, { orderBy: { fromOn: 'desc' } });
    if (latest && to.onDate <= latest.fromOn) {
      throw new Refusal({
        code: 'INVALID',
        path: ['onDate'],
        message: { text: registryMessages.beforePosting, values: { day: latest.fromOn } },
      });
    }
    const post = to.post === null ? null : cleanText(to.post);
    if (post && textDefect(post)) throw new Refusal({ code: 'INVALID', path: ['post'], message: { text: registryMessages.postDefect } });
    const code = await agencyCode(act, to.agencyId, ['agencyId']);
    const { ids } = await registerFor(act.em, act.today, { officerCodes: [officer.code], addresses: [] });
    const posting = { act: 'TRANSFER' as const, agencyCode: code, post, isLeader: to.isLeader, fromOn: to.onDate };
    await writeOfficers(act, [{ code: officer.code, isNew: false, facts: {}, posting, mailbox: null }], ids, 'officer.transfer');
    return id;
  });
}

function refuseLeaver(officer: Officer): void {
  refuseErased(officer);
  if (officer.leftOn)
    throw new Refusal({ code: 'CONFLICT', path: ['id'], message: { text: registryMessages.hasLeft, values: { day: officer.leftOn } } });
}

/** The officer leaves at the end of a day: postings end, the mailbox stays what it is until a decision or D-8 (c) changes it. */
export async function officerLeaves(acting: Acting, id: string, onDate: string, reason?: string | null): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(registryAccess.changeOfficers, undefined);
    refuseOwnFile(act, id);
    const officer = await act.load(Officer, id);
    refuseLeaver(officer);
    const postings = await act.em.find(Posting, { officer: id, $or: [{ untilOn: null }, { untilOn: { $gt: onDate } }] });
    const begun = postings.find((p) => p.fromOn > onDate);
    if (begun)
      throw new Refusal({
        code: 'INVALID',
        path: ['onDate'],
        message: { text: registryMessages.beforePosting, values: { day: begun.fromOn } },
      });
    for (const posting of postings) posting.untilOn = onDate;
    officer.leftOn = onDate;
    officer.leftReason = reason ?? null;
    act.record('officer.leave', `officer:${id}`, { onDate, reason });
    act.order(OFFICER_LEFT, { officerId: id, onDate });
    return id;
  });
}

/** Records excused days; the same ones again change nothing. */
export async function recordAbsence(
  acting: Acting,
  id: string,
  days: { fromOn: string; untilOn: string; document: string },
): Promise<string> {
  return perform(acting, async (act) => {
    const officer = await act.load(Officer, id);
    const file = { id, agencyId: officer.agency.id };
    // Whoever may not see the officer is told what they would be told of nobody.
    if (!act.mayDo(registryAccess.readOfficers, file))
      throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: kernelMessages.notFound } });
    act.allow(registryAccess.recordAbsence, file);
    refuseOwnFile(act, id);
    refuseErased(officer);
    await addAbsence(act, id, days);
    return id;
  });
}

/** Inside a command that has asked for the right, and locked the officer. */
export async function addAbsence(act: Act, id: string, days: { fromOn: string; untilOn: string; document: string }): Promise<void> {
  const document = cleanText(days.document);
  if (!document) throw new Refusal({ code: 'REQUIRED', path: ['document'], message: { text: registryMessages.documentNeeded } });
  if (textDefect(document)) throw new Refusal({ code: 'INVALID', path: ['document'], message: { text: registryMessages.postDefect } });
  if (dayNumber(days.untilOn) < dayNumber(days.fromOn))
    throw new Refusal({ code: 'INVALID', path: ['untilOn'], message: { text: registryMessages.daysReversed } });
  const facts = { officer: id, fromOn: days.fromOn, untilOn: days.untilOn, document };
  if (await act.em.findOne(Absence, facts)) return act.unchanged();
  act.em.persist(act.em.create(Absence, facts as never));
  act.record('officer.recordAbsence', `officer:${id}`, { fromOn: days.fromOn, untilOn: days.untilOn, document });
  act.order(ABSENCE_RECORDED, { officerId: id, fromOn: days.fromOn, untilOn: days.untilOn });
}
