/** The secret address of a trainer's calendar feed; only the hash of its token is kept (G-17). */
import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'The address under which a calendar program reads the own classes; shown once, when it is made.',
  simpleResolvers: true,
})
@Entity({ tableName: 'calendar_link' })
export class CalendarLink {
  @PrimaryKey({ type: 'uuid' })
  userId: string;

  @Property({ type: 'text' })
  @Unique()
  tokenHash: string;

  @Field(() => Date, { description: 'When it was made.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When a calendar program last asked, to the hour.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  lastUsedAt?: Date | null;
}
