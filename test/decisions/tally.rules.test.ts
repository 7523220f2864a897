/** What comes of a vote (D-4, D-6, D-7): every threshold, ties, the minimum, and closing by itself against all that the others could do. */
import { describe, expect, test } from '@jest/globals';
import { THRESHOLDS } from '../../server/committee/vocabulary.js';
import { type CountingRule, isQuorate, isSettled, present, resultAtEnd, type Tally, tallyOf } from '../../server/decisions/tally.rules.js';

const USUAL: CountingRule = { quorum: 'MORE_THAN_HALF', majority: 'MORE_THAN_HALF', isTieAdopted: false, minimumVoters: 3 };
const tally = (base: number, votesFor: number, against: number, abstain = 0): Tally => ({ base, for: votesFor, against, abstain });

/** All tallies of a committee of so many. */
function* tallies(base: number): Generator<Tally> {
  for (let f = 0; f <= base; f++) for (let a = 0; f + a <= base; a++) for (let n = 0; f + a + n <= base; n++) yield tally(base, f, a, n);
}

/** All rules that count differently. */
function* rules(base: number): Generator<CountingRule> {
  for (const quorum of THRESHOLDS)
    for (const majority of THRESHOLDS)
      for (const isTieAdopted of [false, true])
        for (let minimumVoters = 1; minimumVoters <= base; minimumVoters++) yield { quorum, majority, isTieAdopted, minimumVoters };
}

test('ballots are counted by choice', () => {
  expect(tallyOf(9, ['FOR', 'AGAINST', 'FOR', 'ABSTAIN'])).toEqual(tally(9, 2, 1, 1));
  expect(tallyOf(3, [])).toEqual(tally(3, 0, 0));
  expect(present(tally(9, 2, 1, 1))).toBe(4);
});

describe('quorum is asked of the base, and abstaining is taking part (D-6)', () => {
  test.each<[CountingRule['quorum'], number, number]>([
    ['MORE_THAN_HALF', 9, 5],
    ['MORE_THAN_HALF', 8, 5],
    ['MORE_THAN_HALF', 7, 4],
    ['MORE_THAN_HALF', 1, 1],
    ['AT_LEAST_TWO_THIRDS', 9, 6],
    ['AT_LEAST_TWO_THIRDS', 8, 6],
    ['AT_LEAST_TWO_THIRDS', 7, 5],
    ['AT_LEAST_TWO_THIRDS', 3, 2],
    ['AT_LEAST_THREE_QUARTERS', 9, 7],
    ['AT_LEAST_THREE_QUARTERS', 8, 6],
    ['AT_LEAST_THREE_QUARTERS', 4, 3],
  ])('%s of %i is %i', (quorum, base, least) => {
    expect(isQuorate(tally(base, 0, 0, least), { ...USUAL, quorum })).toBe(true);
    expect(isQuorate(tally(base, least - 1, 0), { ...USUAL, quorum })).toBe(false);
  });
});

