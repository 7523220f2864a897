/**
 * Takes over day totals of many mailboxes at once, from another system or for the demonstration city: straight into the counters,
 * by COPY, where an import would keep every act. Only into sources that hold nothing yet.
 */
import { type Acting, perform } from '../identity/command.js';
import { may } from '../identity/right.js';
import { copyChunks, copyRows, insertRows } from '../kernel/bulk.js';
import { dayOfNumber } from '../kernel/calendar.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { newId } from '../kernel/record.js';
import { Denial, Refusal } from '../kernel/refusal.js';
import { dayFillMessages } from './day-fill.messages.js';
import { EvidenceSource } from './evidence-source.entity.js';
import { evidenceAccess } from './evidence.access.js';

/** Numbers a day in `FilledMailbox.days`: day number, sent, read, logins, received, forwarded. */
export const FILLED_DAY_FIELDS = 6;

/** All days of one mailbox in one source; one entry a mailbox and source, only days with something. */
export interface FilledMailbox {
  /** Name of the source. */
  source: string;
  /** In small letters. */
  address: string;
  days: ArrayLike<number>;
}

interface Total {
  source: EvidenceSource;
  days: Map<number, { lines: number; mailboxes: number }>;
  lines: number;
}

const COLUMNS = ['address', 'day', 'source', 'sent', 'read', 'logins', 'received', 'forwarded', 'polled'];
const TEXT_A_CHUNK = 1 << 20;

/** Returns how many day rows were written; `note` names the origin in the list of imports. */
export async function fillDays(acting: Acting, mailboxes: Iterable<FilledMailbox>, note: string): Promise<number> {
  const { ground, actor } = acting;
  if (!may(actor, evidenceAccess.importFiles, undefined)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
  const totals = await emptySources(acting);
  const [{ last }] = (await ground.orm.em
    .fork()
    .execute<{ last: number }[]>('select coalesce(max(id), 0)::int as last from evidence_address')) as [{ last: number }];
  const ids = new Map<string, number>();
  let rows = 0;
  function* text(): Generator<string> {
    let chunk = '';
    for (const { source, address, days } of mailboxes) {
      const total = totals.get(source);
      if (!total)
        throw new Refusal({
          code: 'NOT_FOUND',
          path: ['source'],
          message: { text: dayFillMessages.sourceUnknown, values: { name: source } },
        });
      let id = ids.get(address);
      if (id === undefined) ids.set(address, (id = last + ids.size + 1));
      const middle = `\t${total.source.number}\t`;
      for (let at = 0; at < days.length; at += FILLED_DAY_FIELDS) {
        const day = days[at]!;
        const [sent, read, logins, received, forwarded] = [days[at + 1]!, days[at + 2]!, days[at + 3]!, days[at + 4]!, days[at + 5]!];
        chunk += `${id}\t${day}${middle}${sent}\t${read}\t${logins}\t${received}\t${forwarded}\tf\n`;
        const ofDay = total.days.get(day);
        const lines = sent + read + logins + received + forwarded;
        if (ofDay) {
          ofDay.lines += lines;
          ofDay.mailboxes++;
        } else total.days.set(day, { lines, mailboxes: 1 });
        total.lines += lines;
        rows++;
      }
      if (chunk.length >= TEXT_A_CHUNK) {
        yield chunk;
        chunk = '';
      }
    }
    if (chunk) yield chunk;
  }
  await copyChunks(ground, 'evidence_day', COLUMNS, text());
  await copyRows(
    ground,
    'evidence_address',
    ['id', 'address'],
    (function* () {
      for (const [address, id] of ids) yield [id, address];
    })(),
  );
  await recordFill(acting, totals, note, rows);
  // So many new rows are planned for wrongly until they are counted.
  await ground.orm.em.fork().execute('analyze evidence_address, evidence_day, evidence_source_day');
  return rows;
}

/** All sources by name; refused when one of them has data. */
async function emptySources({ ground }: Acting): Promise<Map<string, Total>> {
  const em = ground.orm.em.fork();
  const sources = await em.find(EvidenceSource, {});
  const used = await em.execute<{ source: number }[]>(
    'select distinct source from evidence_source_day union select distinct source from evidence_day',
  );
  const full = sources.find(({ number }) => used.some(({ source }) => source === number));
  if (full)
    throw new Refusal({ code: 'CONFLICT', path: ['source'], message: { text: dayFillMessages.hasDays, values: { name: full.name } } });
  return new Map(sources.map((source) => [source.name, { source, days: new Map(), lines: 0 }]));
}

const TIMES = { id: 'uuid', created_at: 'timestamptz', updated_at: 'timestamptz' };
const IMPORT = {
  ...TIMES,
  number: 'int4',
  source_id: 'uuid',
  format: 'text',
  file_name: 'text',
  state: 'text',
  lines: 'int4',
  used: 'int4',
  unknown_addresses: 'jsonb',
  first_day: 'date',
  last_day: 'date',
  started_at: 'timestamptz',
  finished_at: 'timestamptz',
  newest_day: 'date',
  is_newest_day_given: 'bool',
  sha256: 'text',
  bytes: 'int8',
  reader_version: 'int2',
  spooled_at: 'text',
};

/** One import a source, with its days, so that a counter can be traced back (T-7). */
async function recordFill(acting: Acting, totals: ReadonlyMap<string, Total>, note: string, rows: number): Promise<void> {
  await perform(acting, async (act) => {
    act.allow(evidenceAccess.importFiles, undefined);
    const at = act.now.toISOString();
    const [{ last }] = (await act.em.execute<{ last: number }[]>('select coalesce(max(number), 0)::int as last from evidence_import')) as [
      { last: number },
    ];
    const filled = [...totals.values()].filter(({ days }) => days.size > 0);
    const imports: unknown[][] = [];
    const sourceDays: unknown[][] = [];
    const importDays: unknown[][] = [];
    for (const [i, { source, days, lines }] of filled.entries()) {
      const number = last + 1 + i;
      const order = [...days.keys()].sort((a, b) => a - b);
      const [first, end] = [dayOfNumber(order[0]!), dayOfNumber(order.at(-1)!)];
      imports.push([
        newId(),
        at,
        at,
        number,
        source.id,
        source.format,
        note,
        'DONE',
        lines,
        lines,
        '[]',
        first,
        end,
        at,
        at,
        end,
        true,
        '',
        0,
        0,
        '',
      ]);
      for (const day of order) {
        const { lines: ofDay, mailboxes } = days.get(day)!;
        sourceDays.push([source.number, day, ofDay, mailboxes]);
        importDays.push([number, day, source.number, ofDay]);
      }
    }
    await insertRows(act.em, 'evidence_import', IMPORT, imports);
    await insertRows(act.em, 'evidence_source_day', { source: 'int2', day: 'int4', lines: 'int4', mailboxes: 'int4' }, sourceDays);
    await insertRows(act.em, 'evidence_import_day', { import: 'int4', day: 'int4', source: 'int2', lines: 'int4' }, importDays);
    await act.em.execute(`update evidence_source set has_flag_changes = true where format = 'DOVECOT'`);
    await act.em.execute(
      `select setval(pg_get_serial_sequence('evidence_address', 'id'), greatest((select max(id) from evidence_address), 1))`,
    );
    act.record('evidence.fill', 'evidence', { rows, sources: filled.map(({ source }) => source.name), note });
  });
}
