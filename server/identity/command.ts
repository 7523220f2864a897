/**
 * The one way to change anything: load → right → rules → change → audit row → orders, in one transaction (house.md §1).
 * A command that asked for no right, or left no audit row, is a fault and is undone.
 */
import { createHash } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { appendToAudit, type RecordedAct } from '../kernel/audit.js';
import type { Day } from '../kernel/calendar.js';
import type { Ground } from '../kernel/ground.js';
import { IdempotencyKey } from '../kernel/idempotency-key.entity.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { OutboxMessage } from '../kernel/outbox-message.entity.js';
import { isId } from '../kernel/record.js';
import { Denial, Refusal } from '../kernel/refusal.js';
import type { Actor } from './actor.js';
import { identityMessages } from './identity.messages.js';
import { may, type Right } from './right.js';
import { hasFreshSecondFactor } from './second-factor.rules.js';

/** Who asks, on which ground. */
export interface Acting {
  ground: Ground;
  actor: Actor;
}

const TRIES = 5;
/** Serialization failure, deadlock, and a unique key taken by another at the same moment, which the command refuses once it can see it. */
const LOST_RACES = ['40001', '40P01', '23505'];
const isWorthRetrying = (error: unknown): boolean => LOST_RACES.includes((error as { code?: string }).code ?? '');

/** What a command works with: its transaction, its time, and the means to ask, record and order. */
export class Act {
  readonly now: Date;
  readonly today: Day;
  private readonly acts: RecordedAct[] = [];
  private wasAsked = false;
  private isUnchanged = false;

  constructor(
    readonly ground: Ground,
    readonly actor: Actor,
    readonly em: SqlEntityManager,
  ) {
    this.now = ground.clock.now();
    this.today = ground.clock.today();
  }

  /** Refuses unless the actor holds the right for this thing; NOT_ALLOWED_NOW (G-18) where only a second factor is missing. */
  allow<S>(right: Right<S>, subject: S): void {
    if (!this.mayDo(right, subject)) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
  }

  /** As `allow`, but answers; for many things of which each stands alone. A missing second factor refuses the whole command. */
  mayDo<S>(right: Right<S>, subject: S): boolean {
    this.wasAsked = true;
    if (!may(this.actor, right, subject)) return false;
    if (right.needsSecondFactor && this.ground.asksSecondFactor && !hasFreshSecondFactor(this.actor, this.now)) {
      throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'G-18', path: [], message: { text: identityMessages.secondFactorNeeded } });
    }
    return true;
  }

  /** For what everybody may do to themselves, such as signing out; `why` is for the reader. */
  allowAnyone(_why: string): void {
    this.wasAsked = true;
  }

  /** The thing with this id; refused NOT_FOUND when there is none. */
  async load<T extends object>(type: new () => T, id: string, path: string[] = ['id'], lock = true): Promise<T> {
    const options = lock ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {};
    const found = isId(id) ? await this.em.findOne(type, { id } as never, options as never) : null;
    if (!found) throw new Refusal({ code: 'NOT_FOUND', path, message: { text: kernelMessages.notFound } });
    return found as T;
  }

  /** Refuses an edit that was begun on an older version (G-3). */
  expectVersion(thing: { version: number }, expected: number): void {
    if (thing.version !== expected)
      throw new Refusal({ code: 'STALE', path: ['expectedVersion'], message: { text: kernelMessages.stale } });
  }

  /** Records what was done; at least once a command. `mentions` names whom else it concerns (`officer:<id>`), for their trail. */
  record(action: string, subject: string, details?: unknown, mentions?: readonly string[]): void {
    this.acts.push({ action, subject, details, mentions });
  }

  /** Says that this time nothing was changed, so that nothing is recorded. */
  unchanged(): void {
    this.isUnchanged = true;
  }

  /** Orders something to be carried out after this transaction. */
  order(kind: string, payload: unknown): void {
    const message = this.em.create(OutboxMessage, { kind, payload, createdAt: this.now, attempts: 0 } as never);
    this.em.persist(message);
  }

  /**
   * Does something once for an idempotency key: the second time the id of what was made is returned and `make` is not called.
   * The same key with another request is refused IDEMPOTENCY_CONFLICT.
   */
  async once(command: string, key: string | null | undefined, request: unknown, make: () => Promise<string>): Promise<string> {
    if (!key) return make();
    const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    const id = { actor: this.actor.name, command, key };
    const lock = createHash('sha256').update(JSON.stringify(id)).digest().readBigInt64LE(0);
    await this.em.execute('select pg_advisory_xact_lock(?::bigint)', [String(lock)]);
    const before = await this.em.findOne(IdempotencyKey, id);
    if (before) {
      if (before.requestHash !== requestHash) {
        throw new Refusal({
          code: 'IDEMPOTENCY_CONFLICT',
          path: ['input', 'idempotencyKey'],
          message: { text: kernelMessages.idempotencyConflict },
        });
      }
      this.allowAnyone('the first request was allowed');
      this.unchanged();
      return before.result;
    }
    const result = await make();
    this.em.persist(this.em.create(IdempotencyKey, { ...id, requestHash, result, createdAt: this.now }));
    return result;
  }

  /** Writes the changes and their record; called by `perform` at the end of the transaction. */
  async finish(): Promise<void> {
    if (!this.wasAsked) throw new Error('A command asked for no right.');
    if (this.acts.length === 0 && !this.isUnchanged) throw new Error('A command left no audit row.');
    await this.em.flush();
    await appendToAudit(this.em, this.ground, this.actor.name, this.now, this.acts);
  }
}

/** Carries out a command in one transaction; a refusal undoes it whole, a lost race is run again. */
export async function perform<T>({ ground, actor }: Acting, work: (act: Act) => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      const result = await ground.orm.em.fork().transactional(async (em) => {
        const act = new Act(ground, actor, em as SqlEntityManager);
        const done = await work(act);
        await act.finish();
        return done;
      });
      ground.outbox.wake();
      return result;
    } catch (error) {
      if (left <= 1 || !isWorthRetrying(error)) throw error;
    }
  }
}
