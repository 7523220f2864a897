/** Orders to mail systems over GraphQL: the list, what a person does about one, and what it would do. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { connectionOf } from '../api/connection.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import { holds } from '../identity/right.js';
import { MailOrder } from '../decisions/mail-order.entity.js';
import { type Day, dayIn } from '../kernel/calendar.js';
import type { Page } from '../kernel/page.js';
import { isId } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import { dueOn, isOverdue } from './hand-over.rules.js';
import { screenActions } from './screen-actions.rules.js';
import { MailOrderAttempt } from './mail-system.entity.js';
import { MailOrdersArgs } from './mail-order.inputs.js';
import { attemptsOf, mailOrderList, mailOrdersById } from './mail-order-list.read.js';
import { approveOrders, type Done, retryOrders, settleOrder } from './mail-order.service.js';
import { planOf } from './order-plan.js';
import { MailOrderAction, OrderHold } from './provisioning-words.js';
import { isShownAsTrouble } from './retry.rules.js';
import { isOwnHolder, provisioningAccess } from './provisioning.access.js';
import { saidIn } from './said.js';
import type { MailOrderAction as ActionName } from './vocabulary.js';

export const [MailOrderEdge, MailOrderConnection] = connectionOf(MailOrder);

@ObjectType({ description: 'What became of orders.', simpleResolvers: true })
export class MailOrderPayload {
  @Field(() => [MailOrder], { description: 'Those that were changed, in the order of their numbers.' })
  orders: MailOrder[];

  @Field(() => [UserError], { description: 'Why not, for each that was refused; `path` names its place.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'One step of what an order would do at the mail system; nothing is written by asking.', simpleResolvers: true })
export class MailChange {
  @Field(() => String, { description: '`sql`, `ldap`, `scim`, `doveadm` or `file`.' })
  means: string;

  @Field(() => String, { description: 'The statement, modification or request with its values; passwords are blanked.' })
  text: string;
}

/** Runs a command and shows the orders it changed. */
export function ordersAfter(context: Context, info: GraphQLResolveInfo, work: () => Promise<Done>) {
  return payload<{ orders: MailOrder[] }, { orders: MailOrder[] }>(context, { orders: [] }, async () => {
    const { ids, refused } = await work();
    const wanted = asked(info, 'orders');
    return { orders: wanted.size > 0 && ids.length > 0 ? await mailOrdersById(context.ground.read, wanted, ids) : [], refused };
  });
}

const IDS = 'At most 1,000; each stands alone.';

interface Row {
  id: string;
  state: string;
  heldFor: 'BRAKE' | 'FILE' | null;
  /** Who holds the mailbox. */
  holderId: string | null;
  attempts: number;
  message: string | null;
  createdAt: Date;
  handedOverAt: Date | null;
  inForceOn: Day | null;
}

/** Of an order that people were told of and have not confirmed: since when, and what counts as a working day. */
async function handingOf({ state, heldFor, handedOverAt, createdAt, inForceOn }: Row, context: Context) {
  if (state !== 'WAITING' || heldFor !== 'FILE' || !handedOverAt) return null;
  const { clock, calendars } = context.ground;
  const calendar = await batch(context, 'mailOrder.calendar', () => calendars.on(clock.today()));
  const dayOf = (at: Date): Day => dayIn(clock.zone, new Date(at));
  return {
    handedOverOn: dayOf(handedOverAt),
    effectiveOn: inForceOn ?? dayOf(createdAt),
    isWorkingDay: (day: Day) => calendar.isWorkingDay(day),
  };
}

