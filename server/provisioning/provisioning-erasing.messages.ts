/** What keeps the mail systems from forgetting somebody. */
import type { Text } from '../kernel/language.js';

export const provisioningErasing = {
  accountStands: {
    vi: 'Tài khoản thư {address} còn trên hệ thống thư “{system}”: hãy xóa tài khoản tại đó, rồi đối chiếu lại.',
    en: 'The account {address} still stands on the mail system "{system}": remove it there, then compare again.',
  },
} satisfies Record<string, Text>;
