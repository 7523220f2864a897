/** API keys as rows: those that open something first, the newest first. */
import { sql } from 'kysely';
import { type Asked, manyOf, onceEach, oneOf, type Reader, type View } from '../kernel/read.js';

/** Most keys in the list, which has no pages. */
const MOST_KEYS = 1_000;

const view: View<any> = {
  id: 'k.id',
  name: 'k.name',
  prefix: 'k.prefix',
  scopes: 'k.scopes',
  createdAt: 'k.created_at',
  expiresOn: 'k.expires_on',
  lastUsedAt: 'k.last_used_at',
  endedAt: 'k.ended_at',
  makerName: sql<string | null>`(select m.name from app_user m where m.id = k.maker_id)`,
};

const withState = onceEach((asked: Asked): Asked => {
  const all = new Map(asked);
  if (asked.has('availableActions')) all.set('endedAt', new Map());
  if (asked.has('createdBy')) all.set('makerName', new Map());
  return all;
});

export const apiKeyList = (read: Reader, asked: Asked) =>
  manyOf<any>(read, withState(asked), {
    table: 'api_key as k',
    view,
    where: (q) =>
      q
        .orderBy(sql`k.ended_at is not null`)
        .orderBy('k.created_at', 'desc')
        .orderBy('k.id')
        .limit(MOST_KEYS),
  });

export const oneApiKey = (read: Reader, asked: Asked, id: string) =>
  oneOf<any>(read, withState(asked), { table: 'api_key as k', view, where: (q) => q.where('k.id', '=', id) });
