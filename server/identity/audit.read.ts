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

const all = sql<boolean>`true`;
const both = (one: RawBuilder<boolean>, other: RawBuilder<boolean>) => sql<boolean>`(${one} and ${other})`;

/** What the administrator reads of a subject: with a person, nothing that is itself personal evidence. */
const toAdministrator = (own: readonly string[], subject: string): RawBuilder<boolean> =>
  own.includes(subject)
    ? about([subject])
    : anyOf([sql<boolean>`e.subject = ${subject}`, both(about([subject]), sql<boolean>`not ${isOneOf(PERSONAL)}`)]);

/**
 * The events a viewer may see, and of those the ones about a subject. One event may name many officers: whoever sees it because it names
 * them does not learn by asking for others who else was named.
 */
function visible(viewer: Actor, rows: Rows, subject: string | null): Rows {
  const own = ownFiles(viewer);
  if (viewer.isSystem) return subject === null ? rows : rows.where(about([subject]));
  if (hasRole(viewer, 'ADMIN')) return subject === null ? rows : rows.where(toAdministrator(own, subject));
  const asked = subject === null ? all : about([subject]);
  const ways: RawBuilder<boolean>[] = [];
  if (hasRole(viewer, 'TASK_FORCE') || hasRole(viewer, 'SECRETARY')) ways.push(both(sql<boolean>`e.actor = ${viewer.name}`, asked));
  if (hasRole(viewer, 'SECRETARY')) ways.push(both(isOneOf(CASES), asked));
  if (own.length) ways.push(both(about(own), subject === null || own.includes(subject) ? asked : sql<boolean>`e.subject = ${subject}`));
  return rows.where(ways.length ? anyOf(ways) : sql<boolean>`false`);
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
    where: (rows) => visible(viewer, rows, subject ?? null),
    ...page,
  });
