/** Usage policies over GraphQL. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, type Context } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import { Officer } from '../registry/officer.entity.js';
import { officersById } from '../registry/officer.read.js';
import { UsageTier } from '../registry/usage-tier.js';
import type { TierChange } from './policy-trial.js';
import { TrialLine, tryPolicy } from './policy-trial.js';
import { reviewAccess } from './review.access.js';
import { policyValues, UsagePolicyInput } from './review.inputs.js';
import { policyList } from './review.read.js';
import { UsageFigures } from './usage-figures.js';
import { UsagePolicy } from './usage-policy.entity.js';
import { adoptPolicy } from './usage-policy.service.js';
import type { UsageTier as Tier } from './vocabulary.js';

@ObjectType({ description: 'What became of a policy.', simpleResolvers: true })
export class UsagePolicyPayload {
  @Field(() => UsagePolicy, { nullable: true, description: 'The policy.' })
  policy: UsagePolicy | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'Who would change tier.', simpleResolvers: true })
export class PolicyTrialRow {
  officerId: string;

  @Field(() => UsageTier, { description: 'Tier of the finding.' })
  from: Tier;

  @Field(() => UsageTier, { description: 'Tier under the policy tried.' })
  to: Tier;
}

@ObjectType({ description: 'A policy tried on the evidence of a review; nothing was written (T-6).', simpleResolvers: true })
export class PolicyTrial {
  @Field(() => UsageFigures, { nullable: true, description: 'Figures under the policy.' })
  figures: UsageFigures | null;

  @Field(() => Int, { description: 'How many officers would change tier.' })
  changed: number;

  @Field(() => [UserError], { description: 'Why it could not be tried.' })
  userErrors: UserError[];

  changes: TierChange[];
}

const MOST_ROWS = 1_000;
const USUAL_ROWS = 25;

const trials = new TrialLine();

@Resolver(() => UsagePolicy)
export class UsagePolicyResolver {
  @Access(reviewAccess.readPolicies)
  @Query(() => [UsagePolicy], { description: 'All versions of the usage policy, the newest first.' })
  usagePolicies(@Ctx() { ground }: Context): Promise<UsagePolicy[]> {
    return policyList(ground.read);
  }

  @Access(reviewAccess.changePolicies)
  @Mutation(() => UsagePolicyPayload, { description: 'Adopts a policy as the next version.' })
  usagePolicyAdopt(@Arg('input', () => UsagePolicyInput, { description: 'The policy.' }) input: UsagePolicyInput, @Ctx() context: Context) {
    return payload<{ policy: UsagePolicy | null }, { policy: null }>(context, { policy: null }, async () => {
      const id = await adoptPolicy(acting(context), policyValues(input));
      return { policy: (await policyList(context.ground.read)).find((policy) => policy.id === id) ?? null };
    });
  }

  @Access(reviewAccess.changePolicies)
  @Cost({ own: 20_000 })
  @Mutation(() => PolicyTrial, { description: 'Judges a review under another policy, on the same evidence. Nothing is written.' })
  usagePolicyTry(
    @Arg('reviewId', () => ID, { description: 'Review whose evidence is used.' }) reviewId: string,
    @Arg('input', () => UsagePolicyInput, { description: 'The policy to try.' }) input: UsagePolicyInput,
    @Ctx() context: Context,
  ) {
    const empty = { figures: null, changed: 0, changes: [] as TierChange[] };
    return payload<Omit<PolicyTrial, 'userErrors'>, typeof empty>(context, empty, async () => {
      const { figures, changes } = await trials.inTurn(() => tryPolicy(context.ground.read, reviewId, policyValues(input)));
      return { figures, changed: changes.length, changes };
    });
  }
}

@Resolver(() => PolicyTrial)
export class PolicyTrialResolver {
  @Cost({ most: MOST_ROWS })
  @FieldResolver(() => [PolicyTrialRow], { description: 'Some of those who would change tier.' })
  async sample(
    @Root() { changes }: PolicyTrial,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true, description: `How many, at most 1,000; ${USUAL_ROWS} when not given.` }) first?: number,
  ) {
    const shown = changes.slice(0, Math.min(Math.max(first ?? USUAL_ROWS, 0), MOST_ROWS));
    const { ground, actor } = acting(context);
    const ids = shown.map(({ officerId }) => officerId);
    const officers = await officersById(ground.read, asked(info, 'officer'), actor, ids);
    return shown.map((row, i) => ({ ...row, officer: officers[i] })).filter(({ officer }) => officer);
  }
}

@Resolver(() => PolicyTrialRow)
export class PolicyTrialRowResolver {
  @FieldResolver(() => Officer, { description: 'The officer.' })
  officer(@Root() row: any) {
    return row.officer;
  }
}
