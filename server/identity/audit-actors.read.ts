/**
 * Who is named as having done something? The administrator and the secretary read names, everybody their own. An officer reads of
 * others in which office they acted, not their names: enough to see whether it was in order, and no more about colleagues than that
 * needs; the administrator can tell the name where it is disputed (docs/adr/0010).
 */
import { sql } from 'kysely';
import { type Language, say, type Text } from '../kernel/language.js';
import type { Reader } from '../kernel/read.js';
import { isId } from '../kernel/record.js';
import { type Actor, hasRole, type RoleName } from './actor.js';
import { auditMessages, OFFICES } from './audit.messages.js';
import { type NameFinder, namesOf } from './audit-words.js';

interface Account {
  id: string;
  name: string;
  roles: RoleName[];
}

const FIXED: Record<string, Text> = { system: auditMessages.system, operator: auditMessages.operator };

const idsOf = (actors: readonly string[], kind: string) =>
  actors.flatMap((actor) => (actor.startsWith(`${kind}:`) && isId(actor.slice(kind.length + 1)) ? [actor.slice(kind.length + 1)] : []));

async function accountsOf({ db, run }: Reader, ids: readonly string[]): Promise<Map<string, Account>> {
  if (ids.length === 0) return new Map();
  const rows = await run<Account>(
    db
      .selectFrom('app_user as u')
      .select([
        'u.id',
        'u.name',
        sql<RoleName[]>`(select coalesce(json_agg(distinct g.role order by g.role), '[]') from role_grant g where g.user_id = u.id)`.as(
          'roles',
        ),
      ])
      .where(sql<boolean>`u.id = any(${[...ids]}::uuid[])`),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function keyNames({ db, run }: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await run<{ id: string; name: string }>(
    db
      .selectFrom('api_key as k')
      .select(['k.id', 'k.name'])
      .where(sql<boolean>`k.id = any(${[...ids]}::uuid[])`),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The notices whose codes these are, by what they are about, as far as the viewer may see that by name. */
export const codeNames: NameFinder = async (read, viewer, ids, language) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0) return new Map();
  const rows = await read.run<{ id: string; about: string }>(
    read.db
      .selectFrom('access_code as c')
      .select(['c.id', 'c.about'])
      .where(sql<boolean>`c.id = any(${wanted}::uuid[])`),
  );
  const names = await namesOf(
    read,
    viewer,
    rows.map(({ about }) => about),
    language,
  );
  const words = (name: string | null) =>
    say(name ? { text: auditMessages.codeOf, values: { name } } : { text: auditMessages.codeOfNotice }, language);
  return new Map(rows.map(({ id }, i) => [id, words(names[i] ?? null)]));
};

const officesOf = (roles: readonly RoleName[], language: Language): string =>
  roles.length ? roles.map((role) => OFFICES[role][language]).join(', ') : auditMessages.formerOffice[language];

/** One name for each actor, in the order given. */
export async function actorNames(read: Reader, viewer: Actor, actors: readonly string[], language: Language): Promise<string[]> {
  const readsNames = viewer.isSystem || hasRole(viewer, 'ADMIN') || hasRole(viewer, 'SECRETARY');
  const [accounts, keys, codes] = await Promise.all([
    accountsOf(read, idsOf(actors, 'user')),
    keyNames(read, idsOf(actors, 'key')),
    codeNames(read, viewer, idsOf(actors, 'code'), language),
  ]);
  return actors.map((actor) => {
    const fixed = FIXED[actor];
    if (fixed) return fixed[language];
    if (actor === viewer.name) return viewer.displayName;
    const id = actor.slice(actor.indexOf(':') + 1);
    const account = accounts.get(id);
    if (account) return readsNames ? account.name : officesOf(account.roles, language);
    if (keys.has(id)) return readsNames ? keys.get(id)! : OFFICES.SERVICE[language];
    if (codes.has(id)) return say({ text: auditMessages.codeHolder, values: { code: codes.get(id)! } }, language);
    return actor.startsWith('user:') ? auditMessages.formerOffice[language] : auditMessages.unknown[language];
  });
}

/** Accounts by name: to the administrator, and one's own. */
export const userNames: NameFinder = async (read, viewer, ids) => {
  const wanted = ids.filter((id) => isId(id) && (hasRole(viewer, 'ADMIN') || viewer.userId === id));
  return new Map([...(await accountsOf(read, wanted)).values()].map(({ id, name }) => [id, name]));
};

/** API keys by name, to the administrator. */
export const apiKeyNames: NameFinder = (read, viewer, ids) => keyNames(read, hasRole(viewer, 'ADMIN') ? ids.filter(isId) : []);
