/** `hopthu audit verify`, `list` and `seal`: is the record whole, what does it say, and sealing it anew with a reason. */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { Answered, connect } from './cli-connection.js';
import { complain, EXIT, json, type Output, progress, table, tell } from './cli-output.js';
import { cliAuditMessages as m } from './cli-audit.messages.js';
import { evidenceActs } from './evidence/evidence-acts.messages.js';
import { BREAKS } from './identity/audit.messages.js';
import { identityActs } from './identity/identity-acts.messages.js';
import { checkpointFolder } from './kernel/audit-checkpoint-folder.js';
import { type AuditReport, auditReport } from './kernel/audit-report.js';
import { SHAPE } from './kernel/audit-shape.messages.js';
import { type Ask, askOf } from './kernel/audit-verify.js';
import { KeyedHash } from './kernel/keyed-hash.js';
import { dateIn, numberIn, say } from './kernel/language.js';
import { registryActs } from './registry/registry-acts.messages.js';
import { reviewActs } from './review/review-acts.messages.js';
import { choiceOfEnvironment } from './store/choice.js';
import { connecting } from './store/connection.js';

const ACTS = { ...identityActs, ...registryActs, ...evidenceActs, ...reviewActs };

/** 24/11/2026 08:37:14 on the city's clock. */
export function momentIn({ language }: Output, instant: string): string {
  const timeZone = choiceOfEnvironment('').timeZone ?? 'Asia/Ho_Chi_Minh';
  const local = new Date(instant).toLocaleString('sv-SE', { timeZone });
  return `${dateIn(language, local.slice(0, 10))} ${local.slice(11, 19)}`;
}

export interface VerifyOptions {
  from?: string;
  checkpoints?: string;
  key?: string;
}

type Progress = (done: number, total: number) => void;

/** The installation's key where this machine knows it: HOPTHU_KEY, or the one kept in the store; undefined where neither is it. */
async function keyOf(ask: Ask): Promise<KeyedHash | undefined> {
  const rows = await ask<{ name: string; value: string }>(
    `select name, value from public.setting where name in ('key', 'key.fingerprint')`,
    [],
  ).catch(() => []);
  const settings = new Map(rows.map(({ name, value }) => [name, value]));
  const secret = process.env.HOPTHU_KEY ?? settings.get('key');
  return secret && KeyedHash.fingerprint(secret) === settings.get('key.fingerprint') ? new KeyedHash(secret) : undefined;
}

/** On PostgreSQL straight from the database, reading only: it works on any machine that reaches it, whatever the server says. */
async function fromDatabase(url: string, folder: string, options: VerifyOptions, onProgress: Progress): Promise<AuditReport> {
  const pool = new pg.Pool({ ...connecting(url, '-c default_transaction_read_only=on'), max: 1 });
  try {
    const ask = askOf({ kind: 'server', pool });
    return await auditReport(ask, {
      folder,
      isFolderNamed: options.checkpoints !== undefined,
      fromFile: options.from,
      keyFile: options.key,
      key: await keyOf(ask),
      onProgress,
    });
  } finally {
    await pool.end();
  }
}

/** On the embedded store, which has one opener, through the server's door. */
async function throughDoor(output: Output, options: VerifyOptions, onProgress: Progress): Promise<AuditReport> {
  const connection = await connect('hopthu audit verify', output.language);
  try {
    const asked = Object.entries(options).flatMap(([name, path]) => (path ? [[name, resolve(path)]] : []));
    const response = await connection.send(`/audit/verify?${new URLSearchParams(asked as [string, string][])}`, {});
    if (!response.ok || !response.body) throw new Answered(((await response.json()) as { message: string }).message);
    for await (const line of createInterface({ input: Readable.fromWeb(response.body as never) })) {
      const said = JSON.parse(line) as { done?: number; total?: number; report?: AuditReport; fault?: string };
      if (said.report) return said.report;
      if (said.fault) throw new Answered(said.fault);
      onProgress(said.done!, said.total!);
    }
    throw new Answered('The server gave no answer.');
  } finally {
    await connection.close();
  }
}

