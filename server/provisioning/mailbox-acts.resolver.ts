/** What can be done with a mailbox at its mail system without a decision (D-8), over GraphQL. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import { holds, may } from '../identity/right.js';
import { MailOrder } from '../decisions/mail-order.entity.js';
import { Mailbox } from '../registry/mailbox.entity.js';
import { endSuspension, suspendMailbox } from './emergency.service.js';
import { mailOrdersById } from './mail-order-list.read.js';
import { MailOrderPayload, ordersAfter } from './mail-order.resolver.js';
import { mailboxFactsOf } from './mailbox-facts.read.js';
import { forwardMailbox, resetPassword, sendPassword } from './mailbox-acts.service.js';
import { provisioningAccess } from './provisioning.access.js';
import { MailboxAction } from './provisioning-words.js';
import { screenActions } from './screen-actions.rules.js';
import type { MailboxAction as ActionName } from './vocabulary.js';

@ObjectType({ description: 'A new password of a mailbox.', simpleResolvers: true })
export class MailboxPasswordPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The password, told this once and kept nowhere; it opens the mailbox when the order is done.',
  })
  password: string | null;

  @Field(() => [MailOrder], { description: 'The order.' })
  orders: MailOrder[];

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@Resolver(() => Mailbox)
export class MailboxActsResolver {
  @Cost({ own: 2 })
  @FieldResolver(() => [MailboxAction], { description: 'What you can do with it now at its mail system, without a decision.' })
  async availableActions(@Root() { id }: { id: string }, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<ActionName[]> {
    const { actor, ground } = acting(context);
    const loader = () => new DataLoader((ids: readonly string[]) => mailboxFactsOf(ground, actor, ids));
    const facts = await batch(context, `mailbox.availableActions ${placeOf(info)}`, loader).load(id);
    if (!facts) return [];
    const isAllowed: Record<ActionName, boolean> = {
      SUSPEND: holds(actor, provisioningAccess.suspend),
      RENEW_SUSPENSION: holds(actor, provisioningAccess.suspend),
      END_SUSPENSION: holds(actor, provisioningAccess.suspend),
      RESET_PASSWORD: may(actor, provisioningAccess.resetPassword, facts),
      SEND_PASSWORD: may(actor, provisioningAccess.sendPassword, facts),
      FORWARD: holds(actor, provisioningAccess.forward),
    };
    return screenActions.ofMailbox(facts).filter((action) => isAllowed[action]);
  }

  @Cost({ own: 2 })
  @FieldResolver(() => Int, { nullable: true, description: 'Live sessions left by the last order; null where that is not known.' })
  async liveSessionsRemaining(
    @Root() { id }: { id: string },
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<number | null> {
    const { actor, ground } = acting(context);
    const loader = () => new DataLoader((ids: readonly string[]) => mailboxFactsOf(ground, actor, ids));
    return (await batch(context, `mailbox.liveSessions ${placeOf(info)}`, loader).load(id))?.sessionsLeft ?? null;
  }

  @Access(provisioningAccess.suspend)
  @Mutation(() => MailOrderPayload, {
    description:
      'Emergency suspension (D-8): no login, mail still comes in, for 72 hours; asked again by a second person it is renewed once. At its end the mailbox opens with a password nobody knows: locked, waiting for reset. NOT_ALLOWED_NOW (D-8) where decisions do not want it open, or it was renewed; RULE_VIOLATED (D-8) for renewing one’s own.',
  })
  mailboxSuspend(
    @Arg('id', () => ID, { description: 'Mailbox.' }) id: string,
    @Arg('reason', () => String, { description: 'Why; 1 to 1,000 characters.' }) reason: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return ordersAfter(context, info, async () => ({ ids: [await suspendMailbox(acting(context), { id, reason })], refused: [] }));
  }

  @Access(provisioningAccess.suspend)
  @Mutation(() => MailOrderPayload, {
    description:
      'Ends an emergency suspension before its time; the mailbox opens with a password nobody knows. NOT_ALLOWED_NOW (D-8) without one.',
  })
  mailboxEndSuspension(
    @Arg('id', () => ID, { description: 'Mailbox.' }) id: string,
    @Arg('reason', () => String, { description: 'Why; 1 to 1,000 characters.' }) reason: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return ordersAfter(context, info, async () => {
      const order = await endSuspension(acting(context), { id, reason });
      return { ids: order ? [order] : [], refused: [] };
    });
  }

  @Access(provisioningAccess.resetPassword)
  @Mutation(() => MailboxPasswordPayload, {
    description:
      'A new password for a mailbox, asked for by the officer or the agency (D-8): told this once, to be printed or written down. NOT_ALLOWED_NOW (D-8) while the mailbox is not open.',
  })
  mailboxResetPassword(
    @Arg('id', () => ID, { description: 'Mailbox.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    type Made = { password: string | null; orders: MailOrder[] };
    return payload<Made, Made>(context, { password: null, orders: [] }, async () => {
      const { orderId, password } = await resetPassword(acting(context), id);
      const wanted = asked(info, 'orders');
      return { password, orders: wanted.size > 0 ? await mailOrdersById(context.ground.read, wanted, [orderId]) : [] };
    });
  }

  @Access(provisioningAccess.sendPassword)
  @Mutation(() => MailOrderPayload, {
    description:
      'Writes to the holder, at another address or on paper, with a one-time code by which they take a new password themselves; no order is given yet. NOT_ALLOWED_NOW (D-8) while the mailbox is not open; RULE_VIOLATED (D-8) without a holder, or where the mail system cannot do it.',
  })
  mailboxSendPassword(
    @Arg('id', () => ID, { description: 'Mailbox.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return ordersAfter(context, info, async () => {
      await sendPassword(acting(context), id);
      return { ids: [], refused: [] };
    });
  }

  @Access(provisioningAccess.forward)
  @Mutation(() => MailOrderPayload, {
    description: 'Forwards what comes in to other addresses, at most 5; none: no longer. What is forwarded is never use (E-4).',
  })
  mailboxForward(
    @Arg('id', () => ID, { description: 'Mailbox.' }) id: string,
    @Arg('forwardTo', () => [String], { description: 'Addresses.' }) forwardTo: string[],
    @Arg('keepCopy', () => Boolean, { description: 'Whether a copy stays in the mailbox.' }) keepCopy: boolean,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return ordersAfter(context, info, async () => ({
      ids: [await forwardMailbox(acting(context), { id, forwardTo, keepCopy })],
      refused: [],
    }));
  }
}
