/**
 * A filled-in sheet of a class: who is not on the list yet gets a seat or a place in the queue, and the marks in it are entered as made
 * now. Each row stands alone; a dry run says the same and writes nothing.
 */
import { type Act, type Acting, perform } from '../identity/command.js';
import type { Language, Message } from '../kernel/language.js';
import { say } from '../kernel/language.js';
import { textDefect } from '../kernel/name.rules.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { isWorkbook, readWorkbook } from '../kernel/workbook.js';
import { Officer } from '../registry/officer.entity.js';
import { readSheet } from '../registry/spreadsheet.rules.js';
import { applyMarks, type Mark } from './attendance.service.js';
import { loadOwnClass } from './class-book.js';
import { LONGEST_ROSTER } from './class-facts.rules.js';
import { Enrolment } from './enrolment.entity.js';
import { takeRequests } from './request.service.js';
import { markIn, sheetColumns, type SheetColumns } from './roster-sheet.rules.js';
import { SHEET_TEXTS } from './roster-sheet.messages.js';
import { TrainingSession, type TrainingClass } from './training-class.entity.js';
import { type AttendanceMark, isSeated } from './vocabulary.js';

const LONGEST_CODE = 64;

export type RowOutcome = 'ENROLLED' | 'WAITLISTED' | 'REQUESTED' | 'ON_THE_LIST' | 'REFUSED';

export interface RosterRow {
  /** Counted from 1, without the head. */
  row: number;
  officerCode: string;
  fullName: string | null;
  outcome: RowOutcome;
  /** Marks in the row that were entered. */
  marks: number;
  message: string | null;
}

export interface RosterReport {
  isDryRun: boolean;
  ignoredColumns: string[];
  added: number;
  marks: number;
  refused: number;
  rows: RosterRow[];
}

interface SheetLine {
  row: number;
  code: string;
  marks: { sessionId: string; mark: AttendanceMark }[];
  fault?: Message;
}

/** Carries the report of a dry run out of the transaction that is undone. */
class DryRun extends Error {
  constructor(readonly report: RosterReport) {
    super('dry run');
  }
}

