/** A published list: an immutable version of the findings of a review, with the columns that may be published and nothing else (P-1, P-2). */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Record } from '../kernel/record.js';
import { Officer } from '../registry/officer.entity.js';
import { Finding } from '../review/finding.entity.js';
import type { TierFigures } from '../review/figures.rules.js';
import { Review } from '../review/review.entity.js';
import type { NamedTier, SaidCorrection } from './list.rules.js';
import type { Audience } from './vocabulary.js';

/** After it was written only its end changes: that it was withdrawn, and that a later version took its place. */
@Entity({ tableName: 'published_list' })
@Unique({ properties: ['slug', 'version'] })
@Index({ properties: ['review'] })
export class PublishedListRow extends Record {
  @Property({ type: 'text' })
  slug: string;

  @Property({ type: 'integer' })
  version: number;

  @ManyToOne(() => Review, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  review: Ref<Review>;

  @Property({ type: 'text' })
  title: string;

  /** Window of the review, so that a page needs nothing but the list. */
  @Property({ type: 'date' })
  windowFrom: string;

  @Property({ type: 'date' })
  windowTo: string;

  @Property({ type: 'text' })
  audience: Audience;

  @Property({ type: 'text' })
  legalBasis: string;

  /** Last day on which it is up. */
  @Property({ type: 'date', nullable: true })
  expiresOn?: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  withdrawnAt?: Date | null;

  @Property({ type: 'text', nullable: true })
  withdrawReason?: string | null;

  @Property({ type: 'integer', nullable: true })
  supersededBy?: number | null;

  /** What this version and those before it corrected, the latest last; in each language. */
  @Property({ type: 'json', columnType: 'jsonb' })
  corrections: SaidCorrection[];

  /** Whole: what of it may be shown is worked out over all versions (suppression.rules.ts). */
  @Property({ type: 'json', columnType: 'jsonb' })
  figures: { all: TierFigures; leaders: TierFigures };
}

/** Somebody who was assessed, as the list says it. */
@Entity({ tableName: 'published_row' })
@Unique({ properties: ['list', 'position'] })
@Index({ properties: ['list', 'agencyCode', 'position'] })
@Index({ properties: ['officer'] })
export class PublishedRowRow extends Record {
  @ManyToOne(() => PublishedListRow, { ref: true, deleteRule: 'cascade' })
  list: Ref<PublishedListRow>;

  /** By agency, leaders first, by name; from 1. */
  @Property({ type: 'integer' })
  position: number;

  /** Whose row it is and what it was made of: for corrections and for who asks where a row comes from; never published. */
  @ManyToOne(() => Officer, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  officer: Ref<Officer>;

  @ManyToOne(() => Finding, { ref: true, deleteRule: 'no action', updateRule: 'no action' })
  finding: Ref<Finding>;

  @Property({ type: 'text' })
  name: string;

  @Property({ type: 'text', nullable: true })
  post?: string | null;

  @Property({ type: 'text' })
  agencyCode: string;

  @Property({ type: 'text' })
  agency: string;

  @Property({ type: 'text', nullable: true })
  agencyEn?: string | null;

  @Property({ type: 'text' })
  tier: NamedTier;

  /** Whether an earlier version said something else. */
  @Property({ type: 'boolean' })
  isCorrected: boolean;
}
