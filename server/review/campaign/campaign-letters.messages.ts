/** The words of the letters of a campaign. */
import type { Text } from '../../kernel/language.js';

export const CAMPAIGN_LETTERS = {
  reminderTitle: { vi: 'Nhắc kiểm tra kết quả rà soát {reference}', en: 'Reminder: check the findings of {reference}' },
  remindContact: {
    vi: '{agency} còn {left} kết quả của “{title}” (từ {from} đến {to}) chưa được trả lời. Hạn kiểm tra là hết ngày {until}.',
    en: '{agency} has not answered for {left} findings of “{title}” ({from} to {to}). The check ends on {until}.',
  },
  remindHead: {
    vi: 'Cán bộ đầu mối của {agency} đã nộp kết quả kiểm tra “{title}”. Đề nghị lãnh đạo đơn vị xem danh sách và xác nhận trước khi hết ngày {until}.',
    en: 'The contact of {agency} has handed in the check of “{title}”. Please look at the list and confirm it by {until}.',
  },
  where: { vi: 'Kiểm tra tại {address}, mục “Kiểm tra của đơn vị”.', en: 'Check at {address}, under “Agency check”.' },
  headTitle: { vi: 'Đơn vị chưa kiểm tra kết quả rà soát {reference}', en: 'The check of {reference} is not done yet' },
  headBody: {
    vi: '{agency} chưa hoàn thành kiểm tra kết quả rà soát việc sử dụng hộp thư “{title}”: còn {left} kết quả chưa được trả lời. Hạn kiểm tra là hết ngày {until}.',
    en: '{agency} has not finished checking the findings of “{title}”: {left} are without an answer. The check ends on {until}.',
  },
  silenceStays: {
    vi: 'Kết quả không được trả lời thì giữ nguyên và không ghi nguyên nhân; không có biện pháp bất lợi nào dựa vào đó.',
    en: 'A finding that nobody answers stays as it is, without a cause; nothing adverse can rest on it.',
  },
  silenceTaskForce: {
    vi: 'Kết quả không được trả lời sẽ do tổ công tác kiểm tra.',
    en: 'Findings that nobody answers are checked by the task force.',
  },
  overdueTitle: { vi: 'Các đơn vị chưa kiểm tra xong {reference}', en: 'Agencies that have not checked {reference}' },
  overdueBody: {
    vi: 'Đã hết hạn kiểm tra “{title}” (ngày {until}). {count} đơn vị chưa xong:',
    en: 'The check of “{title}” ended on {until}. Agencies that have not finished: {count}.',
  },
  overdueLine: { vi: '– {agency}: còn {left} kết quả chưa trả lời', en: '– {agency}: {left} findings without an answer' },
  findingTitle: { vi: 'Kết quả rà soát việc sử dụng hộp thư của ông/bà ({reference})', en: 'Your finding in the review {reference}' },
  findingBody: {
    vi: 'Trong “{title}”, từ ngày {from} đến ngày {to}, hộp thư điện tử công vụ của ông/bà được ghi nhận: {tier}. Số ngày có sử dụng: {use} trên {days} ngày làm việc được đánh giá.',
    en: 'In “{title}”, from {from} to {to}, this is what was found of your official mailbox: {tier}. Days of use: {use} of {days} working days that could be assessed.',
  },
  findingMeans: {
    vi: 'Đây chưa phải là quyết định. Kết quả chỉ nói hộp thư đã hoặc chưa được sử dụng theo nhật ký của hệ thống thư; không ai bị xử lý chỉ vì kết quả này.',
    en: 'This is no decision. It only says whether the mailbox was used, by the logs of the mail system; nothing happens to anybody because of it alone.',
  },
  findingContest: {
    vi: 'Nếu kết quả không đúng, hoặc ông/bà đã nghỉ phép, nghỉ ốm, biệt phái, không có thiết bị trong thời gian đó, hãy đề nghị xem lại trước khi hết ngày {until}, kèm giấy tờ nếu có: trên trang của mình hoặc qua cán bộ đầu mối của đơn vị.',
    en: 'If it is wrong, or if you were on leave, ill, seconded or without a device, contest it by the end of {until}, with papers if you have any: on your own page, or through the contact of your agency.',
  },
  findingHelp: {
    vi: 'Nếu ông/bà thấy khó sử dụng, hãy đăng ký một lớp tập huấn; trong thời gian chờ và học, không có biện pháp bất lợi nào.',
    en: 'If you find it hard to use, ask for a training class; while you wait for it and attend it, nothing adverse happens.',
  },
  findingCode: {
    vi: 'Mã mở trang của ông/bà (dùng một lần): {code}. Nhập tại {address}.',
    en: 'Code that opens your own page (once): {code}. Type it in at {address}.',
  },
} satisfies Record<string, Text>;

/** What these letters are called in lists. */
export const CAMPAIGN_LETTER_KINDS = {
  'review.reminder': { vi: 'Nhắc kiểm tra kết quả rà soát', en: 'Reminder of a check' },
  'review.toHead': { vi: 'Báo lãnh đạo đơn vị chưa kiểm tra', en: 'Note to the head of an agency' },
  'review.overdue': { vi: 'Báo tổ công tác các đơn vị quá hạn', en: 'Note of overdue agencies' },
  'review.finding': { vi: 'Kết quả rà soát gửi cán bộ', en: 'Finding sent to the officer' },
} satisfies Record<string, Text>;
