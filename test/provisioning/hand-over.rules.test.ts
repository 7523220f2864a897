import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WorkingCalendar } from '../../server/kernel/calendar.js';
import { handOverFaultTexts as texts } from '../../server/provisioning/hand-over.messages.js';
import {
  dueOn,
  type HandedOver,
  handOverFile,
  type HandOverOrder,
  isOverdue,
  readConfirmations,
} from '../../server/provisioning/hand-over.rules.js';
import { readSheet } from '../../server/registry/spreadsheet.rules.js';
import { inFull } from '../support/in-full.js';

const NOW = { zone: 'Asia/Ho_Chi_Minh', now: new Date('2026-11-25T03:00:00Z') };
const ORDERS: HandedOver[] = ['HT26-1', 'HT26-2', 'HT26-3', 'HT26-4'].map((orderNo, i) => ({
  orderNo,
  address: `u${i + 1}@city.example`,
  issuedOn: '2026-11-20',
}));
const CLOSED: HandedOver[] = [
  { orderNo: 'HT26-8', address: 'u8@city.example', issuedOn: '2026-11-20', outcome: 'DONE' },
  { orderNo: 'HT26-9', address: 'u9@city.example', issuedOn: '2026-11-20', outcome: 'FAILED' },
];
const read = (text: string, orders: HandedOver[] = [...ORDERS, ...CLOSED]) => readConfirmations(Buffer.from(text), orders, NOW);
const file = (...rows: string[]): string => ['order_no,outcome,message,done_at', ...rows].join('\n');
const nameOf = (text: unknown): string => Object.entries(texts).find(([, each]) => each === text)?.[0] ?? 'another';
const faultsOf = (text: string): string[] => read(text).faults.map(({ line, message }) => `${line} ${nameOf(message.text)}`);

const ORDER: HandOverOrder = {
  orderNo: 'HT26-1',
  decisionNo: '42/QĐ-UBND',
  operation: 'REVOKE',
  address: 'lan@city.example',
  fullName: 'Nguyễn Thị Lan',
  agencyCode: 'SNV',
  effectiveOn: '2026-11-23',
};

describe('the file that goes out', () => {
  test('is what spreadsheets open', () => {
    expect(handOverFile([ORDER])).toBe(
      '\ufefforder_no,decision_no,operation,address,full_name,agency_code,effective_on\r\n' +
        'HT26-1,42/QĐ-UBND,REVOKE,lan@city.example,Nguyễn Thị Lan,SNV,2026-11-23\r\n',
    );
  });

  test('has no cell that a spreadsheet would calculate, and keeps its rows whole', () => {
    const fullName = '=HYPERLINK("http://evil.example";"Lan")\nB';
    const text = handOverFile([{ ...ORDER, address: '+lan@city.example', fullName }]);
    const sheet = readSheet(Buffer.from(text), ['order_no']);
    expect('rows' in sheet && sheet.rows.map(({ cells }) => [cells![3], cells![4]])).toEqual([["'+lan@city.example", `'${fullName}`]]);
  });

  test('comes back filled in as it went out', () => {
    const orders = ORDERS.map(({ orderNo, address }) => ({ ...ORDER, orderNo, address: `+${address}` }));
    const known = orders.map(({ orderNo, address }): HandedOver => ({ orderNo, address, issuedOn: '2026-11-20' }));
    const [header, ...rows] = handOverFile(orders).trim().split('\r\n');
    const back = [`${header},outcome,done_at`, ...rows.map((row, i) => `${row},${i % 2 ? 'lỗi' : 'xong'},24/11/2026`)].join('\r\n');
    const { confirmations, faults } = read(back, known);
    expect(faults).toEqual([]);
    expect(confirmations.map(({ orderNo, outcome }) => `${orderNo} ${outcome}`)).toEqual([
      'HT26-1 DONE',
      'HT26-2 FAILED',
      'HT26-3 DONE',
      'HT26-4 FAILED',
    ]);
  });
});

