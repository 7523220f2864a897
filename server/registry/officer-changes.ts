/** Writes what the rules decided for officers: people, postings, mailboxes and who holds them; a few statements for thousands. */
import type { Act } from '../identity/command.js';
import { addDays } from '../kernel/calendar.js';
import { insertRows } from '../kernel/bulk.js';
import { newId } from '../kernel/record.js';
import { nameSortKey } from '../kernel/name.rules.js';
import { refuseErasedAmong } from './erased-officer.js';
import type { OfficerChange } from './officer-import.rules.js';
import { refreshCurrentPosts } from './postings.js';
import { arrayOf, type RegisterIds } from './register.read.js';
import { searchText } from '../kernel/search.rules.js';

const OFFICER = {
  id: 'uuid',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  code: 'text',
  full_name: 'text',
  agency_id: 'uuid',
  post: 'text',
  is_leader: 'bool',
  other_email: 'text',
  phone: 'text',
  mailbox_id: 'uuid',
  search_text: 'text',
  sort_key: 'text',
};
const POSTING = {
  id: 'uuid',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  officer_id: 'uuid',
  agency_id: 'uuid',
  is_main: 'bool',
  post: 'text',
  is_leader: 'bool',
  from_on: 'date',
};
const MAILBOX = {
  id: 'uuid',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  address: 'text',
  kind: 'text',
  state: 'text',
  expected_state: 'text',
  officer_id: 'uuid',
  created_on: 'date',
};
const PERIOD = {
  id: 'uuid',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  mailbox_id: 'uuid',
  officer_id: 'uuid',
  from_on: 'date',
};

/** Carries out accepted changes in the command's transaction and records each; returns the officers' ids by code. */
export async function writeOfficers(
  act: Act,
  changes: readonly OfficerChange[],
  ids: RegisterIds,
  action: string,
): Promise<Map<string, string>> {
  const { em } = act;
  await refuseErasedAmong(
    act,
    changes.filter(({ isNew }) => !isNew).map(({ code }) => code),
  );
  const at = act.now.toISOString();
  const idOf = new Map(ids.officers);
  for (const change of changes) if (change.isNew) idOf.set(change.code, newId());
  const mailboxIdOf = new Map(ids.mailboxes);
  for (const { mailbox } of changes) if (mailbox?.act === 'CREATE') mailboxIdOf.set(mailbox.address, newId());

  await insertRows(
    em,
    'officer',
    OFFICER,
    changes
      .filter((c) => c.isNew)
      .map(({ code, facts, posting, mailbox }) => [
        idOf.get(code),
        at,
        at,
        code,
        facts.fullName,
        ids.agencies.get(posting!.agencyCode),
        posting!.post,
        posting!.isLeader,
        facts.otherEmail ?? null,
        facts.phone ?? null,
        mailbox?.act === 'CREATE' ? mailboxIdOf.get(mailbox.address) : null,
        searchText(facts.fullName, code, mailbox?.address),
        nameSortKey(facts.fullName!),
      ]),
  );
  for (const { code, facts, isNew } of changes) {
    if (isNew || !Object.keys(facts).length) continue;
    const { fullName = null } = facts;
    await em.execute(
      `update officer set full_name = coalesce(?, full_name), sort_key = coalesce(?, sort_key), other_email = ${'otherEmail' in facts ? '?' : 'coalesce(?, other_email)'},
         phone = ${'phone' in facts ? '?' : 'coalesce(?, phone)'} where id = ?`,
      [fullName, fullName && nameSortKey(fullName), facts.otherEmail ?? null, facts.phone ?? null, idOf.get(code)],
    );
  }
  await writePostings(act, changes, idOf, ids);
  await writeMailboxes(act, changes, idOf, mailboxIdOf);
  const touched = changes.map((c) => idOf.get(c.code)!);
  await refreshCurrentPosts(em, act.today, touched);
  const before = changes.filter((c) => !c.isNew).map((c) => idOf.get(c.code)!);
  if (before.length) await refreshSearchTexts(act, before);
  if (before.length)
    await em.execute('update officer set version = version + 1, updated_at = ? where id = any(?::uuid[])', [at, arrayOf(before)]);
  for (const { code, isNew, facts, posting, mailbox } of changes) {
    act.record(action, `officer:${idOf.get(code)}`, { code, isNew, facts, posting, mailbox });
  }
  return idOf;
}

