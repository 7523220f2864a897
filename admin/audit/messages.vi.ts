// Words of the record of acts.
export const auditLog = {
  menu: 'Nhật ký hệ thống',
  about: 'Ai đã làm gì, vào lúc nào; không ai sửa được.',
  title: 'Nhật ký hệ thống',
  empty: 'Chưa có việc nào được ghi',
  emptyHint: 'Mỗi thao tác thay đổi dữ liệu và mỗi lần đọc căn cứ của một người đều được ghi tại đây.',
  trail: 'Nhật ký',
  trailHint: 'Những việc đã làm với mục này mà tài khoản này được xem, mới nhất trước. Nhật ký không sửa, không xóa được.',
  none: 'Chưa có việc nào được ghi mà tài khoản này được xem.',
  more: 'Xem thêm %{count} việc trước đó',
  all: 'Xem tất cả %{count} việc trong nhật ký',
  only: 'Chỉ về: %{name}',
  kind: 'Nhật ký về',
  kinds: { agency: 'Đơn vị', officer: 'Cán bộ', user: 'Tài khoản', review: 'Đợt rà soát' },
  column: { at: 'Thời điểm', actor: 'Người thực hiện', summary: 'Việc đã làm', subject: 'Đối tượng', seq: 'Số thứ tự' },
};
