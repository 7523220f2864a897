/** The filters that `where` inputs are made of, and the direction of an order. */
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { CalendarDate } from '../kernel/scalars.js';

export enum Direction {
  ASC = 'ASC',
  DESC = 'DESC',
}

registerEnumType(Direction, {
  name: 'Direction',
  description: 'Direction of an order.',
  valuesConfig: { ASC: { description: 'Smallest first.' }, DESC: { description: 'Largest first.' } },
});

@InputType({ description: 'Condition on an id.' })
export class IdFilter {
  @Field(() => ID, { nullable: true, description: 'Is this one.' })
  eq?: string;

  @Field(() => [ID], { nullable: true, description: 'Is one of these, at most 1,000.' })
  in?: string[];
}

@InputType({ description: 'Condition on a text.' })
export class TextFilter {
  @Field(() => String, { nullable: true, description: 'Equals.' })
  eq?: string;

  @Field(() => [String], { nullable: true, description: 'Is one of these, at most 1,000.' })
  in?: string[];

  @Field(() => String, { nullable: true, description: 'Begins with.' })
  startsWith?: string;
}

@InputType({ description: 'Condition on a day.' })
export class DateFilter {
  @Field(() => CalendarDate, { nullable: true, description: 'This day or later.' })
  gte?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'This day or earlier.' })
  lte?: string;
}
