/** Names of published lists for the audit log: their title, or their address where there is none any more; and of lists that were exported. */
import { sql } from 'kysely';
import type { NameFinder } from '../identity/audit-words.js';
import { exportedLists } from './exports/lists.js';

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

const exported: NameFinder = async (_read, _viewer, ids, language) =>
  new Map(ids.flatMap((id) => (exportedLists.has(id) ? [[id, exportedLists.get(id)!.title[language]]] : [])));

export const publicationNames = { list, export: exported };
