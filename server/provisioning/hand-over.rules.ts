/**
 * How do orders reach a mail system that has no interface, and how is it learned what became of them? A file goes out, people carry the orders out, and
 * a file comes back that closes them: all of it, or nothing while one of its lines cannot be right.
 */
import { addDays, type Day, dayIn } from '../kernel/calendar.js';
import { csvText } from '../kernel/csv.rules.js';
import { dateIn, type Message, type Values } from '../kernel/language.js';
import { cleanText } from '../kernel/name.rules.js';
import { readSheet } from '../registry/spreadsheet.rules.js';
import { dayMeant, type HandOverOutcome, outcomeMeant } from './confirmation-words.rules.js';
import type { Operation } from './connector.js';
import { handOverFaultTexts as texts } from './hand-over.messages.js';

const COLUMNS = ['order_no', 'decision_no', 'operation', 'address', 'full_name', 'agency_code', 'effective_on'];
const CONFIRMATION_COLUMNS = ['order_no', 'outcome', 'done_at'];
const LONGEST_MESSAGE = 300;
const WORKING_DAYS = 3;
/** No calendar has so many days without work in a row. */
const LONGEST_WAIT_DAYS = 60;

/** An order as it stands in the file. */
export interface HandOverOrder {
  orderNo: string;
  decisionNo: string;
  operation: Operation;
  address: string;
  fullName: string;
  agencyCode: string;
  effectiveOn: Day;
}

/** The file that goes out: UTF-8 with a mark, RFC 4180, safe to be opened in a spreadsheet. */
export const handOverFile = (orders: readonly HandOverOrder[]): string =>
  csvText([
    COLUMNS,
    ...orders.map(({ orderNo, decisionNo, operation, address, fullName, agencyCode, effectiveOn }) => [
      orderNo,
      decisionNo,
      operation,
      address,
      fullName,
      agencyCode,
      effectiveOn,
    ]),
  ]);

/** An order that was handed over, as the registry knows it. */
export interface HandedOver {
  orderNo: string;
  address: string;
  issuedOn: Day;
  /** Set when it was closed before. */
  outcome?: HandOverOutcome;
}

export interface Confirmation {
  orderNo: string;
  outcome: HandOverOutcome;
  message?: string;
  /** Left out for a failure without a day. */
  doneOn?: Day;
}

export interface HandOverFault {
  /** Line of the file, from 1; 0 for the file as a whole. */
  line: number;
  message: Message;
}

export interface Confirmations {
  /** In the order of the file; empty where there are faults, so that a file is never applied in part. */
  confirmations: Confirmation[];
  faults: HandOverFault[];
  /** Lines without an outcome yet, and lines that only repeat what was confirmed before. */
  leftOpen: number;
  repeated: number;
}

