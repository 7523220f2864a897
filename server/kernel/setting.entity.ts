/** Facts about this installation that are set once and kept: which city it is, the fingerprint of its key. */
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'setting' })
export class Setting {
  @PrimaryKey({ type: 'text' })
  name: string;

  @Property({ type: 'text' })
  value: string;
}
