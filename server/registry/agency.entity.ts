/** A body of the city government: its kind, its quota, its mail domain, and what became of it. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EditedRecord } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';

export enum AgencyKind {
  DEPARTMENT = 'DEPARTMENT',
  URBAN_DISTRICT = 'URBAN_DISTRICT',
  RURAL_DISTRICT = 'RURAL_DISTRICT',
  WARD = 'WARD',
  COMMUNE = 'COMMUNE',
  SPECIAL_ZONE = 'SPECIAL_ZONE',
  PUBLIC_SERVICE_UNIT = 'PUBLIC_SERVICE_UNIT',
  OTHER = 'OTHER',
}

registerEnumType(AgencyKind, {
  name: 'AgencyKind',
  description: 'Kind of agency; data, because kinds come and go with reforms.',
  valuesConfig: {
    DEPARTMENT: { description: 'Sở, ngành.' },
    URBAN_DISTRICT: { description: 'Quận.' },
    RURAL_DISTRICT: { description: 'Huyện.' },
    WARD: { description: 'Phường.' },
    COMMUNE: { description: 'Xã.' },
    SPECIAL_ZONE: { description: 'Đặc khu.' },
    PUBLIC_SERVICE_UNIT: { description: 'Đơn vị sự nghiệp công lập.' },
    OTHER: { description: 'Anything else.' },
  },
});

@ObjectType({ description: 'An agency of the city government (cơ quan, đơn vị).', simpleResolvers: true })
@Entity({ tableName: 'agency' })
@Index({ properties: ['sortKey', 'id'] })
export class Agency extends EditedRecord {
  @Field(() => String, { description: 'Short code, unique: `SNV`.' })
  @Property({ type: 'text' })
  @Unique()
  code: string;

  @Field(() => String, { description: 'Name in Vietnamese.' })
  @Property({ type: 'text' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  @Property({ type: 'text', nullable: true })
  nameEn?: string | null;

  @Field(() => AgencyKind, { description: 'Kind of agency.' })
  @Property({ type: 'text' })
  kind: AgencyKind;

  @Field(() => Int, { description: 'Staff quota (biên chế), persons.' })
  @Property({ type: 'integer' })
  staffQuota: number;

  @Field(() => String, { nullable: true, description: 'Mail domain of its officers, lower case.' })
  @Property({ type: 'text', nullable: true })
  mailDomain?: string | null;

  @ManyToOne(() => Agency, { ref: true, nullable: true, deleteRule: 'no action', updateRule: 'no action' })
  @Index()
  parent?: Ref<Agency> | null;

  @ManyToOne(() => Agency, { ref: true, nullable: true, deleteRule: 'no action', updateRule: 'no action' })
  successor?: Ref<Agency> | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day of the agency, when it was closed or merged.' })
  @Property({ type: 'date', nullable: true })
  closedOn?: string | null;

  /** What a search looks through (name.rules.ts). */
  @Property({ type: 'text' })
  searchText: string;

  /** Vietnamese order of names by plain bytes (name.rules.ts). */
  @Property({ type: 'text', collation: 'C' })
  sortKey: string;

  /** Share of leaders who use their mailbox in the latest finalised review; null when none was assessed. Written by review. */
  @Property({ type: 'double', nullable: true })
  leaderShare?: number | null;
}
