/** What is held about somebody's account, never a secret or its hash (K-4)? */
import { lendHolding } from '../kernel/personal-data.js';
import { OFFICES } from './audit.messages.js';
import { identityHolds as t } from './identity-holdings.messages.js';

export function lendIdentityHoldings(): void {
  lendHolding(
    {
      ...t.account,
      name: 'identity.account',
      tables: ['app_user'],
      rows: ({ users }) =>
        `select name, email, created_at as "createdAt", disabled_at as "disabledAt" from app_user where id = any(${users}) order by created_at`,
    },
    {
      ...t.roles,
      name: 'identity.roles',
      tables: ['role_grant'],
      words: { role: OFFICES },
      rows: ({ users }) => `select role, created_at as "createdAt" from role_grant where user_id = any(${users}) order by created_at, role`,
    },
    {
      ...t.sessions,
      name: 'identity.sessions',
      tables: ['session'],
      isOwnOnly: true,
      rows: ({ users, officer }) =>
        `select created_at as "createdAt", method, device, last_used_at as "lastUsedAt", ended_at as "endedAt" from session
         where user_id = any(${users}) or access_code_id in (select c.id from access_code c where c.scope_id = ${officer}) order by created_at`,
    },
    {
      ...t.factors,
      name: 'identity.factors',
      tables: ['passkey', 'totp', 'recovery_code', 'user_identity', 'invitation', 'api_key'],
      isOwnOnly: true,
      rows: ({ users }) =>
        `select 'PASSKEY' as kind, name, created_at as "createdAt" from passkey where user_id = any(${users})
         union all select 'TOTP', null, created_at from totp where user_id = any(${users})
         union all select 'RECOVERY_CODE', case when used_at is not null then '–' end, created_at from recovery_code where user_id = any(${users})
         union all select 'SINGLE_SIGN_ON', issuer || ' · ' || subject, created_at from user_identity where user_id = any(${users})
         union all select 'INVITATION', null, created_at from invitation where user_id = any(${users})
         union all select 'API_KEY', name || ' (' || prefix || '…)', created_at from api_key where maker_id = any(${users}) order by 3`,
    },
    {
      ...t.codes,
      name: 'identity.accessCodes',
      tables: ['access_code'],
      rows: ({ officer }) =>
        `select created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt", revoked_at as "revokedAt" from access_code where scope_id = ${officer} order by created_at`,
    },
  );
}
