/** The enums of answers and webhooks as the schema shows them. */
import { registerEnumType } from 'type-graphql';
import {
  DELIVERY_PROBLEMS,
  DELIVERY_STATES,
  type DeliveryProblem as ProblemName,
  type DeliveryState as StateName,
  ELIGIBILITY_STATUSES,
  type EligibilityStatus as StatusName,
  WEBHOOK_ACTIONS,
  type WebhookAction as ActionName,
} from './vocabulary.js';

const enumOf = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const EligibilityStatus = enumOf<StatusName>(ELIGIBILITY_STATUSES);
export const WebhookDeliveryState = enumOf<StateName>(DELIVERY_STATES);
export const WebhookProblem = enumOf<ProblemName>(DELIVERY_PROBLEMS);
export const WebhookAction = enumOf<ActionName>(WEBHOOK_ACTIONS);

registerEnumType(EligibilityStatus, {
  name: 'EligibilityStatus',
  description: 'Whether an officer may be considered for a title (A-1).',
  valuesConfig: {
    ELIGIBLE: { description: 'Hopthu knows of no exclusion.' },
    EXCLUDED: { description: 'Excluded by a decision in force (không xét danh hiệu thi đua).' },
    UNDER_APPEAL: { description: 'Excluded by a decision that an appeal stays: counts as eligible until it is settled (D-9).' },
    UNKNOWN_OFFICER: { description: 'No officer with this code was known at that moment, or none about whom you may ask.' },
  },
});

registerEnumType(WebhookDeliveryState, {
  name: 'WebhookDeliveryState',
  description: 'Where the delivery of a message stands (A-2).',
  valuesConfig: {
    WAITING: { description: 'To be delivered, or tried again.' },
    DELIVERED: { description: 'The other system has taken it.' },
    DEAD: { description: 'Given up after the last attempt; it can be replayed.' },
    CANCELLED: { description: 'The subscription ended before it was delivered.' },
  },
});

registerEnumType(WebhookProblem, {
  name: 'WebhookProblem',
  description: 'What kept a message from being delivered.',
  valuesConfig: {
    TIMEOUT: { description: 'No answer in time.' },
    UNREACHABLE: { description: 'No connection.' },
    UNKNOWN_HOST: { description: 'The name of the host leads nowhere.' },
    CERTIFICATE: { description: 'The certificate of the other system is not trusted.' },
    FORBIDDEN_ADDRESS: { description: 'The host lies inside our own network and is not allowed by HOPTHU_WEBHOOK_INTERNAL.' },
    REDIRECT: { description: 'The other system points elsewhere, which is never followed.' },
    REFUSED: { description: 'The other system answered, but did not take it; see the status.' },
  },
});

registerEnumType(WebhookAction, {
  name: 'WebhookAction',
  description: 'What can be done with a subscription.',
  valuesConfig: {
    TEST: { description: 'Send a message that says nothing: webhookTest.' },
    UNSUBSCRIBE: { description: 'End it: webhookUnsubscribe.' },
  },
});
