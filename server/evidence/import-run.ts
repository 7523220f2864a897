/**
 * Reads one spooled file to its end and merges it, in the background. Until the merge nothing counts, and the merge is one transaction:
 * a server stopped midway reads the file again, and nothing is counted twice (E-6).
 */
import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { perform } from '../identity/command.js';
import { systemActor } from '../identity/actor.js';
import { dayIn, dayOfNumber } from '../kernel/calendar.js';
import type { Ground } from '../kernel/ground.js';
import { insertRows } from '../kernel/bulk.js';
import { newId } from '../kernel/record.js';
import type { Act as ReadAct, SourceSettings } from './act.rules.js';
import { BEGINNING, gzipTime } from './bytes.rules.js';
import { ImportState } from './evidence-format.js';
import { EvidenceImport } from './evidence-import.entity.js';
import { EvidenceSource } from './evidence-source.entity.js';
import { evidenceAccess } from './evidence.access.js';
import type { EvidenceMessageName } from './evidence.messages.js';
import { joinsOf, keepEnds } from './fragments.js';
import { type MailboxChanges, Merge } from './merge.js';
import { readJoined, Reading, type ReadingOptions, type ReadingResult } from './reading.js';
import { removeSpooled, spoolPath } from './spool.js';
import { Staging, stagingTable } from './staging.js';
import { UnreadablePacking, unpack } from './unpack.js';

const CHUNK = 128 * 1024;
const PROGRESS_EVERY = 1000;

type Note = { name: EvidenceMessageName; values?: Record<string, string | number> };

/** Thrown when the server is stopping: the import stays RUNNING and is taken up at the next start. */
export class Stopped extends Error {}

interface Work {
  ground: Ground;
  row: EvidenceImport;
  source: EvidenceSource;
  staging: Staging;
  signal: AbortSignal;
  /** Mail domains of the agencies: mail to them goes nowhere else. */
  localDomains: ReadonlySet<string>;
}

/** Carries out an import whose file is spooled; leaves it RUNNING only when stopped. */
export async function runImport(ground: Ground, id: string, signal: AbortSignal): Promise<void> {
  const em = ground.orm.em.fork();
  const row = await em.findOneOrFail(EvidenceImport, { id }, { populate: ['source'] });
  if (row.state !== ImportState.RUNNING) return;
  const source = row.source.unwrap();
  const staging = new Staging(ground, stagingTable(row.number), row.format === 'HOPTHU_DAY');
  const domains = await em.execute<{ domain: string }[]>('select distinct mail_domain as domain from agency where mail_domain is not null');
  const work: Work = { ground, row, source, staging, signal, localDomains: new Set(domains.map(({ domain }) => domain)) };
  try {
    const result = await readFile(work);
    const note = refusalOf(result);
    if (note) await finish(work, ImportState.REFUSED, note);
    else await mergeFile(work, result);
  } catch (error) {
    if (error instanceof Stopped || signal.aborted) {
      await staging.drop().catch(() => undefined);
      throw new Stopped();
    }
    const note = noteOf(error);
    if (!note) ground.log.error({ import: id, error }, 'An import failed');
    await finish(work, note ? ImportState.REFUSED : ImportState.FAILED, note ?? { name: 'fault' });
  }
  await staging.drop();
  await removeSpooled(ground, id);
}

function refusalOf({ refusal }: ReadingResult): Note | undefined {
  switch (refusal?.kind) {
    case 'SPAN_TOO_LONG':
      return { name: 'spanTooLong' };
    case 'UNKNOWN_COLUMN':
      return { name: 'unknownColumn', values: { columns: refusal.columns } };
    case 'MISSING_COLUMN':
      return { name: 'missingColumn', values: { columns: refusal.columns } };
    case 'NOT_A_REPORT':
      return { name: 'notAReport' };
    default:
      return undefined;
  }
}

/** Why a file counted nothing, when it speaks of domains that the source does not serve. */
function otherDomains(source: EvidenceSource, { foreignDomains }: ReadingResult): Note | null {
  if (foreignDomains.length === 0) return null;
  const domains = foreignDomains.map(({ domain, count }) => `${domain} (${count})`).join(', ');
  return { name: 'otherDomains', values: { domains, source: source.name, served: source.mailDomains.join(', ') } };
}

function noteOf(error: unknown): Note | undefined {
  if (error instanceof UnreadablePacking) return { name: 'packed', values: { kind: error.packing.toLowerCase() } };
  return String((error as { code?: unknown }).code).startsWith('Z_') ? { name: 'torn' } : undefined;
}