describe('the result at the end', () => {
  test.each<[string, Tally, Partial<CountingRule>, boolean, string]>([
    ['too few present lapse, however they voted', tally(9, 4, 0), {}, true, 'LAPSED'],
    ['nobody there', tally(9, 0, 0), {}, false, 'LAPSED'],
    ['more than half of those for and against', tally(9, 3, 2), {}, true, 'ADOPTED'],
    ['abstentions are not in the majority', tally(9, 3, 1, 5), {}, true, 'ADOPTED'],
    ['a tie is not adopted', tally(9, 3, 3), {}, true, 'REJECTED'],
    ['a tie is adopted where the rule says so', tally(9, 3, 3), { isTieAdopted: true }, true, 'ADOPTED'],
    ['a tie below the minimum is not', tally(9, 2, 2, 1), { isTieAdopted: true }, true, 'REJECTED'],
    ['a tie of nobody is none', tally(9, 0, 0, 9), { isTieAdopted: true, minimumVoters: 1 }, false, 'REJECTED'],
    ['a tie is far from two thirds', tally(9, 3, 3), { isTieAdopted: true, majority: 'AT_LEAST_TWO_THIRDS' }, true, 'REJECTED'],
    ['all abstain', tally(9, 0, 0, 9), {}, false, 'REJECTED'],
    ['two thirds to the vote', tally(9, 4, 2), { majority: 'AT_LEAST_TWO_THIRDS' }, true, 'ADOPTED'],
    ['one below two thirds', tally(9, 5, 3), { majority: 'AT_LEAST_TWO_THIRDS' }, true, 'REJECTED'],
    ['three quarters to the vote', tally(9, 6, 2), { majority: 'AT_LEAST_THREE_QUARTERS' }, true, 'ADOPTED'],
    ['one below three quarters', tally(9, 5, 2), { majority: 'AT_LEAST_THREE_QUARTERS' }, true, 'REJECTED'],
    ['adverse: two for are fewer than the minimum', tally(9, 2, 0, 3), {}, true, 'REJECTED'],
    ['not adverse: the minimum is not asked of the votes for', tally(9, 2, 0, 3), {}, false, 'ADOPTED'],
  ])('%s', (_name, votes, rule, isAdverse, result) => {
    expect(resultAtEnd(votes, { ...USUAL, ...rule }, isAdverse)).toBe(result);
  });
});

describe('over all tallies of committees up to nine and all rules', () => {
  const bases = [1, 2, 3, 4, 5, 6, 7, 8, 9];

  test.each(bases)('a committee of %i closes by itself exactly when nothing the others do could change the result (D-7)', (base) => {
    let settled = 0;
    for (const rule of rules(base))
      for (const isAdverse of [false, true])
        for (const votes of tallies(base)) {
          const others = base - present(votes);
          const result = resultAtEnd(votes, rule, isAdverse);
          const ends = new Set<string>([result]);
          for (const more of tallies(others))
            ends.add(
              resultAtEnd(tally(base, votes.for + more.for, votes.against + more.against, votes.abstain + more.abstain), rule, isAdverse),
            );
          const isDone = result !== 'LAPSED' && ends.size === 1;
          settled += Number(isDone);
          if (isSettled(votes, rule, isAdverse) !== isDone)
            throw new Error(`${JSON.stringify({ votes, rule, isAdverse })}: the others could make it ${[...ends].join(', ')}`);
        }
    expect(settled).toBeGreaterThan(0);
  });

  test('a vote for in place of one against, or of an abstention, never turns an adoption into a rejection', () => {
    const turned: unknown[] = [];
    for (const base of bases)
      for (const rule of rules(base))
        for (const isAdverse of [false, true])
          for (const votes of tallies(base)) {
            if (resultAtEnd(votes, rule, isAdverse) !== 'ADOPTED') continue;
            const more = { ...votes, for: votes.for + 1 };
            if (votes.against > 0 && resultAtEnd({ ...more, against: votes.against - 1 }, rule, isAdverse) !== 'ADOPTED')
              turned.push(votes);
            if (votes.abstain > 0 && resultAtEnd({ ...more, abstain: votes.abstain - 1 }, rule, isAdverse) !== 'ADOPTED')
              turned.push(votes);
          }
    expect(turned).toEqual([]);
  });

  test('silence never convicts: without the minimum of votes for nothing adverse is adopted, without one nothing at all', () => {
    const convicted: unknown[] = [];
    for (const base of bases)
      for (const rule of rules(base))
        for (const votes of tallies(base)) {
          if (votes.for < rule.minimumVoters && resultAtEnd(votes, rule, true) === 'ADOPTED') convicted.push({ votes, rule });
          if (votes.for === 0 && resultAtEnd(votes, rule, false) === 'ADOPTED') convicted.push({ votes, rule });
        }
    expect(convicted).toEqual([]);
  });
});
