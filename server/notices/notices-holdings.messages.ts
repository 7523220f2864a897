/** Under which titles does a person read what was written to them? */
import type { HoldingWords } from '../kernel/personal-data.js';

export const noticesHolds = {
  letters: {
    title: { vi: 'Thông báo đã gửi', en: 'Letters' },
    columns: {
      createdAt: { vi: 'Soạn lúc', en: 'Written at' },
      title: { vi: 'Tiêu đề', en: 'Title' },
      body: { vi: 'Nội dung', en: 'Text' },
      channel: { vi: 'Cách gửi', en: 'Means' },
      state: { vi: 'Trạng thái', en: 'State' },
      sentTo: { vi: 'Gửi tới', en: 'Sent to' },
      sentAt: { vi: 'Gửi lúc', en: 'Sent at' },
      receivedOn: { vi: 'Nhận ngày', en: 'Received on' },
      receivedBy: { vi: 'Cách nhận', en: 'How it was received' },
      note: { vi: 'Ghi chú', en: 'Note' },
      scan: { vi: 'Bản chụp giấy nhận', en: 'Scan of the receipt' },
    },
  },
  attempts: {
    title: { vi: 'Lần gửi thông báo', en: 'Attempts to send letters' },
    columns: {
      title: { vi: 'Thông báo', en: 'Letter' },
      at: { vi: 'Lúc', en: 'At' },
      outcome: { vi: 'Kết quả', en: 'What came of it' },
    },
  },
  files: {
    title: { vi: 'Tệp ông/bà đã tải lên', en: 'Files you brought' },
    columns: {
      createdAt: { vi: 'Lúc', en: 'At' },
      fileName: { vi: 'Tên tệp', en: 'Name' },
      mediaType: { vi: 'Loại', en: 'Kind' },
      size: { vi: 'Số byte', en: 'Bytes' },
    },
  },
} satisfies Record<string, HoldingWords>;
