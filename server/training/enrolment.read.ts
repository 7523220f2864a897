/** Lines of rosters as rows: who sees which (product.md §2), where each stands in the queue, and the tiers before and after (TR-4). */
import { sql } from 'kysely';
import { type Actor, scopesOf } from '../identity/actor.js';
import { holds, mayAll } from '../identity/right.js';
import { type Asked, manyOf, onceEach, type Reader, type Rows, type View } from '../kernel/read.js';
import { officerView, withRightsOf } from '../registry/officer.read.js';
import { classView, sessionView, withNeedsOfClass } from './class.read.js';
import { LONGEST_ROSTER } from './class-facts.rules.js';
import { trainingAccess } from './training.access.js';

export interface EnrolmentRow {
  id: string;
  state: any;
  officerId: string;
  trainingClassId: string;
  [field: string]: any;
}

const FINAL = sql.raw(`('FINALISED', 'PUBLISHED')`);

/** The tier when the seat was asked for; else that of the last review whose window ended before the class began. */
export const tierBefore = sql<string | null>`coalesce((select b.tier from finding b where b.id = en.finding_id),
  (select b.tier from finding b join review r on r.id = b.review_id join training_class k on k.id = en.training_class_id
   where b.officer_id = en.officer_id and r.state in ${FINAL} and r.window_to < k.starts_on order by r.window_to desc, r.finalised_at desc limit 1))`;

/** The tier in the first review, later than the one before, whose window ends with or after the class. */
export const tierAfter = sql<
  string | null
>`(select a.tier from finding a join review r on r.id = a.review_id join training_class k on k.id = en.training_class_id
   left join finding b on b.id = en.finding_id left join review br on br.id = b.review_id
   where a.officer_id = en.officer_id and r.state in ${FINAL} and r.window_to >= least(k.ends_on, coalesce(k.completed_on, k.ends_on))
     and (br.id is null or r.window_to > br.window_to) order by r.window_to, r.finalised_at limit 1)`;

const waitlistPosition = sql<number | null>`case when en.state = 'WAITLISTED' then (select count(*)::int from enrolment w
   where w.training_class_id = en.training_class_id and w.state = 'WAITLISTED'
     and (w.requested_at, w.queue_number) <= (en.requested_at, en.queue_number)) end`;

const view: View<any> = {
  id: 'en.id',
  state: 'en.state',
  origin: 'en.origin',
  requestedAt: 'en.requested_at',
  isSheltering: 'en.is_sheltering',
  isRetake: 'en.is_retake',
  endedAt: 'en.ended_at',
  endedReason: 'en.ended_reason',
  version: 'en.version',
  officerId: 'en.officer_id',
  trainingClassId: 'en.training_class_id',
  waitlistPosition,
  tierBefore,
  tierAfter,
  officer: { table: 'officer as o', on: ['o.id', 'en.officer_id'], view: () => officerView() },
  trainingClass: { table: 'training_class as ec', on: ['ec.id', 'en.training_class_id'], view: () => classView('ec') },
  attendance: {
    table: 'training_session as ts',
    on: ['ts.training_class_id', 'en.training_class_id'],
    view: () => ({
      mark: sql`(select t.mark from attendance t where t.enrolment_id = en.id and t.session_id = ts.id)`,
      markedAt: sql`(select t.marked_at from attendance t where t.enrolment_id = en.id and t.session_id = ts.id)`,
      session: { table: 'training_session as tss', on: ['tss.id', 'ts.id'], view: () => sessionView('tss') },
    }),
    many: (q) => q.orderBy('ts.starts_at').orderBy('ts.id'),
  },
};

const STANDING = ['id', 'storedState', 'startsAt', 'cutOffAt', 'trainerId', 'assistantIds'];

/** What was asked of an enrolment, with what its fields are made of and its rights look at. */
export const withNeedsOfEnrolment = onceEach((asked: Asked): Asked => {
  const all: Asked = new Map(asked);
  for (const name of ['id', 'officerId', 'trainingClassId', 'state']) all.set(name, new Map());
  const officer = all.get('officer') ?? new Map<string, Asked>();
  all.set('officer', withRightsOf(new Map([...officer, ['id', new Map()], ['agencyId', new Map()]])));
  if (asked.has('trainingClass') || asked.has('availableActions')) {
    const inner = new Map([...(all.get('trainingClass') ?? []), ...STANDING.map((name): [string, Asked] => [name, new Map()])]);
    all.set('trainingClass', withNeedsOfClass(inner));
  }
  return all;
});

/** Only the lines the actor may see: all, those of the own classes, of the own agency's officers, or one's own. */
export function visibleEnrolments(actor: Actor, rows: Rows): Rows {
  if (mayAll(actor, trainingAccess.readRoster as never)) return rows;
  if (!holds(actor, trainingAccess.readRoster as never)) return rows.where(sql<boolean>`false`);
  const agencies = scopesOf(actor, 'AGENCY_CONTACT');
  const own = scopesOf(actor, 'OFFICER');
  const isTrainer = actor.userId !== null && actor.grants.some(({ role }) => role === 'TRAINER');
  const ofOwnClasses = isTrainer
    ? sql<boolean>`exists (select 1 from training_class v where v.id = en.training_class_id and (v.trainer_id = ${actor.userId}::uuid or ${actor.userId}::uuid = any(v.assistant_ids)))`
    : sql<boolean>`false`;
  const ofOwnAgency = sql<boolean>`exists (select 1 from officer v where v.id = en.officer_id and v.agency_id = any(${agencies}::uuid[]))`;
  return rows.where(sql<boolean>`(${ofOwnClasses} or ${ofOwnAgency} or en.officer_id = any(${own}::uuid[]))`);
}

