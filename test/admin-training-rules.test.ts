/** What the panel works out by itself about classes: which session is marked, which mark holds, what is kept and sent, seats, sheets, effects. */
import { describe, expect, test } from '@jest/globals';
import { byTime, nextSession, unmarkedBySession } from '../admin/classes/class.js';
import { type ClassDraft, emptyDraft, inputOf, isComplete } from '../admin/classes/class-draft.js';
import { bandsOf, flowsOf, improvedShare } from '../admin/classes/effect.js';
import { inGroup } from '../admin/classes/enrolment.js';
import { countPlaced } from '../admin/classes/placed.js';
import { byKind, kindOf } from '../admin/classes/roster-report.js';
import { inputsOf, rowsOf, withNext } from '../admin/classes/session-rows.js';
import { sessionToMark } from '../admin/classes/sessions.js';
import { placeIn, refusalsIn } from '../admin/data/refusals.js';
import { whereOf } from '../admin/data/build-query.js';
import { demandBars } from '../admin/demand/demand-by.js';
import { callsOf, caseOf, classOf, kindsOf, paragraphsOf } from '../admin/letters/letter.js';
import { markOfKey, placeAfter } from '../admin/roster/entry-keys.js';
import { byGivenName, matches } from '../admin/roster/name-order.js';
import { sheetPages } from '../admin/roster/sheet-pages.js';
import { clockOfWords, cityDay, momentOf } from '../admin/ui/city-time.js';
import { formatFor } from '../admin/ui/written.js';

const session = (id: string, startsAt: string, endsAt: string) => ({ id, startsAt, endsAt });
/** Morning of the 2nd, afternoon of the 2nd, morning of the 9th, in the city. */
const sessions = [
  session('c', '2026-12-09T01:00:00Z', '2026-12-09T04:30:00Z'),
  session('a', '2026-12-02T01:00:00Z', '2026-12-02T04:30:00Z'),
  session('b', '2026-12-02T06:30:00Z', '2026-12-02T10:00:00Z'),
];

describe('the clock of the city', () => {
  test.each([
    ['8h30', '08:30'],
    ['8:30', '08:30'],
    ['0830', '08:30'],
    ['8h', '08:00'],
    ['13g15', '13:15'],
    ['24:00', null],
    ['8:60', null],
    ['sáng', null],
    ['', null],
  ])('%s is %s', (words, clock) => expect(clockOfWords(words)).toBe(clock));

  test('a moment of late evening UTC is the next day in the city', () => {
    expect(cityDay('2026-12-01T18:00:00Z')).toBe('2026-12-02');
    expect(momentOf('2026-12-02', '08:30')).toBe('2026-12-02T01:30:00.000Z');
  });

  test('a session is written with its day once, and with both where it goes over midnight', () => {
    const { span } = formatFor('vi');
    expect(span('2026-12-02T01:00:00Z', '2026-12-02T04:30:00Z')).toBe('08:00–11:30 02/12/2026');
    expect(span('2026-12-02T15:00:00Z', '2026-12-02T18:00:00Z')).toBe('22:00 02/12/2026 – 01:00 03/12/2026');
  });
});

describe('the session that is marked', () => {
  test.each([
    ['long before, the first', '2026-11-01T00:00:00Z', 'a'],
    ['an hour before it begins', '2026-12-02T00:10:00Z', 'a'],
    ['while it is held', '2026-12-02T02:00:00Z', 'a'],
    ['at noon, the one that was', '2026-12-02T04:25:00Z', 'a'],
    ['soon before the afternoon, the afternoon', '2026-12-02T05:30:00Z', 'b'],
    ['in the evening, the last of the day', '2026-12-02T13:00:00Z', 'b'],
    ['days later, the last that began', '2026-12-05T00:00:00Z', 'b'],
    ['after all, the last', '2027-01-01T00:00:00Z', 'c'],
  ])('%s', (_, now, id) => expect(sessionToMark(sessions, new Date(now))?.id).toBe(id));
  test('a class without sessions has none', () => expect(sessionToMark([], new Date())).toBeUndefined());
});

