/** Something that must follow a change, written in the change's own transaction and carried out after it. */
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from './record.js';

@Entity({ tableName: 'outbox_message' })
@Index({ properties: ['doneAt', 'createdAt'] })
export class OutboxMessage {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();

  @Property({ type: 'text' })
  kind: string;

  @Property({ type: 'json', columnType: 'jsonb' })
  payload: unknown;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  createdAt: Date;

  @Property({ type: 'integer' })
  attempts: number = 0;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  notBefore?: Date | null;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  doneAt?: Date | null;

  @Property({ type: 'text', nullable: true })
  lastError?: string | null;
}