export async function importRoster(
  acting: Acting,
  classId: string,
  bytes: Buffer,
  { isDryRun, language }: { isDryRun: boolean; language: Language },
): Promise<RosterReport> {
  const table = await rowsOf(bytes);
  try {
    return await perform(acting, async (act) => {
      const held = await loadOwnClass(act, classId);
      const sessions = await act.em.find(TrainingSession, { trainingClass: held.id } as never, { orderBy: { startsAt: 'asc' } } as never);
      const [heads = [], ...rows] = table;
      const columns = sheetColumns(heads, sessions, act.ground.clock.zone);
      if ('text' in columns) throw refusal(columns);
      const report = await enter(act, held, linesOf(held, rows, heads, columns), language);
      const whole = { ...report, isDryRun, ignoredColumns: columns.ignored };
      if (isDryRun) throw new DryRun(whole);
      act.record('class.importRoster', `trainingClass:${held.id}`, {
        reference: held.reference,
        added: whole.added,
        marks: whole.marks,
        refused: whole.refused,
      });
      return whole;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.report;
    throw error;
  }
}

const refusal = (message: Message) => new Refusal({ code: 'INVALID', path: ['body'], message });

async function rowsOf(bytes: Buffer): Promise<string[][]> {
  const rows = isWorkbook(bytes) ? await readWorkbook(bytes) : csvRows(bytes);
  const table = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  if (table.length < 2) throw refusal({ text: SHEET_TEXTS.empty });
  if (table.length - 1 > LONGEST_ROSTER * 2) throw refusal({ text: SHEET_TEXTS.tooManyRows, values: { most: LONGEST_ROSTER * 2 } });
  return table;
}

/** A row that cannot be read keeps its place, empty. */
function csvRows(bytes: Buffer): string[][] {
  const sheet = readSheet(bytes, []);
  if ('refused' in sheet) throw refusal(sheet.refused);
  return [sheet.columns, ...sheet.rows.map(({ cells }) => cells ?? ['?'])];
}

function linesOf(
  held: TrainingClass,
  rows: readonly string[][],
  heads: readonly string[],
  { code, reference, sessions }: SheetColumns,
): SheetLine[] {
  const seen = new Map<string, number>();
  return rows.map((cells, i): SheetLine => {
    const row = i + 1;
    const officerCode = (cells[code] ?? '').trim().toUpperCase();
    const line: SheetLine = { row, code: officerCode, marks: [] };
    if (cells.length === 1 && cells[0] === '?') return { ...line, fault: { text: SHEET_TEXTS.notRead } };
    if (officerCode.length > LONGEST_CODE || textDefect(officerCode))
      return { ...line, code: '', fault: { text: SHEET_TEXTS.unknownCode, values: { code: '…' } } };
    if (!officerCode) return { ...line, fault: { text: SHEET_TEXTS.noCodeInRow } };
    const before = seen.get(officerCode);
    if (before) return { ...line, fault: { text: SHEET_TEXTS.codeTwice, values: { code: officerCode, row: before } } };
    seen.set(officerCode, row);
    const classOfRow = (cells[reference] ?? '').trim().toUpperCase();
    if (classOfRow && classOfRow !== held.reference)
      return { ...line, fault: { text: SHEET_TEXTS.otherClass, values: { reference: textDefect(classOfRow) ? '…' : classOfRow } } };
    for (const [column, session] of sessions) {
      const mark = markIn(cells[column] ?? '');
      if (mark === undefined)
        return { ...line, fault: { text: SHEET_TEXTS.unknownMark, values: { mark: cells[column]!.trim(), head: heads[column]! } } };
      if (mark) line.marks.push({ sessionId: session.id, mark });
    }
    return line;
  });
}

async function enter(act: Act, held: TrainingClass, lines: readonly SheetLine[], language: Language) {
  const codes = lines.filter(({ fault }) => !fault).map(({ code }) => code);
  const officers = new Map((await act.em.find(Officer, { code: { $in: codes } })).map((officer) => [officer.code, officer]));
  const all = () => act.em.find(Enrolment, { trainingClass: held.id } as never);
  const hasLeft = ({ state }: Enrolment) => state === 'DECLINED' || state === 'WITHDRAWN';
  const listed = async () => new Map((await all()).flatMap((each) => (hasLeft(each) ? [] : [[each.officer.id, each] as const])));
  const left = new Set((await all()).filter(hasLeft).map(({ officer }) => officer.id));
  const before = await listed();
  // A sheet that was taken along earlier brings nobody back who has left the list meanwhile.
  const isGone = (officerId: string) => left.has(officerId) && !before.has(officerId);
  const faults = new Map<number, Message>();
  for (const line of lines) {
    if (line.fault) faults.set(line.row, line.fault);
    else if (!officers.has(line.code)) faults.set(line.row, { text: SHEET_TEXTS.unknownCode, values: { code: line.code } });
    else if (isGone(officers.get(line.code)!.id)) faults.set(line.row, { text: SHEET_TEXTS.hasLeft });
  }
  const note = (reasons: readonly Reason[], rowOf: (place: number) => number) => {
    for (const { path = [], message } of reasons) faults.set(rowOf(Number(path[1])), message);
  };

  const fresh = lines.filter(({ row, code }) => !faults.has(row) && !before.has(officers.get(code)!.id));
  const asked = fresh.map(({ code }, i) => ({
    officerId: officers.get(code)!.id,
    path: ['rows', String(i)],
    missing: { text: SHEET_TEXTS.unknownCode, values: { code } },
  }));
  if (asked.length > 0) note((await takeRequests(act, held, asked)).refused, (place) => fresh[place]!.row);
  const refusedRows = new Set(faults.keys());

  const now = await listed();
  const marks: (Mark & { row: number })[] = lines.flatMap(({ row, code, marks: entered }) => {
    const enrolment = faults.has(row) ? undefined : now.get(officers.get(code)!.id);
    return enrolment ? entered.map((mark) => ({ ...mark, enrolmentId: enrolment.id, row })) : [];
  });
  const seated = marks.filter(({ row, enrolmentId }) => {
    const isSeatedNow = isSeated([...now.values()].find(({ id }) => id === enrolmentId)!.state);
    if (!isSeatedNow) faults.set(row, { text: SHEET_TEXTS.waits });
    return isSeatedNow;
  });
  if (seated.length > 0) note(await applyMarks(act, held, seated), (place) => seated[place]!.row);
  act.unchanged();

  const rows = lines.map(({ row, code, marks: entered }): RosterRow => {
    const fault = faults.get(row);
    const officer = officers.get(code);
    const enrolment = officer && now.get(officer.id);
    const isNew = officer !== undefined && !before.has(officer.id);
    const outcome = !enrolment || refusedRows.has(row) ? 'REFUSED' : isNew ? (enrolment.state as RowOutcome) : 'ON_THE_LIST';
    const isEntered = enrolment !== undefined && isSeated(enrolment.state) && !fault;
    return {
      row,
      officerCode: code,
      fullName: officer?.fullName ?? null,
      outcome,
      marks: isEntered ? entered.length : 0,
      message: fault ? say(fault, language) : null,
    };
  });
  return {
    rows,
    added: rows.filter(({ outcome }) => ['ENROLLED', 'WAITLISTED', 'REQUESTED'].includes(outcome)).length,
    marks: rows.reduce((sum, row) => sum + row.marks, 0),
    refused: rows.filter(({ outcome, message }) => outcome === 'REFUSED' || message !== null).length,
  };
}
