/** What is said about keeping and erasing. */
import type { Text } from '../../kernel/language.js';

export const keepingMessages = {
  legalBasis: {
    vi: 'Nêu căn cứ pháp lý của quy định lưu giữ, tối đa {most} ký tự.',
    en: 'Name the legal basis of the policy, at most {most} characters.',
  },
  unknownName: { vi: 'Không có loại dữ liệu “{name}”.', en: 'There is no kind of data "{name}".' },
  namedTwice: { vi: 'Loại dữ liệu “{name}” được nêu hai lần.', en: 'The kind of data "{name}" is named twice.' },
  outOfBounds: {
    vi: '{what}: thời hạn từ {least} đến {most} {unit}.',
    en: '{what}: a period of {least} to {most} {unit}.',
  },
  past: { vi: 'Ngày có hiệu lực không được trước ngày hôm nay.', en: 'It cannot take effect on a day that has passed.' },
  unchanged: { vi: 'Quy định này giống quy định đang có hiệu lực.', en: 'This is the policy that holds already.' },
  running: { vi: 'Một lần xóa khác đang chạy; hãy thử lại sau.', en: 'Another removal is going on; try again later.' },
  eraseReason: {
    vi: 'Nêu lý do xóa, tối đa {most} ký tự. Không ghi tên người được xóa.',
    en: 'Say why, in at most {most} characters, without the name of the person.',
  },
  nameInReason: {
    vi: 'Lý do không được chứa tên, mã hoặc địa chỉ của người được xóa, vì lý do được giữ lại.',
    en: 'The reason must not hold the name, code or address of the person, for it is kept.',
  },
  erased: { vi: 'Thông tin của người này đã được xóa.', en: 'The data of this person were erased before.' },
  stillHere: {
    vi: 'Người này chưa thôi công tác; chỉ xóa được thông tin của người đã thôi công tác.',
    en: 'The person has not left; only those who have left can be erased.',
  },
  periodRuns: {
    vi: 'Thời hạn lưu giữ còn đến hết ngày {day}.',
    en: 'The period for which the data are kept runs until the end of {day}.',
  },
} satisfies Record<string, Text>;

export const unitWords: Readonly<Record<'DAYS' | 'MONTHS' | 'YEARS', Text>> = {
  DAYS: { vi: 'ngày', en: 'days' },
  MONTHS: { vi: 'tháng', en: 'months' },
  YEARS: { vi: 'năm', en: 'years' },
};
