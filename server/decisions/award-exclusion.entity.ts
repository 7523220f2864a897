/**
 * What could be said of an exclusion from emulation titles, from one moment of recording to another: the awards' answers are worked out
 * from these rows alone, so that an answer given once can be given again (A-1).
 */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Record } from '../kernel/record.js';
import { Officer } from '../registry/officer.entity.js';
import { Decision } from './decision.entity.js';
import type { ExclusionStatus } from './vocabulary.js';

@Entity({ tableName: 'award_exclusion' })
@Index({ properties: ['officer', 'year'] })
@Index({ properties: ['decision'] })
@Index({ properties: ['recordedFrom'] })
@Index({ properties: ['recordedUntil'] })
export class AwardExclusion extends Record {
  @ManyToOne(() => Decision, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  decision: Ref<Decision>;

  @ManyToOne(() => Officer, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  officer: Ref<Officer>;

  @Property({ type: 'integer' })
  year: number;

  @Property({ type: 'array', columnType: 'text[]' })
  titles: string[];

  @Property({ type: 'text' })
  status: ExclusionStatus;

  @Property({ type: 'text' })
  decisionNumber: string;

  @Property({ type: 'date' })
  inForceOn: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  recordedFrom: Date;

  /** Up to this moment, itself not included; null while it holds. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  recordedUntil?: Date | null;
}
