/** The passkeys of a person: adding one, taking one off. */
import { ref } from '@mikro-orm/core';
import { generateRegistrationOptions, type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server';
import { isId, newId } from '../kernel/record.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { cleanText } from '../kernel/name.rules.js';
import { Refusal } from '../kernel/refusal.js';
import { type Acting, perform } from './command.js';
import { guessing } from './guess.service.js';
import { type ActingOnOneself, askPassword, oneself, ownSession } from './oneself.js';
import { Passkey } from './passkey.entity.js';
import { challengeIn, newChallenge, spendChallenge } from './passkey-challenge.js';
import { LONGEST_PASSKEY_NAME, MOST_PASSKEYS, type PasskeySite } from './passkey.rules.js';
import { askSecondFactor, hasFactor } from './second-factor.service.js';
import { forgetSessions } from './session-cache.js';
import { signInMessages } from './sign-in.messages.js';
import { RecoveryCode, Totp } from './totp.entity.js';
import { User } from './user.entity.js';

/** A command that needs to know for which site passkeys are. */
export interface ActingWithPasskey extends ActingOnOneself {
  site: PasskeySite | undefined;
}

/** EdDSA, ES256, RS256: what authenticators make. */
const ALGORITHMS = [-8, -7, -257];

/** Refused where passkeys cannot work. */
export function knownSite(site: PasskeySite | undefined): PasskeySite {
  if (!site) throw new Refusal({ code: 'CONFLICT', path: [], message: { text: signInMessages.passkeysNeedUrl } });
  return site;
}

/** The id by which an authenticator knows the person; says nothing about them. */
export const userHandle = (userId: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex'));

const failed = () => new Refusal({ code: 'INVALID', path: ['response'], message: { text: signInMessages.passkeyFailed } });

/**
 * What the browser needs to make a passkey, as JSON text. Whoever has a second factor must have shown it lately in this session (G-18);
 * from everybody else the password is asked again.
 */
export async function beginPasskey(acting: ActingWithPasskey, password: string | null | undefined): Promise<string> {
  const user = await oneself(acting);
  const { domain } = knownSite(acting.site);
  const isGuarded = await perform(acting, async (act) => {
    act.allowAnyone('everybody may add their own passkeys');
    act.unchanged();
    const session = await ownSession(act);
    if (!(await hasFactor(act, user.id))) return false;
    askSecondFactor(act, session);
    return true;
  });
  if (!isGuarded) {
    const guesser = { email: user.email, address: acting.address };
    await guessing(acting.ground, guesser, ['password'], () => askPassword(acting, user, password, 'password'));
  }
  const known = await acting.ground.orm.em.fork().find(Passkey, { user: user.id });
  const options = await generateRegistrationOptions({
    rpName: 'Hopthu',
    rpID: domain,
    userName: user.email,
    userDisplayName: user.name,
    userID: userHandle(user.id),
    challenge: newChallenge(acting.ground, 'ADD', acting.actor.sessionId),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports: JSON.parse(transports) as string[] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return JSON.stringify(options);
}

function parsed(response: string): RegistrationResponseJSON {
  try {
    const answer = JSON.parse(response) as RegistrationResponseJSON;
    if (typeof answer?.response?.clientDataJSON === 'string') return answer;
  } catch {
    // Refused below, like any other answer that is none.
  }
  throw failed();
}

/** Adds the passkey that the browser made. The session has then shown a second factor. */
export async function addPasskey(acting: ActingWithPasskey, givenName: string, response: string): Promise<void> {
  const user = await oneself(acting);
  const site = knownSite(acting.site);
  const name = cleanText(givenName);
  if (name === '') throw new Refusal({ code: 'REQUIRED', path: ['name'], message: { text: signInMessages.passkeyNameNeeded } });
  if ([...name].length > LONGEST_PASSKEY_NAME) {
    const message = { text: signInMessages.passkeyNameTooLong, values: { longest: LONGEST_PASSKEY_NAME } };
    throw new Refusal({ code: 'LIMIT', path: ['name'], message });
  }
  await guessing(acting.ground, { passkeyOf: user.id, address: acting.address }, ['response'], async () => {
    const answer = parsed(response);
    const challenge = challengeIn(answer.response.clientDataJSON);
    if (!(await spendChallenge(acting.ground, challenge, 'ADD', acting.actor.sessionId))) throw failed();
    const seen = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge!,
      expectedOrigin: site.origin,
      expectedRPID: site.domain,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(() => undefined);
    if (!seen?.verified) throw failed();
    const { credential } = seen.registrationInfo;
    await perform(acting, async (act) => {
      act.allowAnyone('everybody may add their own passkeys');
      await act.load(User, user.id);
      const session = await ownSession(act);
      // Something may have been set up since the password was asked.
      if (await hasFactor(act, user.id)) askSecondFactor(act, session);
      if ((await act.em.count(Passkey, { credentialId: credential.id })) > 0)
        throw new Refusal({ code: 'DUPLICATE', path: ['response'], message: { text: signInMessages.passkeyKnown } });
      if ((await act.em.count(Passkey, { user: user.id })) >= MOST_PASSKEYS)
        throw new Refusal({ code: 'LIMIT', path: [], message: { text: signInMessages.tooManyPasskeys, values: { most: MOST_PASSKEYS } } });
      const passkey = act.em.create(Passkey, {
        id: newId(),
        user: ref(User, user.id),
        name,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: JSON.stringify(credential.transports ?? []),
        createdAt: act.now,
        updatedAt: act.now,
      });
      act.em.persist(passkey);
      session.secondFactorAt = act.now;
      act.record('passkey.add', `user:${user.id}`, { passkeyId: passkey.id });
    });
  });
  forgetSessions(acting.ground);
}

/** Takes a passkey off; needs a session that has shown a second factor (G-18). Recovery codes go with the last second factor. */
export async function removePasskey(acting: Acting, id: string): Promise<void> {
  const user = await oneself(acting);
  await perform(acting, async (act) => {
    act.allowAnyone('everybody may take off their own passkeys');
    await act.load(User, user.id);
    const session = await ownSession(act);
    const passkey = isId(id) ? await act.em.findOne(Passkey, { id, user: user.id }) : null;
    if (!passkey) throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: kernelMessages.notFound } });
    askSecondFactor(act, session);
    act.em.remove(passkey);
    const left =
      (await act.em.count(Passkey, { user: user.id, id: { $ne: passkey.id } })) +
      (await act.em.count(Totp, { user: user.id, confirmedAt: { $ne: null } }));
    if (left === 0) await act.em.nativeDelete(RecoveryCode, { user: user.id });
    act.record('passkey.remove', `user:${user.id}`, { passkeyId: passkey.id });
  });
}
