/** Classes and courses as rows. Planned classes are seen by those who lead them; whose roster is seen, enrolment.read.ts says. */
import { sql } from 'kysely';
import type { Actor } from '../identity/actor.js';
import { userView, withStateOf } from '../identity/user.read.js';
import { type DayCondition, type IdCondition, whereDay, whereId, whereSearched } from '../kernel/conditions.js';
import { type Page, pageOfList, type PageInput } from '../kernel/page.js';
import { type Asked, manyOf, onceEach, oneOf, type Reader, type Rows, type View } from '../kernel/read.js';
import { SEATED_STATES } from './vocabulary.js';

export interface ClassRow {
  id: string;
  storedState: any;
  startsAt: Date;
  endsAt: Date;
  cutOffAt: Date | null;
  trainerId: string | null;
  assistantIds: string[];
  [field: string]: any;
}

export const courseView = (alias = 'co'): View<any> => ({
  id: `${alias}.id`,
  code: `${alias}.code`,
  title: `${alias}.title`,
  about: `${alias}.about`,
  passShare: `${alias}.pass_share`,
  isRetired: `${alias}.is_retired`,
  version: `${alias}.version`,
});

export const sessionView = (alias: string): View<any> => ({
  id: `${alias}.id`,
  startsAt: `${alias}.starts_at`,
  endsAt: `${alias}.ends_at`,
});

const listed = (states: readonly string[]) => sql.raw(states.map((state) => `'${state}'`).join(', '));
const counted = (alias: string, states: readonly string[]) =>
  sql<number>`(select count(*)::int from enrolment n where n.training_class_id = ${sql.ref(`${alias}.id`)} and n.state in (${listed(states)}))`;

/** A class under an alias, for lists and for relations (`enrolment.trainingClass`). */
export const classView = (alias = 'c'): View<any> => ({
  id: `${alias}.id`,
  reference: `${alias}.reference`,
  title: `${alias}.title`,
  place: `${alias}.place`,
  capacity: `${alias}.capacity`,
  seatsPerAgency: `${alias}.seats_per_agency`,
  passShare: `${alias}.pass_share`,
  cutOffAt: `${alias}.cut_off_at`,
  storedState: `${alias}.stored_state`,
  startsAt: `${alias}.starts_at`,
  endsAt: `${alias}.ends_at`,
  completedAt: `${alias}.completed_at`,
  cancelReason: `${alias}.cancel_reason`,
  version: `${alias}.version`,
  trainerId: `${alias}.trainer_id`,
  assistantIds: `${alias}.assistant_ids`,
  enrolledCount: counted(alias, SEATED_STATES),
  waitlistedCount: counted(alias, ['WAITLISTED']),
  requestedCount: counted(alias, ['REQUESTED']),
  course: { table: `training_course as ${alias}_co`, on: [`${alias}_co.id`, `${alias}.course_id`], view: () => courseView(`${alias}_co`) },
  trainer: { table: `app_user as ${alias}_u`, on: [`${alias}_u.id`, `${alias}.trainer_id`], view: () => userView(`${alias}_u`) },
  assistants: {
    table: `app_user as ${alias}_h`,
    on: [`${alias}.id`, `${alias}.id`],
    view: () => userView(`${alias}_h`),
    many: (q) =>
      q
        .where(sql<boolean>`${sql.ref(`${alias}_h.id`)} = any(${sql.ref(`${alias}.assistant_ids`)})`)
        .orderBy(`${alias}_h.sort_key`)
        .orderBy(`${alias}_h.id`),
  },
  sessions: {
    table: `training_session as ${alias}_s`,
    on: [`${alias}_s.training_class_id`, `${alias}.id`],
    view: () => sessionView(`${alias}_s`),
    many: (q) => q.orderBy(`${alias}_s.starts_at`).orderBy(`${alias}_s.id`),
  },
});

/** One view for all lists, so that its plans are kept. */
const classes = classView();

const STANDING = ['id', 'storedState', 'startsAt', 'cutOffAt', 'trainerId', 'assistantIds'];
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  state: STANDING,
  availableActions: STANDING,
  isOwn: STANDING,
  roster: STANDING,
  effect: STANDING,
  seatsLeft: ['capacity', 'enrolledCount'],
};

/** What was asked of a class, with what its fields are made of and its rights look at. */
export const withNeedsOfClass = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(asked);
  for (const [field, needed] of Object.entries(NEEDS))
    if (asked.has(field)) for (const name of needed) if (!all.has(name)) all.set(name, new Map());
  for (const person of ['trainer', 'assistants']) if (all.has(person)) all.set(person, withStateOf(all.get(person)!));
  return all;
});

export const inNodesOfClasses = onceEach((page: Asked): Asked => {
  const all: Asked = new Map(page);
  const nodes = all.get('nodes');
  if (nodes) all.set('nodes', withNeedsOfClass(nodes));
  const node = all.get('edges')?.get('node');
  if (node) all.set('edges', new Map(all.get('edges')!).set('node', withNeedsOfClass(node)));
  return all;
});

