/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const noticesActs: Readonly<Record<string, Text>> = {
  'attachment.read': { vi: 'Đọc bản quét giấy tờ.', en: 'A scanned paper was read.' },
  'attachment.upload': { vi: 'Tải lên bản quét giấy tờ.', en: 'A scanned paper was uploaded.' },
  'letter.lapse': { vi: 'Thư không cần trao nữa.', en: 'A letter needs to be handed over no more.' },
  'letter.markPrinted': { vi: 'In thư.', en: 'A letter was printed.' },
  'letter.print': { vi: 'In thư để trao tay.', en: 'A letter was printed to be handed over.' },
  'letter.putOnPaper': {
    vi: 'Thư không gửi được qua thư điện tử, chuyển sang trao tay.',
    en: 'A letter could not be sent by e-mail and is to be handed over.',
  },
  'letter.read': { vi: 'Đọc nội dung thư gửi cán bộ, công chức.', en: 'Letters to officers were read.' },
  'letter.recordReceipt': { vi: 'Ghi việc nhận thư.', en: 'The receipt of a letter was recorded.' },
  'letter.send': { vi: 'Gửi thư qua thư điện tử.', en: 'A letter was sent by e-mail.' },
  'letter.sendAgain': { vi: 'Yêu cầu gửi lại thư.', en: 'A letter was to be sent again.' },
  'letter.write': { vi: 'Lập thư gửi cán bộ, công chức.', en: 'A letter to an officer was written.' },
};