/** What a spreadsheet added or csvCell put before a cell, and what no sentence needs, taken away. */
const cellText = (cell: string | undefined): string => cleanText((cell ?? '').replace(/[\p{Cc}\p{Cf}]+/gu, ' ')).replace(/^'/, '');

interface Row {
  line: number;
  orderNo: string;
  outcome: string;
  message: string;
  doneAt: string;
  /** Undefined where the file has no such column. */
  address: string | undefined;
}

const fault = ({ line }: Pick<Row, 'line'>, text: Message['text'], values: Values = {}): HandOverFault => ({
  line,
  message: { text, values },
});

/** What a row says, by itself: a confirmation, nothing yet, or what is wrong with it. */
function confirmationOf(row: Row, order: HandedOver, zone: string, today: Day): Confirmation | 'OPEN' | HandOverFault {
  const outcome = outcomeMeant(row.outcome);
  if (!outcome) return fault(row, texts.outcomeUnknown, { outcome: row.outcome });
  if (outcome === 'OPEN') return row.outcome === '' && (row.doneAt || row.message) ? fault(row, texts.outcomeMissing) : 'OPEN';
  const doneOn = row.doneAt ? dayMeant(row.doneAt, zone) : undefined;
  if (!row.doneAt && outcome === 'DONE') return fault(row, texts.dayMissing);
  if (row.doneAt && !doneOn) return fault(row, texts.dayBad, { day: row.doneAt });
  if (doneOn && doneOn > today) return fault(row, texts.dayFuture, { day: dateIn('vi', doneOn) });
  if (doneOn && doneOn < order.issuedOn)
    return fault(row, texts.dayEarly, { day: dateIn('vi', doneOn), issued: dateIn('vi', order.issuedOn) });
  const message = row.message.slice(0, LONGEST_MESSAGE);
  return { orderNo: order.orderNo, outcome, ...(message && { message }), ...(doneOn && { doneOn }) };
}

/** The order a row is about, or why it is about none. */
function orderOf(row: Row, orders: ReadonlyMap<string, HandedOver>): HandedOver | HandOverFault {
  if (!row.orderNo) return fault(row, texts.orderMissing);
  const order = orders.get(row.orderNo.toUpperCase());
  if (!order) return fault(row, texts.orderUnknown, { order: row.orderNo });
  const found = row.address?.toLowerCase();
  // Sorting one column of a spreadsheet alone confirms other people's orders.
  return found === undefined || found === '' || found === order.address
    ? order
    : fault(row, texts.otherAddress, { order: order.orderNo, expected: order.address, found });
}

const isFault = (value: object): value is HandOverFault => 'line' in value;

/**
 * Reads a file that came back. Comma, semicolon or tab, with or without a mark, columns in any order and more of them than needed, also those that
 * went out; a line without an outcome leaves its order open. `handedOver` are all orders of this mail system, closed ones too: a file that is sent
 * twice repeats, and one that says something else than before is refused.
 */
export function readConfirmations(
  bytes: Uint8Array,
  handedOver: readonly HandedOver[],
  { zone, now }: { zone: string; now: Date },
): Confirmations {
  const result: Confirmations = { confirmations: [], faults: [], leftOpen: 0, repeated: 0 };
  const sheet = readSheet(bytes, CONFIRMATION_COLUMNS);
  if ('refused' in sheet) return { ...result, faults: [{ line: 0, message: sheet.refused }] };
  const orders = new Map(handedOver.map((order) => [order.orderNo.toUpperCase(), order]));
  const today = dayIn(zone, now);
  const seen = new Map<string, { line: number; outcome: HandOverOutcome }>();
  for (const { line, cells = [], defect } of sheet.rows) {
    if (defect) {
      result.faults.push({ line, message: defect });
      continue;
    }
    const cell = (column: string): string => cellText(cells[sheet.columns.indexOf(column)]);
    const address = sheet.columns.includes('address') ? cell('address') : undefined;
    const row: Row = {
      line,
      orderNo: cell('order_no'),
      outcome: cell('outcome'),
      message: cell('message'),
      doneAt: cell('done_at'),
      address,
    };
    const order = orderOf(row, orders);
    const said = isFault(order) ? order : confirmationOf(row, order, zone, today);
    if (said === 'OPEN') result.leftOpen += 1;
    else if (isFault(said)) result.faults.push(said);
    else {
      const { orderNo, outcome } = said;
      const before = seen.get(orderNo);
      const closed = orders.get(orderNo.toUpperCase())!.outcome;
      if (before)
        result.faults.push(
          fault(row, before.outcome === outcome ? texts.twice : texts.contradictory, { order: orderNo, line: String(before.line) }),
        );
      else if (closed && closed !== outcome) result.faults.push(fault(row, texts.closedOtherwise, { order: orderNo }));
      else if (closed) result.repeated += 1;
      else result.confirmations.push(said);
      if (!before) seen.set(orderNo, { line, outcome });
    }
  }
  return result.faults.length > 0 ? { ...result, confirmations: [] } : result;
}

/** The last day on which an order that was handed over is in time: the third working day after that day, or after the one it takes effect if later. */
export function dueOn(handedOverOn: Day, effectiveOn: Day, isWorkingDay: (day: Day) => boolean): Day {
  let day = handedOverOn > effectiveOn ? handedOverOn : effectiveOn;
  for (let left = WORKING_DAYS, passed = 0; left > 0 && passed < LONGEST_WAIT_DAYS; passed += 1) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Whether nobody has confirmed in time what was handed over. */
export const isOverdue = (
  { handedOverOn, effectiveOn }: { handedOverOn: Day; effectiveOn: Day },
  today: Day,
  isWorkingDay: (day: Day) => boolean,
): boolean => today > dueOn(handedOverOn, effectiveOn, isWorkingDay);
