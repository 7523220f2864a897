/** What the panel works out by itself: marks of days, the gap between leaders and staff, the coverage strip, variables, files, ways of writing. */
import { describe, expect, test } from '@jest/globals';
import { stripDays } from '../admin/dashboard/coverage-days.js';
import type { CoverageDay, RankedAgency } from '../admin/dashboard/documents.js';
import { rank } from '../admin/dashboard/ranking.js';
import { type NounDocuments, listVariables, whereOf } from '../admin/data/build-query.js';
import { Fault, toFault } from '../admin/data/faults.js';
import { type EvidenceDay, calendarDays } from '../admin/ui/calendar-days.js';
import { csvOf } from '../admin/ui/csv.js';
import { type TierFigures, staffOf } from '../admin/ui/tiers.js';
import { formatFor } from '../admin/ui/written.js';

const day = (over: Partial<EvidenceDay> = {}): EvidenceDay => ({
  date: '2026-11-23',
  sent: 0,
  read: 0,
  logins: 0,
  received: 0,
  forwarded: 0,
  polled: false,
  isDayOfUse: false,
  isWorkingDay: true,
  isHeld: true,
  isCovered: true,
  isExcused: false,
  ...over,
});

describe('the evidence calendar', () => {
  test.each([
    ['nothing', {}, 'NO_USE'],
    ['only received and forwarded (E-4)', { received: 9, forwarded: 9 }, 'NO_USE'],
    ['logins alone (E-3)', { logins: 3 }, 'LOGIN_ONLY'],
    ['polling (E-5)', { logins: 288, polled: true }, 'LOGIN_ONLY'],
    ['read', { read: 1, isDayOfUse: true }, 'USE'],
    ['logins where the policy counts them', { logins: 1, isDayOfUse: true }, 'USE'],
    ['read on a day not covered (E-8)', { read: 1, isCovered: false }, 'NOT_COVERED'],
    ['excused', { isExcused: true, isCovered: false }, 'EXCUSED'],
  ] as const)('%s is marked %s', (_, facts, mark) => expect(calendarDays([day(facts)])[0]!.mark).toBe(mark));

  test('a day out of post or without a mailbox is outside, whatever else is known of it', () => {
    expect(calendarDays([day({ isHeld: false, isCovered: false, isExcused: true })])[0]!.mark).toBe('OUTSIDE');
  });

  test('weeks begin on Monday', () => {
    const days = calendarDays(['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-30'].map((date) => day({ date })));
    expect(days.map(({ weekday, week }) => [weekday, week])).toEqual([
      [5, 0],
      [6, 0],
      [0, 1],
      [0, 2],
    ]);
  });

  test('more mail is darker', () => {
    const strengths = [0, 1, 3, 4, 11, 12].map((read) => calendarDays([day({ read })])[0]!.strength);
    expect(strengths).toEqual([0, 1, 1, 2, 2, 3]);
  });
});

const figures = (regular: number, irregular: number, never: number, notAssessed = 0): TierFigures => {
  const assessed = regular + irregular + never;
  return {
    regular,
    irregular,
    never,
    notAssessed,
    assessed,
    regularShare: assessed ? regular / assessed : null,
    usingShare: assessed ? (regular + irregular) / assessed : null,
  };
};

const usage = (all: TierFigures, leaders: TierFigures) => ({
  officers: all.assessed + all.notAssessed,
  withMailbox: 0,
  coverage: 1,
  all,
  leaders,
});

describe('leaders and staff', () => {
  test('staff are all less the leaders, and shares are of those assessed (T-6)', () => {
    expect(staffOf(usage(figures(50, 10, 40, 5), figures(1, 1, 8, 2)))).toEqual(figures(49, 9, 32, 3));
    expect(staffOf(usage(figures(1, 0, 0), figures(1, 0, 0))).usingShare).toBeNull();
  });

  test('the agencies are ranked by leaders, and marked where leaders are 20 points or more below staff', () => {
    const agency = (code: string, all: TierFigures, leaders: TierFigures): RankedAgency => ({
      id: code,
      code,
      name: code,
      nameEn: null,
      usage: usage(all, leaders),
    });
    const ranks = rank([
      agency('jam', figures(50, 0, 60), figures(0, 0, 10)),
      agency('good', figures(90, 0, 20), figures(9, 0, 1)),
      agency('edge', figures(75, 0, 35), figures(5, 0, 5)),
      agency('below', figures(74, 0, 36), figures(5, 0, 5)),
      agency('nobody', figures(10, 0, 0), figures(0, 0, 0, 3)),
      { id: 'none', code: 'none', name: 'none', nameEn: null, usage: null },
    ]);
    expect(ranks.map(({ agency: { code }, isJammed }) => [code, isJammed])).toEqual([
      ['good', false],
      ['below', false],
      ['edge', true],
      ['jam', true],
      ['nobody', false],
    ]);
  });
});

