/** How does a room write to people? Inside its own command: the letters are stored with what they are about, and sent after it. */
import type { Act } from '../identity/command.js';
import { insertRows } from '../kernel/bulk.js';
import type { Message } from '../kernel/language.js';
import { newId } from '../kernel/record.js';
import { wayTo } from './letter-channel.rules.js';
import { lapseLetters } from './lapse-letters.js';
import { CODE_PLACE } from './letter-code.js';
import { LETTERS_WAIT } from './letter-orders.js';
import { letterSettings } from './letter-settings.js';
import { letterBody, letterTitle, oneLine } from './letter-text.rules.js';
import type { CalendarMethod } from './vocabulary.js';

export interface LetterDraft {
  /** What kind of letter, announced with its words (`announceLetterKinds`): `training.invitation`. */
  kind: string;
  officerId: string;
  /** What it is about: `enrolment:<id>`. */
  about: string;
  title: Message;
  /** What stands between greeting and close. */
  paragraphs: readonly Message[];
  calendar?: { fileName: string; method: CalendarMethod; text: string };
  /** A second letter with the same key is not written. */
  key?: string;
  /** Letters about the same thing that nobody has handed over yet are needed no more. */
  isReplacing?: boolean;
  /** Until when it helps anybody that it is handed over; always when not said. */
  usefulUntil?: Date;
  /** One of its paragraphs has a place for a one-time code (`CODE_PLACE`), which opens the file of whom it is to because of what it is about. */
  carriesCode?: boolean;
}

const COLUMNS = {
  id: 'uuid',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  kind: 'text',
  officer_id: 'uuid',
  about: 'text',
  title: 'text',
  body: 'text',
  language: 'text',
  channel: 'text',
  state: 'text',
  sent_to: 'text',
  key: 'text',
  calendar_name: 'text',
  calendar_method: 'text',
  calendar_text: 'text',
  waiting_since: 'timestamptz',
  next_try_at: 'timestamptz',
  useful_until: 'timestamptz',
  carries_code: 'bool',
};

const COLUMN_NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** Writes the letters of a command, each recorded; those whose key is taken are left out. */
export async function writeLetters(act: Act, drafts: readonly LetterDraft[]): Promise<void> {
  const fresh = await withoutTaken(act, drafts);
  if (fresh.length === 0) return;
  await lapseLetters(
    act,
    fresh.flatMap(({ isReplacing, about }) => (isReplacing ? about : [])),
  );
  const { language, issuer, mail } = letterSettings();
  const addressees = await addresseesOf(act, [...new Set(fresh.map(({ officerId }) => officerId))]);
  let isAnyByMail = false;
  const rows = fresh.map((draft) => {
    const to = addressees.get(draft.officerId);
    if (!to) throw new Error('A letter to an officer who is not there.');
    const { channel, sentTo } = wayTo(to, mail !== undefined);
    const waits = channel === 'EMAIL' ? act.now : null;
    isAnyByMail ||= waits !== null;
    const id = newId();
    const body = letterBody(to, draft.paragraphs, issuer, language);
    if (draft.carriesCode && !body.includes(CODE_PLACE)) throw new Error('A letter that carries a code has no place for it.');
    act.record('letter.write', `letter:${id}`, { kind: draft.kind, about: draft.about, channel }, [`officer:${draft.officerId}`]);
    const row: Record<keyof typeof COLUMNS, unknown> = {
      id,
      created_at: act.now,
      updated_at: act.now,
      kind: draft.kind,
      officer_id: draft.officerId,
      about: draft.about,
      title: letterTitle(draft.title, language),
      body,
      language,
      channel,
      state: waits ? 'WAITING' : 'TO_HAND_OVER',
      sent_to: sentTo,
      key: draft.key ?? null,
      calendar_name: draft.calendar ? oneLine(draft.calendar.fileName) : null,
      calendar_method: draft.calendar?.method ?? null,
      calendar_text: draft.calendar?.text ?? null,
      waiting_since: waits,
      next_try_at: waits,
      useful_until: draft.usefulUntil ?? null,
      carries_code: draft.carriesCode ?? false,
    };
    return COLUMN_NAMES.map((name) => row[name]);
  });
  await insertRows(act.em, 'letter', COLUMNS, rows);
  if (isAnyByMail) act.order(LETTERS_WAIT, {});
}

/** A key taken by another command at this moment is found when the command runs again (23505). */
async function withoutTaken(act: Act, drafts: readonly LetterDraft[]): Promise<LetterDraft[]> {
  const keys = drafts.flatMap(({ key }) => key ?? []);
  const found = keys.length ? await act.em.execute<{ key: string }[]>('select key from letter where key in (?)', [keys]) : [];
  const taken = new Set(found.map(({ key }) => key));
  return drafts.filter(({ key }) => key === undefined || (!taken.has(key) && taken.add(key)));
}

interface AddresseeRow {
  id: string;
  fullName: string;
  post: string | null;
  agency: string;
  agencyEn: string | null;
  otherEmail: string | null;
  currentTier: string | null;
  prefersPaper: boolean;
  address: string | null;
  state: string | null;
  kind: string | null;
}

/** To whom letters go, with what says how they are reached now. */
export async function addresseesOf(act: Act, officerIds: readonly string[]) {
  const { language } = letterSettings();
  const rows = await act.em.execute<AddresseeRow[]>(
    `select o.id, o.full_name as "fullName", o.post, a.name as agency, a.name_en as "agencyEn", o.other_email as "otherEmail",
            o.current_tier as "currentTier", o.prefers_paper as "prefersPaper", m.address, m.state, m.kind
     from officer o join agency a on a.id = o.agency_id left join mailbox m on m.id = o.mailbox_id where o.id = any(?::uuid[])`,
    [`{${officerIds.join(',')}}`],
  );
  return new Map(
    rows.map(({ address, state, kind, agency, agencyEn, ...row }) => [
      row.id,
      {
        ...row,
        agency: (language === 'en' && agencyEn) || agency,
        mailbox: address && state && kind ? { address, state, kind } : null,
      },
    ]),
  );
}
