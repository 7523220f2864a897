/** Sentences about agencies, officers and mailboxes. */
import type { Text } from '../kernel/language.js';

export const registryMessages = {
  reachByOthers: {
    vi: 'Địa chỉ nhận thư khác do chính cán bộ hoặc người quản lý danh bạ ghi; ở đây chỉ ghi được điện thoại và việc nhận trên giấy.',
    en: 'Another address is recorded by the officer or whoever keeps the registry; here telephone and letters on paper can be.',
  },
  codeTaken: { vi: 'Đã có cơ quan mang mã {code}.', en: 'An agency has the code {code} already.' },
  officerCodeTaken: { vi: 'Đã có cán bộ mang mã {code}.', en: 'An officer has the code {code} already.' },
  agencyUnknown: { vi: 'Không có cơ quan này.', en: 'There is no such agency.' },
  officerUnknown: { vi: 'Không có cán bộ này.', en: 'There is no such officer.' },
  ownFile: { vi: 'Không ai được sửa hồ sơ của chính mình.', en: 'Nobody may change their own file.' },
  notItself: { vi: 'Một cơ quan không thể trực thuộc hoặc kế thừa chính nó.', en: 'An agency cannot be under itself or succeed itself.' },
  closedAlready: { vi: 'Cơ quan đã kết thúc hoạt động.', en: 'The agency is closed already.' },
  domainTaken: { vi: 'Tên miền {domain} đã là của {agency}.', en: 'The domain {domain} belongs to {agency} already.' },
  hasLeft: { vi: 'Cán bộ đã thôi công tác từ ngày {day}.', en: 'The officer left on {day}.' },
  isErased: {
    vi: 'Thông tin cá nhân của người này đã được xóa, không ghi thêm vào hồ sơ này được nữa. Người trở lại công tác được lập hồ sơ mới với mã mới.',
    en: 'The personal data of this officer were erased and nothing more can be entered. Whoever comes back is recorded anew, under a new code.',
  },
  daysReversed: { vi: 'Ngày cuối không được trước ngày đầu.', en: 'The last day must not lie before the first.' },
  documentNeeded: { vi: 'Cần ghi số, ngày của văn bản chứng minh.', en: 'Name the document that shows it: number and date.' },
  beforePosting: {
    vi: 'Ngày này phải sau ngày bắt đầu chức vụ hiện tại ({day}).',
    en: 'The day must lie after the first day of the present posting ({day}).',
  },
  codeStays: { vi: 'Mã cán bộ {code} không đổi được.', en: 'The officer’s code {code} cannot be changed.' },
  postDefect: {
    vi: 'Có ký tự không được phép hoặc dài quá 200 ký tự.',
    en: 'It holds characters that are not allowed, or is longer than 200 characters.',
  },
  address: { vi: 'Đây không phải là địa chỉ thư điện tử.', en: 'This is not a mail address.' },
  mailboxNotHeld: { vi: 'Không có hộp thư này, hoặc không ai đang giữ.', en: 'There is no such mailbox, or nobody holds it.' },
  mailboxHeld: {
    vi: 'Hộp thư {address} đang do cán bộ {code} giữ. Nếu ghi nhầm, hãy gỡ khỏi cán bộ đó trước (mailboxRelease).',
    en: 'The mailbox {address} is held by officer {code}. If that is a mistake, release it first (mailboxRelease).',
  },
} satisfies Record<string, Text>;
