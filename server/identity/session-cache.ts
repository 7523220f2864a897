/**
 * Who is behind a session token? Asked for every request, so an answer is remembered for a moment; whatever ends or changes a session
 * on this server forgets the answers at once, other servers of the same database follow when the moment is over.
 */
import { sql } from 'kysely';
import type { Ground } from '../kernel/ground.js';
import { actorOfCode, type HeldCode } from './access-code-holder.js';
import type { Actor, Grant } from './actor.js';
import { isAlive, tokenHash } from './session.rules.js';

interface Known {
  actor: Actor;
  session: { expiresAt: Date; lastUsedAt: Date; codeId: string | null };
  readAt: number;
}

/** How long a token is trusted without asking the store again; a revocation elsewhere counts after that at the latest. */
export const TRUSTED_MILLISECONDS = 2000;
const LAST_USE_SECONDS = 60;
const MOST_REMEMBERED = 10_000;

let remembered = new WeakMap<Ground, Map<string, Known>>();

/** Forgets what was remembered; to be called once the change is committed. Without a ground, on every store of this process. */
export function forgetSessions(ground?: Ground): void {
  // A new map, not an emptied one: an answer read before the change may still be on its way into the old one.
  if (ground) remembered.set(ground, new Map());
  else remembered = new WeakMap();
}

function rememberedOn(ground: Ground): Map<string, Known> {
  let known = remembered.get(ground);
  if (!known || known.size > MOST_REMEMBERED) remembered.set(ground, (known = new Map()));
  return known;
}

interface Account {
  sessionId: string;
  secondFactorAt: Date | null;
  userId: string;
  displayName: string;
  grants: Grant[];
}

const actorOfAccount = ({ userId, ...known }: Account): Actor => ({
  name: `user:${userId}`,
  userId,
  displayName: known.displayName,
  grants: known.grants,
  scopes: [],
  sessionId: known.sessionId,
  secondFactorAt: known.secondFactorAt,
  isSystem: false,
});

/** The actor behind a session token, or null. */
export async function actorOfToken(ground: Ground, token: string): Promise<Actor | null> {
  const hash = tokenHash(token);
  const now = ground.clock.now();
  const known = rememberedOn(ground);
  const answer = known.get(hash);
  if (answer && Date.now() - answer.readAt < TRUSTED_MILLISECONDS && isAlive(answer.session, now)) return answer.actor;
  const readAt = Date.now();
  const { db, run } = ground.read;
  const [row] = await run(
    db
      .selectFrom('session as s')
      .leftJoin('app_user as u', 'u.id', 's.user_id')
      .leftJoin('access_code as c', 'c.id', 's.access_code_id')
      .where('s.token_hash', '=', hash)
      .where('u.disabled_at', 'is', null)
      .where('c.revoked_at', 'is', null)
      .select([
        's.id as sessionId',
        's.expires_at as expiresAt',
        's.last_used_at as lastUsedAt',
        's.ended_at as endedAt',
        's.second_factor_at as secondFactorAt',
        'u.id as userId',
        'u.name as displayName',
        'c.id as codeId',
        'c.role as codeRole',
        'c.scope_id as codeScopeId',
        'c.about as codeAbout',
        sql<Grant[]>`coalesce((select json_agg(json_build_object('role', g.role, 'scopeId', g.scope_id))
          from role_grant g where g.user_id = u.id), '[]')`.as('grants'),
      ]),
  );
  if (!row || !isAlive(row, now)) return null;
  const actor = row.codeId ? await actorOfCode(ground, row as HeldCode) : actorOfAccount(row as Account);
  if (!actor) return null;
  known.set(hash, { actor, session: row, readAt });
  if (now.getTime() - row.lastUsedAt.getTime() > LAST_USE_SECONDS * 1000) {
    await ground.orm.em.fork().execute('update session set last_used_at = ? where id = ?', [now.toISOString(), row.sessionId]);
  }
  return actor;
}
