import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { loggedFault } from '../../server/kernel/fault-log.js';

describe('a fault in the log', () => {
  test('can be found: kind, code, words and place', () => {
    const fault = Object.assign(new TypeError('x is not a function'), { code: '22021' });
    expect(loggedFault(fault)).toMatchObject({ type: 'TypeError', code: '22021', message: 'x is not a function' });
    expect(loggedFault(fault).at[0]).toContain('fault-log.test');
  });

  test('says nothing of the values in a statement', () => {
    const lines: string[] = [];
    const log = pino({ serializers: { error: loggedFault } }, { write: (line) => lines.push(line) });
    const fault = new Error(`insert into "officer" ("phone") values ('0901234567') - duplicate key value violates a unique constraint`);
    log.error({ error: fault, requestId: 'r1' }, 'A request failed');
    expect(lines.join('')).not.toContain('0901234567');
    expect(JSON.parse(lines[0]!)).toMatchObject({
      requestId: 'r1',
      error: { message: 'duplicate key value violates a unique constraint' },
    });
  });

  test('may be anything that was thrown', () => expect(loggedFault('no')).toEqual({ type: 'string', message: 'no', at: [] }));
});