@Resolver(() => MailOrder)
export class MailOrdersResolver {
  @Access(provisioningAccess.readOrders)
  @Query(() => MailOrderConnection, { description: 'Orders to mail systems, the latest first (D-8).' })
  mailOrders(
    @Args(() => MailOrdersArgs) args: MailOrdersArgs,
    @Ctx() { ground }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<MailOrder>> {
    return mailOrderList(ground.read, asked(info), args);
  }

  @Access(provisioningAccess.readOrders)
  @Query(() => MailOrder, { nullable: true, description: 'One order; null where there is none.' })
  async mailOrder(
    @Arg('id', () => ID, { description: 'Order.' }) id: string,
    @Ctx() { ground }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MailOrder | null> {
    return isId(id) ? ((await mailOrdersById(ground.read, asked(info), [id]))[0] ?? null) : null;
  }

  @Cost({ own: 500 })
  @Access(provisioningAccess.readOrders)
  @Query(() => [MailChange], {
    description:
      'What an order would do at its mail system now, step by step; nothing is written. Empty where it has none yet, or nothing is left to do.',
  })
  mailOrderPlan(@Arg('id', () => ID, { description: 'Order.' }) id: string, @Ctx() context: Context): Promise<MailChange[]> {
    return planOf(acting(context), id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What was last said about it, by the product in your language or by the mail system in its own words; null where you may not read it.',
  })
  message(@Root() { message }: Row, @Ctx() { language }: Context): string | null {
    return saidIn(language, message);
  }

  @FieldResolver(() => OrderHold, { nullable: true, description: 'Why it does not go although it could.' })
  heldFor(@Root() { heldFor }: Row): 'BRAKE' | 'FILE' | null {
    return heldFor;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it was tried three times or more without success.' })
  isTrouble(@Root() { attempts, state }: Row): boolean {
    return state !== 'DONE' && (state === 'FAILED' || isShownAsTrouble(attempts));
  }

  @FieldResolver(() => CalendarDate, {
    nullable: true,
    description:
      'Of an order in a hand-over file: the last day on which a confirmation is in time, the third working day after it was handed over or takes effect.',
  })
  async confirmBy(@Root() order: Row, @Ctx() context: Context): Promise<Day | null> {
    const handing = await handingOf(order, context);
    return handing && dueOn(handing.handedOverOn, handing.effectiveOn, handing.isWorkingDay);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it was handed over in a file and nobody has confirmed it in time.' })
  async isLate(@Root() order: Row, @Ctx() context: Context): Promise<boolean> {
    const handing = await handingOf(order, context);
    return handing !== null && isOverdue(handing, context.ground.clock.today(), handing.isWorkingDay);
  }

  @Cost({ own: 5, items: 3 })
  @FieldResolver(() => [MailOrderAttempt], { description: 'Attempts, the latest first, at most 50; none where you may not read them.' })
  attemptLog(@Root() { id }: Row, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<MailOrderAttempt[]> {
    const { read } = context.ground;
    const wanted = asked(info);
    const loader = () => new DataLoader<string, MailOrderAttempt[]>((ids) => attemptsOf(read, wanted, ids));
    return batch(context, `mailOrder.attemptLog ${placeOf(info)}`, loader).load(id);
  }

  @FieldResolver(() => [MailOrderAction], {
    description: 'What you can do about it now; a command can still refuse, for it sees everything.',
  })
  availableActions(@Root() { state, heldFor, holderId }: Row, @Ctx() context: Context): ActionName[] {
    const { actor } = acting(context);
    return holds(actor, provisioningAccess.changeOrders) ? screenActions.ofOrder(state, heldFor, isOwnHolder(actor, holderId)) : [];
  }

  @Access(provisioningAccess.changeOrders)
  @Mutation(() => MailOrderPayload, {
    description:
      'Tries orders again now: those that failed, are not known, or wait for their time. NOT_ALLOWED_NOW (D-8) when done, being carried out, or held; RULE_VIOLATED (D-8) once decisions want something else.',
  })
  mailOrderRetry(@Arg('ids', () => [ID], { description: IDS }) ids: string[], @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return ordersAfter(context, info, () => retryOrders(acting(context), ids));
  }

  @Access(provisioningAccess.changeOrders)
  @Mutation(() => MailOrderPayload, {
    description: 'Closes an order by what a person knows: it was done at the mail system, or will not be. It counts as not verified.',
  })
  mailOrderSettle(
    @Arg('id', () => ID, { description: 'Order.' }) id: string,
    @Arg('done', () => Boolean, { description: 'Whether it was done.' }) isDone: boolean,
    @Arg('note', () => String, { description: 'How that is known; 1 to 1,000 characters.' }) note: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return ordersAfter(context, info, () => settleOrder(acting(context), { id, isDone, note }));
  }

  @Access(provisioningAccess.approveOrders)
  @Mutation(() => MailOrderPayload, {
    description:
      'Lets orders through that the brake holds. RULE_VIOLATED (D-8) by whoever gave the order or signed its decision: a second person must.',
  })
  mailOrderApprove(@Arg('ids', () => [ID], { description: IDS }) ids: string[], @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return ordersAfter(context, info, () => approveOrders(acting(context), ids));
  }
}

@Resolver(() => MailOrderAttempt)
export class MailOrderAttemptResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was said, by the product in your language or by the mail system in its own words.',
  })
  message(@Root() { message }: { message: string | null }, @Ctx() { language }: Context): string | null {
    return saidIn(language, message);
  }
}
