/** A try at a secret that failed, or that is being evaluated right now (G-16). Nothing here says whose, without the installation's key. */
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../kernel/record.js';

@Entity({ tableName: 'guess' })
@Index({ properties: ['subject', 'at'] })
export class Guess {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();

  /** Keyed hash of the account or of the network address. */
  @Property({ type: 'bigint' })
  subject: bigint;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @Index()
  at: Date;

  /** Evaluated and wrong; until then a place is held for it. */
  @Property({ type: 'boolean', default: false })
  isFailure: boolean;
}
