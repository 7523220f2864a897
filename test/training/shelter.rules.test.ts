import { describe, expect, test } from '@jest/globals';
import { WorkingCalendar } from '../../server/kernel/calendar.js';
import { shelterBy, type ShelteringEnrolment, shelterOf } from '../../server/training/shelter.rules.js';
import { ENROLMENT_STATES } from '../../server/training/vocabulary.js';

const calendar = new WorkingCalendar(['2027-01-01'], []);
const enrolment = (facts: Partial<ShelteringEnrolment> = {}): ShelteringEnrolment => ({
  id: 'e',
  state: 'ENROLLED',
  findingId: 'f',
  isSheltering: true,
  requestedOn: '2026-11-02',
  completedOn: null,
  graceDays: null,
  ...facts,
});
const completed = (completedOn: string, graceDays: number) => enrolment({ state: 'COMPLETED', completedOn, graceDays });

describe('what shelters from revocation and exclusion (TR-3)', () => {
  const on = '2026-11-10';
  test.each([
    ['REQUESTED', { reason: 'REQUESTED', until: '2026-12-02' }],
    ['WAITLISTED', { reason: 'WAITLISTED', until: null }],
    ['ENROLLED', { reason: 'ENROLLED', until: null }],
    ['DECLINED', null],
    ['WITHDRAWN', null],
    ['COMPLETED', { reason: 'GRACE', until: '2026-12-09' }],
    ['INCOMPLETE', null],
    ['NO_SHOW', null],
  ] as const)('%s', (state, expected) => {
    const facts = state === 'COMPLETED' ? completed('2026-11-09', 30) : enrolment({ state });
    const shelter = shelterBy(facts, on, calendar);
    expect(shelter && { reason: shelter.reason, until: shelter.until }).toEqual(expected);
  });

  test('every state is in the table above', () => expect(ENROLMENT_STATES).toHaveLength(8));

  test('a request shelters for 30 days, the day of asking not counted, and no longer', () => {
    const request = enrolment({ state: 'REQUESTED', requestedOn: '2026-11-02' });
    expect(shelterBy(request, '2026-12-02', calendar)?.reason).toBe('REQUESTED');
    expect(shelterBy(request, '2026-12-03', calendar)).toBeNull();
  });

  test('a period that ends on a day off ends on the next working day (L-1)', () => {
    // The 30th day after 2026-11-06 is Sunday, 2026-12-06.
    expect(shelterBy(enrolment({ state: 'REQUESTED', requestedOn: '2026-11-06' }), '2026-12-07', calendar)?.until).toBe('2026-12-07');
    // The 30th day after 2026-12-02 is Friday, 2027-01-01: a holiday, and a weekend after it.
    expect(shelterBy(completed('2026-12-02', 30), '2027-01-04', calendar)?.until).toBe('2027-01-04');
    expect(shelterBy(completed('2026-12-02', 30), '2027-01-05', calendar)).toBeNull();
  });

  test('the grace after a completed class ends at its day, and a policy without grace gives none', () => {
    expect(shelterBy(completed('2026-11-09', 30), '2026-12-09', calendar)?.reason).toBe('GRACE');
    expect(shelterBy(completed('2026-11-09', 30), '2026-12-10', calendar)).toBeNull();
    expect(shelterBy(completed('2026-11-09', 0), '2026-11-09', calendar)).toBeNull();
  });
});

describe('one sheltering request a finding (TR-3)', () => {
  const today = '2026-11-10';
  const of = (enrolments: ShelteringEnrolment[], latest: string | null = 'f') =>
    shelterOf(enrolments, latest, today, calendar)?.enrolmentId ?? null;

  test('the second request for a finding shelters no more', () => {
    expect(of([enrolment({ id: 'first', state: 'WITHDRAWN' }), enrolment({ id: 'second', isSheltering: false })])).toBeNull();
  });

  test('the first one does, as long as it lasts', () => {
    expect(of([enrolment({ id: 'first' }), enrolment({ id: 'second', isSheltering: false })])).toBe('first');
  });

  test('a seat from before the latest finding shelters for it too, while it lasts', () => {
    const old = enrolment({ id: 'old', findingId: 'earlier', isSheltering: false });
    expect(of([old])).toBe('old');
    expect(of([{ ...old, state: 'WITHDRAWN' }])).toBeNull();
    expect(of([{ ...old, findingId: null }])).toBe('old');
  });

  test('but not beside the request that the latest finding has of its own', () => {
    const old = enrolment({ id: 'old', findingId: 'earlier', isSheltering: false });
    expect(of([old, enrolment({ id: 'own', state: 'WITHDRAWN' })])).toBeNull();
  });

  test('of several that hold, the one that lasts longest', () => {
    const grace = { ...completed('2026-11-09', 30), id: 'grace', findingId: 'earlier' };
    expect(of([grace, enrolment({ id: 'seat' })])).toBe('seat');
    expect(of([enrolment({ id: 'asked', state: 'REQUESTED', requestedOn: '2026-11-02' }), grace])).toBe('grace');
  });

  test('nobody without a class is sheltered', () => expect(of([])).toBeNull());
});
