import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { districtOf, type KnownAgency, type Need, proposeClasses } from '../../server/training/proposal.rules.js';
import { inFull } from '../support/in-full.js';

const need = (agencyId: string, count: number, districtId: string | null = null): Need => ({
  agencyId,
  districtId,
  officerIds: Array.from({ length: count }, (_, i) => `${agencyId}-${i}`),
});
const sizes = (needs: Need[], capacity: number) => proposeClasses(needs, capacity).map(({ officers }) => officers);
const agenciesOf = (needs: Need[], capacity: number) =>
  proposeClasses(needs, capacity).map((held) =>
    held.needs
      .map(({ agencyId }) => agencyId)
      .sort()
      .join('+'),
  );

describe('which classes would meet the demand', () => {
  test('a large agency gets classes of its own, of even size', () => {
    expect(sizes([need('SNV', 61)], 30)).toEqual([21, 20, 20]);
    expect(sizes([need('SNV', 30)], 30)).toEqual([30]);
  });

  test('small agencies are put together', () => {
    expect(agenciesOf([need('A', 5), need('B', 6), need('C', 7)], 30)).toEqual(['A+B+C']);
  });

  test('wards of one district stay together; districts and city departments are not mixed', () => {
    expect(agenciesOf([need('P1', 9, 'Q1'), need('P2', 4, 'Q1'), need('P3', 14, 'Q3'), need('SYT', 5)], 30).sort()).toEqual([
      'P1+P2+P3',
      'SYT',
    ]);
    expect(agenciesOf([need('P1', 12, 'Q1'), need('P2', 12, 'Q1'), need('P3', 12, 'Q3')], 30).sort()).toEqual(['P1+P2', 'P3']);
  });

  test('nobody, no class', () => expect(proposeClasses([need('A', 0)], 30)).toEqual([]));

  test('everybody is in exactly one class and no class is too large', () => {
    const anyNeeds = fc.array(fc.record({ count: fc.nat(70), district: fc.constantFrom(null, 'Q1', 'Q3') }), { maxLength: 12 });
    fc.assert(
      fc.property(anyNeeds, fc.integer({ min: 1, max: 40 }), (drawn, capacity) => {
        const needs = drawn.map(({ count, district }, i) => need(`A${i}`, count, district));
        const classes = proposeClasses(needs, capacity);
        const placed = classes.flatMap((held) => held.needs.flatMap(({ officerIds }) => officerIds));
        expect(placed.sort()).toEqual(needs.flatMap(({ officerIds }) => officerIds).sort());
        for (const { officers, needs: held } of classes) {
          expect(officers).toBe(held.reduce((sum, { officerIds }) => sum + officerIds.length, 0));
          expect(officers).toBeLessThanOrEqual(capacity);
        }
      }),
      { numRuns: inFull(1_000, 200) },
    );
  });
});

describe('in which district an agency lies', () => {
  const agencies = new Map<string, KnownAgency>(
    [
      { id: 'city', kind: 'OTHER', parentId: null },
      { id: 'q1', kind: 'URBAN_DISTRICT', parentId: 'city' },
      { id: 'ward', kind: 'WARD', parentId: 'q1' },
      { id: 'school', kind: 'PUBLIC_SERVICE_UNIT', parentId: 'ward' },
      { id: 'health', kind: 'DEPARTMENT', parentId: 'city' },
      { id: 'round', kind: 'OTHER', parentId: 'trip' },
      { id: 'trip', kind: 'OTHER', parentId: 'round' },
    ].map((agency) => [agency.id, agency]),
  );
  test.each([
    ['q1', 'q1'],
    ['ward', 'q1'],
    ['school', 'q1'],
    ['health', null],
    ['city', null],
    ['round', null],
    ['unknown', null],
  ])('%s lies in %s', (id, district) => expect(districtOf(id, agencies)).toBe(district));
});
