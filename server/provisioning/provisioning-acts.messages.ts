/** What the acts of this room are called in the audit log. */
import type { Text } from '../kernel/language.js';

export const provisioningActs: Readonly<Record<string, Text>> = {
  'provisioning.pause': { vi: 'Tạm dừng gửi lệnh tới hệ thống thư.', en: 'Orders to mail systems were paused.' },
  'provisioning.brake': {
    vi: 'Phanh giữ lại các lệnh tới một hệ thống thư để chờ người thứ hai duyệt.',
    en: 'The brake held orders to a mail system for a second person.',
  },
  'mailOrder.done': { vi: 'Một lệnh tới hệ thống thư đã thực hiện xong.', en: 'An order to a mail system was carried out.' },
  'mailOrder.fail': { vi: 'Một lệnh tới hệ thống thư không thực hiện được.', en: 'An order to a mail system failed.' },
  'mailOrder.retry': { vi: 'Cho thực hiện lại một lệnh tới hệ thống thư.', en: 'An order to a mail system is tried again.' },
  'mailOrder.approve': { vi: 'Duyệt cho một lệnh đi qua phanh.', en: 'An order was let through the brake.' },
  'mailOrder.settle': { vi: 'Xử lý một lệnh tới hệ thống thư bằng tay.', en: 'An order to a mail system was settled by hand.' },
  'mailOrder.handOver': { vi: 'Bàn giao các lệnh trong một tệp.', en: 'Orders were handed over in a file.' },
  'mailOrder.confirm': { vi: 'Nhận tệp xác nhận các lệnh đã bàn giao.', en: 'Confirmations of orders came back in a file.' },
  'mailbox.suspend': { vi: 'Tạm khóa khẩn cấp một hộp thư.', en: 'A mailbox was suspended in an emergency.' },
  'mailbox.renewSuspension': { vi: 'Gia hạn tạm khóa khẩn cấp một hộp thư.', en: 'An emergency suspension was renewed.' },
  'mailbox.endSuspension': { vi: 'Kết thúc tạm khóa khẩn cấp một hộp thư.', en: 'An emergency suspension ended.' },
  'mailbox.suspendLeaver': {
    vi: 'Tạm khóa hộp thư của người đã thôi việc.',
    en: 'The mailbox of somebody who has left was suspended.',
  },
  'mailbox.openLeaver': {
    vi: 'Mở lại hộp thư đã tạm khóa do thôi việc.',
    en: 'A mailbox suspended after its holder had left was opened again.',
  },
  'mailbox.resetPassword': { vi: 'Yêu cầu cấp lại mật khẩu hộp thư.', en: 'A new password of a mailbox was asked for.' },
  'mailbox.sendPassword': {
    vi: 'Gửi thư nhận mật khẩu mới của hộp thư.',
    en: 'A letter with the way to a new mailbox password was written.',
  },
  'mailbox.forward': { vi: 'Thay đổi chuyển tiếp thư của hộp thư.', en: 'Forwarding of a mailbox was changed.' },
  'mailbox.adopt': { vi: 'Xác nhận hộp thư đã có trên hệ thống thư.', en: 'A mailbox was matched with its account at the mail system.' },
  'mailSystem.create': { vi: 'Khai báo một hệ thống thư.', en: 'A mail system was recorded.' },
  'mailSystem.edit': { vi: 'Sửa khai báo của một hệ thống thư.', en: 'A mail system was changed.' },
  'mailSystem.remove': { vi: 'Gỡ một hệ thống thư.', en: 'A mail system was taken off.' },
  'mailSystem.switchOn': { vi: 'Bật thực hiện lệnh trên một hệ thống thư.', en: 'A mail system was switched on.' },
  'mailSystem.switchOff': { vi: 'Tắt thực hiện lệnh trên một hệ thống thư.', en: 'A mail system was switched off.' },
  'mailSystem.check': { vi: 'Thử kết nối với một hệ thống thư.', en: 'The connection to a mail system was tried.' },
  'mailSystem.reconcile': { vi: 'Đối chiếu với một hệ thống thư.', en: 'A mail system was compared with what decisions want.' },
  'mailDrift.repair': { vi: 'Khắc phục một sai lệch trên hệ thống thư.', en: 'A difference at a mail system was repaired.' },
  'mailDrift.accept': { vi: 'Chấp nhận một sai lệch trên hệ thống thư.', en: 'A difference at a mail system was accepted.' },
  'provisioning.resume': { vi: 'Tiếp tục gửi lệnh tới hệ thống thư.', en: 'Orders to mail systems were resumed.' },
};
