/** May this be somebody's password? Length counts more than odd characters; what a guesser tries first is refused (G-16). */
import type { Message } from '../kernel/language.js';
import { passwordMessages } from './password.messages.js';

/** Characters of the shortest password allowed. */
export const SHORTEST_PASSWORD = 12;
/** Characters of the longest password allowed. */
export const LONGEST_PASSWORD = 128;

/** Long enough to be allowed and still among the first that a guesser tries; written as `plain` leaves them. */
const COMMON = new Set(
  `123456123456 123456789012 1234567890ab 1234567891011 1234567890123 0123456789ab 012345678910 012345678901 987654321098 098765432109 111222333444
  112233445566 121212121212 123123123123 123321123321 147258369147 147258369258 123qweasdzxc 123qwe123qwe 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qazxsw23edc
  q1w2e3r4t5y6 qazwsxedcrfv qwertyuiop12 qwertyuiop123 qwertyuiopasdf qwertyuiopas qwerty123456 qwerty1234567 qwertyuiop1234 qwertyqwerty asdfghjkl123
  asdfghjklzxc asdfghjklqwe asdfasdfasdf abcdefghijkl abcdefghijklm abcdefgh1234 abcd12345678 abc123abc123 abcabcabcabc aaaabbbbcccc zxcvbnm12345
  password1234 password12345 password123456 passwordpassword passw0rd1234 mypassword123 changeme1234 changemechangeme administrator administrator1 admin1234567 admin12345678
  adminadminadmin adminpassword letmein12345 letmeinletmein welcome12345 welcome123456 iloveyou1234 iloveyouiloveyou correcthorsebatterystaple trustno1trustno1
  matkhau12345 matkhau123456 matkhaumatkhau matkhaucuatoi khongcomatkhau anhyeuem1234 anhyeuem12345 anhyeuem123456 emyeuanh1234 toiyeuvietnam vietnam12345
  vietnam123456 vietnamvodich hochiminh123 hanoivietnam saigon123456 ubndthanhpho uybannhandan hopthu123456 hopthuhopthu hopthucongvu congchuc1234`
    .split(/\s+/)
    .filter(Boolean),
);

/** Lower case, without diacritics, spaces and signs: `Mật khẩu-12345` is `matkhau12345`. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Why this must not be the person's new password; undefined when it may. Characters are those a person sees: composed, each counted once. */
export function passwordProblem(password: string, { name, email }: { name: string; email: string }): Message | undefined {
  const characters = [...password.normalize('NFC')];
  if (characters.length < SHORTEST_PASSWORD) return { text: passwordMessages.tooShort, values: { shortest: SHORTEST_PASSWORD } };
  if (characters.length > LONGEST_PASSWORD) return { text: passwordMessages.tooLong, values: { longest: LONGEST_PASSWORD } };
  if (new Set(characters).size === 1) return { text: passwordMessages.oneCharacter };
  const bare = plain(password);
  if ([name, email, email.split('@')[0] ?? ''].some((own) => own !== '' && plain(own) === bare))
    return { text: passwordMessages.isOwnName };
  if (COMMON.has(bare)) return { text: passwordMessages.tooCommon };
  return undefined;
}
