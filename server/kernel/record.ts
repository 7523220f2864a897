/** What every stored thing has: an id in order of making, times, and a version that refuses stale edits (G-3). */
import { PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { v7 } from 'uuid';

export const newId = (): string => v7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text can be the id of anything, in its one spelling; what cannot is simply not found. */
export const isId = (text: string): boolean => UUID.test(text);

@ObjectType({ simpleResolvers: true })
export abstract class Record {
  @Field(() => ID, { description: 'Id, a UUIDv7: in order of making.' })
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  createdAt: Date = new Date();

  @Property({ type: 'datetime', columnType: 'timestamptz', onUpdate: () => new Date() })
  updatedAt: Date = new Date();
}

/** A record that people edit. */
@ObjectType({ simpleResolvers: true })
export abstract class EditedRecord extends Record {
  @Field(() => Int, { description: 'Counts the changes; give it back as expectedVersion when editing.' })
  @Property({ type: 'integer', version: true })
  version: number = 1;
}
