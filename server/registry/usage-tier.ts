/** How much a mailbox is used, as a review found; owned here because lists of officers filter on it. */
import { registerEnumType } from 'type-graphql';

export enum UsageTier {
  REGULAR = 'REGULAR',
  IRREGULAR = 'IRREGULAR',
  NEVER = 'NEVER',
  NOT_ASSESSED = 'NOT_ASSESSED',
}

registerEnumType(UsageTier, {
  name: 'UsageTier',
  description: 'How much the mailbox was used in a review (T-3, T-4).',
  valuesConfig: {
    REGULAR: { description: 'Used on at least the policy’s share of assessable working days.' },
    IRREGULAR: { description: 'Used, but on fewer days.' },
    NEVER: { description: 'Not used on any day of the window.' },
    NOT_ASSESSED: { description: 'There was no sufficient ground to judge; never folded into NEVER.' },
  },
});
