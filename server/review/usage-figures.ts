/** Figures as the schema shows them (T-6). */
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { TierFigures as Tiers, UsageFigures as Usage } from './figures.rules.js';

@ObjectType({ description: 'How many are in each tier.', simpleResolvers: true })
export class TierFigures implements Tiers {
  @Field(() => Int, { description: 'Use it regularly.' })
  regular: number;

  @Field(() => Int, { description: 'Use it irregularly.' })
  irregular: number;

  @Field(() => Int, { description: 'Never use it.' })
  never: number;

  @Field(() => Int, { description: 'Not assessed; beside the shares, never inside them.' })
  notAssessed: number;

  @Field(() => Int, { description: 'Regular, irregular and never together.' })
  assessed: number;

  @Field(() => Float, { nullable: true, description: 'Regular ÷ assessed; null when nobody was assessed.' })
  regularShare: number | null;

  @Field(() => Float, { nullable: true, description: '(Regular + irregular) ÷ assessed; null when nobody was assessed.' })
  usingShare: number | null;
}

@ObjectType({ description: 'How the mailboxes of a group of officers are used, leaders apart.', simpleResolvers: true })
export class UsageFigures implements Usage {
  @Field(() => Int, { description: 'Officers reviewed.' })
  officers: number;

  @Field(() => Int, { description: 'Those with a personal mailbox.' })
  withMailbox: number;

  @Field(() => Float, { description: 'Assessable ÷ candidate days of all together; 0 where there is no candidate day.' })
  coverage: number;

  @Field(() => TierFigures, { description: 'Everybody.' })
  all: TierFigures;

  @Field(() => TierFigures, { description: 'Leaders only.' })
  leaders: TierFigures;
}