/** Exit code 0: whole; 1: altered, or not to be verified against the checkpoints that were named. */
export async function verifyAudit(output: Output, options: VerifyOptions): Promise<number> {
  const choice = choiceOfEnvironment('hopthu audit verify');
  const bar = progress(output, m.verifying[output.language]);
  let report: AuditReport;
  if (options.from && !existsSync(options.from)) {
    complain(output, m.noFile, { file: options.from });
    return EXIT.refused;
  }
  try {
    const folder = options.checkpoints ? resolve(options.checkpoints) : checkpointFolder(choice.dataFolder);
    report = choice.databaseUrl
      ? await fromDatabase(choice.databaseUrl, folder, options, bar.at)
      : await throughDoor(output, options, bar.at);
  } finally {
    bar.end();
  }
  if (output.isJson) json(report);
  else show(output, report);
  return report.isWhole && !report.emptyFolder ? EXIT.done : EXIT.refused;
}

function show(output: Output, report: AuditReport): void {
  const { isWhole, events, from, end, erased, checkpoints, newest, folder, isSealVerified, breaks, breakCount, shape, emptyFolder } =
    report;
  tell(output, m.read, { events, from: from + 1, to: end.seq, hash: end.hash });
  if (erased) tell(output, m.erased, { erased });
  if (newest) tell(output, m.checkpoints, { checkpoints, folder, seq: newest.seq, at: momentIn(output, newest.at) });
  else if (from === 0 && !emptyFolder) tell(output, m.noCheckpoints, { folder });
  if (!isSealVerified) tell(output, m.sealUnknown);
  for (const { kind, name } of shape) complain(output, SHAPE[kind], { name });
  for (const { kind, seq } of breaks) complain(output, BREAKS[kind], { seq });
  for (const { seq, at, action, subject } of report.touched)
    complain(output, m.event, { seq, summary: ACTS[action]?.[output.language] ?? action, subject, at: momentIn(output, at) });
  const told = breaks.length + shape.length;
  if (breakCount > told) complain(output, m.more, { count: breakCount - told });
  if (emptyFolder) complain(output, m.emptyFolder, { folder });
  if (isWhole) tell(output, newest || from > 0 ? m.whole : m.wholeAlone);
  else {
    const { language } = output;
    const places =
      breakCount === 1 ? m.onePlace[language] : say({ text: m.places, values: { count: numberIn(language, breakCount) } }, language);
    complain(output, m.altered, { places });
    complain(output, m.whatToDo);
  }
}

interface Listed {
  seq: number;
  at: string;
  actorName: string;
  summary: string;
  subject: string;
  subjectName: string | null;
}

const LIST = `query ($first: Int, $subject: String) { auditEvents(first: $first, subject: $subject) {
  nodes { seq at actor actorName action summary subject subjectName hash } totalCount } }`;

/** The newest events, of one thing when it is named: `officer:CODE`, `agency:CODE`, or `kind:id`. */
export async function listAudit(output: Output, options: { subject?: string; first: number }): Promise<number> {
  const connection = await connect('hopthu audit list', output.language);
  try {
    const subject = options.subject && (await idOfCode(options.subject, connection.ask));
    const { auditEvents } = await connection.ask<{ auditEvents: { nodes: Listed[]; totalCount: number } }>(LIST, {
      first: options.first,
      subject,
    });
    if (output.isJson) json(auditEvents);
    else {
      table(
        output,
        [m.number, m.time, m.who, m.what, m.about],
        auditEvents.nodes.map((e) => [String(e.seq), momentIn(output, e.at), e.actorName, e.summary, e.subjectName ?? e.subject]),
      );
    }
    return EXIT.done;
  } finally {
    await connection.close();
  }
}

/** `officer:SNV-00001` names an officer by code; everything else stays as it is. */
async function idOfCode(subject: string, ask: <T>(query: string, variables: Record<string, unknown>) => Promise<T>): Promise<string> {
  const [, kind, code] = /^(officer|agency):(.+)$/.exec(subject) ?? [];
  if (!kind || !code || /^[0-9a-f-]{36}$/i.test(code)) return subject;
  const found = await ask<Record<string, { id: string } | null>>(`query ($code: String) { ${kind}(code: $code) { id } }`, { code });
  return found[kind] ? `${kind}:${found[kind].id}` : subject;
}

export async function sealAudit(output: Output, reason: string): Promise<number> {
  const connection = await connect('hopthu audit seal', output.language);
  try {
    const response = await connection.send('/audit/seal', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason }),
    });
    if (!response.ok) throw new Answered(((await response.json()) as { message: string }).message);
    tell(output, m.sealed);
    return EXIT.done;
  } finally {
    await connection.close();
  }
}
