/**
 * Counters by address, day and source (E-1), and what they are worked out from. Tables of millions of rows: plain numbers, no ids;
 * days are days since 1970-01-01 in the city's zone (E-9). Written by merge.service.ts and day-fill.service.ts only.
 */
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** An address of a served domain, registered or not (E-6). */
@Entity({ tableName: 'evidence_address' })
export class EvidenceAddress {
  @PrimaryKey({ type: 'integer' })
  id: number;

  @Property({ type: 'text' })
  @Unique()
  address: string;
}

@Entity({ tableName: 'evidence_day' })
export class EvidenceDayCounters {
  @PrimaryKey({ type: 'integer', autoincrement: false })
  address: number;

  @PrimaryKey({ type: 'integer', autoincrement: false })
  day: number;

  @PrimaryKey({ type: 'smallint', autoincrement: false })
  source: number;

  @Property({ type: 'integer' })
  sent: number;

  @Property({ type: 'integer' })
  read: number;

  @Property({ type: 'integer' })
  logins: number;

  @Property({ type: 'integer' })
  received: number;

  @Property({ type: 'integer' })
  forwarded: number;

  @Property({ type: 'boolean' })
  polled: boolean;
}

/** One act, known again by its hash (E-6). `counts` is what it adds to its counter: 0 for a second read or a dropped session. */
@Entity({ tableName: 'evidence_act' })
@Index({ properties: ['source', 'address', 'day'] })
@Index({ properties: ['message'] })
@Index({ properties: ['session'] })
export class EvidenceActRow {
  @PrimaryKey({ type: 'smallint', autoincrement: false })
  source: number;

  @PrimaryKey({ type: 'bigint', autoincrement: false })
  hash: string;

  @Property({ type: 'smallint' })
  counter: number;

  @Property({ type: 'integer' })
  address: number;

  @Property({ type: 'integer' })
  day: number;

  /** The most equal lines that one file held. */
  @Property({ type: 'smallint' })
  n: number;

  /** 1 when the line was put together from the ends of two files. */
  @Property({ type: 'smallint' })
  joined: number;

  @Property({ type: 'smallint' })
  counts: number;

  @Property({ type: 'bigint', nullable: true })
  message?: string | null;

  @Property({ type: 'bigint', nullable: true })
  session?: string | null;

  /** Number of the import that brought it first (T-7). */
  @Property({ type: 'integer' })
  import: number;
}

/** Sessions of master users and monitoring programs: their acts count nothing, whenever they come (E-4). */
@Entity({ tableName: 'evidence_dropped_session' })
export class EvidenceDroppedSession {
  @PrimaryKey({ type: 'smallint', autoincrement: false })
  source: number;

  @PrimaryKey({ type: 'bigint', autoincrement: false })
  session: string;
}

/** A day of a source: whether there is data, how many mailboxes were seen, and what the task force decided about it (E-8). */
@Entity({ tableName: 'evidence_source_day' })
export class EvidenceSourceDay {
  @PrimaryKey({ type: 'smallint', autoincrement: false })
  source: number;

  @PrimaryKey({ type: 'integer', autoincrement: false })
  day: number;

  @Property({ type: 'integer' })
  lines: number;

  @Property({ type: 'integer' })
  mailboxes: number;

  /** Why a thin day is taken as whole. */
  @Property({ type: 'text', nullable: true })
  accepted?: string | null;

  /** Why the day counts as without data. */
  @Property({ type: 'text', nullable: true })
  outage?: string | null;
}
