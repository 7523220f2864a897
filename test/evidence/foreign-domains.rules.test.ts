import { describe, expect, test } from '@jest/globals';
import { AddressReader } from '../../server/evidence/address.rules.js';
import { ForeignDomains } from '../../server/evidence/foreign-domains.rules.js';

const settings = { mailDomains: new Set(['snv.example']), timeZone: 'UTC', cityZone: 'UTC' };

describe('Domains that a source does not serve', () => {
  test('are counted each time they are met, the most frequent first; those it serves are not', () => {
    const reader = new AddressReader(settings);
    for (const raw of ['a@x.example', 'lan@snv.example', 'b@y.example', 'c@y.example', 'c@y.example']) reader.read(raw);
    expect(reader.foreign.most()).toEqual([
      { domain: 'y.example', count: 3 },
      { domain: 'x.example', count: 1 },
    ]);
  });

  test('at most three are named, and a hostile log makes no more than 500 kept (G-13)', () => {
    const foreign = new ForeignDomains();
    for (let i = 0; i < 600; i++) foreign.tallyOf(`d${i}.example`);
    expect(foreign.most()).toHaveLength(3);
    expect(foreign.tallyOf('d499.example')).toBeDefined();
    expect(foreign.tallyOf('d500.example')).toBeUndefined();
  });

  test.each(['localhost', 'mật-khẩu.example', 'a_b.example', `${'x'.repeat(120)}.example`, ''])(
    '%j is no plain domain and is not kept (G-13)',
    (domain) => {
      expect(new ForeignDomains().tallyOf(domain)).toBeUndefined();
    },
  );
});
