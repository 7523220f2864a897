/** What is said where a table of the audit log is not what it seems; `{name}` is the table, trigger, function or setting. */
import type { ShapeKind } from './audit-shape.rules.js';
import type { Text } from './language.js';

export const SHAPE: Record<ShapeKind, Text> = {
  GONE: { vi: 'Không có bảng {name} trong schema public.', en: 'There is no table {name} in schema public.' },
  NOT_A_TABLE: {
    vi: '{name} không phải là một bảng thông thường: có thứ khác (khung nhìn, bảng ngoài…) đứng vào chỗ của nó.',
    en: '{name} is no plain table: something else (a view, a foreign table …) stands in its place.',
  },
  ROW_SECURITY: {
    vi: 'Bảng {name} có chính sách theo dòng: không phải ai cũng thấy như nhau.',
    en: 'Table {name} has row security: not everybody is shown the same rows.',
  },
  RULE: { vi: 'Bảng {name} có quy tắc (rule) lạ.', en: 'Table {name} has a rule that is not ours.' },
  INHERITANCE: { vi: 'Bảng {name} có bảng kế thừa hoặc kế thừa bảng khác.', en: 'Table {name} inherits from another, or another from it.' },
  NOT_MEANT: {
    vi: 'Tên {name} dẫn đến một bảng khác, không phải bảng trong schema public.',
    en: 'The name {name} leads to another table than that in schema public.',
  },
  STRANGE_TRIGGER: { vi: 'Có trigger lạ: {name}.', en: 'There is a trigger that is not ours: {name}.' },
  GUARD_OFF: {
    vi: 'Trigger bảo vệ {name} không có, bị tắt hoặc đã bị thay.',
    en: 'The guarding trigger {name} is missing, switched off or was replaced.',
  },
  FUNCTION: { vi: 'Hàm {name} không có hoặc đã bị sửa.', en: 'The function {name} is missing or was changed.' },
  SHADOW: {
    vi: 'Có bảng giả {name} trùng tên với bảng của Hopthu.',
    en: 'There is a shadow of a table of Hopthu under the same name: {name}.',
  },
  SETTING: {
    vi: 'Vai trò hoặc cơ sở dữ liệu có thiết lập làm lệch dữ liệu đọc được: {name}. Hãy bỏ bằng ALTER ROLE/DATABASE … RESET.',
    en: 'A setting kept for a role or database bends what is read: {name}. Take it away with ALTER ROLE/DATABASE … RESET.',
  },
  REPLICATION: {
    vi: 'session_replication_role là {name}: các trigger bảo vệ không chạy.',
    en: 'session_replication_role is {name}: guarding triggers do not fire.',
  },
};
