/** What can be asked of and said about courses, classes, seats and marks. */
import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../api/connection.js';
import { DateFilter, IdFilter } from '../api/filters.inputs.js';
import { AttendanceMark, ClassState } from './training-words.js';
import type { AttendanceMark as MarkName, ClassState as ClassStateName } from './vocabulary.js';

@InputType({ description: 'A session of a class.' })
export class TrainingSessionInput {
  @Field(() => ID, { nullable: true, description: 'A session that the class has already: it is moved and keeps its marks.' })
  id?: string | null;

  @Field(() => Date, { description: 'Begins.' })
  startsAt: Date;

  @Field(() => Date, { description: 'Ends, at most 16 hours later.' })
  endsAt: Date;
}

@InputType({ description: 'A class as it shall be.' })
export class TrainingClassInput {
  @Field(() => String, { description: 'Title, at most 200 characters.' })
  title: string;

  @Field(() => Int, { description: 'Seats, 1 to 500.' })
  capacity: number;

  @Field(() => String, { nullable: true, description: 'Where it is held.' })
  place?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the user who holds it; has the role TRAINER.' })
  trainerId?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when officers and contacts may ask and free seats go to the next in line; the first session when not given.',
  })
  cutOffAt?: Date | null;

  @Field(() => Int, { nullable: true, description: 'Most seats for one agency; no limit when not given.' })
  seatsPerAgency?: number | null;

  @Field(() => Float, {
    defaultValue: 0.8,
    description: 'Share of sessions, present or late, that makes it completed; above 0 to 1 (TR-2).',
  })
  passShare: number;

  @Field(() => [TrainingSessionInput], { description: 'Sessions, 1 to 60, that do not overlap.' })
  sessions: TrainingSessionInput[];

  @Field(() => ID, { nullable: true, description: 'Course that is held.' })
  courseId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Users who hold it together with the trainer.' })
  assistantIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only planned: nobody may ask for a seat before it is opened. For new classes.' })
  isPlanned?: boolean | null;
}

@InputType({ description: 'A course as it shall be; the code says which.' })
export class TrainingCourseInput {
  @Field(() => String, { description: 'Code: letters without marks, digits, hyphens; at most 30.' })
  code: string;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What is learnt; at most 2,000 characters.' })
  about?: string | null;

  @Field(() => Float, { defaultValue: 0.8, description: 'Share of sessions proposed for its classes; above 0 to 1.' })
  passShare: number;

  @Field(() => Boolean, { defaultValue: false, description: 'No longer held.' })
  isRetired: boolean;
}

@InputType({ description: 'A mark of one person at one session.' })
export class AttendanceInput {
  @Field(() => ID, { description: 'Whose.' })
  enrolmentId: string;

  @Field(() => ID, { description: 'At which session.' })
  sessionId: string;

  @Field(() => AttendanceMark, { description: 'The mark.' })
  mark: MarkName;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was made on the device; the last by it holds. Now when not given; a time in the future is taken as now (TR-2).',
  })
  markedAt?: Date | null;
}

@InputType({ description: 'Which classes.' })
export class TrainingClassWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => [ClassState], { nullable: true, description: 'In one of these states.' })
  state?: ClassStateName[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those you hold, or only others.' })
  isOwn?: boolean | null;

  @Field(() => IdFilter, { nullable: true, description: 'With this officer on the list, as far as you may see it.' })
  officerId?: IdFilter | null;

  @Field(() => DateFilter, { nullable: true, description: 'Day of the first session.' })
  startsOn?: DateFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Of this course.' })
  courseId?: IdFilter | null;
}

@ArgsType()
export class TrainingClassesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Words of title, reference or place.' })
  search?: string | null;

  @Field(() => TrainingClassWhere, { nullable: true, description: 'Which.' })
  where?: TrainingClassWhere | null;
}

@InputType({ description: 'Which officers who need a class.' })
export class TrainingDemandWhere {
  @Field(() => IdFilter, { nullable: true, description: 'Of this agency.' })
  agencyId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Of agencies that lie in this district, and of the district itself.' })
  districtId?: IdFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'Leaders only, or others only.' })
  isLeader?: boolean | null;
}

@ArgsType()
export class TrainingDemandArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Words of name, code or address.' })
  search?: string | null;

  @Field(() => TrainingDemandWhere, { nullable: true, description: 'Which.' })
  where?: TrainingDemandWhere | null;
}
