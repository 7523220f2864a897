/** What can be asked of and said about agencies. */
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { Direction, IdFilter, TextFilter } from '../api/filters.inputs.js';
import { PageArgs } from '../api/connection.js';
import { AgencyKind } from './agency.entity.js';

@InputType({ description: 'Which agencies.' })
export class AgencyWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter;

  @Field(() => TextFilter, { nullable: true, description: 'By code.' })
  code?: TextFilter;

  @Field(() => [AgencyKind], { nullable: true, description: 'Of one of these kinds.' })
  kind?: AgencyKind[];
}

export enum AgencyOrderField {
  CODE = 'CODE',
  NAME = 'NAME',
  STAFF_QUOTA = 'STAFF_QUOTA',
  LEADER_SHARE = 'LEADER_SHARE',
}

registerEnumType(AgencyOrderField, {
  name: 'AgencyOrderField',
  description: 'What agencies are ordered by.',
  valuesConfig: {
    CODE: { description: 'Code.' },
    NAME: { description: 'Name, in Vietnamese order.' },
    STAFF_QUOTA: { description: 'Staff quota.' },
    LEADER_SHARE: {
      description:
        'Share of leaders who use their mailbox; agencies without one come before all others. FORBIDDEN without the right to every agency’s figures.',
    },
  },
});

@InputType({ description: 'An order of agencies.' })
export class AgencyOrder {
  @Field(() => AgencyOrderField, { description: 'By what.' })
  field: AgencyOrderField;

  @Field(() => Direction, { defaultValue: Direction.ASC, description: 'Which way.' })
  direction: Direction;
}

@ArgsType()
export class AgenciesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Words of name or code, with or without diacritics.' })
  search?: string;

  @Field(() => AgencyWhere, { nullable: true, description: 'Which ones.' })
  where?: AgencyWhere;

  @Field(() => [AgencyOrder], { nullable: true, description: 'In which order; by name when not given.' })
  orderBy?: AgencyOrder[];
}

@InputType({ description: 'An agency.' })
export class AgencyInput {
  @Field(() => String, { description: 'Short code, unique; capitals.' })
  code: string;

  @Field(() => String, { description: 'Name in Vietnamese.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  nameEn?: string;

  @Field(() => AgencyKind, { description: 'Kind.' })
  kind: AgencyKind;

  @Field(() => Int, { description: 'Staff quota, persons.' })
  staffQuota: number;

  @Field(() => String, { nullable: true, description: 'Mail domain of its officers.' })
  mailDomain?: string;

  @Field(() => ID, { nullable: true, description: 'Agency it is under.' })
  parentId?: string;
}
