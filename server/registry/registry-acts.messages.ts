/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const registryActs: Readonly<Record<string, Text>> = {
  'agency.close': { vi: 'Kết thúc hoạt động của đơn vị.', en: 'An agency was closed.' },
  'agency.create': { vi: 'Thêm đơn vị.', en: 'An agency was made.' },
  'agency.import': { vi: 'Nhập đơn vị từ bảng tính.', en: 'An agency came in by a spreadsheet.' },
  'agency.update': { vi: 'Sửa thông tin đơn vị.', en: 'An agency was changed.' },
  'mailbox.record': { vi: 'Ghi nhận hộp thư điện tử công vụ.', en: 'A mailbox was recorded.' },
  'mailbox.release': { vi: 'Gỡ hộp thư điện tử công vụ khỏi người giữ.', en: 'A mailbox was taken from its holder.' },
  'officer.setReach': { vi: 'Đổi cách liên hệ với cán bộ, công chức.', en: 'How an officer is reached was changed.' },
  'officer.create': { vi: 'Thêm cán bộ, công chức.', en: 'An officer was added.' },
  'officer.fill': { vi: 'Nạp thông tin ban đầu của cán bộ, công chức.', en: 'First facts of an officer were filled in.' },
  'officer.import': { vi: 'Nhập cán bộ, công chức từ bảng tính.', en: 'An officer came in by a spreadsheet.' },
  'officer.leave': { vi: 'Ghi nhận thôi công tác.', en: 'An officer’s leaving was recorded.' },
  'officer.recordAbsence': { vi: 'Ghi nhận thời gian vắng mặt có văn bản.', en: 'An absence was recorded, with its document.' },
  'officer.recordOtherPost': { vi: 'Ghi nhận chức vụ kiêm nhiệm.', en: 'Another post of an officer was recorded.' },
  'officer.transfer': { vi: 'Điều động sang đơn vị hoặc chức vụ khác.', en: 'An officer was transferred.' },
  'officer.update': { vi: 'Sửa thông tin cán bộ, công chức.', en: 'An officer was changed.' },
  'officers.import': { vi: 'Nhập danh sách cán bộ, công chức.', en: 'A list of officers was imported.' },
};
