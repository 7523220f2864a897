// Words about differences between mail systems and what decisions want.
export const drifts = {
  menu: 'Đối chiếu',
  about: 'Hộp thư có trạng thái trên hệ thống thư khác với điều các quyết định yêu cầu.',
  title: 'Đối chiếu',
  hint: 'Hộp thư trên hệ thống thư khác với điều các quyết định yêu cầu.',
  empty: 'Không có sai lệch',
  emptyHint:
    'Mọi hộp thư đã đối chiếu đều đúng như quyết định. Việc đối chiếu tự chạy mỗi đêm; có thể đối chiếu ngay ở trang của hệ thống thư.',
  toSystem: 'Mở %{name}',
  choose: 'Chọn %{address}',
  figures: 'Sai lệch chưa xử lý, theo loại',
  allSystems: 'Mọi hệ thống thư',
  count: 'Số lượng',
  open: 'Chưa xử lý',
  settled: 'Đã xử lý',
  column: {
    address: 'Hộp thư',
    kind: 'Loại sai lệch',
    difference: 'Khác nhau thế nào',
    standing: 'Xử lý',
    connector: 'Hệ thống thư',
    createdAt: 'Thấy lần đầu lúc',
  },
  kind: {
    MISSING: 'Thiếu trên hệ thống thư',
    UNKNOWN_THERE: 'Không có trong sổ đăng ký',
    OTHER_STATE: 'Khác trạng thái',
    OTHER_ADDRESS: 'Khác địa chỉ',
  },
  words: {
    MISSING: 'Quyết định yêu cầu: %{expected}. Trên hệ thống thư: không có tài khoản.',
    UNKNOWN_THERE: 'Hệ thống thư có tài khoản (%{found}) mà sổ đăng ký không biết.',
    OTHER_STATE: 'Quyết định yêu cầu: %{expected}. Trên hệ thống thư: %{found}.',
    OTHER_ADDRESS: 'Trên hệ thống thư, hộp thư mang địa chỉ khác: %{address}.',
  },
  settlement: { REPAIRED: 'Đã ra lại lệnh', ACCEPTED: 'Chấp nhận, để nguyên', GONE: 'Lần đối chiếu sau không còn thấy' },
  act: { REPAIR: 'Khắc phục', ACCEPT: 'Chấp nhận' },
  many: { REPAIR: 'Khắc phục %{count} sai lệch', ACCEPT: 'Chấp nhận %{count} sai lệch' },
  manyHint: {
    REPAIR: 'Với mỗi hộp thư, lệnh của quyết định đang có hiệu lực được ra lại. Không có quyết định thì không thay đổi gì.',
    ACCEPT: 'Để nguyên như trên hệ thống thư. Sai lệch không hiện lại chừng nào vẫn như bây giờ.',
  },
  told: { REPAIR: 'Đã ra lại %{count} lệnh', ACCEPT: 'Đã chấp nhận %{count} sai lệch' },
  repair: {
    byDecision: 'Khắc phục: ra lại lệnh “%{order}” của quyết định %{number}.',
    byUnnumbered: 'Khắc phục: ra lại lệnh “%{order}” của quyết định đang có hiệu lực.',
    emergency: 'Khắc phục: ra lại lệnh “%{order}” của lần tạm khóa khẩn cấp đang áp dụng.',
    noDecision: 'Không có quyết định nào đang có hiệu lực yêu cầu: chấp nhận kèm lý do, hoặc đề nghị một quyết định.',
    never: {
      UNKNOWN_THERE: 'Không bao giờ tự động thay đổi tài khoản lạ: ghi vào sổ đăng ký hoặc chấp nhận kèm lý do.',
      OTHER_ADDRESS: 'Quản trị hệ thống thư phải đổi địa chỉ bằng tay; hoặc chấp nhận kèm lý do.',
    },
  },
  explained: {
    INCOMPLETE:
      'Danh sách bị ngắt, bị giới hạn số dòng hoặc ngắn hơn lần trước trên 20 %: không kết luận gì từ danh sách thiếu. Hãy kiểm tra hệ thống thư rồi đối chiếu lại.',
    TOO_MUCH:
      'Trên 5 % số hộp thư (và hơn 10) sai lệch thường là do nối nhầm hoặc hệ thống thư có sự cố, không phải do từng hộp thư. Không tự khắc phục gì; hãy kiểm tra hệ thống thư trước.',
  },
  stopped:
    'Lần đối chiếu này đã dừng vì quá nhiều sai lệch. Khắc phục hàng loạt khi nối nhầm hệ thống thư có thể khóa hoặc mở nhầm nhiều hộp thư.',
  evenMany: 'Tôi đã kiểm tra hệ thống thư và vẫn khắc phục %{count} sai lệch.',
  note: 'Lý do để nguyên',
  noteHint: 'Được ghi vào nhật ký. Ví dụ: hộp thư dùng chung do đơn vị vận hành quản lý',
};