describe('a trainer’s classes', () => {
  const held = (id: string, state: 'OPEN' | 'RUNNING' | 'COMPLETED', startsAt: string, endsAt: string) => ({
    id,
    state,
    startsAt,
    endsAt,
    sessions: [session(`${id}1`, startsAt, endsAt)],
  });
  test('stand as today’s, coming and not closed yet; closed ones are over', () => {
    const now = new Date('2026-12-02T02:00:00Z');
    const { today, coming, toClose } = byTime(
      [
        held('late', 'RUNNING', '2026-11-20T01:00:00Z', '2026-11-20T04:00:00Z'),
        held('next', 'OPEN', '2026-12-03T01:00:00Z', '2026-12-03T04:00:00Z'),
        held('this', 'RUNNING', '2026-12-02T01:00:00Z', '2026-12-02T04:00:00Z'),
        held('over', 'COMPLETED', '2026-12-02T01:00:00Z', '2026-12-02T04:00:00Z'),
      ],
      now,
    );
    expect([today, coming, toClose].map((list) => list.map(({ id }) => id))).toEqual([['this'], ['next'], ['late']]);
  });
  test('between two sessions a class is coming, not to be closed', () => {
    const between = { id: 'x', state: 'RUNNING' as const, startsAt: sessions[1]!.startsAt, endsAt: sessions[0]!.endsAt, sessions };
    expect(nextSession(between, new Date('2026-12-05T00:00:00Z'))?.id).toBe('c');
    expect(byTime([between], new Date('2026-12-05T00:00:00Z')).coming).toEqual([between]);
  });
  test('before it is closed, who bears no mark is counted in each session, of those with a seat', () => {
    const person = (state: string, ...marked: string[]) => ({
      state,
      attendance: marked.map((id) => ({ session: { id }, mark: 'PRESENT' })),
    });
    const roster = [person('ENROLLED', 'a', 'b', 'c'), person('ENROLLED', 'a'), person('WAITLISTED')];
    expect(unmarkedBySession(sessions, roster).map(({ session: { id }, count }) => [id, count])).toEqual([
      ['b', 1],
      ['c', 1],
    ]);
    expect(unmarkedBySession([sessions[1]!], roster)).toEqual([]);
  });
});

describe('writing a class', () => {
  test('the next session is a tap: the afternoon, a day or a week after the last, whichever row that is', () => {
    const rows = rowsOf(sessions);
    expect(withNext(rows, 'NEXT_WEEK', '2026-12-01').at(-1)).toMatchObject({ day: '2026-12-16', from: '08:00', to: '11:30' });
    expect(withNext(rows, 'NEXT_DAY', '2026-12-01').at(-1)).toMatchObject({ day: '2026-12-10' });
    expect(withNext(rows, 'AFTERNOON', '2026-12-01').at(-1)).toMatchObject({ day: '2026-12-09', from: '13:30', to: '17:00' });
    expect(withNext([], 'NEXT_DAY', '2026-12-01')).toMatchObject([{ day: '2026-12-08' }]);
  });
  test('rows never share a number, also after one was taken away', () => {
    const rows = withNext(rowsOf(sessions).slice(1), 'NEXT_DAY', '2026-12-01');
    expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length);
  });
  test('moved sessions keep their id, new ones have none', () => {
    const [first, ...others] = rowsOf(sessions);
    const inputs = inputsOf([{ ...first!, day: '2026-12-10' }, ...others, { row: 9, day: '2026-12-11', from: '08:00', to: '09:00' }]);
    expect(inputs[0]).toEqual({ id: 'c', startsAt: '2026-12-10T01:00:00.000Z', endsAt: '2026-12-10T04:30:00.000Z' });
    expect(inputs.at(-1)).not.toHaveProperty('id');
  });
  const draft = (over: Partial<ClassDraft> = {}): ClassDraft => ({ ...emptyDraft('2026-12-01'), title: 'Lớp', ...over });
  test.each([
    ['a title, seats and a session', {}, true],
    ['no title', { title: ' ' }, false],
    ['seats that are no number', { capacity: 'ba mươi' }, false],
    ['no session', { sessions: [] }, false],
    ['a session without hours', { sessions: [{ row: 0, day: '2026-12-08', from: '', to: '11:30' }] }, false],
    ['half a cut-off', { cutOffDay: '2026-12-07' }, false],
    ['a whole cut-off', { cutOffDay: '2026-12-07', cutOffClock: '17:00' }, true],
  ])('may be sent or not, with %s', (_, over, isWhole) => expect(isComplete(draft(over))).toBe(isWhole));
  test('what is empty is not sent', () => {
    const input = inputOf(draft({ seatsPerAgency: '3', cutOffDay: '2026-12-07', cutOffClock: '17:00' }));
    expect(input).toMatchObject({ capacity: 30, passShare: 0.8, seatsPerAgency: 3, cutOffAt: '2026-12-07T10:00:00.000Z' });
    expect(Object.keys(input)).not.toContain('place');
    expect(Object.keys(input)).not.toContain('trainerId');
  });
});

