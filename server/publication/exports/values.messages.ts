/** How the values of enumerations are written in a file, in the words of the panel; a test compares both. */
import type { Text } from '../../kernel/language.js';

/** A word for each value. */
export type Words = Readonly<Record<string, Text>>;

export const AGENCY_KINDS: Words = {
  COMMUNE: { vi: 'Xã', en: 'Commune' },
  DEPARTMENT: { vi: 'Sở, ngành', en: 'Department' },
  OTHER: { vi: 'Cơ quan khác', en: 'Other agency' },
  PUBLIC_SERVICE_UNIT: { vi: 'Đơn vị sự nghiệp', en: 'Public service unit' },
  RURAL_DISTRICT: { vi: 'Huyện', en: 'Rural district' },
  SPECIAL_ZONE: { vi: 'Đặc khu', en: 'Special zone' },
  URBAN_DISTRICT: { vi: 'Quận', en: 'Urban district' },
  WARD: { vi: 'Phường', en: 'Ward' },
};

export const TIERS: Words = {
  IRREGULAR: { vi: 'Sử dụng không thường xuyên', en: 'Uses irregularly' },
  NEVER: { vi: 'Không sử dụng', en: 'Never uses' },
  NOT_ASSESSED: { vi: 'Chưa đủ cơ sở đánh giá', en: 'Not assessed' },
  REGULAR: { vi: 'Sử dụng thường xuyên', en: 'Uses regularly' },
};

export const MAILBOX_STATES: Words = {
  ACTIVE: { vi: 'Đang mở', en: 'Open' },
  NONE: { vi: 'Chưa có', en: 'None' },
  PENDING: { vi: 'Đang cấp', en: 'Being made' },
  REVOKED: { vi: 'Đã thu hồi', en: 'Revoked' },
  SUSPENDED: { vi: 'Tạm khóa', en: 'Suspended' },
};

export const OFFICER_MAILBOX: Words = {
  ACTIVE: { vi: 'Đang hoạt động', en: 'Active' },
  NONE: { vi: 'Chưa có hộp thư', en: 'No mailbox' },
  PENDING: { vi: 'Đang cấp', en: 'Being provisioned' },
  REVOKED: { vi: 'Đã thu hồi', en: 'Revoked' },
  SUSPENDED: { vi: 'Tạm khóa', en: 'Suspended' },
};

export const MAILBOX_KINDS: Words = {
  MACHINE: { vi: 'Hộp thư của thiết bị', en: 'Mailbox of a device' },
  PERSONAL: { vi: 'Hộp thư cá nhân', en: 'Personal mailbox' },
  ROLE: { vi: 'Hộp thư chung', en: 'Shared mailbox' },
};

export const CAUSES: Words = {
  EXCUSED: { vi: 'Có lý do chính đáng', en: 'Excused' },
  HARD_TO_USE: { vi: 'Gặp khó khăn trong sử dụng', en: 'Hard to use' },
  NO_NEED: { vi: 'Không có nhu cầu sử dụng', en: 'No need' },
  REFUSES: { vi: 'Không chấp hành', en: 'Refuses' },
};

export const NEXT_STEPS: Words = {
  EXCLUSION: { vi: 'Đề nghị không xét danh hiệu thi đua', en: 'Propose exclusion from emulation titles' },
  NONE: { vi: 'Không cần xử lý', en: 'Nothing to do' },
  PROVISION: { vi: 'Đề nghị cấp hộp thư', en: 'Propose provisioning a mailbox' },
  REVOCATION: { vi: 'Đề nghị thu hồi hộp thư', en: 'Propose revoking the mailbox' },
  SET_CAUSE: { vi: 'Xác định nguyên nhân', en: 'Set the cause' },
  TRAINING: { vi: 'Mời tham gia lớp tập huấn', en: 'Invite to a training class' },
};

