/** What the panel counts itself about committees and exclusions agrees with what the server counts. */
import { describe, expect, test } from '@jest/globals';
import type { Member, RuleValues } from '../admin/committees/documents.js';
import { bySeat, termsOf, voterCount } from '../admin/committees/terms.js';
import { exampleOf, fieldsOf, leastFor, ruleFieldNames, strictness } from '../admin/committees/threshold.js';
import { type DecisionKind, decisionKinds, isAdverse, seats, thresholds, votes } from '../admin/committees/words.js';
import type { Eligibility, Exclusion } from '../admin/exclusions/documents.js';
import { byAgency, checkedRows, codesIn, countsOf, narrowed } from '../admin/exclusions/rows.js';
import { formatFor } from '../admin/ui/written.js';
import { leastFor as leastOfServer } from '../server/committee/threshold.rules.js';
import * as vocabulary from '../server/committee/vocabulary.js';
import { strictest, USUAL_RULE } from '../server/committee/voting-rule.rules.js';
import { resultAtEnd } from '../server/decisions/tally.rules.js';

test('the words are those of the server', () => {
  expect([...seats]).toEqual([...vocabulary.SEATS]);
  expect([...decisionKinds]).toEqual([...vocabulary.DECISION_KINDS]);
  expect([...thresholds]).toEqual([...vocabulary.THRESHOLDS]);
  for (const kind of decisionKinds) expect(isAdverse(kind)).toBe(vocabulary.isAdverse(kind));
  for (const seat of seats) expect(votes(seat)).toBe(vocabulary.votes(seat));
});

describe('how many are enough', () => {
  test.each([...thresholds])('%s, as the server counts it', (threshold) => {
    for (let all = 1; all <= 100; all++) expect(leastFor(threshold, all)).toBe(leastOfServer(threshold, all));
  });

  test('nine who may vote: five take part, three of them for it, five of all nine', () => {
    expect(exampleOf('AWARD_EXCLUSION', USUAL_RULE, 9)).toEqual({ base: 9, present: 5, forOfPresent: 3, forOfAll: 5 });
  });

  // Every rule and size against the tally: so many are adopted, one less is not.
  test.each(['AWARD_EXCLUSION', 'MAILBOX_PROVISION'] as DecisionKind[])('the example of %s holds in a vote', (kind) => {
    for (const quorum of thresholds)
      for (const majority of thresholds)
        for (const isTieAdopted of [true, false])
          for (let base = 3; base <= 12; base++) {
            const rule: RuleValues = { ...USUAL_RULE, quorum, majority, isTieAdopted };
            const { present, forOfPresent, forOfAll } = exampleOf(kind, rule, base);
            const result = (votesFor: number, all: number) =>
              resultAtEnd({ base, for: votesFor, against: all - votesFor, abstain: 0 }, rule, isAdverse(kind));
            if (forOfPresent <= present) expect(result(forOfPresent, present)).toBe('ADOPTED');
            expect(result(Math.min(forOfPresent, present + 1) - 1, present)).toBe('REJECTED');
            expect(result(forOfAll, base)).toBe('ADOPTED');
            expect(result(forOfAll - 1, base)).toBe('REJECTED');
            expect(result(present - 1, present - 1)).toBe('LAPSED');
          }
  });
});

test('of each value the panel marks the one that a merger takes', () => {
  const other: RuleValues = {
    ...USUAL_RULE,
    quorum: 'AT_LEAST_TWO_THIRDS',
    isTieAdopted: true,
    minimumVoters: 2,
    noticeDays: 20,
    voteDays: 3,
    appealSettledBy: 'OTHER_MEMBERS',
  };
  const united = strictest([USUAL_RULE, other]);
  for (const field of ruleFieldNames) {
    const most = Math.max(strictness(USUAL_RULE, field), strictness(other, field));
    expect([field, strictness(united, field)]).toEqual([field, most]);
  }
  expect(new Set(decisionKinds.flatMap(fieldsOf))).toEqual(new Set(ruleFieldNames));
});

