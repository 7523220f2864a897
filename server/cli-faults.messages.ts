/** What the command line says when the database cannot be used. */
import type { Text } from './kernel/language.js';

export const cliFaultMessages = {
  unreachable: {
    vi: 'Không kết nối được PostgreSQL tại {at}. Đề nghị kiểm tra máy chủ cơ sở dữ liệu và {setting}.',
    en: 'PostgreSQL cannot be reached at {at}. Please check the database server and {setting}.',
  },
  noEntry: {
    vi: 'PostgreSQL tại {at} không nhận tên hoặc mật khẩu trong {setting}. Đề nghị kiểm tra lại.',
    en: 'PostgreSQL at {at} does not take the name or password in {setting}. Please check them.',
  },
  noDatabase: {
    vi: 'PostgreSQL tại {at} không có cơ sở dữ liệu nêu trong {setting}.',
    en: 'PostgreSQL at {at} has no such database as {setting} names.',
  },
  noOwner: {
    vi: 'Chưa có HOPTHU_OWNER_URL. Đề nghị nạp tệp cấu hình của chủ sở hữu (owner.env) rồi chạy lại.',
    en: 'HOPTHU_OWNER_URL is not set. Please load the owner’s settings (owner.env) and run this again.',
  },
  notMigrated: {
    vi: 'Cơ sở dữ liệu chưa được nâng cấp. Đề nghị chạy "hopthu migrate" với HOPTHU_OWNER_URL (tệp owner.env), rồi chạy lại lệnh này.',
    en: 'The database is not up to date. Please run "hopthu migrate" with HOPTHU_OWNER_URL (owner.env), then this again.',
  },
  notPermitted: {
    vi: 'Vai trò trong {setting} không có quyền cần thiết. Đề nghị chạy "hopthu migrate" với vai trò chủ sở hữu.',
    en: 'The role in {setting} lacks a right it needs. Please run "hopthu migrate" as the owner.',
  },
} satisfies Record<string, Text>;
