/** A scanned paper that shows something: who brought it, and to what kind of thing it is bound. */
import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Record } from '../kernel/record.js';

@ObjectType({ description: 'A scanned paper: PDF, PNG or JPEG of at most 10 MB.', simpleResolvers: true })
@Entity({ tableName: 'attachment' })
@Index({ properties: ['boundTo', 'createdAt'] })
export class Attachment extends Record {
  @Field(() => Date, { description: 'When it was brought.' })
  declare createdAt: Date;

  @Field(() => String, { description: 'Name of the file.' })
  @Property({ type: 'text' })
  fileName: string;

  @Field(() => String, { description: 'What its bytes say it is: `application/pdf`, `image/png` or `image/jpeg`.' })
  @Property({ type: 'text' })
  mediaType: string;

  @Field(() => Int, { description: 'Bytes.' })
  @Property({ type: 'integer' })
  size: number;

  /** Name of the actor, as the audit log has it. */
  @Property({ type: 'text' })
  uploadedBy: string;

  /** Kind of the things it is bound to (`receipt`); null while it belongs to whoever brought it. */
  @Property({ type: 'text', nullable: true })
  boundTo?: string | null;

  @Property({ type: 'blob', lazy: true })
  content: Buffer;
}
