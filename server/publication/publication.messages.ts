/** What this room says to people. */
export const publicationMessages = {
  slug: {
    vi: 'Địa chỉ danh sách gồm 3 đến 60 chữ thường không dấu, chữ số và dấu gạch nối, ví dụ “quy-3-2026”.',
    en: 'The address of a list is 3 to 60 small letters without diacritics, digits and hyphens, such as “quarter-3-2026”.',
  },
  slugTaken: {
    vi: 'Địa chỉ “{slug}” đã dùng cho danh sách của đợt rà soát {review}.',
    en: 'The address “{slug}” belongs to the list of the review {review}.',
  },
  legalBasis: {
    vi: 'Danh sách công khai phải nêu căn cứ pháp lý (không quá {most} ký tự).',
    en: 'A public list needs its legal basis, in at most {most} characters.',
  },
  expiry: {
    vi: 'Ngày cuối của thời hạn công khai không được trước ngày hôm nay.',
    en: 'The last day of publication cannot be in the past.',
  },
  notFinal: {
    vi: 'Chỉ công khai được danh sách của đợt rà soát đã chốt kết quả.',
    en: 'Only the list of a review whose findings hold can be published.',
  },
  unchanged: {
    vi: 'Danh sách không khác bản đang công khai: không có gì để công khai lại.',
    en: 'The list that is published is the same: there is nothing to publish again.',
  },
  withdrawReason: { vi: 'Hãy ghi lý do gỡ bỏ (không quá {most} ký tự).', en: 'Say why it is withdrawn, in at most {most} characters.' },
  withdrawn: { vi: 'Danh sách này đã được gỡ bỏ.', en: 'This list has been withdrawn.' },
  taken: {
    vi: 'Bỏ {name} ({agency}) khỏi danh sách; kết quả “{from}” không còn giá trị.',
    en: '{name} ({agency}) is taken off the list; “{from}” no longer holds.',
  },
  added: { vi: 'Thêm {name} ({agency}): {to}.', en: '{name} ({agency}) is added: {to}.' },
  changed: { vi: 'Sửa {name} ({agency}): từ “{from}” thành “{to}”.', en: '{name} ({agency}): “{to}” in place of “{from}”.' },
};
