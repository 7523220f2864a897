/** The ends of a source's files: kept sealed for 30 days, opened only to find which file continues which. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { KeyedHash } from '../kernel/keyed-hash.js';
import { type FileEnds, type Join, joinEnds, type Parse } from './fragment.rules.js';

export interface FileOfSource extends FileEnds {
  /** Number of its import. */
  number: number;
}

interface Row {
  import: number;
  sealed: string | null;
  first: number | null;
  last: number | null;
}

/** Keeps the ends of a file, unless the same file was kept before. */
export async function keepEnds(
  em: SqlEntityManager,
  key: KeyedHash,
  file: { source: number; importNumber: number; sha256: string; today: string; ends: FileEnds },
): Promise<void> {
  const { head, tail, middle, first, last } = file.ends;
  const texts = JSON.stringify({ head, tail, middle });
  const sealed = texts === '{}' ? null : key.seal(Buffer.from(texts));
  await em.execute(
    `insert into evidence_fragment (import, source, sealed, first, last, sha256, kept_from)
     select ?::int, ?::smallint, ?::text, ?::float8, ?::float8, ?::text, ?::date
     where not exists (select 1 from evidence_fragment where source = ? and sha256 = ?)`,
    [file.importNumber, file.source, sealed, first ?? null, last ?? null, file.sha256, file.today, file.source, file.sha256],
  );
}

/** Lines put together from the files of a source, in order of import. */
export async function joinsOf(em: SqlEntityManager, key: KeyedHash, source: number, parse: Parse): Promise<Join<FileOfSource>[]> {
  const rows = await em.execute<Row[]>(
    `select import, sealed, first, last from evidence_fragment where source = ${source} order by import`,
  );
  if (!rows.some((row) => row.sealed !== null)) return [];
  const files = rows.map(({ import: number, sealed, first, last }): FileOfSource => {
    const texts = sealed === null ? {} : (JSON.parse(key.open(sealed).toString('utf8')) as FileEnds);
    return { number, ...texts, first: first ?? undefined, last: last ?? undefined };
  });
  return joinEnds(files, parse);
}

/** Forgets ends kept since before a day; lines joined with them by then stay as they are. */
export async function forgetEnds(em: SqlEntityManager, before: string): Promise<number> {
  const rows = await em.execute<{ source: number }[]>('delete from evidence_fragment where kept_from < ?::date returning source', [before]);
  const sources = [...new Set(rows.map((row) => row.source))];
  if (sources.length) {
    await em.execute(`update evidence_act set n = greatest(n, joined), joined = 0 where joined > 0 and source in (${sources.join(', ')})`);
  }
  return rows.length;
}
