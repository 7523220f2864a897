/** Who may see mail systems and orders, and act on them (product.md §2): administrators, who decide no case. */
import { by, fieldsOf, right, withSecondFactor } from '../identity/right.js';

export const provisioningAccess = {
  pause: right('provisioning.pause', by('ADMIN')),
  readSystems: right('mailSystem.read', by('ADMIN')),
  /** With what is told here a mail system obeys, so a second factor is asked for (G-18). */
  changeSystems: withSecondFactor(right('mailSystem.change', by('ADMIN'))),
  readOrders: right('mailOrder.read', by('ADMIN')),
  changeOrders: right('mailOrder.change', by('ADMIN')),
  approveOrders: withSecondFactor(right('mailOrder.approve', by('ADMIN'))),
  suspend: withSecondFactor(right('mailbox.suspend', by('ADMIN'))),
  reconcile: right('mailSystem.reconcile', by('ADMIN')),
  repair: withSecondFactor(right('mailSystem.repair', by('ADMIN'))),
  /** Service acts, asked for by the officer or the agency (D-8). */
  resetPassword: withSecondFactor(right('mailbox.resetPassword', by('ADMIN'))),
  forward: withSecondFactor(right('mailbox.forward', by('ADMIN'))),
};
