/** Letters as rows: who sees which (product.md §2), and what their fields are made of. */
import { sql } from 'kysely';
import { type Actor, scopesOf } from '../identity/actor.js';
import { mayAll } from '../identity/right.js';
import { type IdCondition, type TextCondition, whereId, whereOneOf, whereSearched, whereText } from '../kernel/conditions.js';
import { type Page, pageOfList, type PageInput } from '../kernel/page.js';
import { type Asked, manyOf, onceEach, oneOf, type Reader, type Rows, type View } from '../kernel/read.js';
import { officerView, withRightsOf } from '../registry/officer.read.js';
import { noticesAccess } from './notices.access.js';

export interface LetterRow {
  id: string;
  officerId: string;
  agencyId: string;
  [field: string]: any;
}

const attachmentView = (): View<any> => ({
  id: 'at.id',
  fileName: 'at.file_name',
  mediaType: 'at.media_type',
  size: 'at.size',
  createdAt: 'at.created_at',
});

const receiptView = (): View<any> => ({
  id: 'lr.id',
  receivedOn: 'lr.received_on',
  means: 'lr.means',
  note: 'lr.note',
  recordedAt: 'lr.recorded_at',
  recordedBy: 'lr.recorded_by',
  document: { table: 'attachment as at', on: ['at.id', 'lr.attachment_id'], view: attachmentView },
});

const view: View<any> = {
  id: 'l.id',
  kind: 'l.kind',
  title: 'l.title',
  body: 'l.body',
  language: 'l.language',
  about: 'l.about',
  channel: 'l.channel',
  state: 'l.state',
  sentTo: 'l.sent_to',
  createdAt: 'l.created_at',
  sentAt: 'l.sent_at',
  printedAt: 'l.printed_at',
  officerId: 'l.officer_id',
  agencyId: sql`(select w.agency_id from officer w where w.id = l.officer_id)`,
  carriesCode: 'l.carries_code',
  hasCalendar: sql<boolean>`(l.calendar_text is not null)`,
  officer: { table: 'officer as o', on: ['o.id', 'l.officer_id'], view: () => officerView() },
  receipt: { table: 'letter_receipt as lr', on: ['lr.letter_id', 'l.id'], view: receiptView },
  attempts: {
    table: 'letter_attempt as la',
    on: ['la.letter_id', 'l.id'],
    view: () => ({ id: 'la.id', at: 'la.at', outcome: 'la.outcome', detail: 'la.detail' }),
    many: (q) => q.orderBy('la.at').orderBy('la.id'),
  },
};

/** What was asked of a letter, with whose it is and where it stands. */
export const withNeedsOfLetter = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(asked);
  for (const name of ['id', 'officerId', 'agencyId']) all.set(name, new Map());
  if (asked.has('body')) all.set('carriesCode', new Map());
  if (asked.has('kindName')) all.set('kind', new Map());
  if (asked.has('availableActions')) for (const name of ['state', 'sentTo', 'carriesCode']) all.set(name, new Map());
  const officer = all.get('officer');
  if (officer) all.set('officer', withRightsOf(officer));
  const receipt = all.get('receipt');
  if (receipt) all.set('receipt', new Map(receipt).set('id', new Map()));
  return all;
});

const withNeedsInNodes = onceEach((page: Asked): Asked => {
  const all: Asked = new Map(page);
  const nodes = all.get('nodes');
  if (nodes) all.set('nodes', withNeedsOfLetter(nodes));
  const edges = all.get('edges');
  const node = edges?.get('node');
  if (edges && node) all.set('edges', new Map(edges).set('node', withNeedsOfLetter(node)));
  return all;
});

/** Only the letters the actor may read: all, those to officers of the own agency, or one's own. */
export function visibleLetters(actor: Actor, rows: Rows): Rows {
  if (mayAll(actor, noticesAccess.readLetters as never)) return rows;
  const agencies = scopesOf(actor, 'AGENCY_CONTACT');
  const own = scopesOf(actor, 'OFFICER');
  return rows.where(
    sql<boolean>`(l.officer_id = any(${own}::uuid[]) or l.officer_id in (select v.id from officer v where v.agency_id = any(${agencies}::uuid[])))`,
  );
}

export interface LetterCondition {
  id?: IdCondition | null;
  officerId?: IdCondition | null;
  agencyId?: IdCondition | null;
  state?: string[] | null;
  kind?: TextCondition | null;
  about?: TextCondition | null;
}

function whereLetter(rows: Rows, where: LetterCondition | null | undefined): Rows {
  const q = whereOneOf(whereId(whereId(rows, 'l.id', where?.id), 'l.officer_id', where?.officerId), 'l.state', where?.state);
  const found = whereText(whereText(q, 'l.kind', where?.kind), 'l.about', where?.about);
  if (!where?.agencyId) return found;
  return found.where((eb: any) =>
    eb.exists(whereId(eb.selectFrom('officer as h').select('h.id').whereRef('h.id', '=', 'l.officer_id'), 'h.agency_id', where.agencyId)),
  );
}

export type LetterListInput = PageInput & { where?: LetterCondition | null; search?: string | null };

/** Letters the actor may read, the latest first; a search looks for the name or code of the officer. */
export const letterList = (
  read: Reader,
  asked: Asked,
  actor: Actor,
  { where, search, ...page }: LetterListInput,
): Promise<Page<LetterRow>> =>
  pageOfList<LetterRow>(read, withNeedsInNodes(asked), {
    table: 'letter as l',
    view,
    orderBy: [{ by: 'l.created_at', kind: 'instant', direction: 'desc' }],
    where: (q) => {
      const words = sql<string>`(select regexp_replace(s.search_text, ' [^ ]*@.*$', '') from officer s where s.id = l.officer_id)`;
      return whereSearched(whereLetter(visibleLetters(actor, q), where), words, search);
    },
    ...page,
  });

export const oneLetter = (read: Reader, asked: Asked, actor: Actor, id: string): Promise<LetterRow | null> =>
  oneOf<LetterRow>(read, withNeedsOfLetter(asked), {
    table: 'letter as l',
    view,
    where: (q) => visibleLetters(actor, q).where('l.id', '=', id),
  });

/** Letters by id in the order of the ids; those the actor may not read are left out. */
export async function lettersById(read: Reader, asked: Asked, actor: Actor, ids: readonly string[]): Promise<LetterRow[]> {
  const where = (q: Rows) => visibleLetters(actor, q).where(sql<boolean>`l.id = any(${[...ids]}::uuid[])`);
  const rows = await manyOf<LetterRow>(read, withNeedsOfLetter(asked), { table: 'letter as l', view, where });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

/**
 * The letters about each of these things, the oldest first, whoever they are to: for rooms to the right, which ask for a right of
 * their own. What the letters say asks for the right to read them, field by field.
 */
export async function lettersAbout(read: Reader, asked: Asked, abouts: readonly string[]): Promise<LetterRow[][]> {
  const wanted = withNeedsOfLetter(new Map(asked).set('about', new Map()));
  const where = (q: Rows) =>
    q
      .where(sql<boolean>`l.about = any(${[...abouts]}::text[])`)
      .orderBy('l.created_at')
      .orderBy('l.id');
  const rows = await manyOf<LetterRow>(read, wanted, { table: 'letter as l', view, where });
  return abouts.map((about) => rows.filter((row) => row.about === about));
}
