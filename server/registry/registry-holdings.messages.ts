/** Under which titles does a person read what the registry holds about them? */
import type { HoldingWords } from '../kernel/personal-data.js';
import type { Text } from '../kernel/language.js';

export const registryHolds = {
  officer: {
    title: { vi: 'Thông tin cán bộ, công chức', en: 'Who you are' },
    columns: {
      code: { vi: 'Mã', en: 'Code' },
      fullName: { vi: 'Họ và tên', en: 'Full name' },
      agency: { vi: 'Cơ quan, đơn vị', en: 'Agency' },
      post: { vi: 'Chức vụ', en: 'Post' },
      isLeader: { vi: 'Là lãnh đạo', en: 'Leader' },
      otherEmail: { vi: 'Địa chỉ thư điện tử khác', en: 'Other e-mail' },
      phone: { vi: 'Điện thoại', en: 'Telephone' },
      prefersPaper: { vi: 'Nhận thư báo trên giấy', en: 'Letters on paper' },
      leftOn: { vi: 'Ngày làm việc cuối', en: 'Last day in office' },
      leftReason: { vi: 'Lý do thôi công tác', en: 'Reason for leaving' },
      tier: { vi: 'Mức độ sử dụng hiện ghi nhận', en: 'Tier as it stands' },
      createdAt: { vi: 'Được ghi nhận lúc', en: 'Recorded at' },
    },
  },
  postings: {
    title: { vi: 'Quá trình công tác', en: 'Posts held' },
    columns: {
      agency: { vi: 'Cơ quan, đơn vị', en: 'Agency' },
      post: { vi: 'Chức vụ', en: 'Post' },
      isMain: { vi: 'Chức vụ chính', en: 'Main post' },
      isLeader: { vi: 'Là lãnh đạo', en: 'Leader' },
      fromOn: { vi: 'Từ ngày', en: 'From' },
      untilOn: { vi: 'Đến ngày', en: 'Until' },
    },
  },
  absences: {
    title: { vi: 'Thời gian vắng mặt có văn bản', en: 'Documented absences' },
    columns: {
      fromOn: { vi: 'Từ ngày', en: 'From' },
      untilOn: { vi: 'Đến ngày', en: 'Until' },
      document: { vi: 'Văn bản', en: 'Document' },
    },
  },
  mailboxes: {
    title: { vi: 'Hộp thư điện tử công vụ', en: 'Mailboxes' },
    columns: {
      address: { vi: 'Địa chỉ', en: 'Address' },
      kind: { vi: 'Loại', en: 'Kind' },
      fromOn: { vi: 'Giữ từ ngày', en: 'Held from' },
      untilOn: { vi: 'Giữ đến ngày', en: 'Held until' },
      state: { vi: 'Trạng thái ghi nhận gần nhất', en: 'State as last seen' },
      expectedState: { vi: 'Trạng thái theo quyết định', en: 'State as decided' },
    },
  },
} satisfies Record<string, HoldingWords>;

export const MAILBOX_KIND_WORDS: Readonly<Record<string, Text>> = {
  PERSONAL: { vi: 'cá nhân', en: 'personal' },
  ROLE: { vi: 'chức danh', en: 'role' },
  MACHINE: { vi: 'máy', en: 'machine' },
};
