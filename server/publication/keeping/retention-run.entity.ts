/** What one removal did, name by name: a report that says nothing about anybody (K-1). */
import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Record } from '../../kernel/record.js';

export interface RunResult {
  name: string;
  /** The first day that was kept. */
  cutOff: string;
  removed: number;
  /** Old enough, and still needed by something pending. */
  needed: number;
  /** Whether everything that was due is gone; the rest goes with the next run. */
  isComplete: boolean;
  /** Kind of what went wrong. */
  fault: string | null;
}

@Entity({ tableName: 'retention_run' })
@Index({ properties: ['startedAt', 'id'] })
export class RetentionRunRow extends Record {
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  startedAt: Date;

  /** Null while it goes on; one that was broken off is ended by the next. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  endedAt?: Date | null;

  @Property({ type: 'boolean' })
  isBrokenOff: boolean = false;

  /** By whom it was asked for, as the audit log names them. */
  @Property({ type: 'text' })
  actor: string;

  @Property({ type: 'json', columnType: 'jsonb' })
  results: RunResult[];
}
