/** One file brought in: what became of each of its lines, and where it is spooled while it is read. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Record } from '../kernel/record.js';
import { CalendarDate, Instant } from '../kernel/scalars.js';
import { EvidenceFormat, ImportState } from './evidence-format.js';
import { EvidenceSource } from './evidence-source.entity.js';

@ObjectType({ description: 'One file brought in. used + ignored + duplicate + quarantined = lines.', simpleResolvers: true })
@Entity({ tableName: 'evidence_import' })
@Index({ properties: ['state', 'id'] })
export class EvidenceImport extends Record {
  /** Counts the imports; short key in tables of many rows. */
  @Property({ type: 'integer' })
  @Unique()
  number: number;

  @ManyToOne(() => EvidenceSource, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  @Index()
  source: Ref<EvidenceSource>;

  @Field(() => EvidenceFormat, { description: 'Kind of log or report.' })
  @Property({ type: 'text' })
  format: EvidenceFormat;

  @Field(() => String, { description: 'Name of the file as given; it says nothing about the content.' })
  @Property({ type: 'text' })
  fileName: string;

  @Field(() => ImportState, { description: 'How far it is.' })
  @Property({ type: 'text' })
  state: ImportState;

  @Field(() => Int, { description: 'Lines read; rows without the header for reports.' })
  @Property({ type: 'integer' })
  lines: number = 0;

  @Field(() => Int, { description: 'Lines that changed a counter.' })
  @Property({ type: 'integer' })
  used: number = 0;

  @Field(() => Int, { description: 'Lines that were understood and count nothing.' })
  @Property({ type: 'integer' })
  ignored: number = 0;

  @Field(() => Int, { description: 'Lines that would have counted and were known already (E-6).' })
  @Property({ type: 'integer' })
  duplicate: number = 0;

  @Field(() => Int, { description: 'Lines that were not understood (E-7).' })
  @Property({ type: 'integer' })
  quarantined: number = 0;

  @Field(() => [String], { description: 'Addresses that no mailbox of the registry has, the first 100.' })
  @Property({ type: 'json', columnType: 'jsonb' })
  unknownAddresses: string[] = [];

  @Field(() => Int, { description: 'How many such addresses.' })
  @Property({ type: 'integer' })
  unknownCount: number = 0;

  @Field(() => CalendarDate, { nullable: true, description: 'First day with data.' })
  @Property({ type: 'date', nullable: true })
  firstDay?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day with data.' })
  @Property({ type: 'date', nullable: true })
  lastDay?: string | null;

  /** Name of a text in import.messages.ts and its values. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  note?: { name: string; values?: { [name: string]: string | number } } | null;

  @Field(() => Instant, { description: 'When it came in.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  startedAt: Date;

  @Field(() => Instant, { nullable: true, description: 'When it was done.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  finishedAt?: Date | null;

  @Property({ type: 'date' })
  newestDay: string;

  /** Whether the newest day was given; else a packed file's own time is asked first. */
  @Property({ type: 'boolean' })
  isNewestDayGiven: boolean;

  /** SHA-256 of the file as it came, hexadecimal. */
  @Property({ type: 'text' })
  @Index()
  sha256: string;

  @Property({ type: 'bigint' })
  bytes: string;

  /** Of the readers, so that a file can be told to be read anew after they change. */
  @Property({ type: 'smallint' })
  readerVersion: number;

  /** Machine whose data folder holds the spooled file. */
  @Property({ type: 'text' })
  spooledAt: string;
}

/** Lines not understood, one row a kind (E-7). Deleted after 30 days. */
@Entity({ tableName: 'evidence_quarantine' })
@Index({ properties: ['import', 'line', 'id'] })
export class EvidenceQuarantine extends Record {
  @ManyToOne(() => EvidenceImport, { ref: true, deleteRule: 'cascade' })
  import: Ref<EvidenceImport>;

  @Property({ type: 'integer' })
  line: number;

  @Property({ type: 'text' })
  reason: string;

  @Property({ type: 'text' })
  sample: string;

  @Property({ type: 'integer' })
  count: number;
}

/** What a file leaves over at its ends, unreadable without the key, for joining with its neighbours. Deleted after 30 days. */
@Entity({ tableName: 'evidence_fragment' })
@Index({ properties: ['source', 'import'] })
export class EvidenceFragment {
  /** Number of the import: the order of coming in. */
  @PrimaryKey({ type: 'integer', autoincrement: false })
  import: number;

  @Property({ type: 'smallint' })
  source: number;

  @Property({ type: 'text', nullable: true })
  sealed?: string | null;

  @Property({ type: 'double', nullable: true })
  first?: number | null;

  @Property({ type: 'double', nullable: true })
  last?: number | null;

  @Property({ type: 'text' })
  sha256: string;

  @Property({ type: 'date' })
  keptFrom: string;
}

/** Which files gave lines of a day: the way from a counter back to its files (T-7). */
@Entity({ tableName: 'evidence_import_day' })
@Index({ properties: ['day', 'source'] })
export class EvidenceImportDay {
  @PrimaryKey({ type: 'integer', autoincrement: false })
  import: number;

  @PrimaryKey({ type: 'integer', autoincrement: false })
  day: number;

  @Property({ type: 'smallint' })
  source: number;

  @Property({ type: 'integer' })
  lines: number;
}
