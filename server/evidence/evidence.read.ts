/** Lists of sources, imports and quarantined lines as rows. */
import { isId } from '../kernel/record.js';
import { pageOfList, type PageInput } from '../kernel/page.js';
import { type Asked, manyOf, oneOf, type Reader, type Rows, type View } from '../kernel/read.js';

const sourceView: View<any> = {
  id: 's.id',
  name: 's.name',
  format: 's.format',
  mailDomains: 's.mail_domains',
  timeZone: 's.time_zone',
  shows: 's.shows',
  ignoredAddresses: 's.ignored_addresses',
  ignoredAccounts: 's.ignored_accounts',
  defaultDomain: 's.default_domain',
  reads: 's.reads',
  countsReceived: 's.counts_received',
  pollingLogins: 's.polling_logins',
  version: 's.version',
};

const importView: View<any> = {
  id: 'i.id',
  format: 'i.format',
  source: { table: 'evidence_source as s', on: ['s.id', 'i.source_id'], view: () => ({ name: 's.name' }) },
  fileName: 'i.file_name',
  state: 'i.state',
  lines: 'i.lines',
  used: 'i.used',
  ignored: 'i.ignored',
  duplicate: 'i.duplicate',
  quarantined: 'i.quarantined',
  unknownAddresses: 'i.unknown_addresses',
  unknownCount: 'i.unknown_count',
  firstDay: 'i.first_day',
  lastDay: 'i.last_day',
  message: 'i.note',
  startedAt: 'i.started_at',
  finishedAt: 'i.finished_at',
};

/** The name of a source is a field of an import, not an object of its own. */
function withSourceName(asked: Asked): Asked {
  if (asked.has('source')) asked.set('source', new Map([['name', new Map()]]));
  return asked;
}

function withSourceNameInNodes(asked: Asked): Asked {
  for (const inner of [asked.get('nodes'), asked.get('edges')?.get('node')]) if (inner) withSourceName(inner);
  return asked;
}

export async function evidenceSources(read: Reader, asked: Asked): Promise<any[]> {
  return manyOf(read, asked, { table: 'evidence_source as s', view: sourceView, where: (q) => q.orderBy('s.name') });
}

export const oneSource = (read: Reader, asked: Asked, id: string) =>
  oneOf<any>(read, asked, { table: 'evidence_source as s', view: sourceView, where: (q) => q.where('s.id', '=', id) });

export async function oneImport(read: Reader, asked: Asked, id: string) {
  return isId(id)
    ? oneOf<any>(read, withSourceName(asked), { table: 'evidence_import as i', view: importView, where: (q) => q.where('i.id', '=', id) })
    : null;
}

/** Imports, the newest first. */
export function importList(read: Reader, asked: Asked, page: PageInput, states: readonly string[] | null | undefined) {
  const where = (q: Rows) => (states ? q.where('i.state', 'in', states.length ? [...states] : ['']) : q);
  return pageOfList<any>(read, withSourceNameInNodes(asked), {
    ...page,
    table: 'evidence_import as i',
    view: importView,
    where,
    orderBy: [{ by: 'i.id', direction: 'desc' }],
  });
}

const quarantineView: View<any> = { line: 'q.line', reason: 'q.reason', sample: 'q.sample', count: 'q.count' };

/** Kinds of quarantined lines of an import, in order of their first line. */
export function quarantineList(read: Reader, asked: Asked, page: PageInput, importId: string) {
  const where = (q: Rows) => q.where('q.import_id', '=', isId(importId) ? importId : '00000000-0000-0000-0000-000000000000');
  return pageOfList<any>(read, asked, {
    ...page,
    table: 'evidence_quarantine as q',
    view: quarantineView,
    where,
    orderBy: [{ by: 'q.line', kind: 'whole' }],
  });
}
