/** Webhooks over GraphQL. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { connectionOf } from '../api/connection.js';
import { acting, type Context } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import { holds } from '../identity/right.js';
import type { Page } from '../kernel/page.js';
import { Instant } from '../kernel/scalars.js';
import { WebhookAction } from './award-words.js';
import { awardsAccess } from './awards.access.js';
import type { WebhookAction as ActionName } from './vocabulary.js';
import { WebhookDelivery, WebhookSubscription } from './webhook.entity.js';
import { WebhookDeliveriesArgs, WebhookInput } from './webhook.inputs.js';
import { deliveryList, oneSubscription, subscriptionList } from './webhook.read.js';
import { replay, sendTest, subscribe, unsubscribe } from './webhook.service.js';

export const [WebhookDeliveryEdge, WebhookDeliveryConnection] = connectionOf(WebhookDelivery);

@ObjectType({ description: 'What became of a subscription.', simpleResolvers: true })
export class WebhookPayload {
  @Field(() => WebhookSubscription, { nullable: true, description: 'The subscription.' })
  subscription: WebhookSubscription | null;

  @Field(() => String, {
    nullable: true,
    description: 'What messages are signed with, shown this once: `whsec_…`, for any library of Standard Webhooks.',
  })
  secret: string | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What became of a replay.', simpleResolvers: true })
export class WebhookReplayPayload {
  @Field(() => Int, { description: 'How many messages are sent again.' })
  replayed: number;

  @Field(() => [UserError], { description: 'Why not, for each that was refused; `path` names its place.' })
  userErrors: UserError[];
}

type Made = Omit<WebhookPayload, 'userErrors'>;
const none: Made = { subscription: null, secret: null };

@Resolver(() => WebhookSubscription)
export class WebhookSubscriptionResolver {
  @Cost({ items: 20 })
  @Access(awardsAccess.readWebhooks)
  @Query(() => [WebhookSubscription], { description: 'Subscribed systems: those that last first, the newest first, at most 200.' })
  webhookSubscriptions(@Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo): Promise<WebhookSubscription[]> {
    return subscriptionList(ground.read, asked(info));
  }

  @Cost({ own: 5 })
  @FieldResolver(() => Int, { description: 'Messages that wait to be delivered.' })
  waiting(@Root() { waiting }: { waiting: number }): number {
    return waiting;
  }

  @Cost({ own: 5 })
  @FieldResolver(() => Int, { description: 'Messages that were given up.' })
  dead(@Root() { dead }: { dead: number }): number {
    return dead;
  }

  @FieldResolver(() => [WebhookAction], { description: 'What you can do with it now.' })
  availableActions(@Root() { endedAt }: WebhookSubscription, @Ctx() context: Context): ActionName[] {
    return !endedAt && holds(acting(context).actor, awardsAccess.changeWebhooks) ? ['TEST', 'UNSUBSCRIBE'] : [];
  }

  @Access(awardsAccess.changeWebhooks)
  @Mutation(() => WebhookPayload, {
    description:
      'Subscribes another system (A-2); asks for a second factor (G-18). DUPLICATE while the address is subscribed, LIMIT beyond 20.',
  })
  webhookSubscribe(
    @Arg('input', () => WebhookInput, { description: 'The system.' }) input: WebhookInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload<Made, Made>(context, none, async () => {
      const { id, secret } = await subscribe(acting(context), input);
      return { subscription: await oneSubscription(context.ground.read, asked(info, 'subscription'), id), secret };
    });
  }

  @Access(awardsAccess.changeWebhooks)
  @Mutation(() => WebhookPayload, { description: 'Ends a subscription; messages that wait are not delivered any more.' })
  webhookUnsubscribe(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return this.afterwards(context, info, id, () => unsubscribe(acting(context), id));
  }

  @Access(awardsAccess.changeWebhooks)
  @Mutation(() => WebhookPayload, { description: 'Sends a message of the type `webhook.test`, which is about nobody.' })
  webhookTest(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return this.afterwards(context, info, id, () => sendTest(acting(context), id));
  }

  @Access(awardsAccess.changeWebhooks)
  @Mutation(() => WebhookReplayPayload, {
    description:
      'Sends messages again, with the ids they had: these deliveries, each alone, or all that were delivered or given up since a moment, of one subscription or of all.',
  })
  webhookReplay(
    @Ctx() context: Context,
    @Arg('ids', () => [ID], { nullable: true, description: 'Deliveries, at most 1,000.' }) ids?: string[] | null,
    @Arg('since', () => Instant, { nullable: true, description: 'All since this moment; messages are kept for 90 days.' })
    since?: Date | null,
    @Arg('subscriptionId', () => ID, { nullable: true, description: 'Of this subscription only; together with `since`.' })
    subscriptionId?: string | null,
  ) {
    return payload(context, { replayed: 0 }, () => replay(acting(context), { ids, since, subscriptionId }));
  }

  private afterwards(context: Context, info: GraphQLResolveInfo, id: string, work: () => Promise<void>) {
    return payload<Made, Made>(context, none, async () => {
      await work();
      return { subscription: await oneSubscription(context.ground.read, asked(info, 'subscription'), id), secret: null };
    });
  }
}

@Resolver(() => WebhookDelivery)
export class WebhookDeliveryResolver {
  @Access(awardsAccess.readWebhooks)
  @Query(() => WebhookDeliveryConnection, { description: 'The log of deliveries, the latest first; messages are kept for 90 days.' })
  webhookDeliveries(
    @Args(() => WebhookDeliveriesArgs) args: WebhookDeliveriesArgs,
    @Ctx() { ground }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<WebhookDelivery>> {
    return deliveryList(ground.read, asked(info), args);
  }

  @FieldResolver(() => WebhookSubscription, { description: 'To which system.' })
  subscription(@Root() delivery: WebhookDelivery): unknown {
    return delivery.subscription;
  }

  @FieldResolver(() => ID, { description: 'Id of the message, which the receiver sees as `webhook-id`; the same when it is sent again.' })
  messageId(@Root() { messageId }: { messageId: string }): string {
    return messageId;
  }

  @FieldResolver(() => String, { description: '`award.eligibility.changed`, or `webhook.test`.' })
  type(@Root() { message }: { message: { type: string } }): string {
    return message.type;
  }

  @FieldResolver(() => Int, { description: 'How many officers it is about, at most 100.' })
  officers(@Root() { message }: { message: { officers: number } }): number {
    return message.officers;
  }
}
