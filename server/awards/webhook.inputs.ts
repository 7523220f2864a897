/** What is given when other systems are subscribed and their log is read. */
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../api/connection.js';
import { WebhookDeliveryState } from './award-words.js';
import type { DeliveryState } from './vocabulary.js';

@InputType({ description: 'Another system to be told when an answer changes (A-2).' })
export class WebhookInput {
  @Field(() => String, { description: 'Which system it is; at most 100 characters.' })
  name: string;

  @Field(() => String, {
    description:
      'Where messages are sent: an https address without name and password. Hosts inside the own network need HOPTHU_WEBHOOK_INTERNAL.',
  })
  url: string;
}

@ArgsType()
export class WebhookDeliveriesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of this subscription only.' })
  subscriptionId?: string;

  @Field(() => [WebhookDeliveryState], { nullable: true, description: 'That stand in one of these.' })
  state?: DeliveryState[];
}
