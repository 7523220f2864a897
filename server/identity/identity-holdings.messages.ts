/** Under which titles does a person read what is held about their account? */
import type { HoldingWords } from '../kernel/personal-data.js';

const createdAt = { vi: 'Tạo lúc', en: 'Made at' };
const name = { vi: 'Tên', en: 'Name' };

export const identityHolds = {
  account: {
    title: { vi: 'Tài khoản', en: 'Account' },
    columns: {
      name,
      email: { vi: 'Địa chỉ đăng nhập', en: 'E-mail to sign in with' },
      createdAt,
      disabledAt: { vi: 'Vô hiệu hóa từ', en: 'Disabled since' },
    },
  },
  roles: {
    title: { vi: 'Vai trò', en: 'Roles' },
    columns: { role: { vi: 'Vai trò', en: 'Role' }, createdAt },
  },
  sessions: {
    title: { vi: 'Phiên đăng nhập', en: 'Sessions' },
    columns: {
      createdAt,
      method: { vi: 'Cách đăng nhập', en: 'How' },
      device: { vi: 'Thiết bị', en: 'Device' },
      lastUsedAt: { vi: 'Dùng lần cuối lúc', en: 'Last used at' },
      endedAt: { vi: 'Kết thúc lúc', en: 'Ended at' },
    },
  },
  factors: {
    title: { vi: 'Cách xác thực (không kèm bí mật)', en: 'Ways to sign in (without their secrets)' },
    columns: { kind: { vi: 'Loại', en: 'Kind' }, name, createdAt },
  },
  codes: {
    title: { vi: 'Mã dùng một lần trên thông báo giấy (không kèm mã)', en: 'One-time codes of paper notices (without the codes)' },
    columns: {
      createdAt,
      expiresAt: { vi: 'Hết hạn lúc', en: 'Expires at' },
      usedAt: { vi: 'Dùng lúc', en: 'Used at' },
      revokedAt: { vi: 'Thu hồi lúc', en: 'Taken away at' },
    },
  },
} satisfies Record<string, HoldingWords>;