describe('terms', () => {
  const member = (id: string, fromOn: string, untilOn: string | null = null, seat: Member['seat'] = 'MEMBER'): Member => ({
    id,
    seat,
    fromOn,
    untilOn,
    user: { id, name: id },
  });
  const [now, later, before] = [member('now', '2026-01-01'), member('later', '2026-12-01'), member('before', '2025-01-01', '2026-01-31')];

  test('present, to come, past', () => {
    const terms = termsOf([before, later, now], [now], '2026-11-29');
    expect([terms.present, terms.toCome, terms.past].map((held) => held.map(({ id }) => id))).toEqual([['now'], ['later'], ['before']]);
  });

  test('by seat, the chair first; the secretary does not vote', () => {
    const held = [now, member('s', '2026-01-01', null, 'SECRETARY'), member('c', '2026-01-01', null, 'CHAIR')];
    expect(bySeat(held).map(({ seat }) => seat)).toEqual(['CHAIR', 'MEMBER', 'SECRETARY']);
    expect(voterCount(held)).toBe(2);
  });
});

describe('exclusions', () => {
  const row = (id: string, agency: string, state: Exclusion['state'], awardTitles: string[]): Exclusion => ({
    id,
    reference: id,
    state,
    number: null,
    inForceOn: null,
    awardYear: 2026,
    awardTitles,
    officer: { id, code: id, fullName: id, agency: { id: agency, code: agency, name: agency, nameEn: null } },
    endedBy: null,
  });
  const rows = [row('1', 'A', 'IN_FORCE', ['LDTT']), row('2', 'B', 'APPEALED', ['LDTT', 'CSTDCS']), row('3', 'B', 'EXPIRED', ['CSTDCS'])];

  test('narrowed by each filter and by all together', () => {
    const ids = (filter: object) => narrowed(rows, { agencyId: '', title: '', state: '', ...filter }).map(({ id }) => id);
    expect(ids({})).toEqual(['1', '2', '3']);
    expect(ids({ agencyId: 'B' })).toEqual(['2', '3']);
    expect(ids({ title: 'LDTT' })).toEqual(['1', '2']);
    expect(ids({ agencyId: 'B', title: 'CSTDCS', state: 'EXPIRED' })).toEqual(['3']);
  });

  test('counted by state and by agency, the most first', () => {
    expect(countsOf(rows)).toEqual({ IN_FORCE: 1, APPEALED: 1, EXPIRED: 1 });
    expect(byAgency(rows).map(({ agency, total }) => [agency.id, total])).toEqual([
      ['B', 2],
      ['A', 1],
    ]);
  });

  test('codes however they were pasted', () => {
    expect(codesIn('  M-1\r\nM-2\tM-3, M-4;M-5 \n\n')).toEqual(['M-1', 'M-2', 'M-3', 'M-4', 'M-5']);
    expect(codesIn(' \n ')).toEqual([]);
    expect(codesIn('M-1, M-2\nM-1')).toEqual(['M-1', 'M-2']);
  });

  test('answers about several titles stand side by side, the worst first; about one in the order asked', () => {
    const answer = (officerCode: string, status: Eligibility['status']): Eligibility => ({
      officerCode,
      status,
      isEligible: status === 'ELIGIBLE',
      decisionNumber: null,
      inForceOn: null,
      asOf: '2026-12-01T00:00:00.000Z',
    });
    const first = [answer('A', 'ELIGIBLE'), answer('B', 'UNKNOWN_OFFICER'), answer('C', 'ELIGIBLE'), answer('D', 'UNDER_APPEAL')];
    const second = [answer('A', 'ELIGIBLE'), answer('B', 'UNKNOWN_OFFICER'), answer('C', 'EXCLUDED'), answer('D', 'ELIGIBLE')];
    expect(checkedRows([first, second]).map(({ officerCode, worst, answers }) => [officerCode, worst, answers.length])).toEqual([
      ['C', 'EXCLUDED', 2],
      ['B', 'UNKNOWN_OFFICER', 2],
      ['D', 'UNDER_APPEAL', 2],
      ['A', 'ELIGIBLE', 2],
    ]);
    expect(checkedRows([first]).map(({ officerCode }) => officerCode)).toEqual(['A', 'B', 'C', 'D']);
    expect(checkedRows([])).toEqual([]);
  });

  test('a moment in a file is the day of the city first', () => {
    expect(formatFor('vi').momentInFile('2026-12-01T17:05:00.000Z')).toBe('02/12/2026 00:05');
  });
});