export const SIGNALS: Words = {
  CONTESTED: { vi: 'Đang có ý kiến không đồng ý với kết quả', en: 'The finding is contested' },
  FORWARDED: { vi: 'Thư được chuyển tiếp đi nơi khác', en: 'Mail is forwarded elsewhere' },
  NEWER_EVIDENCE: { vi: 'Có căn cứ mới, có thể nâng mức độ', en: 'Newer evidence may improve the tier' },
  POLLING: { vi: 'Có ngày chỉ do thiết bị tự kiểm tra thư', en: 'Some days show only a device polling' },
};

export const WHY_NOT: Words = {
  COVERAGE: { vi: 'Dữ liệu chưa đầy đủ', en: 'Coverage too low' },
  EXCUSED: { vi: 'Vắng mặt có lý do trong cả kỳ', en: 'Excused for the whole window' },
  NO_MAILBOX: { vi: 'Không có hộp thư cá nhân', en: 'No personal mailbox' },
  SOURCE_CANNOT_SHOW_USE: { vi: 'Nguồn dữ liệu không cho thấy việc sử dụng', en: 'The source cannot show use' },
  TOO_FEW_DAYS: { vi: 'Quá ít ngày để đánh giá', en: 'Too few days to assess' },
};

export const CHECK_STATES: Words = {
  CHECKING: { vi: 'Đang kiểm tra', en: 'Checking' },
  CONFIRMED: { vi: 'Lãnh đạo đã xác nhận', en: 'Confirmed by the head' },
  SUBMITTED: { vi: 'Chờ lãnh đạo xác nhận', en: 'Waits for the head' },
};

export const REVIEW_STATES: Words = {
  CANCELLED: { vi: 'Đã hủy', en: 'Cancelled' },
  FINALISED: { vi: 'Đã chốt', en: 'Finalised' },
  OPEN: { vi: 'Đang mở', en: 'Open' },
  PUBLISHED: { vi: 'Đã công khai', en: 'Published' },
};

export const CLASS_STATES: Words = {
  CANCELLED: { vi: 'Đã hủy', en: 'Cancelled' },
  COMPLETED: { vi: 'Đã kết thúc', en: 'Closed' },
  OPEN: { vi: 'Đang nhận đăng ký', en: 'Open for requests' },
  PLANNED: { vi: 'Dự kiến', en: 'Planned' },
  RUNNING: { vi: 'Đang học', en: 'Running' },
};

