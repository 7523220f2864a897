/** Who may hold and release the orders to mail systems (product.md §2). */
import { by, right } from '../identity/right.js';

export const provisioningAccess = {
  pause: right('provisioning.pause', by('ADMIN')),
};
