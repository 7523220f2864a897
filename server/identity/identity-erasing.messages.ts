/** What keeps an account from being forgotten. */
import type { Text } from '../kernel/language.js';

export const identityErasing = {
  otherRoles: {
    vi: 'Tài khoản của người này còn vai trò khác ({roles}): hãy gỡ các vai trò đó trước.',
    en: 'The account of the person still holds other roles ({roles}): take them away first.',
  },
} satisfies Record<string, Text>;
