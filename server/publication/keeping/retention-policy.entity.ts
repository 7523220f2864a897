/** For how long what is kept, by whom this was set, on which legal basis and from which day: dated versions, never changed (K-1). */
import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Record } from '../../kernel/record.js';

@Entity({ tableName: 'retention_policy' })
export class RetentionPolicyRow extends Record {
  @Property({ type: 'integer' })
  @Unique()
  version: number;

  @Property({ type: 'date' })
  effectiveOn: string;

  @Property({ type: 'text' })
  legalBasis: string;

  /** By whom, as the audit log names them. */
  @Property({ type: 'text' })
  adoptedBy: string;

  /** Period of each name that was set; the others have their usual one. */
  @Property({ type: 'json', columnType: 'jsonb' })
  periods: { [name: string]: number };
}
