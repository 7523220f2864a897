/** What does a person read when a command ends with a fault? A sentence that says what to do, in their language. */
import { cliFaultMessages as m } from './cli-faults.messages.js';
import { loggedFault } from './kernel/fault-log.js';
import { type Language, type Message, say, type Text } from './kernel/language.js';

type Env = Readonly<Record<string, string | undefined>>;

const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET', '57P03'];
const NO_ENTRY = ['28P01', '28000'];
const NO_DATABASE = '3D000';
const NO_TABLE = '42P01';
const NOT_PERMITTED = '42501';
const DEEPEST = 8;

/** The codes of an error and of what caused it. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return [];
  const { code, cause, errors, previous } = error as { code?: unknown; cause?: unknown; errors?: unknown; previous?: unknown };
  const inner = [cause, previous, ...(Array.isArray(errors) ? errors : [])];
  return [...(typeof code === 'string' ? [code] : []), ...inner.flatMap((each) => codesOf(each, depth + 1))];
}

function placeOf(url: string): string {
  if (!URL.canParse(url)) return '–';
  const { hostname, port, searchParams } = new URL(url);
  return `${hostname || searchParams.get('host') || 'localhost'}:${port || searchParams.get('port') || '5432'}`;
}

/** Why the database cannot be used; undefined for any other fault, and where no PostgreSQL is meant. */
export function databaseFault(error: unknown, env: Env): Message | undefined {
  const { DATABASE_URL: url, HOPTHU_OWNER_URL: ownerUrl } = env;
  const known = url || ownerUrl;
  if (!known) return undefined;
  const codes = codesOf(error);
  const values = { at: placeOf(known), setting: url ? 'DATABASE_URL' : 'HOPTHU_OWNER_URL' };
  const has = (...wanted: string[]) => codes.some((code) => wanted.includes(code));
  if (has(...UNREACHABLE)) return { text: m.unreachable, values };
  if (has(...NO_ENTRY)) return { text: m.noEntry, values };
  if (has(NO_DATABASE)) return { text: m.noDatabase, values };
  if (has(NO_TABLE)) return { text: m.notMigrated };
  if (has(NOT_PERMITTED)) return ownerUrl ? { text: m.notPermitted, values } : { text: m.noOwner };
  return undefined;
}

/** In one language; in both where none is chosen and the error speaks both. */
export function faultIn(error: unknown, chosen: Language | undefined, env: Env): string {
  const fault = databaseFault(error, env);
  if (fault) return say(fault, chosen ?? 'vi');
  const { text } = error as { text?: Text };
  if (chosen && text?.vi && text.en) return text[chosen];
  // A database error says the whole statement, values and all: only its own words are for the screen and the journal.
  const logged = loggedFault(error);
  return logged.code || !(error instanceof Error) ? logged.message : error.message;
}
