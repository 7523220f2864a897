/** Is the database role we are connected as too strong to serve with, and does the role of the application exist? (G-24) */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { SHAPE } from '../kernel/audit-shape.messages.js';
import type { ShapeFault } from '../kernel/audit-shape.rules.js';
import { type Language, say, type Text } from '../kernel/language.js';
import { identifier } from './rights.js';

/** Something is wrong with the database's roles or steps; the message says in both languages what to do. */
export class NotReady extends Error {
  readonly text: Text;

  constructor(vi: string, en: string) {
    super(`${vi} / ${en}`);
    this.name = 'NotReady';
    this.text = { vi, en };
  }
}

export interface RoleFacts {
  role: string;
  /** Superuser, or may become whatever it likes. */
  isSuperuser: boolean;
  /** Owns the database or a table, itself or through a role it is a member of. */
  isOwner: boolean;
  /** May change or remove rows of the audit log. */
  altersAudit: boolean;
}

const FACTS = `
  select current_user as role,
    (select r.rolsuper or r.rolcreaterole from pg_roles r where r.rolname = current_user)
      or (select r.rolsuper from pg_roles r where r.rolname = session_user)
      or exists (select 1 from pg_roles r where (r.rolsuper or r.rolname in ('pg_execute_server_program', 'pg_write_server_files'))
                 and pg_has_role(current_user, r.oid, 'MEMBER')) as "isSuperuser",
    exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'MEMBER'))
      or (select pg_has_role(current_user, d.datdba, 'MEMBER') from pg_database d where d.datname = current_database()) as "isOwner",
    coalesce((select has_table_privilege(current_user, c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER') or has_any_column_privilege(current_user, c.oid, 'UPDATE')
              from pg_class c where c.oid = to_regclass('public.audit_event')), false) as "altersAudit"`;

/** Anything that can run a statement. */
export type Query = <R>(sql: string) => Promise<R[]>;

export async function roleFacts(query: Query): Promise<RoleFacts> {
  return (await query<RoleFacts>(FACTS))[0]!;
}

export const isTooStrong = ({ isSuperuser, isOwner, altersAudit }: RoleFacts): boolean => isSuperuser || isOwner || altersAudit;

/** Why the role will not do, and what to do about it. */
export function tooStrong({ role, isSuperuser, isOwner }: RoleFacts): NotReady {
  const [vi, en] = isSuperuser
    ? ['là quản trị cao nhất (superuser hoặc CREATEROLE)', 'is a superuser or may become one']
    : isOwner
      ? ['là chủ sở hữu của các bảng', 'owns the tables']
      : ['sửa được nhật ký hệ thống (audit_event)', 'may alter the audit log (audit_event)'];
  return new NotReady(
    `Không khởi động: vai trò cơ sở dữ liệu “${role}” ${vi}, nên nhật ký hệ thống không được bảo vệ. Hãy chạy "hopthu migrate" với HOPTHU_OWNER_URL là vai trò chủ sở hữu và DATABASE_URL là vai trò riêng của ứng dụng (xem docs/operating.md). Nếu vẫn muốn chạy: HOPTHU_ALLOW_OWNER=1 hoặc --allow-owner.`,
    `Not started: the database role "${role}" ${en}, so the audit log would not be protected. Run "hopthu migrate" with the owner's role in HOPTHU_OWNER_URL and a role of the application's own in DATABASE_URL (see docs/operating.md). To run all the same: HOPTHU_ALLOW_OWNER=1 or --allow-owner.`,
  );
}

/** The role has no right to connect: nobody has given it any yet. */
export const notYetGranted = (): NotReady =>
  new NotReady(
    'Không khởi động: vai trò trong DATABASE_URL chưa được phép kết nối cơ sở dữ liệu. Hãy chạy "hopthu migrate" với HOPTHU_OWNER_URL.',
    'Not started: the role in DATABASE_URL may not connect to the database yet. Run "hopthu migrate" with HOPTHU_OWNER_URL.',
  );

/** The tables of the audit log are not what they seem: whoever serves on them records into the dark. Nothing allows this. */
export function misshapen(faults: readonly ShapeFault[]): NotReady {
  const inWords = (language: Language) => faults.map(({ kind, name }) => say({ text: SHAPE[kind], values: { name } }, language)).join(' ');
  return new NotReady(
    `Không khởi động: nhật ký hệ thống không còn đúng cấu trúc. ${inWords('vi')} Xem docs/operating.md.`,
    `Not started: the audit log is not what it should be. ${inWords('en')} See docs/operating.md.`,
  );
}

/** What the log says where it was allowed all the same. */
export const allowedAllTheSame = ({ role }: RoleFacts): string =>
  `Cảnh báo: vai trò cơ sở dữ liệu “${role}” sửa được nhật ký hệ thống; khi vận hành chính thức, hãy dùng hai vai trò (docs/operating.md). / ` +
  `Warning: the database role "${role}" can alter the audit log; for production use two roles (docs/operating.md).`;

/** How PostgreSQL keeps a password, so that the password itself stands in no statement and no log of the server. */
function scramOf(password: string): string {
  const salt = randomBytes(16);
  const rounds = 4096;
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, rounds, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

const mayLogIn = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

/** Sees to it that the application's role is there: it is, or is made with a password, or the message says how to make it. */
export async function expectAppRole(owner: ClientBase, role: string, password: string | undefined, makes: boolean): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount) return;
  const sql = `CREATE ROLE ${identifier(role)} ${mayLogIn.toUpperCase()} PASSWORD '…';`;
  if (!makes) {
    throw new NotReady(
      `Chưa có vai trò “${role}” của ứng dụng. Hãy tạo với quyền quản trị PostgreSQL: ${sql} hoặc chạy lại với --create-app-role`,
      `The application's role "${role}" does not exist. Make it as an administrator of PostgreSQL: ${sql} or run again with --create-app-role`,
    );
  }
  if (!password) {
    throw new NotReady(
      'Cần mật khẩu của vai trò ứng dụng: đặt trong DATABASE_URL hoặc HOPTHU_APP_PASSWORD.',
      'The application’s role needs a password: put it in DATABASE_URL or HOPTHU_APP_PASSWORD.',
    );
  }
  try {
    await owner.query(`create role ${identifier(role)} ${mayLogIn} password '${scramOf(password)}'`);
  } catch (error) {
    // Made by another at the same moment.
    if ((error as { code?: string }).code === '42710') return;
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new NotReady(
      `Vai trò chủ sở hữu không được phép tạo vai trò. Hãy tạo với quyền quản trị PostgreSQL: ${sql}`,
      `The owner's role may not make roles. Make it as an administrator of PostgreSQL: ${sql}`,
    );
  }
}