/** Reads the file into staging; a second time when the years of its stamps were guessed wrong. */
async function readFile(work: Work): Promise<ReadingResult> {
  const { ground, row, staging } = work;
  const newestDay = await newestDayOf(ground, row);
  for (let yearShift = 0; ;) {
    await staging.make();
    const result = await readOnce(work, { ...readingOptions(work), newestDay, yearShift, sink: staging });
    if (result.readAgainWith === undefined || result.refusal) return result;
    yearShift = result.readAgainWith;
  }
}

async function readOnce({ ground, row, staging, signal }: Work, options: ReadingOptions): Promise<ReadingResult> {
  const reading = new Reading(options);
  let shownAt = Date.now();
  for await (const chunk of unpack(createReadStream(spoolPath(ground, row.id), { highWaterMark: CHUNK }))) {
    if (signal.aborted) throw new Stopped();
    reading.push(chunk);
    await staging.keepUp();
    if (Date.now() - shownAt > PROGRESS_EVERY) {
      await ground.orm.em.fork().execute('update evidence_import set lines = ? where id = ?', [reading.progress.lines, row.id]);
      shownAt = Date.now();
    }
  }
  const result = reading.end();
  await staging.finish();
  if (signal.aborted) throw new Stopped();
  return result;
}

/** The newest day given; else a packed file's own time, else the day it came in. */
async function newestDayOf(ground: Ground, row: EvidenceImport): Promise<string> {
  if (row.isNewestDayGiven) return row.newestDay;
  const file = await open(spoolPath(ground, row.id));
  const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0).finally(() => file.close());
  const time = gzipTime(buffer.subarray(0, bytesRead));
  return time === undefined ? row.newestDay : dayIn(ground.clock.zone, new Date(time));
}

function readingOptions({ ground, row, source, localDomains }: Work): Omit<ReadingOptions, 'sink'> {
  const settings: SourceSettings = {
    mailDomains: new Set(source.mailDomains),
    timeZone: source.timeZone,
    cityZone: ground.clock.zone,
    defaultDomain: source.defaultDomain ?? undefined,
    ignoredAddresses: source.ignoredAddresses,
    ignoredAccounts: new Set(source.ignoredAccounts),
    reads: source.reads,
    countsReceived: source.countsReceived,
    localDomains,
  };
  return { format: row.format, settings, newestDay: row.newestDay, hash: (text) => ground.key.of(text) };
}

async function mergeFile(work: Work, result: ReadingResult): Promise<void> {
  const { ground, row, source, staging } = work;
  const counted = await perform({ ground, actor: systemActor }, async (act) => {
    act.allow(evidenceAccess.importFiles, undefined);
    const merge = new Merge(act.em, source.number, row.number);
    await merge.begin();
    await merge.nameAddresses(staging.addresses);
    let counts = { used: 0, ignored: result.ignored, duplicate: 0, quarantined: result.quarantined };
    let changes: MailboxChanges;
    const days = new Map(result.days);
    if (row.format === 'HOPTHU_DAY') {
      const merged = await merge.replaceRows(staging.table);
      changes = merged.changes;
      counts = { ...counts, used: merged.used, duplicate: result.acts - merged.used };
    } else {
      await merge.dropSessions(staging.droppedSessions);
      const { used, dropped } = await merge.addStaged(staging.table);
      const joined = await joinFiles(act.em, merge, work, result);
      await merge.settleReads();
      const all = used + (await merge.newReads());
      counts = { ...counts, used: all, ignored: counts.ignored + dropped, duplicate: result.acts - all - dropped };
      countJoinedHead(counts, result, joined);
      changes = await merge.recount();
    }
    await merge.noteDays(days, changes);
    const unknown = await merge.unknownAddresses();
    await insertRows(
      act.em,
      'evidence_quarantine',
      {
        id: 'uuid',
        created_at: 'timestamptz',
        updated_at: 'timestamptz',
        import_id: 'uuid',
        line: 'int',
        reason: 'text',
        sample: 'text',
        count: 'int',
      },
      result.quarantine
        .filter(({ count }) => count > 0)
        .map(({ line, reason, sample, count }) => [newId(), act.now, act.now, row.id, line, reason, sample, count]),
    );
    const stored = await act.em.findOneOrFail(EvidenceSource, { id: source.id });
    if (result.hasFlagChanges) stored.hasFlagChanges = true;
    const showsNoReads = row.format === 'DOVECOT' && !stored.hasFlagChanges && stored.reads === 'FLAGS' && result.acts > 0;
    const isIdle = counts.used === 0 && counts.duplicate === 0;
    const known = [...days.keys()].sort((a, b) => a - b);
    const done = await act.em.findOneOrFail(EvidenceImport, { id: row.id });
    Object.assign(done, {
      ...counts,
      state: ImportState.DONE,
      lines: result.lines,
      unknownAddresses: unknown.first,
      unknownCount: unknown.count,
      firstDay: known.length ? dayOfNumber(known[0]!) : null,
      lastDay: known.length ? dayOfNumber(known.at(-1)!) : null,
      note: (isIdle && otherDomains(source, result)) || (showsNoReads ? { name: 'showsNoReads' } : null),
      finishedAt: act.now,
    });
    act.record('evidence.import', `evidence-import:${row.id}`, {
      source: source.name,
      fileName: row.fileName,
      sha256: row.sha256,
      lines: result.lines,
      ...counts,
    });
    const touched = [...new Set([...known, ...changes.keys()])].sort((a, b) => a - b);
    if (touched.length)
      act.order('EVIDENCE_CHANGED', {
        at: act.now,
        source: source.number,
        from: dayOfNumber(touched[0]!),
        to: dayOfNumber(touched.at(-1)!),
      });
    return counts;
  });
  for (const [outcome, lines] of Object.entries(counted))
    ground.metrics.count('hopthu_import_lines_total', 'Lines of evidence by what became of them.', { outcome }, lines);
}

