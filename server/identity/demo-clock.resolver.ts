/** The clock of the demonstration city over GraphQL; `hopthu demo clock +12d` asks here. */
import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access } from '../api/access.js';
import { acting, type Context } from '../api/context.js';
import { payload, UserError } from '../api/user-error.js';
import { moveClock } from './demo-clock.service.js';
import { clockAccess } from './identity.access.js';
import { Viewer } from './identity.resolver.js';

@ObjectType({ description: 'What became of the clock.', simpleResolvers: true })
class ClockPayload {
  @Field(() => Date, { nullable: true, description: 'The time it is now in the city.' })
  now: Date | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@Resolver(() => Viewer)
export class DemoClockResolver {
  @FieldResolver(() => Date, {
    description: 'What time it is here: deadlines go by it, also where the clock of the demonstration city was moved.',
  })
  now(@Ctx() context: Context): Date {
    return context.ground.clock.now();
  }

  @Access(clockAccess.move)
  @Mutation(() => ClockPayload, {
    description:
      'Moves the clock of the demonstration city on; every deadline in between falls due (L-2). NOT_ALLOWED_NOW (L-2) in any other city.',
  })
  demoClockMove(
    @Arg('days', () => Int, { description: 'Days, 0 to 3,650.' }) days: number,
    @Arg('hours', () => Int, { defaultValue: 0, description: 'Hours besides.' }) hours: number,
    @Ctx() context: Context,
  ) {
    return payload<Pick<ClockPayload, 'now'>, { now: null }>(context, { now: null }, async () => ({
      now: await moveClock(acting(context), days, hours),
    }));
  }
}
