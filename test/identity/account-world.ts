/** People of a test by name: an account, its session, and ways to ask and to act as it. */
import type { Actor, RoleName } from '../../server/identity/actor.js';
import { actorOfToken, createSession } from '../../server/identity/session.service.js';
import { tokenHash } from '../../server/identity/session.rules.js';
import { createUser } from '../../server/identity/user.service.js';
import type { Ground } from '../../server/kernel/ground.js';
import type { Ask, World } from '../support/world.js';

export const PASSWORD = 'một mật khẩu dài';

export interface Person {
  id: string;
  email: string;
  token: string;
  ask: Ask;
  /** For calling services directly. */
  acting: { ground: Ground; actor: Actor };
}

/** When the session last showed a second factor; not at all with null. */
export async function showsSecondFactor(world: World, token: string, at: Date | null): Promise<void> {
  await world.ground.orm.em
    .fork()
    .execute('update session set second_factor_at = ? where token_hash = ?', [at?.toISOString() ?? null, tokenHash(token)]);
}

export const askingWith =
  (world: World, token: string): Ask =>
  (query, variables, headers) =>
    world.query(query, variables, { authorization: `Bearer ${token}`, ...headers });

/** Somebody who is signed in with a fresh second factor. */
export async function person(world: World, name: string, role: RoleName, scopeId?: string): Promise<Person> {
  const email = `${name.toLowerCase()}@city.example`;
  const id = await createUser(world.system(), { name, email, password: PASSWORD, grants: [{ role, scopeId }] });
  const { token } = await createSession(world.ground, email, PASSWORD);
  await showsSecondFactor(world, token, world.ground.clock.now());
  const actor = (await actorOfToken(world.ground, token))!;
  return { id, email, token, ask: askingWith(world, token), acting: { ground: world.ground, actor } };
}

/** What the audit log holds about a subject: act and details. */
export async function recordsOf(world: World, subject: string): Promise<[action: string, details: any, actor: string][]> {
  const rows = await world.ground.orm.em
    .fork()
    .execute<{ action: string; details: string; actor: string }[]>(
      'select action, details, actor from audit_event where subject = ? order by seq',
      [subject],
    );
  return rows.map(({ action, details, actor }) => [action, JSON.parse(details), actor]);
}

/** Everything in every table, as one text. */
export async function dumpOf(world: World): Promise<string> {
  const tables = await world.asOwner<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`);
  const texts = [];
  for (const { name } of tables) {
    for (const { line } of await world.asOwner<{ line: string }>(`select row_to_json(t)::text as line from "${name}" t`)) texts.push(line);
  }
  return texts.join('\n');
}

/** The token in a one-time link. */
export const tokenIn = (url: string): string => /#\/invitation\?token=(hti_[\w-]+)$/.exec(url)![1]!;
