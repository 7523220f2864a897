/** Sentences about choosing a password. */
import type { Text } from '../kernel/language.js';

export const passwordMessages = {
  tooShort: { vi: 'Mật khẩu phải có ít nhất {shortest} ký tự.', en: 'A password needs at least {shortest} characters.' },
  tooLong: { vi: 'Mật khẩu có tối đa {longest} ký tự.', en: 'A password has at most {longest} characters.' },
  isOwnName: {
    vi: 'Mật khẩu không được là họ tên hoặc địa chỉ thư điện tử của mình.',
    en: 'The password must not be your own name or e-mail address.',
  },
  tooCommon: {
    vi: 'Mật khẩu này quá phổ biến, dễ bị đoán. Vui lòng chọn mật khẩu khác.',
    en: 'This password is too common and easily guessed. Please choose another one.',
  },
  oneCharacter: {
    vi: 'Mật khẩu không được chỉ lặp lại một ký tự.',
    en: 'The password must not be one character repeated.',
  },
} satisfies Record<string, Text>;