const TABLE = { table: 'enrolment as en', view };

/** Seats by name, then the queue in its order, then requests by time, then who is no longer on the list. */
const inRosterOrder = (q: Rows): Rows =>
  q
    .orderBy(
      sql`case when en.state in ('ENROLLED', 'COMPLETED', 'INCOMPLETE', 'NO_SHOW') then 0 when en.state = 'WAITLISTED' then 1 when en.state = 'REQUESTED' then 2 else 3 end`,
    )
    .orderBy(sql`case when en.state in ('WAITLISTED', 'REQUESTED') then en.requested_at end`)
    .orderBy(sql`case when en.state in ('WAITLISTED', 'REQUESTED') then en.queue_number end`)
    .orderBy(sql`(select x.sort_key from officer x where x.id = en.officer_id)`)
    .orderBy('en.id');

/** The roster of each class, as far as the actor may see it. */
export async function rostersOf(read: Reader, asked: Asked, actor: Actor, classIds: readonly string[]): Promise<EnrolmentRow[][]> {
  const rows = await manyOf<EnrolmentRow>(read, withNeedsOfEnrolment(asked), {
    ...TABLE,
    where: (q) =>
      inRosterOrder(visibleEnrolments(actor, q).where(sql<boolean>`en.training_class_id = any(${[...classIds]}::uuid[])`)).limit(
        LONGEST_ROSTER * classIds.length,
      ),
  });
  return classIds.map((id) => rows.filter((row) => row.trainingClassId === id).slice(0, LONGEST_ROSTER));
}

/** The classes of each officer, as far as the actor may see them, the latest request first. */
export async function enrolmentsOfOfficers(
  read: Reader,
  asked: Asked,
  actor: Actor,
  officerIds: readonly string[],
): Promise<EnrolmentRow[][]> {
  const rows = await manyOf<EnrolmentRow>(read, withNeedsOfEnrolment(asked), {
    ...TABLE,
    where: (q) =>
      visibleEnrolments(actor, q)
        .where(sql<boolean>`en.officer_id = any(${[...officerIds]}::uuid[])`)
        .orderBy('en.requested_at', 'desc')
        .orderBy('en.id', 'desc'),
  });
  return officerIds.map((id) => rows.filter((row) => row.officerId === id));
}

/** Enrolments by id in the order of the ids; those the actor may not see are left out. */
export async function enrolmentsById(read: Reader, asked: Asked, actor: Actor, ids: readonly string[]): Promise<EnrolmentRow[]> {
  const rows = await manyOf<EnrolmentRow>(read, withNeedsOfEnrolment(asked), {
    ...TABLE,
    where: (q) => visibleEnrolments(actor, q).where(sql<boolean>`en.id = any(${[...ids]}::uuid[])`),
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

/** Limits classes to those on whose list the actor may see these officers. */
export const withOfficersOnList =
  (actor: Actor, officerIds: readonly string[]) =>
  (classes: Rows): Rows =>
    classes.where((eb: any) =>
      eb.exists(
        visibleEnrolments(actor, eb.selectFrom('enrolment as en').select('en.id').whereRef('en.training_class_id', '=', 'c.id'))
          .where(sql<boolean>`en.officer_id = any(${[...officerIds]}::uuid[])`)
          .where(sql<boolean>`en.state not in ('DECLINED', 'WITHDRAWN')`),
      ),
    );

export interface Clash {
  enrolmentId: string;
  classId: string;
}

/** Other classes in which the person has a seat, or waits for one, at the same time. */
export function clashesOf({ db, run }: Reader, enrolmentIds: readonly string[]): Promise<Clash[]> {
  return run<Clash>(
    db
      .selectFrom('enrolment as en')
      .innerJoin('enrolment as ot', (join) =>
        join
          .onRef('ot.officer_id', '=', 'en.officer_id')
          .onRef('ot.training_class_id', '<>', 'en.training_class_id')
          .on(sql<boolean>`ot.state in ('ENROLLED', 'WAITLISTED', 'REQUESTED')`),
      )
      .where(sql<boolean>`en.id = any(${[...enrolmentIds]}::uuid[]) and en.state in ('ENROLLED', 'WAITLISTED', 'REQUESTED')`)
      .where(
        sql<boolean>`exists (select 1 from training_session s join training_session z on z.training_class_id = ot.training_class_id
          and z.starts_at < s.ends_at and s.starts_at < z.ends_at where s.training_class_id = en.training_class_id)`,
      )
      .select(['en.id as enrolmentId', 'ot.training_class_id as classId'])
      .orderBy('ot.training_class_id') as never,
  );
}
