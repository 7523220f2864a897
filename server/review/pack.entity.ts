/** An evidence pack that was made: its fingerprint, so that a file can be told to be the one that was given (G-5). */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Record } from '../kernel/record.js';
import { Instant } from '../kernel/scalars.js';
import { Review } from './review.entity.js';

@ObjectType({ description: 'An evidence pack that was made of a review or of one of its findings (G-5).', simpleResolvers: true })
@Entity({ tableName: 'evidence_pack' })
@Index({ properties: ['review', 'id'] })
@Index({ properties: ['sha256'] })
export class EvidencePack extends Record {
  @ManyToOne(() => Review, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  review: Ref<Review>;

  /** Of the one finding it holds; null: all of the review. */
  @Property({ type: 'uuid', nullable: true })
  findingId?: string | null;

  @Field(() => Int, { description: 'How many findings are in it.' })
  @Property({ type: 'integer' })
  findings: number;

  @Field(() => String, { description: 'SHA-256 of its lines before the last, hexadecimal; the last line says the same.' })
  @Property({ type: 'text' })
  sha256: string;

  @Field(() => Instant, { description: 'When it was made.' })
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  madeAt: Date;

  @Field(() => String, { description: 'Who made it.' })
  @Property({ type: 'text' })
  madeBy: string;
}
