/** The list of a class as CSV or XLSX, with the marks of each session; what comes back filled in is read by roster-import.service.ts. */
import { type Acting, perform } from '../identity/command.js';
import { type Cell, csvText } from '../kernel/csv.rules.js';
import { type Language, say, type Text } from '../kernel/language.js';
import type { Asked } from '../kernel/read.js';
import { writeWorkbook } from '../kernel/workbook.js';
import { loadOwnClass } from './class-book.js';
import { rostersOf } from './enrolment.read.js';
import { SHEET_MARKS, sessionHead } from './roster-sheet.rules.js';
import { SHEET_TEXTS, STATE_WORDS } from './roster-sheet.messages.js';
import { TrainingSession } from './training-class.entity.js';
import type { AttendanceMark } from './vocabulary.js';

export const SHEET_FORMATS = ['csv', 'xlsx'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

const LEFT = ['DECLINED', 'WITHDRAWN'];
const WIDTHS = [16, 28, 24, 32, 18, 16];
const SESSION_WIDTH = 24;
const fields = (...names: string[]): [string, Asked][] => names.map((name) => [name, new Map()]);
const ASKED: Asked = new Map([
  ...fields('state'),
  ['officer', new Map([...fields('code', 'fullName', 'post'), ['agency', new Map(fields('name', 'nameEn'))]])],
  ['attendance', new Map([...fields('mark'), ['session', new Map(fields('id'))]])],
]);

/** The file of a class for whoever leads it; taking the list along is recorded. */
export async function exportRoster(
  acting: Acting,
  classId: string,
  format: SheetFormat,
  language: Language,
): Promise<{ fileName: string; bytes: Buffer }> {
  const { ground, actor } = acting;
  const { reference, sessions } = await perform(acting, async (act) => {
    const held = await loadOwnClass(act, classId);
    act.record('class.exportRoster', `trainingClass:${held.id}`, { reference: held.reference, format });
    const found = await act.em.find(TrainingSession, { trainingClass: held.id } as never, { orderBy: { startsAt: 'asc' } } as never);
    return { reference: held.reference, sessions: found };
  });
  const [roster = []] = await rostersOf(ground.read, ASKED, actor, [classId]);
  const words = (text: Text) => say({ text }, language);
  const { code, name, post, agency, state, session, classReference } = SHEET_TEXTS;
  const head = [
    ...[code, name, post, agency, state, classReference].map(words),
    ...sessions.map((each, i) => sessionHead(i, each, ground.clock.zone, words(session))),
  ];
  const rows = roster
    .filter((line) => !LEFT.includes(line.state))
    .map((line): Cell[] => [
      line.officer.code,
      line.officer.fullName,
      line.officer.post,
      language === 'en' ? (line.officer.agency.nameEn ?? line.officer.agency.name) : line.officer.agency.name,
      words(STATE_WORDS[line.state as keyof typeof STATE_WORDS]),
      reference,
      ...sessions.map(({ id }) => {
        const entry = line.attendance.find((each: { session: { id: string } }) => each.session.id === id);
        return entry?.mark ? SHEET_MARKS[entry.mark as AttendanceMark] : null;
      }),
    ]);
  const table = [head, ...rows];
  const bytes =
    format === 'csv'
      ? Buffer.from(csvText(table), 'utf8')
      : await writeWorkbook({
          name: words(SHEET_TEXTS.sheetName),
          rows: table,
          widths: [...WIDTHS, ...sessions.map(() => SESSION_WIDTH)],
        });
  return { fileName: `${reference}.${format}`, bytes };
}
