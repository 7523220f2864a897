import { describe, expect, test } from '@jest/globals';
import type { EvidenceFormat } from '../../server/evidence/act.rules.js';
import { inFull } from '../support/in-full.js';
import { hostileLines, PLANTED, VICTIM } from './hostile-lines.js';
import { Tally } from './tally.js';

const HOSTILE = inFull(10_000, 1_000);

describe.each<EvidenceFormat>(['DOVECOT', 'POSTFIX', 'HOPTHU_DAY'])(`${HOSTILE} hostile lines to %s (G-13)`, (format) => {
  test('no crash, no act for anybody, nothing secret kept, every line accounted for', () => {
    const lines = hostileLines(HOSTILE);
    const tally = new Tally(format);
    const result = tally.add(
      Buffer.from((format === 'HOPTHU_DAY' ? 'date,address,sent\n' : '') + lines.map((text) => `${text}\n`).join('')),
    );
    const credited = tally.csv().filter((row) => row.includes(VICTIM));
    expect(credited).toEqual([]);
    expect(JSON.stringify(result.quarantine)).not.toMatch(PLANTED);
    expect(JSON.stringify(result.quarantine)).not.toContain(VICTIM);
    expect(result.acts + result.ignored + result.quarantined).toBe(result.lines);
    expect(result.lines).toBe(HOSTILE);
  });
});
