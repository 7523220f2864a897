/** Pages and payloads of classes, and of what is done with seats. */
import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection.js';
import { UserError } from '../api/user-error.js';
import { Enrolment } from './enrolment.entity.js';
import { TrainingClass, TrainingCourse } from './training-class.entity.js';
import { TrainingNeed } from './training-types.js';

export const [TrainingClassEdge, TrainingClassConnection] = connectionOf(TrainingClass);
export const [TrainingNeedEdge, TrainingNeedConnection] = connectionOf(TrainingNeed);

@ObjectType({ description: 'What became of a class.', simpleResolvers: true })
export class TrainingClassPayload {
  @Field(() => TrainingClass, { nullable: true, description: 'The class.' })
  trainingClass: TrainingClass | null;

  @Field(() => [UserError], { description: 'Why not; of many marks `path` names the place of each that was refused.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What became of requests and seats.', simpleResolvers: true })
export class EnrolmentsPayload {
  @Field(() => [Enrolment], { description: 'Those for which it was done, in the order given.' })
  enrolments: Enrolment[];

  @Field(() => [UserError], { description: 'Why not, for each that was refused; `path` names its place.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What became of a course.', simpleResolvers: true })
export class TrainingCoursePayload {
  @Field(() => TrainingCourse, { nullable: true, description: 'The course.' })
  course: TrainingCourse | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}
