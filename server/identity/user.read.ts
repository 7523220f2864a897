/** Accounts as rows: who there is, and how they come in. */
import { sql } from 'kysely';
import { whereOneOf, whereSearched } from '../kernel/conditions.js';
import { pageOfList, type PageInput } from '../kernel/page.js';
import { type Asked, onceEach, manyOf, oneOf, type Reader, type Rows, type View } from '../kernel/read.js';
import type { Actor } from './actor.js';
import { userAccess } from './identity.access.js';
import { holds } from './right.js';

const isThere = (rows: string) => sql<boolean>`exists (select 1 from ${sql.raw(rows)})`;

/** A user under an alias, for lists and for relations of rooms to the right (`class.trainer`). */
export const userView = (alias = 'u'): View<any> => ({
  id: `${alias}.id`,
  name: `${alias}.name`,
  email: `${alias}.email`,
  version: `${alias}.version`,
  disabledAt: `${alias}.disabled_at`,
  hasPassword: sql<boolean>`${sql.ref(`${alias}.password_hash`)} is not null`,
  hasSecondFactor: sql<boolean>`(${isThere(`totp t where t.user_id = "${alias}".id and t.confirmed_at is not null`)}
    or ${isThere(`passkey k where k.user_id = "${alias}".id`)})`,
  hasSingleSignOn: isThere(`user_identity n where n.user_id = "${alias}".id`),
  lastSignInAt: sql<Date | null>`(select max(s.created_at) from session s where s.user_id = ${sql.ref(`${alias}.id`)})`,
  invitedUntil: sql<Date | null>`(select max(v.expires_at) from invitation v where v.user_id = ${sql.ref(`${alias}.id`)} and v.ended_at is null)`,
  grants: {
    table: `role_grant as ${alias}_g`,
    on: [`${alias}_g.user_id`, `${alias}.id`],
    view: () => ({ id: `${alias}_g.id`, role: `${alias}_g.role`, scopeId: `${alias}_g.scope_id` }),
    many: (q) => q.orderBy(`${alias}_g.created_at`).orderBy(`${alias}_g.id`),
  },
});

/** One view for all lists, so that its plans are kept. */
const users = userView();

const NEEDS: Readonly<Record<string, readonly string[]>> = {
  availableActions: ['disabledAt', 'hasSecondFactor'],
  officer: ['grants'],
};

/** What must be read along with a user so that fields made of others can be answered. */
export const withStateOf = onceEach((asked: Asked): Asked => {
  const all = new Map(asked);
  for (const [field, needed] of Object.entries(NEEDS)) {
    if (asked.has(field)) for (const name of needed) if (!all.has(name)) all.set(name, new Map());
  }
  // Roles are always read whole: rights and rooms to the right look at role and scope.
  if (all.has('grants')) all.set('grants', new Map([...all.get('grants')!, ...GRANT]));
  return all;
});

const GRANT = ['id', 'role', 'scopeId'].map((name) => [name, new Map()] as [string, Asked]);

const withStateInNodes = onceEach((page: Asked): Asked => {
  const all = new Map(page);
  const nodes = all.get('nodes');
  if (nodes) all.set('nodes', withStateOf(nodes));
  const node = all.get('edges')?.get('node');
  if (node) all.set('edges', new Map(all.get('edges')!).set('node', withStateOf(node)));
  return all;
});

export interface UserListInput extends PageInput {
  search?: string | null;
  role?: string[] | null;
}

/** Roles that somebody is picked by who may only see names: the filter tells who holds them. */
const PICKED_ROLES: readonly string[] = ['TRAINER', 'COMMITTEE_MEMBER', 'SECRETARY'];

/** Whether a filter by these roles tells the actor no more than may be known. */
export const mayPickBy = (actor: Actor, roles: readonly string[] | null | undefined): boolean =>
  holds(actor, userAccess.read) || (roles ?? []).every((role) => PICKED_ROLES.includes(role));

/** Users by name. Whoever may read accounts sees all and searches addresses too; others see who is active, by name. */
export function userList(read: Reader, asked: Asked, actor: Actor, { search, role, ...page }: UserListInput) {
  const readsAccounts = holds(actor, userAccess.read);
  const holding = (q: Rows) =>
    role == null
      ? q
      : q.where((eb: any) =>
          eb.exists(whereOneOf(eb.selectFrom('role_grant as r').select('r.id').whereRef('r.user_id', '=', 'u.id'), 'r.role', role)),
        );
  const seen = (q: Rows) => (readsAccounts ? q : q.where('u.disabled_at', 'is', null));
  return pageOfList<any>(read, withStateInNodes(asked), {
    table: 'app_user as u',
    view: users,
    orderBy: [{ by: 'u.sort_key' }],
    where: (q) => whereSearched(holding(seen(q)), readsAccounts ? sql<string>`u.name_words || u.email_words` : 'u.name_words', search),
    ...page,
  });
}

/** One user by id; null when there is none. Whether the viewer may see one is asked before. */
export const oneUser = (read: Reader, asked: Asked, id: string) =>
  oneOf<any>(read, withStateOf(asked), { table: 'app_user as u', view: users, where: (q) => q.where('u.id', '=', id) });

/** Users by id, in the order of the ids. */
export async function usersById(read: Reader, asked: Asked, ids: readonly string[]): Promise<any[]> {
  const wanted = withStateOf(new Map(asked).set('id', new Map()));
  const where = (q: Rows) => q.where(sql<boolean>`u.id = any(${[...ids]}::uuid[])`);
  const rows = await manyOf<any>(read, wanted, { table: 'app_user as u', view: users, where });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}
