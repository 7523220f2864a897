/** Sentences of refusals about answers and webhooks. */
import type { Text } from '../kernel/language.js';

export const awardsMessages = {
  codes: { vi: 'Mỗi lần hỏi từ 1 đến {most} mã.', en: 'Ask for 1 to {most} codes at a time.' },
  title: {
    vi: 'Không có danh hiệu thi đua này; các mã danh hiệu: {known}.',
    en: 'There is no such emulation title; the codes are {known}.',
  },
  year: { vi: 'Năm thi đua phải từ 1900 đến 2200.', en: 'The emulation year must lie between 1900 and 2200.' },
  future: { vi: 'Không trả lời được cho thời điểm chưa tới.', en: 'A moment that has not come yet cannot be answered for.' },
  name: { vi: 'Cần đặt tên để biết hệ thống nào nhận.', en: 'A name is needed, to know which system it is.' },
  nameDefect: {
    vi: 'Có ký tự không được phép hoặc dài quá {most} ký tự.',
    en: 'It holds characters that are not allowed, or is longer than {most} characters.',
  },
  url: {
    vi: 'Cần một địa chỉ đầy đủ, bắt đầu bằng https://, dài tối đa {most} ký tự.',
    en: 'A whole address is needed that begins with https:// and has at most {most} characters.',
  },
  urlLogin: {
    vi: 'Không đặt tên đăng nhập hoặc mật khẩu trong địa chỉ.',
    en: 'No name and no password may stand in the address.',
  },
  urlHttp: {
    vi: 'Phải dùng https; http chỉ dùng được trên chính máy chủ này, khi HOPTHU_WEBHOOK_INTERNAL cho phép.',
    en: 'It must be https; http is for this machine itself only, where HOPTHU_WEBHOOK_INTERNAL allows it.',
  },
  urlInternal: {
    vi: 'Địa chỉ này nằm trong mạng nội bộ. Người quản trị máy chủ phải cho phép bằng HOPTHU_WEBHOOK_INTERNAL.',
    en: 'This address lies inside our own network. Whoever runs the server must allow it by HOPTHU_WEBHOOK_INTERNAL.',
  },
  urlTaken: { vi: 'Địa chỉ này đã được đăng ký nhận.', en: 'This address is subscribed already.' },
  tooManySubscriptions: { vi: 'Tối đa {most} hệ thống cùng nhận.', en: 'At most {most} systems can be subscribed.' },
  ended: { vi: 'Đăng ký nhận này đã kết thúc.', en: 'This subscription has ended.' },
  replayWhat: {
    vi: 'Hãy nêu các lượt gửi (ids) hoặc thời điểm bắt đầu (since), một trong hai.',
    en: 'Name either the deliveries (ids) or the moment since when (since).',
  },
} satisfies Record<string, Text>;
