/** Titles of letters and names of scanned papers for the audit log: only of those that the viewer may see. */
import { sql } from 'kysely';
import type { NameFinder } from '../identity/audit-words.js';
import { holds } from '../identity/right.js';
import { isId } from '../kernel/record.js';
import { visibleLetters } from './letter.read.js';
import { noticesAccess } from './notices.access.js';

const letter: NameFinder = async ({ db, run }, viewer, ids) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, noticesAccess.readLetters as never)) return new Map();
  const rows = visibleLetters(viewer, db.selectFrom('letter as l') as never).where(sql<boolean>`l.id = any(${wanted}::uuid[])`);
  const named = await run<{ id: string; title: string }>(rows.select(['l.id', 'l.title']));
  return new Map(named.map(({ id, title }) => [id, title]));
};

export const noticesNames = { letter };