interface JoinedHead {
  /** What became of the file's first line when it was put together with the end of another: an act that is new, or known, or none. */
  outcome: 'NEW' | 'KNOWN' | 'NO_ACT';
}

/** Puts the ends of all files of the source together again, now that this one is there. */
async function joinFiles(em: Merge['em'], merge: Merge, work: Work, result: ReadingResult): Promise<JoinedHead | undefined> {
  const { ground, row, source } = work;
  await keepEnds(em, ground.key, {
    source: source.number,
    importNumber: row.number,
    sha256: row.sha256,
    today: ground.clock.today(),
    ends: result.ends,
  });
  const options = readingOptions(work);
  const found: { act: ReadAct; importNumber: number }[] = [];
  const dropped = new Set<bigint>();
  const quiet = { act: () => undefined, dropSession: () => undefined, row: () => undefined };
  const joins = await joinsOf(em, ground.key, source.number, (line, near) => readJoined(line, near, { ...options, sink: quiet }));
  let own: ReadAct | undefined;
  let isOwn = false;
  for (const { to, line, near } of joins) {
    const sink = {
      ...quiet,
      act: (act: ReadAct) => {
        found.push({ act, importNumber: to.number });
        if (to.number === row.number) own = act;
      },
      dropSession: (session: bigint) => dropped.add(session),
    };
    readJoined(line, near, { ...options, sink });
    if (to.number === row.number) isOwn = true;
  }
  await merge.dropSessions(dropped);
  const added = await merge.setJoined(found);
  if (!isOwn) return undefined;
  return { outcome: own === undefined ? 'NO_ACT' : added.has(own.identity) ? 'NEW' : 'KNOWN' };
}

/** The first line was set aside, or blank, as long as its beginning was missing; now it is what it is. */
function countJoinedHead(
  counts: { used: number; ignored: number; duplicate: number; quarantined: number },
  result: ReadingResult,
  joined: JoinedHead | undefined,
): void {
  if (!joined) return;
  if (result.ends.head === '') counts.ignored--;
  else {
    counts.quarantined--;
    const entry = result.quarantine.find(({ line }) => line === 1);
    if (entry) entry.count--;
  }
  if (joined.outcome === 'NEW') counts.used++;
  else if (joined.outcome === 'KNOWN') counts.duplicate++;
  else counts.ignored++;
}

/** An import that counts nothing. */
async function finish({ ground, row, source }: Work, state: ImportState, note: Note): Promise<void> {
  await perform({ ground, actor: systemActor }, async (act) => {
    act.allow(evidenceAccess.importFiles, undefined);
    const stored = await act.em.findOneOrFail(EvidenceImport, { id: row.id });
    Object.assign(stored, { state, note, lines: 0, finishedAt: act.now });
    act.record('evidence.import.refuse', `evidence-import:${row.id}`, {
      source: source.name,
      fileName: row.fileName,
      state,
      note: note.name,
    });
  });
}