describe('who is where', () => {
  test('the queue in its order, others by time of request', () => {
    const row = (
      id: string,
      state: 'WAITLISTED' | 'ENROLLED' | 'REQUESTED',
      requestedAt: string,
      waitlistPosition: number | null = null,
    ) => ({
      id,
      state,
      requestedAt,
      waitlistPosition,
    });
    const roster = [row('2', 'WAITLISTED', '1', 2), row('x', 'ENROLLED', '9'), row('1', 'WAITLISTED', '5', 1), row('y', 'ENROLLED', '3')];
    expect(inGroup(roster, 'WAITLISTED').map(({ id }) => id)).toEqual(['1', '2']);
    expect(inGroup(roster, 'SEATED').map(({ id }) => id)).toEqual(['y', 'x']);
  });
  test('what became of a request is counted', () => {
    const placed = (['ENROLLED', 'ENROLLED', 'WAITLISTED'] as const).map((state) => ({ state }));
    expect(countPlaced(placed)).toEqual({ enrolled: 2, waitlisted: 1, requested: 0 });
  });
  test('Vietnamese names stand by given name; words are found without diacritics, from their beginning', () => {
    const names = ['Trần Văn Đạt', 'Nguyễn Thị An', 'Lê Ánh', 'Hồ Diệp', 'Phan Đình An'];
    expect([...names].sort(byGivenName)).toEqual(['Nguyễn Thị An', 'Phan Đình An', 'Lê Ánh', 'Hồ Diệp', 'Trần Văn Đạt']);
    expect(['dat tran', 'đạt', 'ăt', 'dat le'].map((words) => matches('Trần Văn Đạt', words))).toEqual([true, true, false, false]);
  });
});

describe('many at once', () => {
  const error = (message: string, ...path: string[]) => ({ code: 'INVALID', message, path, rule: null });
  test('refusals are found by their place, however deep they point', () => {
    expect(placeIn(['marks', '3', 'enrolmentId'])).toBe(3);
    expect([...refusalsIn([error('no', 'officerIds', '2')])]).toEqual([[2, 'no']]);
  });
  test('an error of the whole input refuses all', () => expect(() => refusalsIn([error('no', 'classId')])).toThrow('no'));
  test('several ids are asked for together', () => {
    expect(whereOf({ id: ['a', 'b'], agencyId: 'c', state: ['OPEN'] })).toEqual({
      id: { in: ['a', 'b'] },
      agencyId: { eq: 'c' },
      state: ['OPEN'],
    });
  });
});

describe('demand', () => {
  const place = (id: string) => ({ id, name: id, nameEn: null });
  const figure = (agency: string, district: string | null, officers: number, leaders: number) => ({
    agency: place(agency),
    district: district ? place(district) : null,
    officers,
    leaders,
  });
  const figures = [figure('A', 'Q1', 3, 1), figure('B', 'Q1', 4, 0), figure('C', null, 5, 2)];
  const bars = (by: 'agency' | 'district') => demandBars(figures, by, ({ name }) => name, 'city');
  test('by agency, the most first', () => expect(bars('agency').map(({ name }) => name)).toEqual(['C', 'B', 'A']));
  test('by district they are added up, and bodies of the city stand together', () => {
    expect(bars('district').map(({ name, officers, leaders }) => [name, officers, leaders])).toEqual([
      ['Q1', 7, 1],
      ['city', 5, 2],
    ]);
  });
});

describe('effect', () => {
  const person = (tierBefore: 'NEVER' | 'IRREGULAR', tierAfter: 'NEVER' | 'REGULAR' | null, state = 'COMPLETED') => ({
    state,
    tierBefore,
    tierAfter,
  });
  const flows = flowsOf([
    person('NEVER', 'REGULAR'),
    person('IRREGULAR', 'REGULAR'),
    person('NEVER', 'NEVER'),
    person('NEVER', 'REGULAR'),
    person('NEVER', null),
    person('NEVER', 'REGULAR', 'NO_SHOW'),
  ]);
  test('counts those who completed it and were reviewed before and after', () => {
    expect(flows.map(({ from, to, count }) => [from, to, count])).toEqual([
      ['IRREGULAR', 'REGULAR', 1],
      ['NEVER', 'REGULAR', 2],
      ['NEVER', 'NEVER', 1],
    ]);
  });
  test('bands leave at the left in order of before and arrive at the right in order of after, none over another', () => {
    expect(bandsOf(flows).map(({ left, right, count }) => [left, right, count])).toEqual([
      [0, 0, 1],
      [1, 1, 2],
      [3, 3, 1],
    ]);
  });
  test('nobody compared is no share of nought', () => {
    const none = { completed: 3, assessedBefore: 0, assessedAfter: 0, improved: 0, unchanged: 0, worsened: 0 };
    const rest = { regularBefore: 0, regularAfter: 0, usingBefore: 0, usingAfter: 0 };
    expect(improvedShare({ ...none, ...rest })).toBeNull();
    expect(improvedShare({ ...none, ...rest, improved: 1, unchanged: 3 })).toBe(0.25);
  });
});

