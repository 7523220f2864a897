/**
 * What do the acts of one file change? Set by set in one transaction: acts known already are duplicates, of equal lines the largest number counts,
 * a message is read once on its earliest day, sessions of master users and monitoring count nothing, and the counters of every touched day
 * are worked out anew from all acts (E-2, E-4, E-6). The outcome depends on the set of files, not on their order.
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Act } from './act.rules.js';
import { COUNTERS } from './act.rules.js';

export interface Merged {
  /** Lines that changed a counter. */
  used: number;
  /** Lines of dropped sessions. */
  dropped: number;
}

/** Days and how many more mailboxes the source has seen on them. */
export type MailboxChanges = Map<number, number>;

const MANY = 32_767;
const list = (values: Iterable<bigint | number>) => `{${[...values].join(',')}}`;
const textList = (values: readonly string[]) => `{${values.map((v) => `"${v.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;

export class Merge {
  constructor(
    private readonly em: SqlEntityManager,
    private readonly source: number,
    private readonly importNumber: number,
  ) {}

  /** One merge a source at a time; call first. */
  async begin(): Promise<void> {
    await this.run(`select pg_advisory_xact_lock(hashtext('evidence'), ${this.source})`);
    await this.run('create temp table evidence_touched (address int, day int) on commit drop');
    await this.run('create temp table evidence_messages (message bigint) on commit drop');
  }

  /** Gives staged addresses their ids, in a table of places. */
  async nameAddresses(addresses: readonly string[]): Promise<void> {
    const given = textList(addresses);
    await this.run(
      `insert into evidence_address (address) select address from unnest(?::text[]) t(address)
       where not exists (select 1 from evidence_address a where a.address = t.address) on conflict do nothing`,
      [given],
    );
    await this.run(
      `create temp table evidence_named on commit drop as
       select t.place::int as place, a.id from unnest(?::text[]) with ordinality t(address, place) join evidence_address a on a.address = t.address`,
      [given],
    );
    await this.run('analyze evidence_named');
  }

  /** Sessions whose acts count nothing, those known before included. */
  async dropSessions(sessions: ReadonlySet<bigint>): Promise<void> {
    if (sessions.size === 0) return;
    await this.run(
      `with dropped as (insert into evidence_dropped_session (source, session) select ${this.source}, unnest(?::bigint[]) on conflict do nothing returning session),
       undone as (update evidence_act a set counts = 0 from dropped d where a.source = ${this.source} and a.session = d.session
                  returning a.address, a.day, a.message),
       messages as (insert into evidence_messages select message from undone where message is not null)
       insert into evidence_touched select address, day from undone`,
      [list(sessions)],
    );
  }

  async addStaged(table: string): Promise<Merged> {
    const { source } = this;
    await this.run(
      `create temp table evidence_new on commit drop as
       with found as (
         select s.hash, min(s.counter) as counter, min(m.id) as address, min(s.day) as day, min(s.message) as message, min(s.session) as session,
                least(case when max(s.once) = 1 then 1 else count(*) end, ${MANY})::smallint as n, count(*)::int as lines
         from ${table} s join evidence_named m on m.place = s.address group by s.hash)
       select f.*, d.session is not null as is_dropped, a.hash is null as is_new, coalesce(a.n, 0) as known_n,
              coalesce(greatest(a.n, a.joined), 0) as counted_n
       from found f left join evidence_act a on a.source = ${source} and a.hash = f.hash
       left join evidence_dropped_session d on d.source = ${source} and d.session = f.session`,
    );
    // Whatever the store believes of the size of evidence_act, what is joined with it is looked up.
    await this.run('create unique index on evidence_new (hash)');
    await this.run('analyze evidence_new');
    await this.run(
      `insert into evidence_messages select distinct e.message from evidence_new e
       where e.is_new and e.message is not null and exists (select 1 from evidence_act a where a.source = ${source} and a.message = e.message)`,
    );
    await this.run(
      `insert into evidence_act (source, hash, counter, address, day, n, joined, counts, message, session, import)
       select ${source}, hash, counter, address, day, n, 0,
              case when is_dropped then 0 when message is null then n
                   when row_number() over (partition by message, is_dropped order by day, hash) = 1 then 1 else 0 end,
              message, session, ${this.importNumber}
       from evidence_new where is_new`,
    );
    await this.run(
      `update evidence_act a set n = e.n, counts = case when e.is_dropped then 0 when e.message is null then greatest(e.n, a.joined) else a.counts end
       from evidence_new e where a.source = ${source} and a.hash = e.hash and not e.is_new and e.n > e.known_n`,
    );
    await this.run('insert into evidence_touched select distinct address, day from evidence_new where is_new or n > counted_n');
    const [counted] = await this.run<{ used: number; dropped: number }>(
      `select coalesce(sum(greatest(n - counted_n, 0)) filter (where message is null and not is_dropped), 0)::int as used,
              coalesce(sum(lines) filter (where is_dropped), 0)::int as dropped from evidence_new`,
    );
    return { used: counted!.used, dropped: counted!.dropped };
  }

