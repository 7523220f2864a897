/** What a person reads who uses the command line wrongly, or whose database cannot be used. */
import { describe, expect, test } from '@jest/globals';
import { databaseFault, faultIn } from '../server/cli-faults.js';
import { languageChosen } from '../server/cli-language.js';
import { complaintIn } from '../server/cli-usage.js';
import { valuesIn } from '../server/cli-values.js';
import { say } from '../server/kernel/language.js';
import { StoreInUse } from '../server/store/lock.js';
import { NotReady } from '../server/store/role.js';

const env = { DATABASE_URL: 'postgres://app:secret@db.example:6543/hopthu' };
const failing = (code: string) => Object.assign(new Error('select 1 - permission denied for database hopthu'), { code });

describe('the language of the command line', () => {
  test('is that of --lang, else HOPTHU_LANG, else the terminal; none is known where nothing says', () => {
    expect(languageChosen(['--lang', 'en', 'doctor'], { HOPTHU_LANG: 'vi' })).toBe('en');
    expect(languageChosen(['doctor', '--lang=vi'], { HOPTHU_LANG: 'en' })).toBe('vi');
    expect(languageChosen([], { HOPTHU_LANG: 'vi', LANG: 'en_US.UTF-8' })).toBe('vi');
    expect(languageChosen([], { LANG: 'en_US.UTF-8' })).toBe('en');
    expect(languageChosen([], { LANG: 'C.UTF-8' })).toBeUndefined();
  });
});

describe('values of options', () => {
  test('a day is typed 2026-06-30 or 30/06/2026', () => {
    const { day, days } = valuesIn('vi');
    expect([day('2026-06-30'), day('30/06/2026'), day('1/7/2026')]).toEqual(['2026-06-30', '2026-06-30', '2026-07-01']);
    expect(days('02/09/2026, 2027-01-01')).toEqual(['2026-09-02', '2027-01-01']);
    expect(() => day('31/13/2026')).toThrow('“31/13/2026” không phải ngày có thật từ 01/01/1900 đến 31/12/2200');
    expect(() => valuesIn('en').day('2026-02-30')).toThrow('“2026-02-30” is no real day');
  });

  test('a value that is not one of those there are is answered with those there are', () => {
    const { format, acts, roles, number, reads, scopes } = valuesIn('vi');
    expect(() => format('dovcot')).toThrow(/^Không có định dạng “dovcot”. Các định dạng: dovecot, postfix, /);
    expect(format('HOPTHU_DAY')).toBe('hopthu-day');
    expect(() => acts('SENT,SEEN')).toThrow('Không có hành vi “SEEN”');
    expect(acts('sent,login')).toEqual(['SENT', 'LOGIN']);
    expect(roles('admin', ['OFFICER'])).toEqual(['OFFICER', 'ADMIN']);
    expect(() => roles('BOSS')).toThrow('Không có vai trò “BOSS”');
    expect(() => scopes('evidence:read')).toThrow('Không có phạm vi “evidence:read”');
    expect(() => reads('some')).toThrow('Các lựa chọn: flags, bodies');
    expect(() => number('abc')).toThrow('Cần một con số, không phải “abc”.');
    expect(() => number('Infinity')).toThrow('Cần một con số');
  });
});

describe('a use wrongly made', () => {
  test.each([
    [
      "error: required option '--to <day>' not specified",
      'Thiếu tùy chọn bắt buộc --to <ngày>.',
      'The required option --to <day> is missing.',
    ],
    ["error: missing required argument 'file'", 'Thiếu <tệp>.', '<file> is missing.'],
    [
      "error: unknown option '--jsn'\n(Did you mean --json?)",
      'Không có tùy chọn --jsn. Có phải là --json?',
      'There is no option --jsn. Is --json meant?',
    ],
    ["error: unknown command 'lst'", 'Không có lệnh “lst”.', 'There is no command “lst”.'],
    ["error: option '--to <day>' argument missing", 'Tùy chọn --to <ngày> cần có giá trị.', 'The option --to <day> needs a value.'],
  ])('%s', (said, vi, en) => {
    expect([complaintIn(said, 'vi'), complaintIn(said, 'en')]).toEqual([vi, en]);
  });
});

describe('a database that cannot be used', () => {
  test('is named by host and port, without its password', () => {
    const refused = Object.assign(new AggregateError([failing('ECONNREFUSED')]), {});
    expect(faultIn(refused, 'vi', env)).toBe(
      'Không kết nối được PostgreSQL tại db.example:6543. Đề nghị kiểm tra máy chủ cơ sở dữ liệu và DATABASE_URL.',
    );
    expect(faultIn(new Error('x', { cause: failing('28P01') }), 'en', env)).toContain('does not take the name or password in DATABASE_URL');
  });

  test('permission denied without the owner says that HOPTHU_OWNER_URL is missing', () => {
    expect(faultIn(failing('42501'), 'vi', env)).toBe(
      'Chưa có HOPTHU_OWNER_URL. Đề nghị nạp tệp cấu hình của chủ sở hữu (owner.env) rồi chạy lại.',
    );
    expect(say(databaseFault(failing('42501'), { ...env, HOPTHU_OWNER_URL: env.DATABASE_URL })!, 'en')).toContain('as the owner');
  });

  test('a fault of the embedded store is none of PostgreSQL', () => {
    expect(databaseFault(failing('42501'), {})).toBeUndefined();
  });
});

describe('a refusal to start', () => {
  const refusal = new NotReady('Không khởi động: x.', 'Not started: x.');
  test('speaks the chosen language only, and both where none is known', () => {
    expect(faultIn(refusal, 'vi', {})).toBe('Không khởi động: x.');
    expect(faultIn(refusal, 'en', {})).toBe('Not started: x.');
    expect(faultIn(refusal, undefined, {})).toBe('Không khởi động: x. / Not started: x.');
  });

  test('so does a store in use', () => {
    const inUse = new StoreInUse({ pid: 12, started: '1', purpose: 'hopthu serve' }, '/data');
    expect(faultIn(inUse, 'vi', {})).toBe(
      'Kho dữ liệu /data đang được tiến trình 12 (hopthu serve) sử dụng. Hãy dừng tiến trình đó trước.',
    );
    expect(faultIn(inUse, 'en', {})).not.toContain('Kho dữ liệu');
  });
});