describe('a list that was filled in', () => {
  const row = (number: number, outcome: 'ON_THE_LIST' | 'ENROLLED' | 'REFUSED', marks = 0, message: string | null = null) => ({
    row: number,
    officerCode: 'X',
    fullName: null,
    outcome,
    marks,
    message,
  });
  test('shows what needs attention first', () => {
    const rows = [
      row(1, 'ON_THE_LIST'),
      row(2, 'ON_THE_LIST', 2),
      row(3, 'ENROLLED'),
      row(4, 'REFUSED', 0, 'no'),
      row(5, 'ON_THE_LIST', 1, 'no'),
    ];
    expect(byKind(rows).map((one) => [one.row, kindOf(one)])).toEqual([
      [4, 'REFUSED'],
      [5, 'REFUSED'],
      [3, 'ADDED'],
      [2, 'MARKED'],
      [1, 'SAME'],
    ]);
  });
});

describe('the sheet on paper', () => {
  test.each([
    [1, [1]],
    [2, [2]],
    [6, [6]],
    [7, [4, 3]],
    [13, [5, 5, 3]],
    [0, []],
  ])('%i sessions stand on pages of %j', (count, sizes) => {
    const pages = sheetPages(Array.from({ length: count }, (_, index) => index));
    expect(pages.map((page) => page.sessions.length)).toEqual(sizes);
    expect(pages.flatMap((page) => page.sessions)).toHaveLength(count);
    for (const page of pages) expect(page.sessions[0]).toBe(page.from - 1);
  });
  test('entering it, a mark goes down and on to the next column; arrows stop at the edges', () => {
    const go = (key: string, row: number, column: number) => placeAfter(key, { row, column }, 3, 2);
    expect(go('next', 0, 0)).toEqual({ row: 1, column: 0 });
    expect(go('next', 2, 0)).toEqual({ row: 0, column: 1 });
    expect(go('next', 2, 1)).toEqual({ row: 2, column: 1 });
    expect(go('ArrowUp', 0, 1)).toEqual({ row: 0, column: 1 });
    expect(go('ArrowRight', 1, 0)).toEqual({ row: 1, column: 1 });
    expect(go('x', 1, 0)).toBeNull();
  });
  test('letters of the language and numbers are marks', () => {
    const letters = { PRESENT: 'C', LATE: 'M', EXCUSED: 'P', ABSENT: 'V' };
    expect(['c', 'M', 'p', 'v', '1', '4', '5', 'a'].map((key) => markOfKey(key, letters))).toEqual([
      'PRESENT',
      'LATE',
      'EXCUSED',
      'ABSENT',
      'PRESENT',
      'ABSENT',
      undefined,
      undefined,
    ]);
  });
});

describe('letters', () => {
  test('are counted by kind, the most first, and lead to the case they are about', () => {
    const kinds = ['b', 'a', 'b'].map((kind) => ({ kind, kindName: kind.toUpperCase() }));
    expect(kindsOf(kinds)).toEqual([
      { kind: 'b', name: 'B', count: 2 },
      { kind: 'a', name: 'A', count: 1 },
    ]);
    expect(caseOf('decision:42')).toBe('42');
    expect(caseOf('enrolment:42')).toBeUndefined();
  });

  test('have paragraphs where an empty line is', () => expect(paragraphsOf('Kính gửi:\n\nMời dự.\n \nTrân trọng.\nTổ')).toHaveLength(3));
  test('lead to their class by the enrolment they name', () => {
    const officer = { id: 'o', enrolments: [{ id: 'e1', trainingClass: { id: 'c1' } }] };
    expect(classOf({ about: 'enrolment:e1', officer })?.id).toBe('c1');
    expect(classOf({ about: 'enrolment:e2', officer })).toBeUndefined();
    expect(classOf({ about: 'decision:e1', officer })).toBeUndefined();
  });
  test('somebody is called once about a matter', () => {
    const letter = (id: string, officer: string, about: string) => ({ id, officer: { id: officer }, about });
    expect(
      callsOf([letter('1', 'a', 'x'), letter('2', 'a', 'x'), letter('3', 'a', 'y'), letter('4', 'b', 'x')]).map(({ id }) => id),
    ).toEqual(['1', '3', '4']);
  });
});
