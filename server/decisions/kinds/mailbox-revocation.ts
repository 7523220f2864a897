/** Taking back a mailbox that nobody needs (thu hồi; D-2, D-8). */
import { findingFault, type Kind } from './kind.js';

export const mailboxRevocation: Kind = {
  kind: 'MAILBOX_REVOCATION',
  isAdverse: true,
  neededCause: 'NO_NEED',
  isAboutAwards: false,
  ends: null,
  proposalFault: (facts) => {
    const fault = findingFault(facts, 'NO_NEED');
    if (fault) return fault;
    const isThere = facts.mailbox !== null && facts.mailbox.expectedState !== 'NONE' && facts.mailbox.expectedState !== 'REVOKED';
    return isThere ? null : { code: 'RULE_VIOLATED', rule: 'D-1', text: 'noMailbox' };
  },
  effects: {
    IN_FORCE: [{ do: 'ORDER', order: 'REVOKE', expected: 'REVOKED' }],
    STAYED: [{ do: 'ORDER', order: 'RESTORE', expected: 'FORMER' }],
    UPHELD: [{ do: 'ORDER', order: 'REVOKE', expected: 'REVOKED' }],
    REVERSED: [{ do: 'ORDER', order: 'RESTORE', expected: 'FORMER' }],
  },
};
