/** Which events of the audit log may somebody see, newest first? The scope stands in the query (product.md §2, R-1). */
import { type RawBuilder, sql } from 'kysely';
import { type Page, type PageInput, pageOfList } from '../kernel/page.js';
import { type Asked, onceEach, type Reader, type Rows, type View } from '../kernel/read.js';
import { type Actor, hasRole, scopesOf } from './actor.js';
import { CASES, PERSONAL } from './audit.access.js';

export interface AuditRow {
  seq: number;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  hash: string;
}

const view: View<AuditRow> = {
  seq: 'e.seq',
  at: 'e.at',
  actor: 'e.actor',
  action: 'e.action',
  subject: 'e.subject',
  hash: 'e.hash',
};

/** Columns that the fields which are worked out are made of. */
const NEEDS: Record<string, keyof AuditRow> = { actorName: 'actor', summary: 'action', subjectName: 'subject' };

const withNeeds = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(asked);
  for (const field of asked.keys()) if (NEEDS[field]) all.set(NEEDS[field], new Map());
  return all;
});

const withNeedsInNodes = onceEach((page: Asked): Asked => {
  const all: Asked = new Map(page);
  const nodes = all.get('nodes');
  if (nodes) all.set('nodes', withNeeds(nodes));
  const edges = all.get('edges');
  const node = edges?.get('node');
  if (edges && node) all.set('edges', new Map(edges).set('node', withNeeds(node)));
  return all;
});

const kindOfSubject = sql<string>`split_part(e.subject, ':', 1)`;
const isOneOf = (kinds: readonly string[]) => sql<boolean>`${kindOfSubject} in (${sql.join(kinds.map((kind) => sql.lit(kind)))})`;
const anyOf = (conditions: RawBuilder<boolean>[]) => sql<boolean>`(${sql.join(conditions, sql` or `)})`;

/** Events about one of these, or that name one of them. */
const about = (subjects: readonly string[]) =>
  sql<boolean>`e.seq in (select s.seq from audit_event s where s.subject = any(${subjects}::text[])
    union all select m.seq from audit_mention m where m.subject = any(${subjects}::text[]))`;

const ownFiles = (viewer: Actor): string[] => scopesOf(viewer, 'OFFICER').map((id) => `officer:${id}`);

/** The events a viewer may see. */
function visible(viewer: Actor, rows: Rows): Rows {
  if (hasRole(viewer, 'ADMIN') || viewer.isSystem) return rows;
  const ways: RawBuilder<boolean>[] = [];
  if (hasRole(viewer, 'TASK_FORCE') || hasRole(viewer, 'SECRETARY')) ways.push(sql<boolean>`e.actor = ${viewer.name}`);
  if (hasRole(viewer, 'SECRETARY')) ways.push(isOneOf(CASES));
  const own = ownFiles(viewer);
  if (own.length) ways.push(about(own));
  return rows.where(ways.length ? anyOf(ways) : sql<boolean>`false`);
}

/** Whether everything that names a person may be shown together with that person. */
const mayFollow = (viewer: Actor, subject: string): boolean =>
  viewer.isSystem || !hasRole(viewer, 'ADMIN') || ownFiles(viewer).includes(subject);

function ofSubject(viewer: Actor, rows: Rows, subject: string | null | undefined): Rows {
  if (subject == null) return rows;
  if (mayFollow(viewer, subject)) return rows.where(about([subject]));
  return rows.where(anyOf([sql<boolean>`e.subject = ${subject}`, sql<boolean>`(${about([subject])} and not ${isOneOf(PERSONAL)})`]));
}

export interface AuditListInput extends PageInput {
  /** Only events about this, or that name it: `officer:<id>`. */
  subject?: string | null;
}

export const auditList = (read: Reader, asked: Asked, viewer: Actor, { subject, ...page }: AuditListInput): Promise<Page<AuditRow>> =>
  pageOfList<AuditRow>(read, withNeedsInNodes(asked), {
    table: 'audit_event as e',
    view,
    orderBy: [{ by: 'e.seq', direction: 'desc' }],
    number: 'e.seq',
    where: (rows) => ofSubject(viewer, visible(viewer, rows), subject),
    ...page,
  });
