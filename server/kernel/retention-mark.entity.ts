/** Up to which day has something been removed, so that nobody takes its absence for a fact (K-1)? */
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'retention_mark' })
export class RetentionMark {
  /** Name of the keeper. */
  @PrimaryKey({ type: 'text' })
  name: string;

  /** The first day that is still whole. */
  @Property({ type: 'date' })
  cutOff: string;
}
