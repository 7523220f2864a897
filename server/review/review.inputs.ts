/** What can be asked of and said about policies, reviews and findings. */
import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../api/connection.js';
import { DateFilter, IdFilter } from '../api/filters.inputs.js';
import { EvidenceAct } from '../evidence/evidence-act.js';
import { CalendarDate } from '../kernel/scalars.js';
import { UsageTier } from '../registry/usage-tier.js';
import { CampaignPlanInput } from './campaign/campaign.inputs.js';
import { RerunScope } from './campaign/campaign-words.js';
import type { RerunScope as RerunScopeName } from './campaign/vocabulary.js';
import { Cause } from './finding-words.js';
import type { PolicyValues } from './policy.rules.js';
import type { Cause as CauseName, EvidenceAct as Act } from './vocabulary.js';

@InputType({ description: 'A usage policy to adopt or to try (T-1).' })
export class UsagePolicyInput {
  @Field(() => CalendarDate, { description: 'First windowTo for which it holds.' })
  effectiveOn: string;

  @Field(() => Int, { description: 'Calendar days a review looks at, 1 to 400.' })
  windowDays: number;

  @Field(() => Float, { description: 'Share of the assessable working days that makes REGULAR, above 0 to 1.' })
  regularShare: number;

  @Field(() => Float, { description: 'Share of the candidate days that must be covered, 0 to 1.' })
  minimumCoverage: number;

  @Field(() => Int, { description: 'Least number of days by which anybody is judged, 1 to windowDays.' })
  minimumAssessableDays: number;

  @Field(() => [EvidenceAct], { defaultValue: ['SENT', 'READ'], description: 'Acts that make a day of use; never RECEIVED (E-4).' })
  acts: Act[];

  @Field(() => Int, { defaultValue: 0, description: 'Days on which a new mailbox does not count yet.' })
  newMailboxGraceDays: number;

  @Field(() => Int, { defaultValue: 30, description: 'Days after a completed class without adverse steps (TR-3).' })
  trainingGraceDays: number;

  @Field(() => Int, { defaultValue: 5, description: 'Working days after the opening on which findings may be contested (T-8).' })
  contestDays: number;

  @Field(() => [CalendarDate], { nullable: true, description: 'Public holidays.' })
  holidays?: string[] | null;

  @Field(() => [CalendarDate], { nullable: true, description: 'Working days that are not weekdays.' })
  extraWorkingDays?: string[] | null;
}

/** The input with empty lists where nothing was said. */
export const policyValues = ({ holidays, extraWorkingDays, ...values }: UsagePolicyInput): PolicyValues => ({
  ...values,
  holidays: holidays ?? [],
  extraWorkingDays: extraWorkingDays ?? [],
});

@InputType({ description: 'A review to open.' })
export class ReviewOpenInput {
  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => CalendarDate, { description: 'Last day of the window; never in the future.' })
  windowTo: string;

  @Field(() => [ID], { nullable: true, description: 'Agencies to review; the whole city when not given.' })
  agencyIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Definition it is opened from: agencies and how they check (F-1).' })
  definitionId?: string | null;

  @Field(() => CampaignPlanInput, {
    nullable: true,
    description: 'How the agencies check, instead of what the definition says; without either they do not (F-1).',
  })
  plan?: CampaignPlanInput | null;

  @Field(() => ID, { nullable: true, description: 'Review of which some are looked at again; it is finalised or called off (F-6).' })
  rerunOfId?: string | null;

  @Field(() => RerunScope, { nullable: true, description: 'Whom of it; those for whom nobody had answered when not given (F-6).' })
  rerunScope?: RerunScopeName | null;

  @Field(() => String, { nullable: true, description: 'The same key gives the same review.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which findings.' })
export class FindingWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'Of these reviews.' })
  reviewId?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'Of these agencies, as they were at the end of the window.' })
  agencyId?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'Of these officers.' })
  officerId?: IdFilter;

  @Field(() => [UsageTier], { nullable: true, description: 'With one of these tiers.' })
  tier?: UsageTier[];

  @Field(() => [Cause], { nullable: true, description: 'With one of these causes.' })
  cause?: CauseName[];

  @Field(() => Boolean, { nullable: true, description: 'Leaders only, or staff only.' })
  isLeader?: boolean;

  @Field(() => DateFilter, { nullable: true, description: 'Of reviews whose window ends on such a day.' })
  windowTo?: DateFilter;

  @Field(() => Boolean, { nullable: true, description: 'Irregular or never, and no cause set; or all others.' })
  causeMissing?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Answered for by agency or task force; or not (F-2).' })
  isAnswered?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Contested, and waiting for an answer; or not (T-8).' })
  isContestOpen?: boolean;
}

@ArgsType()
export class FindingsArgs extends PageArgs {
  @Field(() => FindingWhere, { nullable: true, description: 'Which ones.' })
  where?: FindingWhere;
}

@ArgsType()
export class ReviewsArgs extends PageArgs {
  @Field(() => DateFilter, { nullable: true, description: 'Whose window ends on one of these days.' })
  windowTo?: DateFilter;
}