describe('the file that comes back', () => {
  test('closes orders', () => {
    expect(
      read(
        file(
          'HT26-1,done,,2026-11-24',
          'HT26-2,Lỗi,"máy chủ, tạm dừng",24/11/2026 9:05',
          'HT26-3,failed,,',
          'HT26-4,,,',
          'HT26-8,xong,,23/11/2026',
        ),
      ),
    ).toEqual({
      confirmations: [
        { orderNo: 'HT26-1', outcome: 'DONE', doneOn: '2026-11-24' },
        { orderNo: 'HT26-2', outcome: 'FAILED', message: 'máy chủ, tạm dừng', doneOn: '2026-11-24' },
        { orderNo: 'HT26-3', outcome: 'FAILED' },
      ],
      faults: [],
      leftOpen: 1,
      repeated: 1,
    });
  });

  test.each([
    [
      'semicolons and a mark, as Vietnamese spreadsheets write',
      '\ufefforder_no;outcome;message;done_at\r\nHT26-1;Đã thực hiện;;24/11/2026\r\n',
    ],
    ['tabs', 'order_no\toutcome\tmessage\tdone_at\nHT26-1\tdone\t\t24/11/2026'],
    ['columns in another order, without a message', 'done_at,order_no,outcome\n24/11/2026,HT26-1,done'],
    ['capitals, spaces and apostrophes', 'Order_No , OUTCOME,done_at\n" \'ht26-1 ",Done ,24/11/2026'],
    ['empty lines and cells', `${file('HT26-1,done,,24/11/2026', '', ',,,', '  ,,,')}\n\n`],
    ['the address in capitals', 'order_no,address,outcome,done_at\nHT26-1,U1@City.Example,done,24/11/2026'],
    ['today', file('HT26-1,done,,25/11/2026')],
    ['the day of the order', file('HT26-1,done,,20/11/2026')],
  ])('%s', (_, text) => {
    const { confirmations, faults } = read(text);
    expect(faults).toEqual([]);
    expect(confirmations).toMatchObject([{ orderNo: 'HT26-1', outcome: 'DONE' }]);
  });

  test.each<[string, string[], string[]]>([
    ['an order that is unknown', ['HT26-7,done,,24/11/2026'], ['2 orderUnknown']],
    ['no order', [',done,,24/11/2026'], ['2 orderMissing']],
    ['a word that is not understood', ['HT26-1,maybe,,24/11/2026'], ['2 outcomeUnknown']],
    ['no outcome, but a day', ['HT26-1,,,24/11/2026'], ['2 outcomeMissing']],
    ['no outcome, but a message', ['HT26-1,,hỏng,'], ['2 outcomeMissing']],
    ['no day', ['HT26-1,done,,'], ['2 dayMissing']],
    ['no such day', ['HT26-1,done,,31/11/2026'], ['2 dayBad']],
    ['the month first', ['HT26-1,done,,11/24/2026'], ['2 dayBad']],
    ['a day to come', ['HT26-1,done,,26/11/2026'], ['2 dayFuture']],
    ['a day before the order', ['HT26-1,done,,19/11/2026'], ['2 dayEarly']],
    ['the same twice', ['HT26-1,done,,24/11/2026', 'ht26-1,xong,,24/11/2026'], ['3 twice']],
    ['both', ['HT26-1,done,,24/11/2026', 'HT26-1,lỗi,,24/11/2026'], ['3 contradictory']],
    ['otherwise than before', ['HT26-8,lỗi,,24/11/2026', 'HT26-9,xong,,24/11/2026'], ['2 closedOtherwise', '3 closedOtherwise']],
    ['too few cells', ['HT26-1,done'], ['2 another']],
    ['a quote that is not closed', ['HT26-1,done,"x,24/11/2026'], ['2 another']],
    [
      'several, each on its line',
      ['HT26-1,done,,24/11/2026', 'x,done,,24/11/2026', 'HT26-2,?,,24/11/2026'],
      ['3 orderUnknown', '4 outcomeUnknown'],
    ],
  ])('%s: nothing of it is applied', (_, rows, faults) => {
    const whole = file(...rows, 'HT26-4,done,,24/11/2026');
    expect(faultsOf(whole)).toEqual(faults);
    expect(read(whole).confirmations).toEqual([]);
  });

  test('rows of which one column was sorted alone are noticed', () => {
    const text = 'order_no,address,outcome,done_at\nHT26-1,u2@city.example,done,24/11/2026\nHT26-2,u1@city.example,done,24/11/2026';
    expect(faultsOf(text)).toEqual(['2 otherAddress', '3 otherAddress']);
  });

  test.each([
    ['nothing', ''],
    ['a workbook', 'PK\x03\x04 not text'],
    ['a column is missing', 'order_no,outcome\nHT26-1,done'],
  ])('%s: the file as a whole is refused', (_, text) => {
    expect(read(text)).toMatchObject({ confirmations: [], faults: [{ line: 0 }] });
    expect(read(text).faults).toHaveLength(1);
  });

  test('a message is one short line', () => {
    const [confirmation] = read(file(`HT26-1,lỗi,"một\nhai\u0000\u202e ${'x'.repeat(400)}",`)).confirmations;
    expect(confirmation!.message).toMatch(/^một hai x+$/);
    expect(confirmation!.message).toHaveLength(300);
  });

  test('whatever comes back: no fault and no order twice, or nothing at all', () => {
    const cell = fc.constantFrom(
      'HT26-1',
      'HT26-2',
      'HT26-8',
      'x',
      'done',
      'lỗi',
      '',
      '24/11/2026',
      '2026-11-30',
      '"',
      ';',
      'chưa',
      "'HT26-3",
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 5 }), { maxLength: 6 }), (rows) => {
        const { confirmations, faults } = read(file(...rows.map((row) => row.join(','))));
        expect(confirmations.length === 0 || faults.length === 0).toBe(true);
        const numbers = confirmations.map(({ orderNo }) => orderNo);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers.every((number) => ORDERS.some(({ orderNo }) => orderNo === number))).toBe(true);
      }),
      { numRuns: inFull(5_000, 500) },
    );
  });
});

describe('what is overdue', () => {
  const calendar = new WorkingCalendar(['2026-11-24'], ['2026-11-28']);
  const isWorkingDay = (day: string): boolean => calendar.isWorkingDay(day);

  test.each([
    ['2026-11-16', '2026-11-16', '2026-11-19'],
    ['2026-11-19', '2026-11-01', '2026-11-25'],
    ['2026-11-21', '2026-11-21', '2026-11-26'],
    ['2026-11-26', '2026-11-26', '2026-11-30'],
    ['2026-11-16', '2026-12-01', '2026-12-04'],
  ])('handed over on %s, in effect on %s: due on %s', (handedOverOn, effectiveOn, due) =>
    expect(dueOn(handedOverOn, effectiveOn, isWorkingDay)).toBe(due),
  );

  test.each([
    ['2026-11-19', false],
    ['2026-11-20', true],
  ])('on %s: %p', (today, isLate) =>
    expect(isOverdue({ handedOverOn: '2026-11-16', effectiveOn: '2026-11-16' }, today, isWorkingDay)).toBe(isLate),
  );

  test('a calendar without work does not wait for ever', () => expect(dueOn('2026-11-16', '2026-11-16', () => false)).toBe('2027-01-15'));
});
