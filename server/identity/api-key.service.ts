/** API keys: making one, revoking one, and who is behind one. The key itself is shown once and nowhere stored (G-17). */
import { ref } from '@mikro-orm/core';
import type { Ground } from '../kernel/ground.js';
import { cleanText } from '../kernel/name.rules.js';
import { newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { accountMessages } from './account.messages.js';
import type { Actor } from './actor.js';
import { allScopes } from './all-rights.js';
import { ApiKey } from './api-key.entity.js';
import { apiKeyDefects, apiKeyHash, isLiving, newApiKey, type NewApiKey, prefixOf } from './api-key.rules.js';
import { type Acting, perform } from './command.js';
import { apiKeyAccess } from './identity.access.js';
import { User } from './user.entity.js';

/** Seconds between two notes of a key's last use. */
const LAST_USE_SECONDS = 60;

/** Makes a key; its text is answered this once. */
export async function createApiKey(acting: Acting, input: NewApiKey): Promise<{ id: string; secret: string }> {
  return perform(acting, async (act) => {
    act.allow(apiKeyAccess.change, undefined);
    const scopes = [...new Set(input.scopes)];
    const defects = apiKeyDefects({ ...input, scopes }, allScopes(), act.today);
    if (defects.length) throw new Refusal(...defects);
    const secret = newApiKey();
    const key = act.em.create(ApiKey, {
      id: newId(),
      name: cleanText(input.name),
      prefix: prefixOf(secret),
      keyHash: apiKeyHash(secret)!,
      scopes,
      expiresOn: input.expiresOn,
      maker: act.actor.userId ? ref(User, act.actor.userId) : null,
      createdAt: act.now,
      updatedAt: act.now,
    });
    act.em.persist(key);
    act.record('apiKey.create', `key:${key.id}`, { name: key.name, prefix: key.prefix, scopes, expiresOn: key.expiresOn });
    return { id: key.id, secret };
  });
}

/** Revokes a key: from this moment it opens nothing. */
export async function revokeApiKey(acting: Acting, id: string): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(apiKeyAccess.change, undefined);
    const key = await act.load(ApiKey, id);
    if (key.endedAt) throw new Refusal({ code: 'CONFLICT', path: ['id'], message: { text: accountMessages.revokedAlready } });
    key.endedAt = act.now;
    key.updatedAt = act.now;
    act.record('apiKey.revoke', `key:${id}`, { name: key.name, prefix: key.prefix });
    return id;
  });
}

interface StoredKey {
  id: string;
  name: string;
  scopes: string[];
  expiresOn: string;
  lastUsedAt: Date | null;
  endedAt: Date | null;
}

/** The actor behind a key, or null. Asked of the store every time, so that a revocation counts at once on every server. */
export async function actorOfApiKey(ground: Ground, text: string): Promise<Actor | null> {
  const hash = apiKeyHash(text);
  if (!hash) return null;
  const { db, run } = ground.read;
  const [key] = await run<StoredKey>(
    db
      .selectFrom('api_key as k')
      .where('k.key_hash', '=', hash)
      .select([
        'k.id as id',
        'k.name as name',
        'k.scopes as scopes',
        'k.expires_on as expiresOn',
        'k.last_used_at as lastUsedAt',
        'k.ended_at as endedAt',
      ]),
  );
  if (!key || !isLiving(key, ground.clock.today())) return null;
  const now = ground.clock.now();
  if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() > LAST_USE_SECONDS * 1000) {
    await ground.orm.em.fork().execute('update api_key set last_used_at = ? where id = ?', [now.toISOString(), key.id]);
  }
  return {
    name: `key:${key.id}`,
    userId: null,
    displayName: key.name,
    grants: [{ role: 'SERVICE', scopeId: null }],
    scopes: key.scopes,
    sessionId: null,
    secondFactorAt: null,
    isSystem: false,
  };
}
