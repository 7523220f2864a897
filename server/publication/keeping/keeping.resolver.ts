/** Keeping and erasing over GraphQL (K-1, K-5). */
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../api/access.js';
import { acting, type Context } from '../../api/context.js';
import { Cost } from '../../api/cost.js';
import { payload } from '../../api/user-error.js';
import { actorNames } from '../../identity/audit-actors.read.js';
import { say } from '../../kernel/language.js';
import { keeperNamed } from '../../kernel/retention.js';
import { applyRetention } from './apply-retention.service.js';
import { eraseOfficer, erasureStanding } from './erasure.service.js';
import { keepingAccess } from './keeping.access.js';
import {
  OfficerErasePayload,
  OfficerErasure,
  RetentionDue,
  RetentionItem,
  RetentionPolicy,
  RetentionPolicyInput,
  RetentionPolicyPayload,
  RetentionResult,
  RetentionRun,
  RetentionRunPayload,
} from './keeping.inputs.js';
import { type AdoptedPolicy, dueNow, type DueRow, periodsHeld, policyOn } from './retention-policy.read.js';
import { setRetentionPolicy } from './retention-policy.service.js';
import { type FoundRun, MOST_RUNS, retentionRuns } from './retention-run.read.js';

const KINDS = 25;

const policyNow = ({ ground }: Context): Promise<AdoptedPolicy> => policyOn(ground.orm.em.fork(), ground.clock.today());

async function erasureOf({ ground, language }: Context, id: string): Promise<OfficerErasure | null> {
  const standing = await erasureStanding(ground, id);
  return standing && { ...standing, hindrances: standing.hindrances.map((message) => say(message, language)) };
}

@Resolver(() => RetentionPolicy)
export class RetentionPolicyResolver {
  @Access(keepingAccess.read)
  @Query(() => RetentionPolicy, { description: 'For how long what is kept, as it holds today (K-1).' })
  retentionPolicy(@Ctx() context: Context): Promise<AdoptedPolicy> {
    return policyNow(context);
  }

  @Cost({ own: 500, items: KINDS })
  @Access(keepingAccess.read)
  @Query(() => [RetentionDue], { description: 'What the next removal would take; nothing is removed.' })
  retentionPreview(@Ctx() { ground }: Context): Promise<DueRow[]> {
    return dueNow(ground);
  }

  @Access(keepingAccess.change)
  @Mutation(() => RetentionPolicyPayload, {
    description:
      'Adopts a policy for keeping data, with its legal basis (K-1). RULE_VIOLATED outside the bounds of a kind; NOT_ALLOWED_NOW where it changes nothing.',
  })
  retentionPolicySet(
    @Arg('input', () => RetentionPolicyInput, { description: 'The policy.' }) input: RetentionPolicyInput,
    @Ctx() context: Context,
  ) {
    return payload<{ policy: AdoptedPolicy | null }, { policy: null }>(context, { policy: null }, async () => {
      await setRetentionPolicy(acting(context), input);
      return { policy: await policyNow(context) };
    });
  }

  @FieldResolver(() => String, { nullable: true, description: 'In which office it was set.' })
  async adoptedBy(@Root() { adoptedBy }: AdoptedPolicy, @Ctx() context: Context): Promise<string | null> {
    if (!adoptedBy) return null;
    const { actor, ground } = acting(context);
    return (await actorNames(ground.read, actor, [adoptedBy], context.language))[0]!;
  }

  @Cost({ own: 20, items: KINDS })
  @FieldResolver(() => [RetentionItem], { description: 'Every kind of data with its period.' })
  async items(@Root() _policy: AdoptedPolicy, @Ctx() { ground, language }: Context): Promise<RetentionItem[]> {
    return (await periodsHeld(ground)).map(({ keeper, chosen, period, least, cutOff }) => ({
      name: keeper.name,
      rule: keeper.rule,
      what: keeper.what[language],
      why: keeper.why[language],
      unit: keeper.unit,
      period,
      chosen,
      usual: keeper.usual,
      least,
      most: keeper.most,
      cutOff: cutOff.day,
    }));
  }
}

@Resolver(() => RetentionRun)
export class RetentionRunResolver {
  @Cost({ own: 5, items: 10, most: MOST_RUNS })
  @Access(keepingAccess.read)
  @Query(() => [RetentionRun], { description: 'The latest removals, the newest first.' })
  retentionRuns(
    @Ctx() { ground }: Context,
    @Arg('first', () => Int, { defaultValue: 10, description: `How many, 0 to ${MOST_RUNS}.` }) first: number,
  ): Promise<FoundRun[]> {
    return retentionRuns(ground, first);
  }

  @Cost({ own: 1000 })
  @Access(keepingAccess.run)
  @Mutation(() => RetentionRunPayload, {
    description: 'Removes now what is past its period, as the clock does once a day. CONFLICT while another goes on.',
  })
  retentionApply(@Ctx() context: Context) {
    return payload<{ run: FoundRun | null }, { run: null }>(context, { run: null }, async () => {
      const id = await applyRetention(acting(context));
      return { run: (await retentionRuns(context.ground, MOST_RUNS)).find((run) => run.id === id) ?? null };
    });
  }

  @FieldResolver(() => Int, { description: 'How many went, of all kinds.' })
  removed(@Root() { results }: FoundRun): number {
    return results.reduce((sum, { removed }) => sum + removed, 0);
  }

  @Cost({ items: KINDS })
  @FieldResolver(() => [RetentionResult], { description: 'What it did, by kind.' })
  results(@Root() { results }: FoundRun, @Ctx() { language }: Context): RetentionResult[] {
    return results.map((result) => ({ ...result, what: keeperNamed(result.name)?.what[language] ?? result.name }));
  }
}

@Resolver()
export class OfficerErasureResolver {
  @Cost({ own: 50 })
  @Access(keepingAccess.erase)
  @Query(() => OfficerErasure, {
    nullable: true,
    description: 'Whether an officer can be erased, and what stands in the way (K-5); null where there is none.',
  })
  officerErasure(@Arg('id', () => ID, { description: 'Officer.' }) id: string, @Ctx() context: Context): Promise<OfficerErasure | null> {
    return erasureOf(context, id);
  }

  @Cost({ own: 500 })
  @Access(keepingAccess.erase)
  @Mutation(() => OfficerErasePayload, {
    description:
      'Erases who an officer was, for good: name, addresses and texts go; figures, days, numbers and states stay (K-5). NOT_ALLOWED_NOW before the period is over or while something is going on.',
  })
  officerErase(
    @Arg('id', () => ID, { description: 'Officer who has left.' }) id: string,
    @Arg('reason', () => String, { description: 'Why, without the name of the person; at most 500 characters.' }) reason: string,
    @Ctx() context: Context,
  ) {
    return payload<{ erasure: OfficerErasure | null }, { erasure: null }>(context, { erasure: null }, async () => {
      await eraseOfficer(acting(context), id, reason);
      return { erasure: await erasureOf(context, id) };
    });
  }
}
