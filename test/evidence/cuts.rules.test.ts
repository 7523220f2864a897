import { describe, expect, test } from '@jest/globals';
import type { EvidenceFormat, SourceSettings } from '../../server/evidence/act.rules.js';
import { inFull } from '../support/in-full.js';
import { SETTINGS, sample, Tally } from './tally.js';

const IN_UTC = { ...SETTINGS, timeZone: 'UTC' };
const ONCE = inFull(100, 10);
const LOGS: [EvidenceFormat, string, number, SourceSettings][] = [
  ['DOVECOT', 'dovecot-14days.log', 500, IN_UTC],
  ['POSTFIX', 'postfix-14days.log', 500, IN_UTC],
  ['DOVECOT', 'dovecot-2.4.log', 40, SETTINGS],
  ['DOVECOT', 'dovecot-2.4.log', 500, SETTINGS],
];

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function shuffled<T>(list: readonly T[], random: (below: number) => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

function pieces(log: Buffer, cuts: number, random: (below: number) => number): Buffer[] {
  const places = [...new Set(Array.from({ length: cuts }, () => 1 + random(log.length - 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, i) => log.subarray(from, places[i] ?? log.length));
}

describe.each(LOGS)('%s: %s in at most %i cuts gives the same counters (G-12)', (format, name, cuts, settings) => {
  const countersOf = (kind: EvidenceFormat, files: readonly (Buffer | string)[], pieceSize?: number) => {
    const tally = new Tally(kind, settings);
    for (const file of files) tally.add(file, pieceSize);
    return tally.csv();
  };
  const log = sample(name);
  const whole = countersOf(format, [log]);
  const lines = log.toString('latin1').trimEnd().split('\n');

  test('read in small chunks', () => expect(countersOf(format, [log], 7)).toEqual(whole));
  test('imported twice', () => expect(countersOf(format, [log, log])).toEqual(whole));
  test('its lines shuffled', () => {
    const mixed = Buffer.from(`${shuffled(lines, numbers(1)).join('\n')}\n`, 'latin1');
    expect(countersOf(format, [mixed])).toEqual(whole);
    expect(countersOf(format, [mixed, log])).toEqual(whole);
  });
  test('in overlapping parts, the later first', () => {
    const part = (from: number, to: number) => Buffer.from(`${lines.slice(from, to).join('\n')}\n`, 'latin1');
    const third = Math.floor(lines.length / 3);
    expect(countersOf(format, [part(third, lines.length), part(0, 2 * third)])).toEqual(whole);
  });
  test.each([1, 2, 3])(`cut at ${cuts} random bytes, the pieces imported in order (seed %i)`, (seed) => {
    expect(countersOf(format, pieces(log, cuts, numbers(seed)))).toEqual(whole);
  });
  test(`cut once at ${ONCE} random bytes, the second part also imported first`, () => {
    const random = numbers(7);
    for (let i = 0; i < ONCE; i++) {
      const at = 1 + random(log.length - 1);
      const parts = [log.subarray(0, at), log.subarray(at)];
      expect(countersOf(format, parts)).toEqual(whole);
      expect(countersOf(format, [...parts].reverse())).toEqual(whole);
    }
  });
});
