/** Showing a code as second factor: from the app, each once, or one of those kept on paper (G-18). */
import { LockMode } from '@mikro-orm/core';
import { verifySync } from 'otplib';
import type { Ground } from '../kernel/ground.js';
import { Refusal } from '../kernel/refusal.js';
import type { Act } from './command.js';
import { identityMessages } from './identity.messages.js';
import { Passkey } from './passkey.entity.js';
import { hasFreshSecondFactor } from './second-factor.rules.js';
import type { Session } from './session.entity.js';
import { signInMessages } from './sign-in.messages.js';
import { RecoveryCode, Totp } from './totp.entity.js';
import { recoveryCodeHash, STEP_SECONDS } from './totp.rules.js';

const marked = (userId: string): string => `totp ${userId} `;

/** A secret as it is stored; it opens for this user only, wherever somebody may have copied it to. */
export const sealSecret = (ground: Ground, userId: string, secret: string): string => ground.key.seal(Buffer.from(marked(userId) + secret));

/** The half minute whose code this is; undefined for a wrong one, and for one of a half minute already used. */
export function stepOf(act: Act, totp: Totp, code: string): number | undefined {
  const mark = marked(totp.user.id);
  const opened = act.ground.key.open(totp.secret).toString();
  if (!opened.startsWith(mark) || !/^\d{6}$/.test(code)) return undefined;
  const seen = verifySync({
    secret: opened.slice(mark.length),
    token: code,
    epoch: Math.floor(act.now.getTime() / 1000),
    epochTolerance: STEP_SECONDS,
    ...(totp.lastStep != null && { afterTimeStep: totp.lastStep }),
  });
  return seen.valid && 'timeStep' in seen ? seen.timeStep : undefined;
}

export const lockedTotp = (act: Act, userId: string): Promise<Totp | null> =>
  act.em.findOne(Totp, { user: userId }, { lockMode: LockMode.PESSIMISTIC_WRITE });

export const wrongCode = (): Refusal => new Refusal({ code: 'INVALID', path: ['code'], message: { text: signInMessages.wrongCode } });

/** Takes a code of the app or a recovery code, which is then used up; refused INVALID at `code`. */
export async function showCode(act: Act, userId: string, given: string): Promise<void> {
  const code = given.replace(/\s/g, '');
  const totp = await lockedTotp(act, userId);
  const step = totp?.confirmedAt ? stepOf(act, totp, code) : undefined;
  if (totp && step !== undefined) {
    totp.lastStep = step;
    return;
  }
  const hash = recoveryCodeHash(code);
  const unused =
    hash && (await act.em.findOne(RecoveryCode, { user: userId, codeHash: hash, usedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  if (!unused) throw wrongCode();
  unused.usedAt = act.now;
  act.record('recoveryCode.use', `user:${userId}`);
}

/** Whether signing in with a password needs a code too. */
export const needsCode = async (act: Act, userId: string): Promise<boolean> =>
  (await act.em.count(Totp, { user: userId, confirmedAt: { $ne: null } })) > 0;

/** At the password: whoever has set up an app must show a code. Whether one was shown. */
export async function showCodeAtSignIn(act: Act, userId: string, code: string | null | undefined): Promise<boolean> {
  const isAsked = await needsCode(act, userId);
  const isGiven = Boolean(code?.trim());
  if (!isAsked && !(isGiven && (await act.em.count(RecoveryCode, { user: userId })) > 0)) return false;
  if (!isGiven) throw new Refusal({ code: 'REQUIRED', path: ['code'], message: { text: signInMessages.codeNeeded } });
  await showCode(act, userId, code!);
  return true;
}

/** Whether the person has any second factor. */
export async function hasFactor(act: Act, userId: string): Promise<boolean> {
  if (await needsCode(act, userId)) return true;
  return (await act.em.count(Passkey, { user: userId })) > 0;
}

/** Refuses NOT_ALLOWED_NOW (G-18) unless this very session has shown a second factor lately. */
export function askSecondFactor(act: Act, session: Session): void {
  if (hasFreshSecondFactor({ ...act.actor, secondFactorAt: session.secondFactorAt ?? null }, act.now)) return;
  throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'G-18', path: [], message: { text: identityMessages.secondFactorNeeded } });
}
