/** Who may see mail systems and orders, and act on them (product.md §2): administrators, who decide no case. */
import { type Actor, scopesOf } from '../identity/actor.js';
import { registryFields } from '../registry/registry.access.js';
import { decisionFields } from '../decisions/decision.access.js';
import { by, emptyWithout, fieldsOf, right, withSecondFactor } from '../identity/right.js';

/** Whose mailbox it is. */
export interface MailboxHolder {
  officerId: string | null;
  agencyId: string | null;
}

const isOfOwnAgency = (actor: Actor, { agencyId }: MailboxHolder) =>
  agencyId !== null && scopesOf(actor, 'AGENCY_CONTACT').includes(agencyId);
const isOwn = (actor: Actor, { officerId }: MailboxHolder) => officerId !== null && scopesOf(actor, 'OFFICER').includes(officerId);

/** Whether the mailbox of this officer is the actor's own: a role never adds a right in the own case. */
export const isOwnHolder = (actor: Actor, officerId: string | null): boolean => isOwn(actor, { officerId, agencyId: null });

export const provisioningAccess = {
  pause: right('provisioning.pause', by('ADMIN')),
  readSystems: right('mailSystem.read', by('ADMIN')),
  /** With what is told here a mail system obeys, so a second factor is asked for (G-18). */
  changeSystems: withSecondFactor(right('mailSystem.change', by('ADMIN'))),
  readOrders: right('mailOrder.read', by('ADMIN')),
  /** What was last said about an order, in the mail system's own words too: for those who must see that a decision is followed. */
  readOutcome: right('mailOrder.readOutcome', by('ADMIN'), by('TASK_FORCE'), by('SECRETARY')),
  changeOrders: right('mailOrder.change', by('ADMIN')),
  approveOrders: right('mailOrder.approve', by('ADMIN')),
  suspend: right('mailbox.suspend', by('ADMIN')),
  reconcile: right('mailSystem.reconcile', by('ADMIN')),
  repair: right('mailSystem.repair', by('ADMIN')),
  /** Service acts, asked for by the officer or the agency (D-8). */
  resetPassword: right<MailboxHolder>('mailbox.resetPassword', by('ADMIN'), by('AGENCY_CONTACT', isOfOwnAgency), by('OFFICER', isOwn)),
  /** A letter with a code by which the holder takes a new password. */
  sendPassword: right<MailboxHolder>('mailbox.sendPassword', by('ADMIN'), by('AGENCY_CONTACT', isOfOwnAgency)),
  forward: right('mailbox.forward', by('ADMIN')),
};

/** A new field of these types names its place here, or does not build (G-15). */
export const provisioningFields = {
  Mailbox: { ...registryFields.Mailbox, ...fieldsOf('availableActions liveSessionsRemaining') },
  MailOrder: {
    ...decisionFields.MailOrder,
    ...fieldsOf('heldFor isTrouble confirmBy isLate availableActions', {
      message: provisioningAccess.readOutcome,
      attemptLog: emptyWithout(provisioningAccess.readOrders),
    }),
  },
  MailOrderAttempt: fieldsOf('id createdAt endedAt outcome message'),
  MailSystem: fieldsOf(
    'id version name kind domains isOn parallel mostAnHour leaverDays checkedAt isWell settings secretsSet mailboxes waiting held handedOver failed drifts comparedAt',
  ),
  MailComparison: fieldsOf('id createdAt result problem checked differing'),
  Drift: fieldsOf(
    'id createdAt kind address foundAddress name expected found mailbox connector settledAt settlement note availableActions isStopped repair',
  ),
};
