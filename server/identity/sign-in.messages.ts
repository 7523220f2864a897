/** Sentences about signing in and the second factor. */
import type { Text } from '../kernel/language.js';

export const signInMessages = {
  tooManyTries: {
    vi: 'Đã nhập sai quá nhiều lần. Vui lòng thử lại từ {time}, hoặc nhờ quản trị viên gửi liên kết mới.',
    en: 'Too many wrong tries. Try again from {time}, or ask an administrator for a new link.',
  },
  wrongPaperCode: {
    vi: 'Mã không đúng, đã được dùng, đã được thay bằng mã mới hoặc đã hết hạn. Vui lòng kiểm tra lại, hoặc đề nghị cán bộ đầu mối in lại thông báo kèm mã mới.',
    en: 'The code is wrong, was used before, was replaced by a new one, or is too old. Check it, or ask your agency’s contact to print the notice again with a new code.',
  },
  tooManyPaperCodes: {
    vi: 'Đã nhập sai quá nhiều lần. Vui lòng thử lại từ {time}.',
    en: 'Too many wrong tries. Try again from {time}.',
  },
  codeNeeded: {
    vi: 'Vui lòng nhập mã xác thực trong ứng dụng, hoặc một mã dự phòng.',
    en: 'Enter the code your authenticator app shows, or a recovery code.',
  },
  wrongCode: {
    vi: 'Mã không đúng, đã hết hạn hoặc đã được dùng. Vui lòng chờ mã mới rồi thử lại.',
    en: 'The code is wrong, too old, or was used before. Wait for a new one and try again.',
  },
  wrongOwnPassword: { vi: 'Mật khẩu hiện tại không đúng.', en: 'The current password is wrong.' },
  passwordNeeded: { vi: 'Vui lòng nhập mật khẩu hiện tại.', en: 'Enter your current password.' },
  signInAgain: {
    vi: 'Vui lòng đăng xuất, đăng nhập lại rồi thực hiện việc này ngay sau đó.',
    en: 'Please sign out, sign in again, and do this right afterwards.',
  },
  samePassword: { vi: 'Mật khẩu mới phải khác mật khẩu hiện tại.', en: 'The new password must differ from the current one.' },
  totpIsOn: {
    vi: 'Ứng dụng xác thực đã được thiết lập. Muốn đổi sang thiết bị khác, vui lòng gỡ ứng dụng cũ trước.',
    en: 'An authenticator app is set up already. To change to another device, remove the old one first.',
  },
  totpNotBegun: {
    vi: 'Chưa bắt đầu thiết lập, hoặc đã quá {minutes} phút. Vui lòng bắt đầu lại.',
    en: 'The setup was not begun, or more than {minutes} minutes ago. Begin again.',
  },
  totpIsOff: { vi: 'Chưa thiết lập ứng dụng xác thực.', en: 'No authenticator app is set up.' },
  noFactor: { vi: 'Chưa thiết lập xác thực hai bước.', en: 'No second factor is set up.' },
  passkeyFailed: {
    vi: 'Khóa truy cập (passkey) không được chấp nhận. Vui lòng thử lại.',
    en: 'The passkey was not accepted. Please try again.',
  },
  passkeyOfOther: {
    vi: 'Khóa truy cập (passkey) này không thuộc về người đang đăng nhập.',
    en: 'This passkey does not belong to whoever is signed in.',
  },
  passkeyKnown: { vi: 'Khóa truy cập (passkey) này đã được thêm.', en: 'This passkey was added already.' },
  passkeyNameNeeded: { vi: 'Vui lòng đặt tên cho khóa truy cập (passkey).', en: 'Give the passkey a name.' },
  passkeyNameTooLong: { vi: 'Tên dài tối đa {longest} ký tự.', en: 'A name has at most {longest} characters.' },
  tooManyPasskeys: { vi: 'Một người có tối đa {most} khóa truy cập (passkey).', en: 'One person can have at most {most} passkeys.' },
  passkeysNeedUrl: {
    vi: 'Máy chủ này chưa dùng được khóa truy cập (passkey): cần thiết lập HOPTHU_URL là địa chỉ https của hệ thống.',
    en: 'This server cannot use passkeys yet: HOPTHU_URL must be set to the https address of the system.',
  },
  accountDisabled: {
    vi: 'Tài khoản đã bị vô hiệu hóa. Đề nghị liên hệ quản trị hệ thống.',
    en: 'This account was disabled. Please contact the administrator.',
  },
  sessionEnded: {
    vi: 'Phiên làm việc này đã được kết thúc từ nơi khác. Vui lòng đăng nhập lại.',
    en: 'This session was ended from elsewhere. Please sign in again.',
  },
  sessionExpired: { vi: 'Phiên làm việc đã hết hạn. Vui lòng đăng nhập lại.', en: 'The session has expired. Please sign in again.' },
  keyOpensNothing: {
    vi: 'Khóa API không đúng, đã hết hạn hoặc đã bị thu hồi.',
    en: 'The API key is wrong, has expired or was revoked.',
  },
  otherSite: { vi: 'Yêu cầu này không đến từ trang của hệ thống.', en: 'This request does not come from a page of this system.' },
  textNeeded: { vi: 'Phải điền mục này bằng văn bản.', en: 'This must be given as text.' },
} satisfies Record<string, Text>;
