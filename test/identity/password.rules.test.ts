import { describe, expect, test } from '@jest/globals';
import { passwordMessages } from '../../server/identity/password.messages.js';
import { passwordProblem } from '../../server/identity/password.rules.js';

const lan = { name: 'Nguyễn Thị Hương Lan', email: 'huong.lan.nguyen@test.example' };

describe('a new password', () => {
  test.each([
    ['eleven char', passwordMessages.tooShort],
    ['ế'.normalize('NFD').repeat(5), passwordMessages.tooShort],
    ['x'.repeat(127) + 'yz', passwordMessages.tooLong],
    ['zzzzzzzzzzzzz', passwordMessages.oneCharacter],
    ['nguyen thi huong lan', passwordMessages.isOwnName],
    ['Huong.Lan.Nguyen@TEST.example', passwordMessages.isOwnName],
    ['huong.lan.nguyen', passwordMessages.isOwnName],
    ['Mật khẩu 12345', passwordMessages.tooCommon],
    ['Password1234', passwordMessages.tooCommon],
    ['1q2w-3e4r-5t6y', passwordMessages.tooCommon],
  ])('%j is refused (G-16)', (password, text) => expect(passwordProblem(password, lan)?.text).toBe(text));

  test.each(['twelve chars', 'bốn con mèo ngồi', 'x'.repeat(127) + 'y', 'password of a city', '           .'])(
    '%j is allowed (G-16)',
    (password) => expect(passwordProblem(password, lan)).toBeUndefined(),
  );
});
