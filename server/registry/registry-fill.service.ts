/**
 * Takes over from another system what the spreadsheets do not hold: absences, leavers, posts beside the main one, role and machine
 * mailboxes. One transaction for all; each officer's part is recorded.
 */
import { type Act, type Acting, perform } from '../identity/command.js';
import { insertRows } from '../kernel/bulk.js';
import type { Day } from '../kernel/calendar.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { registryAccess } from './registry.access.js';
import { registryMessages } from './registry.messages.js';
import { refreshCurrentPosts } from './postings.js';

export interface FurtherFacts {
  officers: readonly {
    code: string;
    absences: readonly { fromOn: Day; untilOn: Day; document: string }[];
    otherPostings: readonly { agencyCode: string; post: string | null; isLeader: boolean; fromOn: Day; untilOn: Day | null }[];
    leftOn: Day | null;
  }[];
  mailboxes: readonly { address: string; kind: 'ROLE' | 'MACHINE'; createdOn: Day | null; officerCode: string | null }[];
}

const TIMES = { id: 'uuid', created_at: 'timestamptz', updated_at: 'timestamptz' };
const ABSENCE = { ...TIMES, officer_id: 'uuid', from_on: 'date', until_on: 'date', document: 'text' };
const POSTING = {
  ...TIMES,
  officer_id: 'uuid',
  agency_id: 'uuid',
  is_main: 'bool',
  post: 'text',
  is_leader: 'bool',
  from_on: 'date',
  until_on: 'date',
};
const MAILBOX = { ...TIMES, address: 'text', kind: 'text', state: 'text', expected_state: 'text', officer_id: 'uuid', created_on: 'date' };
const PERIOD = { ...TIMES, mailbox_id: 'uuid', officer_id: 'uuid', from_on: 'date' };

/** Adds further facts to officers and agencies already imported, by their codes; an unknown code is refused NOT_FOUND and nothing is written. */
export async function fillRegistry(acting: Acting, facts: FurtherFacts): Promise<void> {
  await perform(acting, async (act) => {
    act.allow(registryAccess.changeOfficers, undefined);
    act.allow(registryAccess.changeMailboxes, undefined);
    const officerOf = await idsOf(act, 'officer', registryMessages.officerUnknown);
    const agencyOf = await idsOf(act, 'agency', registryMessages.agencyUnknown);
    const times = () => [newId(), act.now.toISOString(), act.now.toISOString()];
    const absences: unknown[][] = [];
    const postings: unknown[][] = [];
    const leavers: [string, Day][] = [];
    for (const { code, absences: away, otherPostings, leftOn } of facts.officers) {
      const id = officerOf(code);
      for (const { fromOn, untilOn, document } of away) absences.push([...times(), id, fromOn, untilOn, document]);
      for (const { agencyCode, post, isLeader, fromOn, untilOn } of otherPostings) {
        postings.push([...times(), id, agencyOf(agencyCode), false, post, isLeader, fromOn, untilOn]);
      }
      if (leftOn) leavers.push([id, leftOn]);
      act.record('officer.fill', `officer:${id}`, { absences: away, otherPostings, leftOn });
    }
    await insertRows(act.em, 'absence', ABSENCE, absences, 'on conflict do nothing');
    await insertRows(act.em, 'posting', POSTING, postings);
    for (const [id, day] of leavers) {
      await act.em.execute('update posting set until_on = ? where officer_id = ? and (until_on is null or until_on > ?)', [day, id, day]);
      await act.em.execute('update officer set left_on = ? where id = ?', [day, id]);
    }
    await fillMailboxes(act, facts, officerOf);
    await refreshCurrentPosts(act.em, act.today);
  });
}

async function fillMailboxes(act: Act, { mailboxes }: FurtherFacts, officerOf: (code: string) => string): Promise<void> {
  const at = act.now.toISOString();
  const made: unknown[][] = [];
  const periods: unknown[][] = [];
  for (const { address, kind, createdOn, officerCode } of mailboxes) {
    const id = newId();
    const officerId = officerCode && officerOf(officerCode);
    made.push([id, at, at, address, kind, 'ACTIVE', 'ACTIVE', officerId, createdOn]);
    if (officerId) periods.push([newId(), at, at, id, officerId, createdOn]);
    act.record('mailbox.record', `mailbox:${id}`, { address, kind, createdOn, officerCode });
  }
  await insertRows(act.em, 'mailbox', MAILBOX, made);
  await insertRows(act.em, 'mailbox_period', PERIOD, periods);
}

async function idsOf(
  act: Act,
  table: 'officer' | 'agency',
  text: (typeof registryMessages)['agencyUnknown'],
): Promise<(code: string) => string> {
  const rows = await act.em.execute<{ id: string; code: string }[]>(`select id, code from ${table}`);
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  return (code) => {
    const id = ids.get(code);
    if (!id) throw new Refusal({ code: 'NOT_FOUND', path: [code], message: { text } });
    return id;
  };
}
