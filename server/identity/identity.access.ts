/** Who may manage users. */
import { by, right } from './right.js';

export const userAccess = {
  change: right('user.change', by('ADMIN')),
};
