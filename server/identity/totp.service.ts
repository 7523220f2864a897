/** Setting up and taking off the app that shows codes, and the recovery codes that go with it. */
import { ref } from '@mikro-orm/core';
import { generateSecret, generateURI } from 'otplib';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { type Act, type Acting, perform } from './command.js';
import { guessing } from './guess.service.js';
import { type ActingOnOneself, askPassword, oneself, ownSession } from './oneself.js';
import { Passkey } from './passkey.entity.js';
import { askSecondFactor, hasFactor, lockedTotp, sealSecret, showCode, stepOf, wrongCode } from './second-factor.service.js';
import { forgetSessions } from './session-cache.js';
import { signInMessages } from './sign-in.messages.js';
import { RecoveryCode, Totp } from './totp.entity.js';
import { newRecoveryCode, RECOVERY_CODES, recoveryCodeHash, SETUP_MINUTES } from './totp.rules.js';
import { User } from './user.entity.js';

const ISSUER = 'Hopthu';

const isOn = () => new Refusal({ code: 'CONFLICT', path: [], message: { text: signInMessages.totpIsOn } });

/** What the app needs, shown once. */
export interface TotpSetup {
  secret: string;
  uri: string;
}

/** Begins the setup: asks the password again, and a second factor of whoever has one already. Nothing counts before `confirmTotp`. */
export async function beginTotp(acting: ActingOnOneself, password: string): Promise<TotpSetup> {
  const user = await oneself(acting);
  return guessing(acting.ground, { email: user.email, address: acting.address }, ['password'], async () => {
    await askPassword(acting, user, password, 'password');
    return perform(acting, async (act) => {
      act.allowAnyone('everybody may set up their own second factor');
      await act.load(User, user.id);
      const session = await ownSession(act);
      const before = await lockedTotp(act, user.id);
      if (before?.confirmedAt) throw isOn();
      if (await hasFactor(act, user.id)) askSecondFactor(act, session);
      const secret = generateSecret();
      const totp =
        before ?? act.em.create(Totp, { id: newId(), user: ref(User, user.id), secret: '', createdAt: act.now, updatedAt: act.now });
      totp.secret = sealSecret(act.ground, user.id, secret);
      totp.createdAt = act.now;
      totp.lastStep = null;
      act.em.persist(totp);
      act.record('totp.begin', `user:${user.id}`);
      return { secret, uri: generateURI({ issuer: ISSUER, label: user.email, secret }) };
    });
  });
}

async function renewRecoveryCodes(act: Act, userId: string): Promise<string[]> {
  await act.em.nativeDelete(RecoveryCode, { user: userId });
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  for (const code of codes) {
    const codeHash = recoveryCodeHash(code)!;
    act.em.persist(act.em.create(RecoveryCode, { id: newId(), user: ref(User, userId), codeHash, createdAt: act.now, updatedAt: act.now }));
  }
  return codes;
}

/** Switches the app on with its first right code; the recovery codes, which are shown this once. The session has then shown a second factor. */
export async function confirmTotp(acting: ActingOnOneself, code: string): Promise<string[]> {
  const user = await oneself(acting);
  const codes = await guessing(acting.ground, { email: user.email, address: acting.address }, ['code'], () =>
    perform(acting, async (act) => {
      act.allowAnyone('everybody may set up their own second factor');
      await act.load(User, user.id);
      const session = await ownSession(act);
      const totp = await lockedTotp(act, user.id);
      if (totp?.confirmedAt) throw isOn();
      if (!totp || act.now.getTime() - totp.createdAt.getTime() > SETUP_MINUTES * 60_000) {
        const message = { text: signInMessages.totpNotBegun, values: { minutes: SETUP_MINUTES } };
        throw new Refusal({ code: 'CONFLICT', path: ['code'], message });
      }
      if (await hasFactor(act, user.id)) askSecondFactor(act, session);
      const step = stepOf(act, totp, code.replace(/\s/g, ''));
      if (step === undefined) throw wrongCode();
      totp.lastStep = step;
      totp.confirmedAt = act.now;
      session.secondFactorAt = act.now;
      act.record('totp.confirm', `user:${user.id}`);
      return renewRecoveryCodes(act, user.id);
    }),
  );
  forgetSessions(acting.ground);
  return codes;
}

/** Takes the app off, with a last code of it or a recovery code. Recovery codes go with the last second factor. */
export async function removeTotp(acting: ActingOnOneself, code: string): Promise<Date> {
  const user = await oneself(acting);
  const shownAt = await guessing(acting.ground, { email: user.email, address: acting.address }, ['code'], () =>
    perform(acting, async (act) => {
      act.allowAnyone('everybody may take off their own second factor');
      await act.load(User, user.id);
      const session = await ownSession(act);
      const totp = await lockedTotp(act, user.id);
      if (!totp?.confirmedAt) throw new Refusal({ code: 'CONFLICT', path: [], message: { text: signInMessages.totpIsOff } });
      await showCode(act, user.id, code);
      session.secondFactorAt = act.now;
      act.em.remove(totp);
      if ((await act.em.count(Passkey, { user: user.id })) === 0) await act.em.nativeDelete(RecoveryCode, { user: user.id });
      act.record('totp.remove', `user:${user.id}`);
      return act.now;
    }),
  );
  forgetSessions(acting.ground);
  return shownAt;
}

/** New recovery codes, shown this once; those of before are worthless. Needs a session that has shown a second factor (G-18). */
export async function newRecoveryCodes(acting: Acting): Promise<string[]> {
  const user = await oneself(acting);
  return perform(acting, async (act) => {
    act.allowAnyone('everybody may renew their own recovery codes');
    await act.load(User, user.id);
    const session = await ownSession(act);
    if (!(await hasFactor(act, user.id))) throw new Refusal({ code: 'CONFLICT', path: [], message: { text: signInMessages.noFactor } });
    askSecondFactor(act, session);
    act.record('recoveryCode.renew', `user:${user.id}`);
    return renewRecoveryCodes(act, user.id);
  });
}

/** Shows a code in the session one is signed in with; when it was shown. */
export async function proveSession(acting: ActingOnOneself, code: string): Promise<Date> {
  const user = await oneself(acting);
  const shownAt = await guessing(acting.ground, { email: user.email, address: acting.address }, ['code'], () =>
    perform(acting, async (act) => {
      act.allowAnyone('everybody may show their own second factor');
      const session = await ownSession(act);
      await showCode(act, user.id, code);
      session.secondFactorAt = act.now;
      act.record('session.prove', `user:${user.id}`, { by: 'CODE' });
      return act.now;
    }),
  );
  forgetSessions(acting.ground);
  return shownAt;
}
