/** The texts and the layout in use, and who changed what when. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../../kernel/bulk.js';
import { PaperTexts } from './templates.js';

export const LAYOUT_NAME = 'layout';

export interface ChangedText {
  name: string;
  text: string | null;
  changedAt: string;
  changedBy: string;
}

/** The last change under each name; of one that was taken back the text is null. */
export async function lastChanges(em: SqlEntityManager): Promise<Map<string, ChangedText>> {
  const rows = await executeBound<{ row: string }>(
    em,
    `select json_build_object('name', t.name, 'text', t.text, 'changedAt', t.created_at, 'changedBy', t.changed_by)::text as row
     from (select distinct on (name) * from paper_template order by name, id desc) t`,
    [],
  );
  return new Map(rows.map(({ row }) => JSON.parse(row) as ChangedText).map((change) => [change.name, change]));
}

export async function textsInUse(em: SqlEntityManager): Promise<PaperTexts> {
  const changes = await lastChanges(em);
  return new PaperTexts(new Map([...changes].flatMap(([name, { text }]) => (text !== null && name !== LAYOUT_NAME ? [[name, text]] : []))));
}
