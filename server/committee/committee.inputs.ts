/** What can be said about committees, seats and rules. */
import { Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDate } from '../kernel/scalars.js';
import { AppealSettler, DecisionKind, Seat, Threshold } from './committee-words.js';
import type { AppealSettler as SettlerName, DecisionKind as KindName, Seat as SeatName, Threshold as ThresholdName } from './vocabulary.js';

@InputType({ description: 'A first member of a committee.' })
export class CommitteeMemberInput {
  @Field(() => ID, { description: 'Id of the user.' })
  userId: string;

  @Field(() => Seat, { description: 'The seat.' })
  seat: SeatName;
}

@InputType({ description: 'A committee to make (C-1).' })
export class CommitteeInput {
  @Field(() => String, { description: 'Code: letters without marks, digits, hyphens; at most 32.' })
  code: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => [DecisionKind], { description: 'Kinds it decides; at least one.' })
  competences: KindName[];

  @Field(() => CalendarDate, { description: 'First day.' })
  effectiveOn: string;

  @Field(() => String, { description: 'Legal basis.' })
  legalBasis: string;

  @Field(() => String, {
    nullable: true,
    description: 'What stands after the number of its decisions (N-1): `QĐ-BCĐ` unless another is named, such as `QĐ-BCĐCCHC`.',
  })
  numberSymbol?: string | null;

  @Field(() => [CommitteeMemberInput], { description: 'Members, exactly one of them chair.' })
  members: CommitteeMemberInput[];
}

@InputType({ description: 'A seat to give.' })
export class CommitteeSeatInput {
  @Field(() => ID, { description: 'Id of the committee.' })
  committeeId: string;

  @Field(() => ID, { description: 'Id of the user.' })
  userId: string;

  @Field(() => Seat, { description: 'The seat; a new chair takes the place of the one so far.' })
  seat: SeatName;

  @Field(() => CalendarDate, { description: 'First day.' })
  fromOn: string;
}

@InputType({ description: 'A voting rule to adopt (D-4).' })
export class VotingRuleInput {
  @Field(() => ID, { description: 'Id of the committee.' })
  committeeId: string;

  @Field(() => DecisionKind, { description: 'For which kind; one of its competences.' })
  kind: KindName;

  @Field(() => Threshold, { defaultValue: 'MORE_THAN_HALF', description: 'Share of the base that must take part.' })
  quorum: ThresholdName;

  @Field(() => Threshold, { defaultValue: 'MORE_THAN_HALF', description: 'Share of the votes for among those for and against.' })
  majority: ThresholdName;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether a tie is adopted.' })
  isTieAdopted: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'No vote is held, the chair decides; never for adverse kinds.' })
  isByChairAlone: boolean;

  @Field(() => Int, { defaultValue: 3, description: 'Voters needed, 1 to 100; in adverse kinds also the least votes for.' })
  minimumVoters: number;

  @Field(() => Int, { description: 'Calendar days for the explanation; at least 5 for adverse kinds (L-2).' })
  noticeDays: number;

  @Field(() => Int, { description: 'Calendar days for which a vote stays open.' })
  voteDays: number;

  @Field(() => Int, { description: 'Calendar days for an appeal; at least 10 for adverse kinds (L-2).' })
  appealDays: number;

  @Field(() => AppealSettler, { defaultValue: 'CHAIR', description: 'Who settles an appeal in the first instance.' })
  appealSettledBy: SettlerName;

  @Field(() => Int, { defaultValue: 30, description: 'Calendar days in which an appeal is to be settled.' })
  appealSettleDays: number;

  @Field(() => Int, { defaultValue: 30, description: 'Calendar days for an appeal in the second instance.' })
  secondAppealDays: number;

  @Field(() => CalendarDate, { description: 'First day.' })
  effectiveOn: string;
}
