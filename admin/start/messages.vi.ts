// Words of the checklist of an empty system.
export const start = {
  title: 'Bắt đầu sử dụng hệ thống',
  hint: 'Đã xong %{done} trên %{of} bước.',
  commands: 'Các lệnh chạy trên máy chủ, trong thư mục của hệ thống.',
  byAdministrator: 'Các bước này do quản trị hệ thống thực hiện trên máy chủ.',
  postgres: 'Trên PostgreSQL: nạp tệp cấu hình của máy chủ trước (docs/operating.md).',
  again: 'Kiểm tra lại',
  state: { DONE: '(đã xong)', NEXT: '(bước tiếp theo)', LATER: '(chưa làm)', UNKNOWN: '(do tổ công tác thực hiện)' },
  step: {
    people: 'Mời tổ công tác (tài khoản)',
    agencies: 'Nạp danh sách cơ quan, đơn vị',
    officers: 'Nạp danh sách cán bộ, công chức',
    source: 'Khai báo nguồn dữ liệu của hệ thống thư',
    log: 'Nạp nhật ký hệ thống thư lần đầu',
    policy: 'Ban hành quy định đánh giá',
    review: 'Mở đợt rà soát đầu tiên',
  },
  how: {
    people: 'Tạo tài khoản với vai trò Tổ công tác rồi gửi liên kết dùng một lần cho từng người.',
    agencies: 'Bảng tính CSV với các cột code, name_vi, name_en, kind, staff_quota, mail_domain, parent_code.',
    officers: 'Bảng tính CSV với các cột officer_code, full_name, agency_code, post, is_leader, mailbox, since.',
    source: 'Mỗi hệ thống thư là một nguồn, có tên miền thư và định dạng nhật ký.',
    log: 'Nạp được nhiều tệp, nạp lại cùng một tệp không làm thay đổi số liệu.',
    policy: 'Số ngày xét, tỷ lệ ngày sử dụng và mức đầy đủ dữ liệu; không ghi gì thêm thì dùng mức thường dùng.',
    review: 'Tổ công tác mở đợt rà soát khi dữ liệu đã đầy đủ.',
  },
};
