/** `hopthu migrate` and `hopthu doctor`: the database up to date, and whether everything stands as it should. */
import { type App, createApp } from './app.js';
import { databaseFault } from './cli-faults.js';
import { complain, EXIT, json, type Output, table, tell } from './cli-output.js';
import { cliMessages as m } from './cli.messages.js';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { recomputeVotes } from './decisions/recompute.js';
import { checkpointFolder } from './kernel/audit-checkpoint-folder.js';
import { auditReport } from './kernel/audit-report.js';
import { askOf } from './kernel/audit-verify.js';
import { type Message, say, type Text } from './kernel/language.js';
import { letterSettings } from './notices/letter-settings.js';
import { smtpDoor } from './notices/smtp-door.js';
import { holderOf } from './store/lock.js';
import { choiceOfEnvironment } from './store/choice.js';
import { migrateAsOwner, roleOf } from './store/migrating.js';
import { openStore } from './store/open.js';

export interface MigrateOptions {
  /** Role of the application, where DATABASE_URL does not name it. */
  appRole?: string;
  createAppRole?: boolean;
}

/** On PostgreSQL as the owner of the tables, who then gives the application's role its rights (G-24). */
export async function migrate(output: Output, { appRole, createAppRole }: MigrateOptions): Promise<number> {
  const choice = choiceOfEnvironment('hopthu migrate');
  const { databaseUrl } = choice;
  const ownerUrl = choice.ownerUrl ?? databaseUrl;
  if (!ownerUrl) {
    const store = await openStore(choice);
    await store.close();
    return migrated(output, { applied: store.migrationsApplied });
  }
  const role = appRole ?? roleOf(databaseUrl);
  const givesRights = role !== undefined && role !== roleOf(ownerUrl);
  const inUrl = databaseUrl && role === roleOf(databaseUrl) ? decodeURIComponent(new URL(databaseUrl).password) : '';
  const applied = await migrateAsOwner({
    ownerUrl,
    appRole: role,
    createsAppRole: createAppRole,
    appPassword: process.env.HOPTHU_APP_PASSWORD || inUrl || undefined,
  });
  if (!givesRights) complain(output, m.noAppRole);
  return migrated(output, { applied, appRole: givesRights ? role : null });
}

function migrated(output: Output, done: { applied: number; appRole?: string | null }): number {
  if (output.isJson) json(done);
  tell(output, m.migrated, { count: done.applied });
  if (done.appRole) tell(output, m.granted, { role: done.appRole });
  return EXIT.done;
}

interface Finding {
  check: Text;
  isGood: boolean;
  detail: string;
}

/** Looks at store, versions and data without changing anything; beside a running server at what can be seen from outside. */
export async function doctor(output: Output): Promise<number> {
  const choice = choiceOfEnvironment('hopthu doctor');
  const findings: Finding[] = [];
  const found = (vi: string, en: string, isGood: boolean, detail: string | number) =>
    findings.push({ check: { vi, en }, isGood, detail: String(detail) });
  found('Phiên bản Node', 'Node version', Number(process.versions.node.split('.')[0]) >= 22, process.version);
  const holder = choice.databaseUrl ? undefined : holderOf(choice.dataFolder);
  if (holder?.url) {
    const health = await fetch(`${holder.url}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
    found('Máy chủ đang chạy', 'Running server', health, `${holder.url} (pid ${holder.pid})`);
  } else {
    const app = await opened(output, found);
    if (!app) return report(output, findings);
    const em = app.ground.orm.em.fork();
    const one = async (sql: string) => Object.values((await em.execute<Record<string, unknown>[]>(sql))[0]!)[0];
    found(
      'Kho dữ liệu',
      'Store',
      true,
      choice.databaseUrl
        ? String(await one('select version()'))
            .split(' ')
            .slice(0, 2)
            .join(' ')
        : choice.dataFolder,
    );
    found('Múi giờ', 'Time zone', true, app.ground.clock.zone);
    const differences = differencesSeenBy(await app.ground.orm.schema.getUpdateSchemaSQL({ safe: true }));
    found('Cấu trúc bảng khớp', 'Tables match the entities', differences === '', differences);
    found('Đơn vị', 'Agencies', true, Number(await one('select count(*) from agency')));
    found('Cán bộ', 'Officers', true, Number(await one('select count(*) from officer')));
    const waiting = Number(await one('select count(*) from outbox_message where done_at is null and attempts > 3'));
    found('Việc chờ bị lỗi', 'Orders that keep failing', waiting === 0, waiting);
    const counted = await recomputeVotes(em as SqlEntityManager);
    const wrong = [...new Set(counted.deviations.map(({ reference }) => reference))];
    found(
      'Biểu quyết, đếm lại từ phiếu',
      'Votes, counted again from their ballots',
      wrong.length === 0,
      [counted.votes, ...wrong].join(' '),
    );
    const letters = letterSettings();
    const unsent = Number(await one("select count(*) from letter where state = 'WAITING'"));
    const isMailSet = !process.env.HOPTHU_SMTP_URL || Boolean(letters.mail && smtpDoor(letters.mail.url));
    found(m.letters.vi, m.letters.en, isMailSet, say(letterWords(letters.mail !== undefined, isMailSet, unsent), output.language));
    const { ground } = app;
    const record = await auditReport(askOf(ground.native), { folder: checkpointFolder(ground.dataFolder), key: ground.key });
    const misshapen = record.shape.map(({ kind, name }) => `${kind} ${name}`);
    found(
      'Nhật ký hệ thống',
      'Audit log',
      record.isWhole,
      [
        ...(record.isWhole ? [] : [m.auditAltered[output.language]]),
        say({ text: m.auditCounts, values: { events: record.events, checkpoints: record.checkpoints } }, output.language),
        ...misshapen,
      ].join('; '),
    );
    await app.close();
  }
  return report(output, findings);
}

/** How letters go, as far as the settings say. */
function letterWords(isSent: boolean, isRight: boolean, waiting: number): Message {
  if (!isRight) return { text: m.lettersUnset };
  return isSent ? { text: m.lettersSent, values: { waiting } } : { text: m.lettersPrinted };
}

/** Opens the store; where the database cannot be used, that is what was found, and nothing more can be looked at. */
async function opened(output: Output, found: (vi: string, en: string, isGood: boolean, detail: string) => void): Promise<App | undefined> {
  try {
    return await createApp(choiceOfEnvironment('hopthu doctor'));
  } catch (error) {
    const fault = databaseFault(error, process.env);
    if (!fault) throw error;
    found('Kho dữ liệu', 'Store', false, say(fault, output.language));
    return undefined;
  }
}

function report(output: Output, findings: Finding[]): number {
  if (output.isJson) json(findings.map(({ check, isGood, detail }) => ({ check: check.en, isGood, detail })));
  else
    table(
      output,
      [m.check, m.outcome, m.reason],
      findings.map((f) => [f.check[output.language], (f.isGood ? m.good : m.bad)[output.language], f.detail]),
    );
  return findings.every((f) => f.isGood) ? EXIT.done : EXIT.refused;
}

/** PostgreSQL shows check constraints to the owner of a table only, so that to the application's role they seem to be missing. */
const differencesSeenBy = (update: string): string =>
  update
    .replace(/^set names.*;$/m, '')
    .replace(/^alter table "\w+" add constraint "\w+" check .*;$/gm, '')
    .trim();