  /**
   * Lines put together from the ends of files: those of all files of the source as known now. Returns the identities of those that are new.
   * `acts` with the number of the import that the line ends in.
   */
  async setJoined(acts: readonly { act: Act; importNumber: number }[]): Promise<Set<bigint>> {
    const { source } = this;
    const before = new Set(
      (await this.run<{ hash: string }>(`select hash::text from evidence_act where source = ${source} and joined > 0`)).map((r) =>
        BigInt(r.hash),
      ),
    );
    const wanted = new Map(acts.map((joined) => [joined.act.identity, joined]));
    const gone = [...before].filter((hash) => !wanted.has(hash));
    const added = [...wanted.values()].filter(({ act }) => !before.has(act.identity));
    if (gone.length) {
      await this.run(
        `with undone as (update evidence_act set joined = 0, counts = case when message is null and counts > 0 then n else least(counts, n) end
                         where source = ${source} and hash = any(?::bigint[]) returning address, day, message),
         messages as (insert into evidence_messages select message from undone where message is not null)
         insert into evidence_touched select address, day from undone`,
        [list(gone)],
      );
      await this.run(`delete from evidence_act where source = ${source} and hash = any(?::bigint[]) and n = 0 and joined = 0`, [
        list(gone),
      ]);
    }
    return added.length ? this.addJoined(added) : new Set();
  }

  private async addJoined(added: readonly { act: Act; importNumber: number }[]): Promise<Set<bigint>> {
    const acts = added.map(({ act }) => act);
    await this.run(
      `insert into evidence_address (address) select distinct address from unnest(?::text[]) t(address)
       where not exists (select 1 from evidence_address a where a.address = t.address) on conflict do nothing`,
      [textList(acts.map((act) => act.address))],
    );
    const rows = await this.run<{ hash: string }>(
      `with given as (
         select t.hash, t.counter, a.id as address, t.day, t.message, t.session, t.import, d.session is not null as is_dropped
         from unnest(?::bigint[], ?::smallint[], ?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::int[]) t(hash, counter, address, day, message, session, import)
         join evidence_address a on a.address = t.address
         left join evidence_dropped_session d on d.source = ${this.source} and d.session = t.session),
       put as (
         insert into evidence_act (source, hash, counter, address, day, n, joined, counts, message, session, import)
         select ${this.source}, hash, counter, address, day, 0, 1, case when is_dropped or message is not null then 0 else 1 end, message, session, import from given
         on conflict (source, hash) do update set joined = 1
         returning hash, (xmax = 0) as is_new),
       messages as (insert into evidence_messages select message from given where message is not null),
       touched as (insert into evidence_touched select address, day from given)
       select hash::text from put where is_new`,
      [
        list(acts.map((act) => act.identity)),
        list(acts.map((act) => COUNTERS.indexOf(act.counter))),
        textList(acts.map((act) => act.address)),
        list(acts.map((act) => act.day)),
        `{${acts.map((act) => act.message ?? 'NULL').join(',')}}`,
        `{${acts.map((act) => act.session ?? 'NULL').join(',')}}`,
        list(added.map(({ importNumber }) => importNumber)),
      ],
    );
    return new Set(rows.map((row) => BigInt(row.hash)));
  }

  /** Of each message in question, the earliest act that counts is the read (E-2). */
  async settleReads(): Promise<void> {
    const { source } = this;
    await this.run('create temp table evidence_asked on commit drop as select distinct message from evidence_messages');
    await this.run('create unique index on evidence_asked (message)');
    await this.run('analyze evidence_asked');
    await this.run(
      `create temp table evidence_ranked on commit drop as
       select a.hash, row_number() over (partition by a.message, d.session is not null order by a.day, a.hash) = 1 and d.session is null as is_read
       from evidence_act a join evidence_asked m on m.message = a.message
       left join evidence_dropped_session d on d.source = a.source and d.session = a.session
       where a.source = ${source}`,
    );
    await this.run('create unique index on evidence_ranked (hash)');
    await this.run('analyze evidence_ranked');
    await this.run(
      `with changed as (
         update evidence_act a set counts = r.is_read::int from evidence_ranked r
         where a.source = ${source} and a.hash = r.hash and a.counts <> r.is_read::int returning a.address, a.day)
       insert into evidence_touched select address, day from changed`,
    );
  }

