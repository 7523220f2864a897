/** A mailbox for an officer who has none (cấp; D-1, D-8). */
import { type Kind } from './kind.js';

export const mailboxProvision: Kind = {
  kind: 'MAILBOX_PROVISION',
  isAdverse: false,
  neededCause: null,
  isAboutAwards: false,
  ends: null,
  proposalFault: ({ hasLeft, mailbox }) => {
    if (hasLeft) return { code: 'RULE_VIOLATED', rule: 'D-1', text: 'hasLeft' };
    if (mailbox?.expectedState === 'REVOKED') return { code: 'RULE_VIOLATED', rule: 'D-1', text: 'isRevoked' };
    return mailbox && mailbox.expectedState !== 'NONE' ? { code: 'RULE_VIOLATED', rule: 'D-1', text: 'hasMailbox' } : null;
  },
  effects: { IN_FORCE: [{ do: 'ORDER', order: 'PROVISION', expected: 'ACTIVE' }], STAYED: [], UPHELD: [], REVERSED: [] },
};