export const ENROLMENT_STATES: Words = {
  COMPLETED: { vi: 'Hoàn thành', en: 'Completed' },
  DECLINED: { vi: 'Không được chấp nhận', en: 'Declined' },
  ENROLLED: { vi: 'Có chỗ', en: 'Has a seat' },
  INCOMPLETE: { vi: 'Chưa hoàn thành', en: 'Incomplete' },
  NO_SHOW: { vi: 'Không dự', en: 'No-show' },
  REQUESTED: { vi: 'Chờ duyệt', en: 'Waits for approval' },
  WAITLISTED: { vi: 'Trong danh sách chờ', en: 'On the waiting list' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};

export const ORIGINS: Words = {
  AGENCY_CONTACT: { vi: 'cán bộ đầu mối', en: 'agency contact' },
  OFFICER: { vi: 'cán bộ tự đăng ký', en: 'asked for by the officer' },
  TASK_FORCE: { vi: 'tổ công tác', en: 'task force' },
  TRAINER: { vi: 'giảng viên', en: 'trainer' },
};

export const DECISION_KINDS: Words = {
  AWARD_EXCLUSION: { vi: 'Không xét danh hiệu thi đua', en: 'Exclude from emulation titles' },
  EXCLUSION_LIFT: { vi: 'Dỡ bỏ việc không xét danh hiệu thi đua', en: 'Consider emulation titles again' },
  MAILBOX_PROVISION: { vi: 'Cấp hộp thư', en: 'Provide a mailbox' },
  MAILBOX_RESTORATION: { vi: 'Khôi phục hộp thư', en: 'Restore the mailbox' },
  MAILBOX_REVOCATION: { vi: 'Thu hồi hộp thư', en: 'Revoke the mailbox' },
};

export const DECISION_STATES: Words = {
  ADOPTED: { vi: 'Đã thông qua', en: 'Adopted' },
  APPEALED: { vi: 'Đang giải quyết khiếu nại', en: 'Under appeal' },
  EXPIRED: { vi: 'Hết hiệu lực', en: 'Expired' },
  IN_FORCE: { vi: 'Có hiệu lực', en: 'In force' },
  JOINED: { vi: 'Đã nhập vào hồ sơ khác', en: 'Joined to another case' },
  LAPSED: { vi: 'Không đủ số thành viên tối thiểu', en: 'No quorum' },
  NOTIFIED: { vi: 'Đã thông báo, chờ giải trình', en: 'Notice given, may explain' },
  PROPOSED: { vi: 'Đã đề nghị', en: 'Proposed' },
  READY: { vi: 'Chờ mở biểu quyết', en: 'Ready for the vote' },
  REJECTED: { vi: 'Không được thông qua', en: 'Not adopted' },
  REVERSED: { vi: 'Đã hủy bỏ', en: 'Reversed' },
  VOTING: { vi: 'Đang biểu quyết', en: 'Being voted on' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};

export const LETTER_CHANNELS: Words = {
  EMAIL: { vi: 'Thư điện tử', en: 'E-mail' },
  PAPER: { vi: 'Bản giấy', en: 'On paper' },
};

export const LETTER_STATES: Words = {
  LAPSED: { vi: 'Không cần trao nữa', en: 'Needed no more' },
  RECEIVED: { vi: 'Đã xác nhận nhận', en: 'Receipt recorded' },
  SENT: { vi: 'Đã gửi', en: 'Sent' },
  TO_HAND_OVER: { vi: 'Cần trao tay', en: 'To be handed over' },
  WAITING: { vi: 'Chờ gửi', en: 'Waits to be sent' },
};

export const ORDER_KINDS: Words = {
  FORWARD: { vi: 'Chuyển tiếp thư', en: 'Forward mail' },
  PROVISION: { vi: 'Cấp hộp thư', en: 'Provide the mailbox' },
  RESET_PASSWORD: { vi: 'Đặt lại mật khẩu', en: 'Reset the password' },
  RESTORE: { vi: 'Khôi phục hộp thư', en: 'Restore the mailbox' },
  REVOKE: { vi: 'Thu hồi hộp thư', en: 'Revoke the mailbox' },
  SUSPEND: { vi: 'Tạm khóa hộp thư', en: 'Suspend the mailbox' },
};

export const ORDER_STATES: Words = {
  DONE: { vi: 'Đã thực hiện', en: 'Carried out' },
  FAILED: { vi: 'Không thực hiện được', en: 'Not carried out' },
  RUNNING: { vi: 'Đang thực hiện', en: 'Being carried out' },
  UNKNOWN: { vi: 'Chưa rõ đã thực hiện hay chưa', en: 'Not known whether it was carried out' },
  WAITING: { vi: 'Chờ thực hiện', en: 'Waiting to be carried out' },
};

export const ORDER_HOLDS: Words = {
  BRAKE: { vi: 'Bị phanh giữ', en: 'Held by the brake' },
  FILE: { vi: 'Chờ xác nhận trong tệp', en: 'To be confirmed in a file' },
};

export const DRIFT_KINDS: Words = {
  MISSING: { vi: 'Thiếu trên hệ thống thư', en: 'Missing at the mail system' },
  OTHER_ADDRESS: { vi: 'Khác địa chỉ', en: 'Another address' },
  OTHER_STATE: { vi: 'Khác trạng thái', en: 'Another state' },
  UNKNOWN_THERE: { vi: 'Không có trong sổ đăng ký', en: 'Unknown to the registry' },
};

export const DRIFT_SETTLEMENTS: Words = {
  ACCEPTED: { vi: 'Chấp nhận, để nguyên', en: 'Accepted as it is' },
  GONE: { vi: 'Lần đối chiếu sau không còn thấy', en: 'Not found any more later' },
  REPAIRED: { vi: 'Đã ra lại lệnh', en: 'Order given again' },
};

export const ROLES: Words = {
  ADMIN: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  AGENCY_CONTACT: { vi: 'Cán bộ đầu mối', en: 'Agency contact' },
  COMMITTEE_MEMBER: { vi: 'Thành viên ban chỉ đạo', en: 'Committee member' },
  OFFICER: { vi: 'Cán bộ, công chức', en: 'Officer' },
  SECRETARY: { vi: 'Thư ký', en: 'Secretary' },
  SERVICE: { vi: 'Hệ thống kết nối', en: 'Connected system' },
  TASK_FORCE: { vi: 'Tổ công tác', en: 'Task force' },
  TRAINER: { vi: 'Giảng viên', en: 'Trainer' },
};

export const DELIVERY_STATES: Words = {
  CANCELLED: { vi: 'Không gửi nữa', en: 'Not sent' },
  DEAD: { vi: 'Ngừng thử', en: 'Given up' },
  DELIVERED: { vi: 'Đã nhận', en: 'Delivered' },
  WAITING: { vi: 'Đang chờ', en: 'Waiting' },
};

export const DELIVERY_PROBLEMS: Words = {
  CERTIFICATE: { vi: 'Chứng thư số không tin cậy', en: 'The certificate is not trusted' },
  FORBIDDEN_ADDRESS: { vi: 'Máy nằm trong mạng nội bộ, chưa được phép', en: 'The host lies inside our own network and is not allowed' },
  REDIRECT: { vi: 'Hệ thống kia chuyển sang địa chỉ khác', en: 'The other system points elsewhere' },
  REFUSED: { vi: 'Hệ thống kia không nhận', en: 'The other system did not take it' },
  TIMEOUT: { vi: 'Không trả lời kịp', en: 'No answer in time' },
  UNKNOWN_HOST: { vi: 'Không có máy mang tên này', en: 'No host of this name' },
  UNREACHABLE: { vi: 'Không kết nối được', en: 'No connection' },
};

export const SEATS: Words = {
  CHAIR: { vi: 'Trưởng ban', en: 'Chair' },
  DEPUTY: { vi: 'Phó trưởng ban', en: 'Deputy chair' },
  MEMBER: { vi: 'Ủy viên', en: 'Member' },
  SECRETARY: { vi: 'Thư ký', en: 'Secretary' },
  STANDING: { vi: 'Ủy viên thường trực', en: 'Standing member' },
};

export const MAIL_SYSTEM_KINDS: Words = {
  FILE: { vi: 'Tệp bàn giao', en: 'Hand-over file' },
  LDAP: { vi: 'Thư mục LDAP', en: 'LDAP directory' },
  SCIM: { vi: 'Dịch vụ SCIM 2.0', en: 'SCIM 2.0 service' },
  SQL: { vi: 'Bảng dữ liệu SQL', en: 'SQL tables' },
};

export const IMPORT_STATES: Words = {
  DONE: { vi: 'Đã xong', en: 'Done' },
  FAILED: { vi: 'Bị lỗi', en: 'Failed' },
  REFUSED: { vi: 'Không nhận', en: 'Refused' },
  RUNNING: { vi: 'Đang nạp', en: 'Running' },
};

export const YES_NO: Words = { true: { vi: 'Có', en: 'Yes' }, false: { vi: 'Không', en: 'No' } };

export const COMPARISON_RESULTS: Words = {
  COMPARED: { vi: 'Đã đối chiếu', en: 'Compared' },
  INCOMPLETE: { vi: 'Danh sách không đầy đủ', en: 'List not whole' },
  TOO_MUCH: { vi: 'Dừng vì quá nhiều sai lệch', en: 'Stopped: too much differs' },
};
