/** Names of subscribed systems for the audit log. */
import { sql } from 'kysely';
import type { NameFinder } from '../identity/audit-words.js';
import { holds } from '../identity/right.js';
import { isId } from '../kernel/record.js';
import { awardsAccess } from './awards.access.js';

const webhook: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, awardsAccess.readWebhooks)) return new Map();
  const rows = await run<{ id: string; name: string }>(
    db
      .selectFrom('webhook_subscription as s')
      .select(['s.id', 's.name'])
      .where(sql<boolean>`s.id = any(${wanted}::uuid[])`),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export const awardsNames = { webhook };