const isTaskForce = (actor: Actor): boolean => actor.isSystem || actor.grants.some(({ role }) => role === 'TASK_FORCE');

/** Classes held by the actor, as trainer or assistant. */
const ofActor = (actor: Actor, alias: string) =>
  sql<boolean>`(${sql.ref(`${alias}.trainer_id`)} = ${actor.userId}::uuid or ${actor.userId}::uuid = any(${sql.ref(`${alias}.assistant_ids`)}))`;

/** Only the classes the actor may know of: planned ones are for those who lead them. */
export function visibleClasses(actor: Actor, rows: Rows, alias = 'c'): Rows {
  if (isTaskForce(actor)) return rows;
  const isPublic = sql<boolean>`${sql.ref(`${alias}.stored_state`)} <> 'PLANNED'`;
  return rows.where(actor.userId ? sql<boolean>`(${isPublic} or ${ofActor(actor, alias)})` : isPublic);
}

export interface ClassCondition {
  id?: IdCondition | null;
  courseId?: IdCondition | null;
  officerId?: IdCondition | null;
  state?: readonly string[] | null;
  isOwn?: boolean | null;
  startsOn?: DayCondition | null;
}

export type ClassListInput = PageInput & { search?: string | null; where?: ClassCondition | null };

function whereClass(actor: Actor, now: Date, rows: Rows, where: ClassCondition | null | undefined): Rows {
  let q = whereDay(whereId(whereId(rows, 'c.id', where?.id), 'c.course_id', where?.courseId), 'c.starts_on', where?.startsOn);
  if (where?.state) q = q.where(ofStates(where.state, now));
  if (where?.isOwn != null) {
    const own = actor.userId ? ofActor(actor, 'c') : sql<boolean>`false`;
    q = q.where(where.isOwn ? own : sql<boolean>`not coalesce(${own}, false)`);
  }
  return q;
}

/** OPEN and RUNNING are told apart by the clock (class.workflow.ts). */
function ofStates(states: readonly string[], now: Date) {
  const begun = sql<boolean>`c.starts_at <= ${now}`;
  const each = states.map((state) => {
    if (state === 'RUNNING') return sql<boolean>`(c.stored_state = 'OPEN' and ${begun})`;
    if (state === 'OPEN') return sql<boolean>`(c.stored_state = 'OPEN' and not ${begun})`;
    return sql<boolean>`c.stored_state = ${sql.lit(state)}`;
  });
  return each.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(each, sql` or `)})`;
}

/** Classes, the latest first. `withOfficer` limits them to those on whose list the actor may see an officer. */
export function classList(
  read: Reader,
  asked: Asked,
  actor: Actor,
  now: Date,
  { search, where, ...page }: ClassListInput,
  withOfficer: (rows: Rows) => Rows = (rows) => rows,
): Promise<Page<ClassRow>> {
  return pageOfList<ClassRow>(read, inNodesOfClasses(asked), {
    table: 'training_class as c',
    view: classes as View<ClassRow>,
    orderBy: [{ by: 'c.starts_at', kind: 'instant', direction: 'desc' }],
    where: (q) => withOfficer(whereSearched(whereClass(actor, now, visibleClasses(actor, q), where), 'c.search_text', search)),
    ...page,
  });
}

export const oneClass = (read: Reader, asked: Asked, actor: Actor, where: (rows: Rows) => Rows): Promise<ClassRow | null> =>
  oneOf<ClassRow>(read, withNeedsOfClass(asked), {
    table: 'training_class as c',
    view: classes as View<ClassRow>,
    where: (q) => where(visibleClasses(actor, q)),
  });

const courses = courseView();

/** Courses by title; retired ones last. */
export const courseList = (read: Reader, asked: Asked): Promise<any[]> =>
  manyOf<any>(read, new Map(asked).set('id', new Map()), {
    table: 'training_course as co',
    view: courses,
    where: (q) => q.orderBy('co.is_retired').orderBy('co.title').orderBy('co.id'),
  });

export const oneCourse = (read: Reader, asked: Asked, id: string): Promise<any> =>
  oneOf<any>(read, asked, { table: 'training_course as co', view: courses, where: (q) => q.where('co.id', '=', id) });

/** Classes by id, in any order; those the actor may not know of are left out. */
export const classesById = (read: Reader, asked: Asked, actor: Actor, ids: readonly string[]): Promise<ClassRow[]> =>
  manyOf<ClassRow>(read, withNeedsOfClass(new Map(asked).set('id', new Map())), {
    table: 'training_class as c',
    view: classes as View<ClassRow>,
    where: (q) => visibleClasses(actor, q).where(sql<boolean>`c.id = any(${[...ids]}::uuid[])`),
  });
