/** Pages that somebody meets who could not be signed in by the provider: what happened, and what to do. */
import type { Text } from '../kernel/language.js';

export interface PageText {
  title: Text;
  body: Text;
}

export const oidcPages = {
  NOT_SET_UP: {
    title: { vi: 'Chưa có đăng nhập một lần', en: 'Single sign-on is not set up' },
    body: {
      vi: 'Hệ thống này chưa kết nối với cổng đăng nhập nào. Vui lòng đăng nhập bằng địa chỉ thư điện tử và mật khẩu.',
      en: 'This system is not connected to a sign-in service. Please sign in with your e-mail address and password.',
    },
  },
  WRONG_PLACE: {
    title: { vi: 'Liên kết không hợp lệ', en: 'The link is not valid' },
    body: {
      vi: 'Liên kết đăng nhập dẫn tới một nơi ngoài hệ thống này nên không được thực hiện. Vui lòng mở trang đăng nhập và thử lại từ đó.',
      en: 'The sign-in link leads to a place outside this system and was not followed. Please open the sign-in page and begin there.',
    },
  },
  UNREACHABLE: {
    title: { vi: 'Cổng đăng nhập tạm thời không hoạt động', en: 'The sign-in service does not answer' },
    body: {
      vi: '{name} hiện không trả lời. Vui lòng thử lại sau ít phút, hoặc đăng nhập bằng cách khác ở trang đăng nhập.',
      en: '{name} does not answer at the moment. Please try again in a few minutes, or sign in another way on the sign-in page.',
    },
  },
  EXPIRED: {
    title: { vi: 'Lần đăng nhập này đã hết hạn', en: 'This sign-in has expired' },
    body: {
      vi: 'Mỗi lần đăng nhập qua {name} chỉ dùng được một lần, trong 10 phút và trên cùng một trình duyệt. Vui lòng thử lại.',
      en: 'A sign-in through {name} can be used once, within 10 minutes and in the same browser. Please try again.',
    },
  },
  CANCELLED: {
    title: { vi: 'Chưa đăng nhập', en: 'You are not signed in' },
    body: {
      vi: 'Việc đăng nhập tại {name} đã bị dừng hoặc bị từ chối. Vui lòng thử lại, hoặc đăng nhập bằng cách khác ở trang đăng nhập.',
      en: 'Signing in at {name} was stopped or refused there. Please try again, or sign in another way on the sign-in page.',
    },
  },
  UNTRUSTED: {
    title: { vi: 'Không xác minh được kết quả đăng nhập', en: 'The sign-in could not be verified' },
    body: {
      vi: 'Kết quả nhận từ {name} không xác minh được nên không được chấp nhận. Vui lòng thử lại; nếu vẫn như vậy, hãy báo cho quản trị hệ thống mã yêu cầu dưới đây.',
      en: 'What came from {name} could not be verified and was not accepted. Please try again; if it stays so, tell the administrator the request number below.',
    },
  },
  NOT_ADMITTED: {
    title: { vi: 'Tài khoản chưa dùng được ở đây', en: 'The account cannot be used here' },
    body: {
      vi: 'Quý vị đã đăng nhập tại {name}, nhưng hệ thống này chưa mở cho tài khoản đó. Vui lòng liên hệ quản trị hệ thống và cho biết mã yêu cầu dưới đây.',
      en: 'You have signed in at {name}, but this system is not open to that account. Please ask the administrator and tell them the request number below.',
    },
  },
  FAULT: {
    title: { vi: 'Có lỗi ở máy chủ', en: 'Something went wrong on the server' },
    body: {
      vi: 'Chưa đăng nhập được do lỗi ở máy chủ. Vui lòng thử lại; nếu vẫn như vậy, hãy báo cho quản trị hệ thống mã yêu cầu dưới đây.',
      en: 'Signing in failed through a fault of the server. Please try again; if it stays so, tell the administrator the request number below.',
    },
  },
} satisfies Record<string, PageText>;

export type OidcPage = keyof typeof oidcPages;

export const oidcWords = {
  requestId: { vi: 'Mã yêu cầu', en: 'Request number' },
  again: { vi: 'Thử lại', en: 'Try again' },
  back: { vi: 'Về trang đăng nhập', en: 'To the sign-in page' },
} satisfies Record<string, Text>;
