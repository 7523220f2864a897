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

  test('quotes no value that the database or a parser would not take, and shows no entity', () => {
    const data = Object.assign(new Error('insert … - invalid input syntax for type uuid: "0901234567"'), { code: '22P02' });
    expect(loggedFault(data).message).toBe('invalid input syntax for type uuid: "…"');
    let parsing: unknown;
    try {
      JSON.parse('mật khẩu: 0901234567');
    } catch (error) {
      parsing = error;
    }
    expect((parsing as Error).message).toContain('0901234567');
    expect(loggedFault(parsing).message).not.toContain('0901234567');
    const entity = new Error("Value for User.name is required, 'undefined' found\nentity: User { phone: '0901234567' }");
    expect(loggedFault(entity).message).toBe("Value for User.name is required, 'undefined' found");
    const unique = Object.assign(new Error('duplicate key value violates unique constraint "app_user_email_unique"'), { code: '23505' });
    expect(loggedFault(unique).message).toContain('app_user_email_unique');
  });

  test('may be anything that was thrown, of which only the kind is kept', () =>
    expect(loggedFault('no')).toEqual({ type: 'string', message: 'thrown, but no error', at: [] }));
});
