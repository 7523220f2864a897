/** What connectors say of themselves about an order, in both languages; `said.ts` knows them by their English. What a mail system says stays in its own words. */
import type { Text } from '../kernel/language.js';

export const connectorSentences = {
  noAccount: { vi: 'hệ thống thư không có tài khoản này', en: 'there is no such account' },
  noAccount404: { vi: 'hệ thống thư không có tài khoản này (404)', en: 'there is no such account (404)' },
  newer: { vi: 'một lệnh mới hơn đã được thực hiện', en: 'a newer order was carried out' },
  otherHolds: { vi: 'địa chỉ này thuộc một tài khoản khác: {address}', en: 'another account holds this address: {address}' },
  otherAddress: { vi: 'tài khoản này mang địa chỉ {address}', en: 'this account has the address {address}' },
  strangeState: {
    vi: 'tài khoản {address} có trạng thái {state} mà phần cài đặt không kể đến',
    en: 'the account of {address} has the state {state}, which the settings do not name',
  },
  noSuspended: { vi: 'hệ thống thư này không có trạng thái tạm khóa', en: 'this system has no state for suspended accounts' },
  noForwarding: { vi: 'hệ thống thư này không có cột chuyển tiếp', en: 'this system has no column for forwarding' },
  notTaken: { vi: 'bảng không nhận tài khoản có địa chỉ {address}', en: 'the table takes no account with the address {address}' },
  noLonger: { vi: 'tài khoản không còn như đã ghi', en: 'the account no longer is as it was written' },
  notReadBack: { vi: 'đã ghi nhưng chưa đọc lại được: {why}', en: 'not read back: {why}' },
  writtenNotRead: { vi: 'đã ghi nhưng chưa đọc lại được: {why}', en: 'written, but not read back: {why}' },
  accountMoving: { vi: 'tài khoản bị thay đổi liên tục từ nơi khác', en: 'the account was changed by others again and again' },
  entryMoving: { vi: 'mục thư mục bị thay đổi liên tục từ nơi khác', en: 'the entry was changed by others again and again' },
  severalIds: { vi: 'nhiều tài khoản cùng mang externalId này', en: 'several accounts have this externalId' },
} satisfies Record<string, Text>;
