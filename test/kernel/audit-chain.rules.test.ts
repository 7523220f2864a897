import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ChainedAct, FIRST_HASH, commitmentOf, hashOf } from '../../server/kernel/audit-chain.rules.js';

const act: ChainedAct = {
  seq: 7,
  at: 1_393_000_000_123,
  actor: 'Lê Ánh',
  action: 'review.open',
  subject: 'RS-2014-1',
  commitment: 'c0ffee',
};

describe('the chain of acts (R-1)', () => {
  test('the hash is SHA-256 of the parts, each with its length in bytes before it', () => {
    const text = `64:${FIRST_HASH}1:713:1393000000123${Buffer.byteLength('Lê Ánh')}:Lê Ánh11:review.open9:RS-2014-16:c0ffee`;
    expect(hashOf(FIRST_HASH, act)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });

  test.each<[string, Partial<ChainedAct>]>([
    ['its number', { seq: 8 }],
    ['its time by a millisecond', { at: act.at + 1 }],
    ['who did it', { actor: 'Lê Anh' }],
    ['what was done', { action: 'review.finalise' }],
    ['to what', { subject: 'RS-2014-2' }],
    ['its details', { commitment: 'c0ffef' }],
  ])('an act with %s altered has another hash', (_, change) => {
    expect(hashOf(FIRST_HASH, { ...act, ...change })).not.toBe(hashOf(FIRST_HASH, act));
  });

  test('an act taken from its place has another hash', () => {
    expect(hashOf(hashOf(FIRST_HASH, act), act)).not.toBe(hashOf(FIRST_HASH, act));
  });

  test('letters moved from one part to the next are found', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (moved, rest) => {
        const before = hashOf(FIRST_HASH, { ...act, action: moved, subject: rest });
        expect(hashOf(FIRST_HASH, { ...act, action: '', subject: moved + rest })).not.toBe(before);
      }),
    );
  });

  test('the same details under another salt give another commitment', () => {
    expect(commitmentOf('salt', 'details')).not.toBe(commitmentOf('other', 'details'));
    expect(commitmentOf('salt', 'details')).toMatch(/^[0-9a-f]{64}$/);
  });
});
