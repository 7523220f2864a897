/** What letters and their records say, Vietnamese first. */
export const LETTER_WORDS = {
  greeting: { vi: 'Kính gửi: Ông/Bà {who}', en: 'To: {who}' },
  close: { vi: 'Trân trọng.', en: 'Yours faithfully,' },
  issuer: { vi: 'Bộ phận quản lý hộp thư điện tử công vụ', en: 'Office in charge of official mailboxes' },
};

export const noticesMessages = {
  receivedInFuture: { vi: 'Ngày nhận không được ở tương lai.', en: 'The day of receipt cannot be in the future.' },
  receivedBeforeWritten: {
    vi: 'Ngày nhận không được trước ngày lập thư ({day}).',
    en: 'The day of receipt cannot be before the letter was written ({day}).',
  },
  alreadyReceived: { vi: 'Việc nhận thư này đã được ghi.', en: 'The receipt of this letter is recorded already.' },
  noteTooLong: { vi: 'Ghi chú dài tối đa {limit} ký tự.', en: 'A note has at most {limit} characters.' },
  noSuchAttachment: {
    vi: 'Không có tệp này trong số tệp quý vị đã tải lên và chưa dùng.',
    en: 'There is no such file among those you have uploaded and not used yet.',
  },
  isWaiting: { vi: 'Thư đang chờ gửi qua thư điện tử.', en: 'The letter is waiting to be sent by e-mail.' },
  noAddress: {
    vi: 'Không có địa chỉ thư điện tử nào người nhận đang dùng; thư phải được trao tay.',
    en: 'There is no e-mail address the person reads; the letter must be handed over.',
  },
  hasLapsed: {
    vi: 'Thư không cần trao nữa: đã có thư mới hơn, hoặc việc đã qua.',
    en: 'The letter is needed no more: there is a newer one, or the matter is over.',
  },
  isBeingSent: { vi: 'Thư đang chờ gửi đến chính địa chỉ này.', en: 'The letter is waiting to be sent to this very address.' },
  ownLetter: { vi: 'Không ai tự ghi việc nhận thư của chính mình.', en: 'Nobody records the receipt of their own letter.' },
  fileTooLarge: { vi: 'Tệp lớn hơn 10 MB.', en: 'The file is larger than 10 MB.' },
  notAScan: { vi: 'Chỉ nhận tệp PDF, PNG hoặc JPEG.', en: 'Only PDF, PNG and JPEG files are taken.' },
  tooManyFiles: {
    vi: 'Quý vị có {limit} tệp đã tải lên mà chưa dùng; hãy dùng chúng trước.',
    en: 'You have {limit} uploaded files that are not used yet; use them first.',
  },
};
