/** G-22 without a database: ten thousand alterations (daily a tenth), each of a kind drawn at random, and a chain nobody touched. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { checkedCheckpoints, keyIdOf } from '../../server/kernel/audit-checkpoint.rules.js';
import { FIRST_HASH, hashOf } from '../../server/kernel/audit-chain.rules.js';
import { ChainCheck, type StoredEvent, type Verdict } from '../../server/kernel/audit-verify.rules.js';
import { KeyedHash } from '../../server/kernel/keyed-hash.js';
import { inFull } from '../support/in-full.js';
import { ALTERATIONS, altered, chainOf, type Kept, numbersFrom, verdictOf } from './altered-chain.js';

const RUNS = inFull(10_000, 1_000);
const EVENTS = 60;
const key = new KeyedHash('the key of the installation');

describe('any alteration of the audit log is found (G-22)', () => {
  test(`${RUNS} alterations, every one found; the same chains untouched are whole`, () => {
    const tally = new Map<string, { tried: number; found: number }>();
    const missed: string[] = [];
    let falseAlarms = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const random = numbersFrom(seed);
      const kept = chainOf(random, key, EVENTS);
      if (!verdictOf(kept, key).isWhole) falseAlarms += 1;
      const kind = ALTERATIONS[seed % ALTERATIONS.length]!;
      const after = altered(kept, kind, random);
      const count = tally.get(kind) ?? { tried: 0, found: 0 };
      tally.set(kind, count);
      count.tried += 1;
      if (verdictOf(after, key).isWhole) missed.push(`${kind} (seed ${seed})`);
      else count.found += 1;
    }
    const lines = [...tally].map(([kind, { tried, found }]) => `${kind}: ${found} of ${tried}`);
    process.stderr.write(
      `G-22: ${RUNS - missed.length} of ${RUNS} alterations found, ${falseAlarms} false alarms in ${RUNS} chains\n${lines.join('\n')}\n`,
    );
    expect(missed).toEqual([]);
    expect(falseAlarms).toBe(0);
    expect([...tally.keys()].sort()).toEqual([...ALTERATIONS].sort());
  }, 300_000);

  test('broken variants miss some: without checkpoints, without the seal, without the hash before', () => {
    const found = { checkpoints: 0, seal: 0, previous: 0 };
    const missed = { checkpoints: 0, seal: 0, previous: 0 };
    const note = (variant: keyof typeof found, { isWhole }: Verdict) => (isWhole ? missed : found)[variant]++;
    for (let seed = 1; seed <= 600; seed++) {
      const random = numbersFrom(seed);
      const kept = chainOf(random, key, EVENTS);
      const after = altered(kept, ALTERATIONS[seed % ALTERATIONS.length]!, random);
      note('checkpoints', verdictOf({ ...after, checkpoints: [] }, key));
      note('seal', verdictOf(after, undefined));
      note('previous', withoutPrevious(after));
    }
    expect(missed.checkpoints).toBeGreaterThan(0);
    expect(missed.seal).toBeGreaterThan(0);
    expect(missed.previous).toBeGreaterThan(0);
    expect(Math.min(found.checkpoints, found.seal, found.previous)).toBeGreaterThan(0);
  });

  /** Each event checked as if it were the first: its own hash holds, its place in the chain is not looked at. */
  function withoutPrevious({ events, single }: Kept): Verdict {
    const check = new ChainCheck();
    const all = events.every((event) => single.get(event.commitment) === `${event.actor} ${event.action} ${event.subject}`);
    return { ...check.verdict({ ...check.last, isSealed: true }), isWhole: all };
  }

  test('a break is named with its kind and its place', () => {
    const kept = chainOf(numbersFrom(7), key, EVENTS);
    const edited = { ...kept, events: kept.events.map((e) => (e.seq === 12 ? { ...e, actor: 'user:other' } : e)) };
    expect(verdictOf(edited, key).breaks).toEqual([{ kind: 'HASH', seq: 12 }]);
    const missing = { ...kept, events: kept.events.filter((e) => e.seq !== 12) };
    expect(verdictOf(missing, key).breaks.slice(0, 2)).toEqual([
      { kind: 'MISSING', seq: 12 },
      { kind: 'HASH', seq: 13 },
    ]);
  });

  test('erased details on record leave the chain whole; without a record they are found', () => {
    const kept = chainOf(numbersFrom(3), key, EVENTS, { erases: [4, 9] });
    expect(verdictOf(kept, key)).toMatchObject({ isWhole: true, erased: 2 });
    const secretly = { ...kept, events: kept.events.map((e) => (e.seq === 20 ? { ...e, details: null, salt: null } : e)) };
    expect(verdictOf(secretly, key).breaks).toEqual([{ kind: 'ERASED', seq: 20 }]);
  });

  test('an event without mentions has the hash it had before there were mentions', () => {
    const [event] = chainOf(numbersFrom(5), key, 1).events as [StoredEvent];
    const { mentions: _none, ...before } = event;
    expect(hashOf(FIRST_HASH, before)).toBe(event.hash);
  });
});

describe('checkpoints (G-22)', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const keys = new Map([[keyIdOf(publicKey), publicKey]]);
  const files = () =>
    chainOf(numbersFrom(1), key, EVENTS, { signs: privateKey }).checkpoints.map((c, i) => ({ name: `${i}.json`, text: JSON.stringify(c) }));

  test('good ones are taken in the order of their numbers', () => {
    const { good, faults } = checkedCheckpoints(files().reverse(), keys);
    expect(faults).toEqual([]);
    expect(good.map(({ seq }) => seq)).toEqual([20, 40]);
  });

  test.each([
    ['another hash', { hash: 'f'.repeat(64) }, 'SIGNATURE'],
    ['another number', { seq: 41 }, 'SIGNATURE'],
    ['another time', { at: 1 }, 'SIGNATURE'],
    ['another one before it', { previous: 'a'.repeat(64) }, 'SIGNATURE'],
    ['a signature of nobody', { signature: 'AAAA' }, 'SIGNATURE'],
    ['a key nobody knows', { keyId: 'other' }, 'UNKNOWN_KEY'],
    ['a number that is none', { seq: -1 }, 'UNREADABLE'],
  ])('one with %s is refused', (_, change, fault) => {
    const [first, second] = files() as [{ name: string; text: string }, { name: string; text: string }];
    const { good, faults } = checkedCheckpoints(
      [first, { ...second, text: JSON.stringify({ ...JSON.parse(second.text), ...change }) }],
      keys,
    );
    expect(good).toHaveLength(1);
    expect(faults).toMatchObject([{ file: '1.json', fault }]);
  });

  test('one taken out between others is missed by the next', () => {
    const three = chainOf(numbersFrom(1), key, 80, { signs: privateKey }).checkpoints.map((c, i) => ({
      name: `${i}.json`,
      text: JSON.stringify(c),
    }));
    expect(checkedCheckpoints([three[0]!, three[2]!], keys).faults).toMatchObject([{ file: '2.json', fault: 'PREVIOUS' }]);
    expect(checkedCheckpoints(three.slice(1), keys).faults).toEqual([]);
  });
});
