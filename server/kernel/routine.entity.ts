/** A regular job: when it last ran, on whichever server, and until when one of them is at it. */
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'routine' })
export class Routine {
  @PrimaryKey({ type: 'text' })
  name: string;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  lastRunAt?: Date | null;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  leasedUntil?: Date | null;
}
