/** What a person sees of their own signing in: sessions that go on, and which factors are set up. */
import type { Ground } from '../kernel/ground.js';
import type { SignInMethod } from './session.entity.js';
import { isAlive } from './session.rules.js';

export interface OwnSession {
  id: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  method: SignInMethod;
  device: string | null;
  secondFactorAt: Date | null;
}

/** The sessions that still open the door, the one used last first. */
export async function ownSessions({ read, clock }: Ground, userId: string): Promise<OwnSession[]> {
  const now = clock.now();
  const rows = await read.run<OwnSession>(
    read.db
      .selectFrom('session')
      .where('user_id', '=', userId)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now.toISOString())
      .select([
        'id',
        'created_at as createdAt',
        'last_used_at as lastUsedAt',
        'expires_at as expiresAt',
        'method',
        'device',
        'second_factor_at as secondFactorAt',
      ])
      .orderBy('last_used_at', 'desc')
      .orderBy('id', 'desc'),
  );
  return rows.filter((session) => isAlive(session, now));
}

export interface OwnPasskey {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export interface OwnFactors {
  email: string | null;
  hasPassword: boolean;
  hasTotp: boolean;
  recoveryCodesLeft: number;
  passkeys: OwnPasskey[];
}

const NONE: OwnFactors = { email: null, hasPassword: false, hasTotp: false, recoveryCodesLeft: 0, passkeys: [] };

/** What a person can show; nothing for programs. */
export async function ownFactors({ read: { db, run } }: Ground, userId: string | null): Promise<OwnFactors> {
  if (!userId) return NONE;
  const [[user], [totp], [codes], passkeys] = await Promise.all([
    run(db.selectFrom('app_user').where('id', '=', userId).select(['email', 'password_hash as passwordHash'])),
    run(db.selectFrom('totp').where('user_id', '=', userId).where('confirmed_at', 'is not', null).select('id')),
    run(
      db
        .selectFrom('recovery_code')
        .where('user_id', '=', userId)
        .where('used_at', 'is', null)
        .select((e) => e.fn.countAll().as('left')),
    ),
    run<OwnPasskey>(
      db
        .selectFrom('passkey')
        .where('user_id', '=', userId)
        .select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
        .orderBy('id'),
    ),
  ]);
  return {
    email: user?.email ?? null,
    hasPassword: Boolean(user?.passwordHash),
    hasTotp: Boolean(totp),
    recoveryCodesLeft: Number(codes?.left ?? 0),
    passkeys,
  };
}