test('the coverage strip shows days without any row, and days with only a part of the sources', () => {
  const row = (date: string, over: Partial<CoverageDay> = {}): CoverageDay => ({
    date,
    source: 'a',
    mailDomain: 'x',
    mailboxesSeen: 5,
    isThin: false,
    isCovered: true,
    ...over,
  });
  const days = stripDays(
    [row('2026-11-01'), row('2026-11-01', { source: 'b' }), row('2026-11-02'), row('2026-11-04', { isThin: true, isCovered: false })],
    '2026-11-01',
    '2026-11-04',
  );
  expect(days.map(({ state, covered, mailboxes }) => [state, covered, mailboxes])).toEqual([
    ['FULL', 2, 10],
    ['PART', 1, 5],
    ['NONE', 0, 0],
    ['THIN', 0, 5],
  ]);
});

describe('asking the server', () => {
  const documents = { plural: 'officers', singular: 'officer', sortable: { fullName: 'FULL_NAME' } } as unknown as NounDocuments;

  test('page, words, filter and order become variables', () => {
    const request = {
      pagination: { page: 3, perPage: 50 },
      sort: { field: 'fullName', order: 'DESC' as const },
      filter: { q: ' an ', agencyId: 'a1', tier: ['NEVER'], isLeader: false },
    };
    expect(listVariables(documents, request)).toEqual({
      first: 50,
      offset: 100,
      search: 'an',
      where: { agencyId: { eq: 'a1' }, tier: ['NEVER'], isLeader: false },
      orderBy: [{ field: 'FULL_NAME', direction: 'DESC' }],
    });
  });

  test('what is empty and what cannot be sorted by is left out, and no page is longer than 100', () => {
    const request = {
      pagination: { page: 1, perPage: 1000 },
      sort: { field: 'tier', order: 'ASC' as const },
      filter: { q: '', tier: [], agencyId: '' },
    };
    expect(listVariables(documents, request)).toEqual({ first: 100, offset: 0 });
    expect(whereOf({})).toBeUndefined();
  });

  test.each([
    ['an answer', { errors: [{ extensions: { code: 'FORBIDDEN' } }] }, 'FORBIDDEN'],
    [
      'an answer with a state of HTTP',
      Object.assign(new Error('401'), { statusCode: 401, result: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } }),
      'UNAUTHENTICATED',
    ],
    ['an unknown code', { errors: [{ extensions: { code: 'SOMETHING' } }] }, 'INTERNAL_SERVER_ERROR'],
    ['no connection', new TypeError('Failed to fetch'), 'OFFLINE'],
    ['no answer in GraphQL', Object.assign(new Error('502'), { statusCode: 502, result: '' }), 'INTERNAL_SERVER_ERROR'],
    ['a fault already', new Fault('TOO_FAR'), 'TOO_FAR'],
  ])('%s is told by its code', (_, error, code) => expect(toFault(error).code).toBe(code));
});

test('a file holds commas, quotation marks and lines, and no formula', () => {
  expect(
    csvOf(
      ['Tên', 'Số'],
      [
        ['Sở "A", B', 1.5],
        ['=1+1', -2],
        [null, undefined],
      ],
    ),
  ).toBe('Tên,Số\r\n"Sở ""A"", B",1.5\r\n\'=1+1,-2\r\n,');
});

test('days, moments, numbers and shares are written as the city writes them', () => {
  const vi = formatFor('vi');
  expect([
    vi.number(12_993),
    vi.share(0.534),
    vi.share(null),
    vi.points(0.128),
    vi.day('2026-11-23'),
    vi.moment('2026-11-22T18:05:00Z'),
  ]).toEqual(['12.993', '53,4\u00a0%', '–', '12,8', '23/11/2026', '01:05 23/11/2026']);
  const en = formatFor('en');
  expect([en.number(12_993), en.share(0.534), en.day('2026-11-23')]).toEqual(['12,993', '53.4%', '23/11/2026']);
});
