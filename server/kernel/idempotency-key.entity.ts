/** Which requests with an idempotency key were carried out, and what came of them. */
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'idempotency_key' })
export class IdempotencyKey {
  @PrimaryKey({ type: 'text' })
  actor: string;

  @PrimaryKey({ type: 'text' })
  command: string;

  @PrimaryKey({ type: 'text' })
  key: string;

  @Property({ type: 'text' })
  requestHash: string;

  /** Id of what the first request made. */
  @Property({ type: 'text' })
  result: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  createdAt: Date;
}
