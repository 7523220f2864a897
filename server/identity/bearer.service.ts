/** Who is behind a token in the header of a request: a session or an API key? And why is nobody? */
import { kernelMessages } from '../kernel/kernel.messages.js';
import type { Ground } from '../kernel/ground.js';
import type { Text } from '../kernel/language.js';
import type { Actor } from './actor.js';
import { looksLikeApiKey } from './api-key.rules.js';
import { actorOfApiKey } from './api-key.service.js';
import { tokenHash } from './session.rules.js';
import { actorOfToken } from './session.service.js';
import { signInMessages } from './sign-in.messages.js';

/** The actor behind a session token or API key, or null when it opens nothing. */
export const actorOfBearer = (ground: Ground, token: string): Promise<Actor | null> =>
  looksLikeApiKey(token) ? actorOfApiKey(ground, token) : actorOfToken(ground, token);

/** Why a token opens nothing, told to whoever holds that very token; of a token that never was, no more than that one must sign in. */
export async function whyNobody(ground: Ground, token: string): Promise<Text> {
  if (looksLikeApiKey(token)) return signInMessages.keyOpensNothing;
  const { db, run } = ground.read;
  const [session] = await run<{ endedAt: Date | null; disabledAt: Date | null; revokedAt: Date | null }>(
    db
      .selectFrom('session as s')
      .leftJoin('app_user as u', 'u.id', 's.user_id')
      .leftJoin('access_code as c', 'c.id', 's.access_code_id')
      .where('s.token_hash', '=', tokenHash(token))
      .select(['s.ended_at as endedAt', 'u.disabled_at as disabledAt', 'c.revoked_at as revokedAt']),
  );
  if (!session) return kernelMessages.signIn;
  if (session.disabledAt) return signInMessages.accountDisabled;
  return session.endedAt || session.revokedAt ? signInMessages.sessionEnded : signInMessages.sessionExpired;
}
