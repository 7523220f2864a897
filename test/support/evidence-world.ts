/** Brings files into the evidence room through its services, and looks at the counters that come of them. */
import { Readable } from 'node:stream';
import type { EvidenceFormat } from '../../server/evidence/act.rules.js';
import { importsOf, startImport } from '../../server/evidence/import.service.js';
import { saveSource, type SourceFacts } from '../../server/evidence/source.service.js';
import type { World } from './world.js';

export interface Imported {
  state: string;
  lines: number;
  used: number;
  ignored: number;
  duplicate: number;
  quarantined: number;
  unknown: string[];
  note: string | null;
}

export class EvidenceWorld {
  constructor(private readonly world: World) {}

  source(name: string, format: EvidenceFormat, facts: Partial<SourceFacts> = {}): Promise<string> {
    return saveSource(this.world.system(), { name, format, mailDomains: ['example.test'], timeZone: 'UTC', ...facts });
  }

  /** Starts reading; the import's id. */
  start(source: string, format: EvidenceFormat, body: Buffer | string, newestDay = '2026-10-18'): Promise<string> {
    const upload = {
      format: format.toLowerCase().replaceAll('_', '-'),
      source,
      fileName: 'mail.log',
      newestDay,
      body: Readable.from([Buffer.from(body as string)]),
    };
    return startImport(this.world.system(), upload);
  }

  async import(source: string, format: EvidenceFormat, body: Buffer | string, newestDay?: string): Promise<Imported> {
    const id = await this.start(source, format, body, newestDay);
    await importsOf(this.world.ground).idle();
    return this.imported(id);
  }

  async imported(id: string): Promise<Imported> {
    const [row] = await this.rows<Imported>(
      `select state, lines, used, ignored, duplicate, quarantined, unknown_addresses as unknown, note->>'name' as note from evidence_import where id = '${id}'`,
    );
    return { ...row!, unknown: typeof row!.unknown === 'string' ? JSON.parse(row!.unknown) : row!.unknown };
  }

  /** `date,address,sent,read,logins,received,forwarded` of one source, or of all added up. */
  async counters(source?: string): Promise<string[]> {
    const only = source ? `where s.name = '${source}'` : '';
    const rows = await this.rows<{ row: string }>(
      `select (date '1970-01-01' + d.day)::text || ',' || a.address || ',' || sum(sent) || ',' || sum(read) || ',' || sum(logins) || ',' ||
              sum(received) || ',' || sum(forwarded) as row
       from evidence_day d join evidence_address a on a.id = d.address join evidence_source s on s.number = d.source ${only}
       group by d.day, a.address`,
    );
    return rows.map(({ row }) => row).sort();
  }

  rows<R>(sql: string): Promise<R[]> {
    return this.world.ground.orm.em.fork().execute<R[]>(sql);
  }

  /** Every value of every table, as one text. */
  async dump(): Promise<string> {
    const tables = await this.rows<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`);
    const parts: string[] = [];
    for (const { name } of tables) parts.push(JSON.stringify(await this.rows(`select t::text from "${name}" t`)));
    return parts.join('\n');
  }
}
