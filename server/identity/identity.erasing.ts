/**
 * How an account is forgotten (K-5): name, e-mail, password, factors, sessions, links and roles go; the row stays, disabled, because acts are recorded under its id.
 */
import { lendErasure, namesIn, wordsIn } from '../kernel/erasure.js';
import { REMOVED_SQL } from '../kernel/removed.js';
import { OFFICES } from './audit.messages.js';
import { identityErasing as m } from './identity-erasing.messages.js';
import type { RoleName } from './actor.js';

const OF_USER = ['session', 'totp', 'recovery_code', 'passkey', 'user_identity', 'invitation', 'role_grant'];

export function lendIdentityErasing(): void {
  lendErasure({
    room: 'identity',
    tables: ['app_user', 'access_code', 'api_key', ...OF_USER],
    async hindrances({ run, users, officer }) {
      const held = await run<{ role: RoleName }>(
        `select distinct role from role_grant g join app_user u on u.id = g.user_id
         where g.user_id = any(${users}) and u.disabled_at is null and not (g.role = 'OFFICER' and g.scope_id = ${officer}) order by 1`,
      );
      if (held.length === 0) return [];
      const names = (language: 'vi' | 'en') => held.map(({ role }) => OFFICES[role][language]).join(', ');
      return [{ text: { vi: m.otherRoles.vi.replace('{roles}', names('vi')), en: m.otherRoles.en.replace('{roles}', names('en')) } }];
    },
    words: (erasing) => wordsIn(erasing, `select email as word from app_user where id = any(${erasing.users})`),
    subjects: async (erasing) => [
      ...erasing.person.userIds.map((id) => `user:${id}`),
      ...(await namesIn(erasing, 'code', `select id::text as id from access_code where scope_id = ${erasing.officer}`)),
    ],
    async erase({ run, users, officer, now }) {
      for (const table of OF_USER) await run(`delete from ${table} where user_id = any(${users})`);
      await run(`delete from role_grant where role = 'OFFICER' and scope_id = ${officer}`);
      await run(`delete from access_code where scope_id = ${officer}`);
      await run(
        `update app_user set name = ${REMOVED_SQL}, email = 'da-xoa-' || replace(id::text, '-', '') || '@invalid', password_hash = null, name_words = '', email_words = '', sort_key = '',
           disabled_at = coalesce(disabled_at, ${now}), version = version + 1, updated_at = ${now} where id = any(${users})`,
      );
    },
  });
}
