/** Who is behind a token in the header of a request: a session or an API key? */
import type { Ground } from '../kernel/ground.js';
import type { Actor } from './actor.js';
import { looksLikeApiKey } from './api-key.rules.js';
import { actorOfApiKey } from './api-key.service.js';
import { actorOfToken } from './session.service.js';

/** The actor behind a session token or API key, or null when it opens nothing. */
export const actorOfBearer = (ground: Ground, token: string): Promise<Actor | null> =>
  looksLikeApiKey(token) ? actorOfApiKey(ground, token) : actorOfToken(ground, token);
