/** Names of published lists for the audit log: their title, or their address where there is none any more. */
import { sql } from 'kysely';
import type { NameFinder } from '../identity/audit-words.js';

const list: NameFinder = async ({ db, run }, _viewer, ids) => {
  if (ids.length === 0) return new Map();
  const rows = await run<{ slug: string; title: string }>(
    db
      .selectFrom('published_list as l')
      .select(['l.slug', sql<string>`min(l.title)`.as('title')])
      .where(sql<boolean>`l.slug = any(${[...ids]}::text[])`)
      .groupBy('l.slug'),
  );
  return new Map(rows.map(({ slug, title }) => [slug, `${title} (${slug})`]));
};

export const publicationNames = { list };
