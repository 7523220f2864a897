/** Brings the simulated city into the product the way a city would: registry by spreadsheet, leave with documents, logs as files, a review. */
import { gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';
import { importsOf, startImport } from '../../../server/evidence/import.service.js';
import { saveSource } from '../../../server/evidence/source.service.js';
import { officerLeaves, recordAbsence, transferOfficer } from '../../../server/registry/officer.service.js';
import { importAgencies, importOfficers } from '../../../server/registry/registry-import.service.js';
import { openReview } from '../../../server/review/open-review.service.js';
import { adoptPolicy } from '../../../server/review/usage-policy.service.js';
import type { World } from '../../support/world.js';
import { LogWriter } from './log-lines.js';
import { AGENCIES, type MailServer, SERVERS } from './mail-servers.js';
import { dateOf, DAYS, FIRST, HOLIDAYS, LAST, type Person, WINDOW_TO } from './people.js';

const ZONE = 'Asia/Ho_Chi_Minh';
/** Logs go a little beyond the window on both sides, as logs do. */
const DAYS_BEFORE = 2;
const DAYS_AFTER = 1;
const DAYS_IN_A_FILE = 31;

export interface Judged {
  code: string;
  tier: string;
  reason: string | null;
  isForwardingShown: boolean;
}

const at = (day: number): Date => new Date((day * 24 + 2) * 3_600_000);

export async function fillRegistry(world: World, city: readonly Person[]): Promise<void> {
  const acting = world.operator();
  const options = { isDryRun: false, language: 'en' as const };
  const agencies = AGENCIES.map(({ code, domain }) => `${code},Sở ${code},DEPARTMENT,300,${domain}`);
  const rows = city.map(({ code, name, agency, isLeader, address, kind, createdOn }) =>
    [
      code,
      name,
      agency,
      isLeader ? 'Trưởng phòng' : 'Chuyên viên',
      isLeader ? 1 : 0,
      address ?? '',
      '2020-01-01',
      address ? kind : '',
      createdOn === null ? '' : dateOf(createdOn),
    ].join(','),
  );
  world.ground.clock.stopAt(at(LAST + DAYS_AFTER + 1));
  const made = [
    await importAgencies(acting, Buffer.from(['code,name_vi,kind,staff_quota,mail_domain', ...agencies].join('\n')), options),
    await importOfficers(
      acting,
      Buffer.from(['officer_code,full_name,agency_code,post,is_leader,mailbox,since,mailbox_kind,mailbox_created', ...rows].join('\n')),
      options,
    ),
  ];
  for (const { refused, results } of made)
    if (refused > 0)
      throw new Error(`The registry refused ${refused} rows: ${JSON.stringify(results.find(({ outcome }) => outcome === 'REFUSED'))}`);
  const ids = await idsOf(world, 'officer');
  const agencyIds = await idsOf(world, 'agency');
  for (const { code, leave, transfer, leftOn, isLeader } of city) {
    const id = ids.get(code)!;
    if (leave)
      await recordAbsence(acting, id, { fromOn: dateOf(leave.from), untilOn: dateOf(leave.to), document: 'Quyết định nghỉ 12/QĐ-SNV' });
    if (transfer) {
      const to = { agencyId: agencyIds.get(transfer.agency)!, post: 'Chuyên viên', isLeader, onDate: dateOf(transfer.on) };
      await transferOfficer(acting, id, to);
    }
    if (leftOn) await officerLeaves(acting, id, dateOf(leftOn), 'Nghỉ hưu');
  }
}

async function idsOf(world: World, table: 'officer' | 'agency'): Promise<Map<string, string>> {
  const rows = await world.ground.orm.em.fork().execute<{ code: string; id: string }[]>(`select code, id from ${table}`);
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** How many lines of each server were read, and what became of them. */
export interface ReadLines {
  lines: number;
  used: number;
  ignored: number;
  duplicate: number;
  quarantined: number;
}

export async function bringLogs(world: World, city: readonly Person[]): Promise<ReadLines> {
  for (const [index, server] of SERVERS.entries()) {
    const mailDomains = AGENCIES.filter((agency) => agency.server === server.name).map(({ domain }) => domain);
    for (const log of server.logs)
      await saveSource(world.operator(), {
        name: `${server.name} ${log}`,
        format: log === 'dovecot' ? 'DOVECOT' : 'POSTFIX',
        mailDomains,
        timeZone: ZONE,
      });
    await bringLogsOf(
      world,
      new LogWriter(
        server,
        city.filter((person) => person.server === server),
        1_000 + index,
      ),
    );
  }
  const [sums] = await world.ground.orm.em.fork().execute<ReadLines[]>(
    `select sum(lines)::int as lines, sum(used)::int as used, sum(ignored)::int as ignored, sum(duplicate)::int as duplicate, sum(quarantined)::int as quarantined
     from evidence_import where state = 'DONE'`,
  );
  return sums!;
}

/** A file a month, the way logs are rotated; the second one packed. */
async function bringLogsOf(world: World, writer: LogWriter): Promise<void> {
  const { server } = writer;
  let parts: Record<'dovecot' | 'postfix', string[]> = { dovecot: [], postfix: [] };
  let file = 0;
  const last = LAST + DAYS_AFTER;
  for (let day = FIRST - DAYS_BEFORE; day <= last; day++) {
    const { dovecot, postfix } = writer.day(day);
    parts.dovecot.push(dovecot);
    parts.postfix.push(postfix);
    if (parts.dovecot.length < DAYS_IN_A_FILE && day < last) continue;
    file += 1;
    for (const log of server.logs) await bring(world, server, log, parts[log].join(''), { file, newestDay: dateOf(day) });
    parts = { dovecot: [], postfix: [] };
  }
}

async function bring(
  world: World,
  server: MailServer,
  log: 'dovecot' | 'postfix',
  text: string,
  { file, newestDay }: { file: number; newestDay: string },
): Promise<void> {
  if (text === '') return;
  const body = file === 2 ? gzipSync(text) : Buffer.from(text);
  const upload = { format: log, source: `${server.name} ${log}`, fileName: `${log}.${file}`, newestDay, body: Readable.from([body]) };
  await startImport(world.operator(), upload);
  await importsOf(world.ground).idle();
}

export async function review(world: World): Promise<Judged[]> {
  const policy = {
    effectiveOn: '2026-01-01',
    windowDays: DAYS,
    regularShare: 0.6,
    minimumCoverage: 0.8,
    minimumAssessableDays: 20,
    acts: ['SENT', 'READ'] as const,
    newMailboxGraceDays: 0,
    trainingGraceDays: 30,
    contestDays: 5,
    holidays: HOLIDAYS,
    extraWorkingDays: [],
  };
  await adoptPolicy(world.operator(), policy as never);
  const id = await openReview(world.operator(), { title: 'Đợt rà soát thử', windowTo: WINDOW_TO });
  return world.ground.orm.em
    .fork()
    .execute<Judged[]>(
      `select o.code, f.tier, f.not_assessed_reason as reason, f.forwarded > 0 as "isForwardingShown" from finding f join officer o on o.id = f.officer_id where f.review_id = ?`,
      [id],
    );
}
