/** Showing a passkey: it signs in whoever has it, without a name; in a session it is the second factor. */
import { LockMode } from '@mikro-orm/core';
import { type AuthenticationResponseJSON, generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Ground } from '../kernel/ground.js';
import { Refusal } from '../kernel/refusal.js';
import { type Actor, systemActor } from './actor.js';
import { perform } from './command.js';
import { guessing } from './guess.service.js';
import { ownSession } from './oneself.js';
import { Passkey } from './passkey.entity.js';
import { challengeIn, newChallenge, spendChallenge } from './passkey-challenge.js';
import type { PasskeySite } from './passkey.rules.js';
import { knownSite, userHandle } from './passkey.service.js';
import { forgetSessions } from './session-cache.js';
import { type NewSession, openSession } from './session.service.js';
import { signInMessages } from './sign-in.messages.js';
import { User } from './user.entity.js';

/** Who shows one: somebody signed in, or nobody yet; where and on what. */
export interface Showing {
  ground: Ground;
  actor: Actor | null;
  site: PasskeySite | undefined;
  address: string | null;
  device: string | null;
}

const failed = () => new Refusal({ code: 'INVALID', path: ['response'], message: { text: signInMessages.passkeyFailed } });

/** What the browser needs to ask for a passkey. The same for everybody: whose it will be is not known. */
export function askPasskey({ ground, actor, site }: Showing): ReturnType<typeof generateAuthenticationOptions> {
  const { domain } = knownSite(site);
  const challenge = newChallenge(ground, 'SHOW', actor?.sessionId ?? null);
  return generateAuthenticationOptions({ rpID: domain, challenge, userVerification: 'required' });
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;

function answerOf(response: unknown): AuthenticationResponseJSON {
  const answer = response as AuthenticationResponseJSON | null;
  const parts = answer?.response;
  if (!isText(answer?.id) || !parts || ![parts.clientDataJSON, parts.authenticatorData, parts.signature].every(isText)) throw failed();
  return answer!;
}

/** Whether the authenticator, where it says for whom the passkey is, means the same person. */
const meansOwner = (handle: unknown, ownerId: string): boolean =>
  handle == null || (isText(handle) && Buffer.from(handle, 'base64url').equals(Buffer.from(userHandle(ownerId))));

/**
 * Takes the answer of a passkey: a new session (method PASSKEY, its second factor shown now), or null when it was shown in a session, which
 * has then shown its second factor. Refused INVALID for whatever is wrong, also for the passkey of somebody else.
 */
export async function showPasskey(showing: Showing, response: unknown): Promise<NewSession | null> {
  const { ground, actor, address } = showing;
  const site = knownSite(showing.site);
  const session = await guessing(ground, { address }, ['response'], async () => {
    const answer = answerOf(response);
    const challenge = challengeIn(answer.response.clientDataJSON);
    if (!(await spendChallenge(ground, challenge, 'SHOW', actor?.sessionId ?? null))) throw failed();
    const shown = await ground.orm.em.fork().findOne(Passkey, { credentialId: answer.id });
    if (!shown) throw failed();
    const ownerId = shown.user.id;
    return guessing(ground, { passkeyOf: ownerId }, ['response'], () =>
      perform({ ground, actor: actor ?? { ...systemActor, name: `user:${ownerId}`, userId: ownerId } }, async (act) => {
        act.allowAnyone('whoever shows a passkey is known by it');
        const owner = await act.load(User, ownerId);
        const passkey = await act.em.findOne(Passkey, { id: shown.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
        if (!passkey || owner.disabledAt || !meansOwner(answer.response.userHandle, ownerId)) throw failed();
        const seen = await verifyAuthenticationResponse({
          response: answer,
          expectedChallenge: challenge!,
          expectedOrigin: site.origin,
          expectedRPID: site.domain,
          requireUserVerification: true,
          credential: {
            id: passkey.credentialId,
            publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
            counter: passkey.counter,
          },
        }).catch(() => undefined);
        if (!seen?.verified) throw failed();
        if (actor && actor.userId !== ownerId)
          throw new Refusal({ code: 'INVALID', path: ['response'], message: { text: signInMessages.passkeyOfOther } });
        passkey.counter = seen.authenticationInfo.newCounter;
        passkey.lastUsedAt = act.now;
        if (!actor) return openSession(act, ownerId, { method: 'PASSKEY', secondFactorAt: act.now, device: showing.device });
        (await ownSession(act)).secondFactorAt = act.now;
        act.record('session.prove', `user:${ownerId}`, { by: 'PASSKEY' });
        return null;
      }),
    );
  });
  forgetSessions(ground);
  return session;
}
