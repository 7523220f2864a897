/** The awards' answers over GraphQL. */
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Access, signedIn } from '../api/access.js';
import { acting, type Context } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { awardTitlesIn } from '../decisions/award-titles.js';
import { CalendarDate, Instant } from '../kernel/scalars.js';
import { EligibilityStatus } from './award-words.js';
import { awardsAccess } from './awards.access.js';
import { eligibilityOf } from './eligibility.read.js';
import type { EligibilityStatus as StatusName } from './vocabulary.js';

@ObjectType({ description: 'An emulation title (danh hiệu thi đua).', simpleResolvers: true })
export class AwardTitle {
  @Field(() => String, { description: 'Code: `CSTDCS`.' })
  code: string;

  @Field(() => String, { description: 'Name in your language.' })
  name: string;
}

@ObjectType({ description: 'Whether an officer may be considered for a title in a year, as of a moment (A-1).', simpleResolvers: true })
export class AwardEligibility {
  @Field(() => String, { description: 'The code as it was asked for.' })
  officerCode: string;

  @Field(() => Int, { description: 'Emulation year.' })
  year: number;

  @Field(() => String, { description: 'Code of the title.' })
  title: string;

  @Field(() => EligibilityStatus, { description: 'Why, or why not.' })
  status: StatusName;

  @Field(() => Boolean, { description: 'Whether the officer may be considered; never for a code that nobody has.' })
  isEligible: boolean;

  @Field(() => String, { nullable: true, description: 'Number of the decision that excludes, or of the one under appeal.' })
  decisionNumber: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Since when the exclusion is in force; null where none is.' })
  inForceOn: string | null;

  @Field(() => Instant, { description: 'The moment of recording that is answered for: asked again as of it, the answer is the same.' })
  asOf: Date;
}

const MOST = 1_000;

@Resolver()
export class EligibilityResolver {
  @Access(signedIn)
  @Query(() => [AwardTitle], { description: 'The emulation titles, from the lowest.' })
  awardTitles(@Ctx() { language }: Context): AwardTitle[] {
    return awardTitlesIn(language);
  }

  @Cost({ own: 20, items: MOST })
  @Access(awardsAccess.readEligibility as never)
  @Query(() => [AwardEligibility], {
    description:
      'Whether officers may be considered for a title in a year (A-1): one answer a code, in the order asked. Refused for an unknown title, for a moment in the future, and unless 1 to 1,000 codes are given.',
  })
  awardEligibility(
    @Arg('officerCodes', () => [String], { description: 'Codes of officers, 1 to 1,000; each is answered as often as it is named.' })
    officerCodes: string[],
    @Arg('year', () => Int, { description: 'Emulation year (calendar year).' }) year: number,
    @Arg('title', () => String, { description: 'Code of the title, as in awardTitles.' }) title: string,
    @Ctx() context: Context,
    @Arg('asOf', () => Instant, {
      nullable: true,
      description: 'As it was on record at this moment, for repeating an answer or settling what was known; now when not given.',
    })
    asOf?: Date | null,
  ): Promise<AwardEligibility[]> {
    const { ground, actor } = acting(context);
    return eligibilityOf(ground, actor, { codes: officerCodes, year, title, asOf });
  }
}
