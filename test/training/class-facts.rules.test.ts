import { expect, test } from '@jest/globals';
import { type ClassFacts, classFaults } from '../../server/training/class-facts.rules.js';

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 11, 1, hour, minute));
const session = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });
const sound: ClassFacts = { title: 'Thư điện tử căn bản', capacity: 30, passShare: 0.8, sessions: [session(1, 4)] };
const said = (facts: Partial<ClassFacts>) =>
  classFaults({ ...sound, ...facts }).map(({ code, path }) => `${code} ${path!.slice(1).join('.')}`);

test.each([
  ['a sound class', {}, []],
  ['no title', { title: '  ' }, ['REQUIRED title']],
  ['a title with a line end', { title: 'Một\nhai' }, ['INVALID title']],
  ['a place that is too long', { place: 'x'.repeat(201) }, ['INVALID place']],
  ['no seat', { capacity: 0 }, ['INVALID capacity']],
  ['more seats than a list can show', { capacity: 501 }, ['INVALID capacity']],
  ['half a seat', { capacity: 1.5 }, ['INVALID capacity']],
  ['no seat for an agency', { seatsPerAgency: 0 }, ['INVALID seatsPerAgency']],
  ['more seats for an agency than there are', { seatsPerAgency: 31 }, ['INVALID seatsPerAgency']],
  ['as many as there are', { seatsPerAgency: 30 }, []],
  ['no share', { passShare: 0 }, ['INVALID passShare']],
  ['more than all', { passShare: 1.01 }, ['INVALID passShare']],
  ['no number at all', { passShare: Number.NaN }, ['INVALID passShare']],
  ['no session', { sessions: [] }, ['REQUIRED sessions']],
  ['a session that ends when it starts', { sessions: [session(1, 1)] }, ['INVALID sessions.0.endsAt']],
  ['a session of seventeen hours', { sessions: [session(1, 18)] }, ['INVALID sessions.0.endsAt']],
  ['two sessions at once, the later named first', { sessions: [session(3, 6), session(1, 4)] }, ['INVALID sessions.0.startsAt']],
  ['one session after the other', { sessions: [session(4, 6), session(1, 4)] }, []],
  ['61 sessions', { sessions: Array.from({ length: 61 }, (_, i) => ({ startsAt: at(i), endsAt: at(i, 30) })) }, ['LIMIT sessions']],
  ['a cut-off after the class', { cutOffAt: at(5) }, ['INVALID cutOffAt']],
  ['a cut-off during the class', { cutOffAt: at(2) }, []],
  ['several at once', { title: '', capacity: 0 }, ['REQUIRED title', 'INVALID capacity']],
] as [string, Partial<ClassFacts>, string[]][])('%s', (_what, facts, expected) => {
  expect(said(facts)).toEqual(expected);
});
