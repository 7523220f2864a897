/**
 * How does everything that tells who somebody was leave the store (K-5)? Each room lends what keeps it from being done now, which texts are the person's,
 * which things of theirs the audit log speaks of, and how its own tables are emptied. Ids, days, counts, numbers and states stay.
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from './bulk.js';
import type { Message } from './language.js';
import { inSql, type Person, type PersonInSql } from './personal-data.js';

export interface Erasing extends PersonInSql {
  em: SqlEntityManager;
  person: Person;
  /** Of the day and the moment of the command, as expressions of SQL. */
  today: string;
  now: string;
  run<R = unknown>(statement: string, values?: readonly unknown[]): Promise<R[]>;
}

export interface Eraser {
  /** Name of the room. */
  room: string;
  /** Tables that it empties, for the test that looks for what nobody erases. */
  tables: readonly string[];
  /** What is still going on, in words; empty where nothing is. */
  hindrances?: (erasing: Erasing) => Promise<Message[]>;
  /** Addresses, codes and numbers of the person, never sentences: events whose details hold one that nobody else has lose them. */
  words?: (erasing: Erasing) => Promise<string[]>;
  /** Things about nobody else, as the audit log names them: `finding:<id>`. */
  subjects?: (erasing: Erasing) => Promise<string[]>;
  erase: (erasing: Erasing) => Promise<void>;
}

const erasers: Eraser[] = [];

/** Lends how a room forgets somebody; rooms to the right are asked first, as they may look at what stands left of them. */
export function lendErasure(eraser: Eraser): void {
  const before = erasers.findIndex(({ room }) => room === eraser.room);
  if (before < 0) erasers.unshift(eraser);
  else erasers[before] = eraser;
}

export const allErasers = (): readonly Eraser[] => erasers;

export function erasingOf(em: SqlEntityManager, person: Person, at: { today: string; now: Date }): Erasing {
  return {
    ...inSql(person),
    em,
    person,
    today: `date '${at.today}'`,
    now: `timestamptz '${at.now.toISOString()}'`,
    run: (statement, values = []) => executeBound(em, statement, values),
  };
}

/** Names of things of one kind: `finding:<id>`. */
export async function namesIn({ run }: Erasing, kind: string, question: string): Promise<string[]> {
  return (await run<{ id: string }>(question)).map(({ id }) => `${kind}:${id}`);
}

/** Texts of a question with one column `word`. */
export async function wordsIn({ run }: Erasing, question: string): Promise<string[]> {
  return (await run<{ word: string | null }>(question)).flatMap(({ word }) => (word ? [word] : []));
}
