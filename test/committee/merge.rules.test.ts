import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { merged, type MergingCommittee, type SeatHeld, unitedMembers } from '../../server/committee/merge.rules.js';
import { DECISION_KINDS, SEATS } from '../../server/committee/vocabulary.js';
import { USUAL_RULE } from '../../server/committee/voting-rule.rules.js';
import { inFull } from '../support/in-full.js';

const seat = (userId: string, held: SeatHeld['seat']): SeatHeld => ({ userId, seat: held });
const committee = (facts: Partial<MergingCommittee>): MergingCommittee => ({ id: 'k', competences: [], members: [], rules: [], ...facts });
const words = (members: SeatHeld[]) => members.map(({ userId, seat: held }) => `${userId} ${held}`);

describe('whom a merger unites (C-2)', () => {
  const reform = committee({ members: [seat('an', 'CHAIR'), seat('binh', 'MEMBER'), seat('chi', 'SECRETARY')] });
  const technology = committee({ members: [seat('dung', 'CHAIR'), seat('binh', 'STANDING'), seat('chi', 'MEMBER'), seat('em', 'DEPUTY')] });

  test('one seat a person, the higher of two; the chair who is not named becomes deputy', () => {
    expect(words(unitedMembers([reform, technology], 'an'))).toEqual([
      'an CHAIR',
      'dung DEPUTY',
      'em DEPUTY',
      'binh STANDING',
      'chi MEMBER',
    ]);
  });

  test('a chair from outside, and then both former ones are deputies', () => {
    expect(words(unitedMembers([reform, technology], 'phuc'))).toEqual([
      'phuc CHAIR',
      'an DEPUTY',
      'dung DEPUTY',
      'em DEPUTY',
      'binh STANDING',
      'chi MEMBER',
    ]);
  });

  test('a term that is to end keeps its end; of two seats alike the longer holds; the chair who is named begins anew', () => {
    const ending = (held: SeatHeld, untilOn: string): SeatHeld => ({ ...held, untilOn });
    const one = committee({
      members: [ending(seat('an', 'CHAIR'), '2026-12-31'), ending(seat('binh', 'MEMBER'), '2026-12-10'), seat('chi', 'MEMBER')],
    });
    const two = committee({
      members: [seat('dung', 'CHAIR'), ending(seat('binh', 'MEMBER'), '2026-12-20'), ending(seat('chi', 'MEMBER'), '2026-12-20')],
    });
    expect(unitedMembers([one, two], 'dung')).toEqual([
      seat('dung', 'CHAIR'),
      ending(seat('an', 'DEPUTY'), '2026-12-31'),
      ending(seat('binh', 'MEMBER'), '2026-12-20'),
      seat('chi', 'MEMBER'),
    ]);
    expect(unitedMembers([one, two], 'an')[0]).toEqual(seat('an', 'CHAIR'));
  });

  test('of however many committees: everybody once, exactly one chair, nobody lower than before but the chairs', () => {
    const anyMembers = fc.uniqueArray(fc.record({ userId: fc.constantFrom(...'abcdefghij'), seat: fc.constantFrom(...SEATS) }), {
      selector: ({ userId }) => userId,
      maxLength: 10,
    });
    fc.assert(
      fc.property(fc.array(anyMembers, { minLength: 2, maxLength: 5 }), fc.constantFrom(...'abcxyz'), (drawn, chair) => {
        const sources = drawn.map((members) => committee({ members }));
        const united = unitedMembers(sources, chair);
        expect(new Set(united.map(({ userId }) => userId))).toEqual(new Set([chair, ...drawn.flat().map(({ userId }) => userId)]));
        expect(united).toHaveLength(new Set(united.map(({ userId }) => userId)).size);
        expect(united.filter((held) => held.seat === 'CHAIR')).toEqual([seat(chair, 'CHAIR')]);
        for (const { userId, seat: before } of drawn.flat()) {
          const now = united.find((held) => held.userId === userId)!.seat;
          if (before !== 'CHAIR') expect(SEATS.indexOf(now)).toBeLessThanOrEqual(SEATS.indexOf(before));
        }
        expect(unitedMembers([...sources].reverse(), chair)).toEqual(united);
      }),
      { numRuns: inFull(1_000, 200) },
    );
  });
});

describe('what a merged committee may do, and how it votes (C-2)', () => {
  const rules = (kind: (typeof DECISION_KINDS)[number], values: object) => ({
    ...USUAL_RULE,
    kind,
    effectiveOn: '2026-01-01',
    version: 1,
    ...values,
  });

  test('competences are united; of a kind that several decide the stricter rule holds, of others the only one', () => {
    const reform = committee({
      competences: ['AWARD_EXCLUSION', 'EXCLUSION_LIFT'],
      rules: [rules('AWARD_EXCLUSION', { noticeDays: 20, voteDays: 3 })],
    });
    const technology = committee({
      competences: ['AWARD_EXCLUSION', 'MAILBOX_REVOCATION', 'MAILBOX_PROVISION'],
      rules: [rules('MAILBOX_REVOCATION', { minimumVoters: 5 })],
    });
    const result = merged([reform, technology], 'an', '2026-11-29');
    expect(result.competences).toEqual(['MAILBOX_PROVISION', 'MAILBOX_REVOCATION', 'AWARD_EXCLUSION', 'EXCLUSION_LIFT']);
    expect(result.rules.map(({ kind, rule }) => [kind, rule.noticeDays, rule.voteDays, rule.minimumVoters])).toEqual([
      ['MAILBOX_REVOCATION', 10, 7, 5],
      // The other committee adopted none: it brings the usual seven days for the vote.
      ['AWARD_EXCLUSION', 20, 7, 3],
    ]);
  });

  test('a rule that is not in effect yet on the day does not count', () => {
    const early = committee({ competences: ['AWARD_EXCLUSION'], rules: [rules('AWARD_EXCLUSION', { effectiveOn: '2027-01-01' })] });
    expect(merged([early, committee({})], 'an', '2026-11-29').rules).toEqual([]);
  });
});
