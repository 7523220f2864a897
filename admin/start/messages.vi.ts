// Words of the checklist of an empty system.
export const start = {
  title: 'Bắt đầu sử dụng hệ thống',
  hint: 'Đã xong %{done} trên %{of} bước. Các lệnh chạy trên máy chủ, trong thư mục của hệ thống.',
  again: 'Kiểm tra lại',
  state: { DONE: '(đã xong)', NEXT: '(bước tiếp theo)', LATER: '(chưa làm)', UNKNOWN: '(do tổ công tác thực hiện)' },
  step: {
    agencies: 'Nạp danh sách cơ quan, đơn vị',
    officers: 'Nạp danh sách cán bộ, công chức',
    source: 'Khai báo nguồn dữ liệu của hệ thống thư',
    log: 'Nạp nhật ký hệ thống thư lần đầu',
    policy: 'Ban hành quy định đánh giá',
    review: 'Mở đợt rà soát đầu tiên',
  },
  how: {
    agencies: 'Bảng tính CSV gồm mã, tên, loại đơn vị và biên chế.',
    officers: 'Bảng tính CSV gồm mã số, họ tên, đơn vị, chức vụ và địa chỉ thư.',
    source: 'Mỗi hệ thống thư là một nguồn, có tên miền thư và định dạng nhật ký.',
    log: 'Nạp được nhiều tệp, nạp lại cùng một tệp không làm thay đổi số liệu.',
    policy: 'Số ngày xét, tỷ lệ ngày sử dụng và mức đầy đủ dữ liệu; không ghi gì thêm thì dùng mức thường dùng.',
    review: 'Tổ công tác mở đợt rà soát khi dữ liệu đã đầy đủ.',
  },
};
