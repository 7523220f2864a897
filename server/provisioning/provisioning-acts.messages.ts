/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const provisioningActs: Readonly<Record<string, Text>> = {
  'provisioning.pause': { vi: 'Tạm dừng gửi lệnh tới hệ thống thư.', en: 'Orders to mail systems were paused.' },
  'provisioning.resume': { vi: 'Tiếp tục gửi lệnh tới hệ thống thư.', en: 'Orders to mail systems were resumed.' },
};
