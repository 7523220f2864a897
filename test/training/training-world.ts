/** A city with officers of two agencies, trainers with accounts, and classes made through the real services. */
import type { Actor, RoleName } from '../../server/identity/actor.js';
import { createUser } from '../../server/identity/user.service.js';
import type { Ground } from '../../server/kernel/ground.js';
import { createClass, type ClassInput } from '../../server/training/class.service.js';
import { requestSeats } from '../../server/training/request.service.js';
import type { AttendanceMark } from '../../server/training/vocabulary.js';
import { markAttendance } from '../../server/training/attendance.service.js';
import type { World } from '../support/world.js';

/** A Wednesday morning in the city. */
export const NOW = new Date('2026-11-25T02:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export interface Acting {
  ground: Ground;
  actor: Actor;
}

export interface Line {
  id: string;
  officer: string;
  state: string;
  queue: number;
  isSheltering: boolean;
}

/** Sessions of three hours, one a day, the first so many hours from now. */
export const sessionsIn = (hours: number, count = 1) =>
  Array.from({ length: count }, (_, i) => ({
    startsAt: new Date(NOW.getTime() + hours * HOUR + i * DAY),
    endsAt: new Date(NOW.getTime() + hours * HOUR + i * DAY + 3 * HOUR),
  }));

export class TrainingWorld {
  private constructor(
    readonly world: World,
    readonly agency: string,
    readonly otherAgency: string,
  ) {}

  static async build(world: World): Promise<TrainingWorld> {
    await world.clear();
    world.ground.clock.stopAt(NOW);
    return new TrainingWorld(world, await world.agency('SNV'), await world.agency('Q1'));
  }

  get force(): Acting {
    return this.world.as('TASK_FORCE');
  }

  contact(agency = this.agency): Acting {
    return this.world.as('AGENCY_CONTACT', agency);
  }

  self(officer: string): Acting {
    return this.world.as('OFFICER', officer);
  }

  private users = 0;

  /** Somebody with an account, as who they are to the services. */
  async person(role: RoleName, scopeId: string | null = null): Promise<Acting & { userId: string }> {
    const userId = await createUser(this.world.system(), {
      name: `Giảng viên ${++this.users}`,
      email: `person-${this.users}@training.example`,
      grants: [{ role, scopeId: scopeId ?? undefined }],
    });
    const { ground, actor } = this.world.as(role, scopeId);
    return { ground, actor: { ...actor, userId, name: `user:${userId}` }, userId };
  }

  /** So many officers of an agency, in the order of their codes. */
  async officers(count: number, agency = this.agency): Promise<string[]> {
    const ids: string[] = [];
    for (let i = 0; i < count; i++) ids.push(await this.world.officer(agency, { mailboxAddress: null }));
    return ids;
  }

  class(input: Partial<ClassInput> = {}): Promise<string> {
    return createClass(this.force, { title: 'Thư điện tử căn bản', capacity: 2, passShare: 0.8, sessions: sessionsIn(48), ...input });
  }

  /** The list of a class in the order of its queue. */
  async list(classId: string): Promise<Line[]> {
    const rows = await this.rows<{ id: string; officer_id: string; state: string; queue_number: number; is_sheltering: boolean }>(
      'select id, officer_id, state, queue_number, is_sheltering from enrolment where training_class_id = ? order by requested_at, queue_number',
      [classId],
    );
    return rows.map((r) => ({ id: r.id, officer: r.officer_id, state: r.state, queue: r.queue_number, isSheltering: r.is_sheltering }));
  }

  async states(classId: string): Promise<string[]> {
    return (await this.list(classId)).map(({ state }) => state);
  }

  async lineOf(classId: string, officer: string): Promise<Line> {
    return (await this.list(classId)).findLast((line) => line.officer === officer)!;
  }

  async sessions(classId: string): Promise<string[]> {
    const rows = await this.rows<{ id: string }>('select id from training_session where training_class_id = ? order by starts_at', [
      classId,
    ]);
    return rows.map(({ id }) => id);
  }

  enrol(classId: string, officers: readonly string[], as: Acting = this.force) {
    return requestSeats(as, classId, officers);
  }

  /** Marks somebody at the sessions of a class in their order; null leaves one out. */
  async mark(classId: string, officer: string, marks: readonly (AttendanceMark | null)[], as: Acting = this.force): Promise<void> {
    const sessions = await this.sessions(classId);
    const { id } = await this.lineOf(classId, officer);
    await markAttendance(
      as,
      classId,
      marks.flatMap((mark, i) => (mark ? [{ enrolmentId: id, sessionId: sessions[i]!, mark }] : [])),
    );
  }

  later(milliseconds: number): void {
    this.world.ground.clock.stopAt(new Date(this.world.ground.clock.now().getTime() + milliseconds));
  }

  rows<R extends object>(sql: string, values: unknown[] = []): Promise<R[]> {
    return this.world.ground.orm.em.fork().execute<R[]>(sql, values);
  }
}

/** Codes and rules of what was refused, with the place of each. */
export const refusals = ({ refused }: { refused: { code: string; rule?: string; path?: string[] }[] }): string[] =>
  refused.map(({ code, rule, path }) => [code, rule, path?.join('.')].filter(Boolean).join(' '));
