/** What the command line says about published lists. */
import type { Text } from './kernel/language.js';

export const cliPublicationMessages = {
  published: {
    vi: 'Đã công khai “{title}”, bản {version}: ai cũng xem được tại /lists/{slug}.',
    en: 'Published “{title}”, version {version}: everybody can read it at /lists/{slug}.',
  },
  publishedInside: {
    vi: 'Đã đưa “{title}”, bản {version}, ra nội bộ với địa chỉ {slug}: chỉ người đăng nhập xem được.',
    en: 'Published “{title}”, version {version}, inside as {slug}: only who is signed in can read it.',
  },
  withdrawn: { vi: 'Đã gỡ bỏ “{title}” ({slug}).', en: 'Withdrew “{title}” ({slug}).' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  title: { vi: 'Danh sách', en: 'List' },
  version: { vi: 'Bản', en: 'Version' },
  audience: { vi: 'Dành cho', en: 'For' },
  until: { vi: 'Đến hết ngày', en: 'Up to' },
} satisfies Record<string, Text>;
