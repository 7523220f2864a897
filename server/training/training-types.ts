/** Types of this room that are not stored as they stand: marks, shelter, effect, demand. */
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CalendarDate } from '../kernel/scalars.js';
import type { EffectFigures } from './effect.rules.js';
import { AttendanceMark, ShelterReason } from './training-words.js';
import type { AttendanceMark as MarkName, ShelterReason as ShelterReasonName } from './vocabulary.js';

@ObjectType({ description: 'One session of the class for one person.', simpleResolvers: true })
export class Attendance {
  @Field(() => AttendanceMark, { nullable: true, description: 'The mark; null while there is none.' })
  mark: MarkName | null;

  @Field(() => Date, { nullable: true, description: 'When it was made.' })
  markedAt: Date | null;
}

@ObjectType({ description: 'Why no revocation and no exclusion of the officer may go to the vote now (TR-3).', simpleResolvers: true })
export class TrainingShelter {
  @Field(() => ShelterReason, { description: 'Because of what.' })
  reason: ShelterReasonName;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day (L-1); null while it lasts as long as the class.' })
  until: string | null;
}

@ObjectType({
  description: 'What a class has changed: of those who completed it, the tier before and in the next review (TR-4).',
  simpleResolvers: true,
})
export class TrainingEffect implements EffectFigures {
  @Field(() => Int, { description: 'Completed: of one class persons; of several, somebody who completed two counts twice.' })
  completed: number;

  @Field(() => Int, { description: 'Of them, assessed before it.' })
  assessedBefore: number;

  @Field(() => Int, { description: 'Of them, assessed before it and in the next review: those who are compared.' })
  assessedAfter: number;

  @Field(() => Int, { description: 'Of those compared, with a better tier.' })
  improved: number;

  @Field(() => Int, { description: 'With the same tier.' })
  unchanged: number;

  @Field(() => Int, { description: 'With a worse tier.' })
  worsened: number;

  @Field(() => Int, { description: 'Regular users before, of those compared.' })
  regularBefore: number;

  @Field(() => Int, { description: 'Regular users after.' })
  regularAfter: number;

  @Field(() => Int, { description: 'Regular and irregular users before, of those compared.' })
  usingBefore: number;

  @Field(() => Int, { description: 'Regular and irregular users after.' })
  usingAfter: number;
}

@ObjectType({ description: 'What the closed classes of a trainer have changed (TR-4).', simpleResolvers: true })
export class TrainerEffect {
  @Field(() => Int, { description: 'Closed classes.' })
  classes: number;

  @Field(() => TrainingEffect, { description: 'Of everybody who completed one.' })
  effect: EffectFigures;
}

@ObjectType({ description: 'An officer who needs a class: finds it hard, and has no seat.', simpleResolvers: true })
export class TrainingNeed {
  @Field(() => ID, { description: 'Id of the officer.' })
  id: string;
}

@ObjectType({ description: 'How many of an agency need a class.', simpleResolvers: true })
export class TrainingDemandFigure {
  @Field(() => Int, { description: 'Officers.' })
  officers: number;

  @Field(() => Int, { description: 'Of them leaders.' })
  leaders: number;
}

@ObjectType({ description: 'A class that would meet a part of the demand.', simpleResolvers: true })
export class TrainingClassProposal {
  @Field(() => Int, { description: 'Officers.' })
  officers: number;

  @Field(() => [ID], { description: 'Their ids, for enrolmentRequest.' })
  officerIds: string[];
}
