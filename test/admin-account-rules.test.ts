/** What the panel works out by itself about accounts: strength of a password, typed days, steps of an empty system, where an act leads. */
import { describe, expect, test } from '@jest/globals';
import { deviceName } from '../admin/account/device.js';
import { placeOf } from '../admin/audit/places.js';
import { type NounDocuments, listVariables } from '../admin/data/build-query.js';
import { isAnswerAbout, keptUnder } from '../admin/data/kept-under.js';
import type { Viewer } from '../admin/data/me.documents.js';
import { isUnderWay, stepsOf } from '../admin/start/steps.js';
import { dayOfWords } from '../admin/ui/day-words.js';
import { strengthOf } from '../admin/ui/strength.js';
import { SHORTEST_PASSWORD } from '../server/identity/password.rules.js';

const viewer = (rights: string[]): Viewer => ({
  id: 'me',
  name: 'Trần Thị Bình',
  email: null,
  roles: [],
  rights,
  isByCode: false,
  codeAbout: null,
  needsSecondFactor: false,
  officer: null,
  agency: null,
});

test('what one was told is kept for that one alone: not for the next, and not what nobody was told', () => {
  const keys = ['binh', 'cuong', undefined].map((who) => JSON.stringify(keptUnder('Account', 'vi', who, [{}])));
  expect(new Set(keys).size).toBe(3);
});

test('an answer about a record is found again by its question and its id', () => {
  const key = keptUnder('FindingFile', 'vi', 'binh', [{ id: 'f1' }]);
  expect([isAnswerAbout(key, 'FindingFile', 'f1'), isAnswerAbout(key, 'FindingFile', 'f2'), isAnswerAbout(key, 'Finding', 'f1')]).toEqual([
    true,
    false,
    false,
  ]);
});

describe('the strength of a password', () => {
  test.each([
    ['mười hai', 'SHORT'],
    ['aaaaaaaaaaaaaaaa', 'WEAK'],
    ['abcabcabcabcabc', 'WEAK'],
    ['meongutrenmai', 'WEAK'],
    ['meo ngu tren mai', 'FAIR'],
    ['con mèo ngủ trên mái nhà', 'STRONG'],
  ] as const)('%s is %s', (password, strength) => expect(strengthOf(password)).toBe(strength));

  test('the own name is not praised, a sentence with it in is', () => {
    const person = ['Nguyễn Thị Hồng Vân', 'van.nguyen@demo.example'];
    expect(strengthOf('NguyenThiHongVan2026!', person)).toBe('WEAK');
    expect(strengthOf('Nguyễn Thị Hồng Vân', person)).toBe('WEAK');
    expect(strengthOf('Vân thích trồng hoa giấy', person)).not.toBe('WEAK');
  });

  test('is SHORT exactly where the server refuses the length', () => {
    const letters = 'abcdefghijklmnop';
    expect(strengthOf(letters.slice(0, SHORTEST_PASSWORD - 1))).toBe('SHORT');
    expect(strengthOf(letters.slice(0, SHORTEST_PASSWORD))).not.toBe('SHORT');
  });
});

describe('a typed day', () => {
  test.each([
    ['23/11/2026', '2026-11-23'],
    [' 1/2/2027 ', '2027-02-01'],
    ['29-02-2028', '2028-02-29'],
    ['11/23/2026', null],
    ['31/04/2027', null],
    ['29/02/2027', null],
    ['2027-02-01', null],
    ['', null],
  ])('%s is %s', (words, day) => expect(dayOfWords(words)).toBe(day));
});

describe('the steps of an empty system', () => {
  const none = { agencies: { totalCount: 0 }, officers: { totalCount: 0 } };
  test('what the reader may not see is neither done nor open', () => {
    expect(stepsOf(none).map(({ isDone }) => isDone)).toEqual([false, false, undefined, undefined, undefined, undefined]);
    expect(isUnderWay(stepsOf(none))).toBe(false);
  });
  test('the list goes when every step is done', () => {
    const one = { totalCount: 1 };
    const all = {
      agencies: one,
      officers: one,
      evidenceSources: [{ id: 'x' }],
      evidenceImports: { nodes: [{ used: 3 }] },
      users: one,
      usagePolicies: [{ id: 'x' }],
      reviews: one,
    };
    expect(isUnderWay(stepsOf(all))).toBe(true);
    expect(isUnderWay(stepsOf({ ...all, reviews: { totalCount: 0 } }))).toBe(false);
    expect(isUnderWay(stepsOf({ ...all, users: { totalCount: 0 } }))).toBe(false);
  });
  test('a log of which no line was used is not the first log', () => {
    const log = (used: number) => stepsOf({ ...none, evidenceImports: { nodes: [{ used }] } }).find(({ name }) => name === 'log')?.isDone;
    expect([log(0), log(1)]).toEqual([false, true]);
  });
});

describe('where an act of the record leads', () => {
  test('to the page of its object, for those who may open it', () => {
    expect(placeOf('officer:a1', viewer(['officer.read']))).toBe('/officers/a1/show');
    expect(placeOf('officer:a1', viewer([]))).toBe(null);
    expect(placeOf('key:a1', viewer(['apiKey.read']))).toBe(null);
    expect(placeOf('officers', viewer(['officer.read']))).toBe(null);
  });
  test('about oneself, to the own account', () => {
    expect(placeOf('user:me', viewer([]))).toBe('/account');
    expect(placeOf('user:other', viewer([]))).toBe(null);
    expect(placeOf('user:me', viewer(['user.read']))).toBe('/users/me/show');
  });
});

test('a filter that is an argument of its own stands beside where, and is left out when empty', () => {
  const documents = { plural: 'users', ownArguments: ['role'] } as unknown as NounDocuments;
  expect(listVariables(documents, { filter: { role: ['ADMIN'], agencyId: 'a' } })).toMatchObject({
    role: ['ADMIN'],
    where: { agencyId: { eq: 'a' } },
  });
  expect(listVariables(documents, { filter: { role: '' } })).toEqual({ first: 25, offset: 0 });
});

test('a new passkey is offered a name a person knows the machine by', () => {
  expect(
    deviceName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0'),
  ).toBe('Edge, Windows');
});