  /** How many reads the file brought; after `settleReads`. */
  async newReads(): Promise<number> {
    const [row] = await this.run<{ n: number }>(
      `select count(*)::int as n from evidence_new e join evidence_act a on a.source = ${this.source} and a.hash = e.hash
       where e.is_new and e.message is not null and a.counts = 1`,
    );
    return row!.n;
  }

  /** Works out the counters of all touched days anew. */
  async recount(): Promise<MailboxChanges> {
    const { source } = this;
    const sums = COUNTERS.map((name, i) => `coalesce(sum(a.counts) filter (where a.counter = ${i}), 0)::int as ${name}`).join(', ');
    const columns = COUNTERS.join(', ');
    await this.run('analyze evidence_touched');
    const changes = await this.run<{ day: number; change: number }>(
      `with counted as (
         select t.address, t.day, ${sums} from (select distinct address, day from evidence_touched) t
         left join evidence_act a on a.source = ${source} and a.address = t.address and a.day = t.day group by t.address, t.day),
       gone as (
         delete from evidence_day d using counted c
         where d.source = ${source} and d.address = c.address and d.day = c.day and c.sent + c.read + c.logins + c.received + c.forwarded = 0 returning d.day),
       put as (
         insert into evidence_day (address, day, source, ${columns}, polled)
         select address, day, ${source}, ${columns}, false from counted where sent + read + logins + received + forwarded > 0 order by address, day
         on conflict (address, day, source) do update set ${COUNTERS.map((name) => `${name} = excluded.${name}`).join(', ')}
         returning day, (xmax = 0) as is_new)
       select day, sum(change)::int as change
       from (select day, -1 as change from gone union all select day, case when is_new then 1 else 0 end from put) c group by day`,
    );
    return new Map(changes.map(({ day, change }) => [day, change]));
  }

  /** Rows of a report: the last of a file for an address and day stands, and replaces what the source said before (evidence.md §8). */
  async replaceRows(table: string): Promise<Merged & { changes: MailboxChanges }> {
    const columns = COUNTERS.join(', ');
    const differs = [...COUNTERS, 'polled'].map((name) => `d.${name} is distinct from l.${name}`).join(' or ');
    const rows = await this.run<{ day: number; change: number; used: number }>(
      `with last as (
         select distinct on (m.id, s.day) m.id as address, s.day, ${[...COUNTERS, 'polled'].map((name) => `s.${name}`).join(', ')}
         from ${table} s join evidence_named m on m.place = s.address order by m.id, s.day, s.seq desc),
       changed as (
         select l.* from last l left join evidence_day d on d.source = ${this.source} and d.address = l.address and d.day = l.day where d.address is null or ${differs}),
       put as (
         insert into evidence_day (address, day, source, ${columns}, polled) select address, day, ${this.source}, ${columns}, polled from changed
         on conflict (address, day, source) do update set ${[...COUNTERS, 'polled'].map((name) => `${name} = excluded.${name}`).join(', ')}
         returning day, (xmax = 0) as is_new)
       select day, (count(*) filter (where is_new))::int as change, count(*)::int as used from put group by day`,
    );
    return {
      used: rows.reduce((sum, row) => sum + row.used, 0),
      dropped: 0,
      changes: new Map(rows.map(({ day, change }) => [day, change])),
    };
  }

  /** Takes note of the days for which the file has data. */
  async noteDays(lines: ReadonlyMap<number, number>, changes: MailboxChanges): Promise<void> {
    const days = [...new Set([...lines.keys(), ...changes.keys()])];
    const given = [list(days), list(days.map((day) => lines.get(day) ?? 0)), list(days.map((day) => changes.get(day) ?? 0))];
    await this.run(
      `insert into evidence_source_day (source, day, lines, mailboxes) select ${this.source}, * from unnest(?::int[], ?::int[], ?::int[])
       on conflict (source, day) do update set lines = greatest(evidence_source_day.lines, excluded.lines), mailboxes = evidence_source_day.mailboxes + excluded.mailboxes`,
      given,
    );
    await this.run(
      `insert into evidence_import_day (import, day, source, lines) select ${this.importNumber}, day, ${this.source}, lines
       from unnest(?::int[], ?::int[]) t(day, lines) where lines > 0 on conflict do nothing`,
      given.slice(0, 2),
    );
  }

  /** Addresses of the file that no mailbox of the registry has: how many, and the first hundred. */
  async unknownAddresses(): Promise<{ count: number; first: string[] }> {
    const rows = await this.run<{ address: string; total: number }>(
      `select a.address, (count(*) over ())::int as total from evidence_named m join evidence_address a on a.id = m.id
       where not exists (select 1 from mailbox b where b.address = a.address) order by a.address collate "C" limit 100`,
    );
    return { count: rows[0]?.total ?? 0, first: rows.map((row) => row.address) };
  }

  private run<R = unknown>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return this.em.execute<R[]>(sql, parameters as unknown[]);
  }
}