async function writePostings(
  { em, now }: Act,
  changes: readonly OfficerChange[],
  idOf: Map<string, string>,
  ids: RegisterIds,
): Promise<void> {
  const at = now.toISOString();
  const added: unknown[][] = [];
  for (const { code, isNew, posting } of changes) {
    if (!posting) continue;
    const officerId = idOf.get(code);
    const agencyId = ids.agencies.get(posting.agencyCode);
    if (posting.act === 'CORRECT') {
      await em.execute(
        `update posting set agency_id = ?, post = ?, is_leader = ?, from_on = ?, updated_at = ?
         where id = (select id from posting where officer_id = ? and is_main order by from_on desc, id desc limit 1)`,
        [agencyId, posting.post, posting.isLeader, posting.fromOn, at, officerId],
      );
      // What came before must not reach into the corrected posting.
      await em.execute(
        `update posting p set until_on = ?::date - 1 where p.officer_id = ? and p.is_main and p.from_on < ?::date and p.until_on >= ?::date`,
        [posting.fromOn, officerId, posting.fromOn, posting.fromOn],
      );
      continue;
    }
    if (posting.act === 'TRANSFER') {
      await em.execute('update posting set until_on = ?, updated_at = ? where officer_id = ? and is_main and until_on is null', [
        addDays(posting.fromOn, -1),
        at,
        officerId,
      ]);
    }
    // Back after leaving.
    if (posting.act === 'START' && !isNew)
      await em.execute('update officer set left_on = null, left_reason = null where id = ? and left_on is not null', [officerId]);
    added.push([newId(), at, at, officerId, agencyId, true, posting.post, posting.isLeader, posting.fromOn]);
  }
  await insertRows(em, 'posting', POSTING, added);
}

async function writeMailboxes(
  { em, now, today }: Act,
  changes: readonly OfficerChange[],
  idOf: Map<string, string>,
  mailboxIdOf: ReadonlyMap<string, string>,
): Promise<void> {
  const at = now.toISOString();
  const made: unknown[][] = [];
  const periods: unknown[][] = [];
  const shown: [officerId: string, mailboxId: string, isPersonal: boolean][] = [];
  for (const { code, isNew, mailbox } of changes) {
    if (!mailbox) continue;
    const officerId = idOf.get(code)!;
    const mailboxId = mailboxIdOf.get(mailbox.address)!;
    if (mailbox.act === 'CREATE') {
      made.push([mailboxId, at, at, mailbox.address, mailbox.kind, 'ACTIVE', 'ACTIVE', officerId, mailbox.createdOn]);
      periods.push([newId(), at, at, mailboxId, officerId, mailbox.createdOn]);
    } else if (mailbox.act === 'LINK') {
      // A mailbox that somebody held before is the new holder's from the day after; one that nobody held, from its beginning.
      await em.execute(
        `update mailbox_period q set until_on = coalesce((select o.left_on from officer o where o.id = q.officer_id), ?::date - 1), updated_at = ? where mailbox_id = ? and until_on is null`,
        [today, at, mailboxId],
      );
      const [before] = await em.execute<{ free: string | null; is_open: boolean }[]>(
        `select (max(q.until_on) + 1)::text as free, m.state = 'ACTIVE' as is_open from mailbox m left join mailbox_period q on q.mailbox_id = m.id where m.id = ? group by m.id`,
        [mailboxId],
      );
      await em.execute('update officer set mailbox_id = null where mailbox_id = ?', [mailboxId]);
      await em.execute('update mailbox set officer_id = ?, kind = ?, created_on = ?, version = version + 1, updated_at = ? where id = ?', [
        officerId,
        mailbox.kind,
        mailbox.createdOn,
        at,
        mailboxId,
      ]);
      // One that is closed is nobody's to use until it opens.
      if (before?.is_open !== false) periods.push([newId(), at, at, mailboxId, officerId, before?.free ?? mailbox.createdOn]);
    } else {
      await em.execute('update mailbox set kind = ?, created_on = ?, version = version + 1, updated_at = ? where id = ?', [
        mailbox.kind,
        mailbox.createdOn,
        at,
        mailboxId,
      ]);
      await em.execute(
        'update mailbox_period set from_on = ? where id = (select id from mailbox_period where mailbox_id = ? order by from_on nulls first, id limit 1)',
        [mailbox.createdOn, mailboxId],
      );
      continue;
    }
    if (isNew && mailbox.act === 'CREATE') continue;
    shown.push([officerId, mailboxId, mailbox.kind === 'PERSONAL']);
  }
  await insertRows(em, 'mailbox', MAILBOX, made);
  await insertRows(em, 'mailbox_period', PERIOD, periods);
  if (shown.length) {
    await em.execute(
      `update officer o set mailbox_id = s.mailbox_id from unnest(?::uuid[], ?::uuid[], ?::bool[]) as s(officer_id, mailbox_id, is_personal)
       where o.id = s.officer_id and (s.is_personal or o.mailbox_id is null)`,
      [arrayOf(shown.map((s) => s[0])), arrayOf(shown.map((s) => s[1])), `{${shown.map((s) => s[2]).join(',')}}`],
    );
  }
}

/** Brings what a search looks through up to date for these officers. */
async function refreshSearchTexts({ em }: Act, officerIds: readonly string[]): Promise<void> {
  const rows = await em.execute<{ id: string; code: string; full_name: string; address: string | null }[]>(
    'select o.id, o.code, o.full_name, m.address from officer o left join mailbox m on m.id = o.mailbox_id where o.id = any(?::uuid[])',
    [arrayOf(officerIds)],
  );
  await em.execute(
    'update officer o set search_text = s.text from unnest(?::uuid[], ?::text[]) as s(id, text) where o.id = s.id and o.search_text <> s.text',
    [arrayOf(rows.map((r) => r.id)), arrayOf(rows.map((r) => searchText(r.full_name, r.code, r.address)))],
  );
}
