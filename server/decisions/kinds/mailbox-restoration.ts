/** Giving back a mailbox that was revoked, with the mail it held (khôi phục; D-8). */
import { type Kind } from './kind.js';

export const mailboxRestoration: Kind = {
  kind: 'MAILBOX_RESTORATION',
  isAdverse: false,
  neededCause: null,
  isAboutAwards: false,
  ends: 'MAILBOX_REVOCATION',
  proposalFault: ({ officerId, hasLeft, mailbox, ends }) => {
    if (hasLeft) return { code: 'RULE_VIOLATED', rule: 'D-1', text: 'hasLeft' };
    if (ends && (ends.kind !== 'MAILBOX_REVOCATION' || ends.officerId !== officerId))
      return { code: 'RULE_VIOLATED', rule: 'D-1', text: 'endsOther' };
    if (ends && ends.state !== 'IN_FORCE') return { code: 'NOT_ALLOWED_NOW', rule: 'D-1', text: 'endsOver' };
    return mailbox?.expectedState === 'REVOKED' ? null : { code: 'RULE_VIOLATED', rule: 'D-1', text: 'notRevoked' };
  },
  effects: {
    IN_FORCE: [{ do: 'ORDER', order: 'RESTORE', expected: 'ACTIVE' }, { do: 'END_DECISION' }],
    STAYED: [],
    UPHELD: [],
    REVERSED: [],
  },
};
