// Every Vietnamese word of the panel.
import { account } from '../account/messages.vi.js';
import { agencies } from '../agencies/messages.vi.js';
import { apiKeys } from '../api-keys/messages.vi.js';
import { auditLog } from '../audit/messages.vi.js';
import { checks } from '../checks/messages.vi.js';
import { classes } from '../classes/messages.vi.js';
import { committees } from '../committees/messages.vi.js';
import { dashboard } from '../dashboard/messages.vi.js';
import { decisions } from '../decisions/messages.vi.js';
import { demand } from '../demand/messages.vi.js';
import { exclusions } from '../exclusions/messages.vi.js';
import { findings } from '../findings/messages.vi.js';
import { letters } from '../letters/messages.vi.js';
import { mailSystems } from '../mail-systems/messages.vi.js';
import { mailOrders } from '../mail-orders/messages.vi.js';
import { mailboxes } from '../mailboxes/messages.vi.js';
import { drifts } from '../drifts/messages.vi.js';
import { officers } from '../officers/messages.vi.js';
import { papers } from '../papers/messages.vi.js';
import { publication } from '../publication/messages.vi.js';
import { keeping } from '../keeping/messages.vi.js';
import { reviews } from '../reviews/messages.vi.js';
import { roster } from '../roster/messages.vi.js';
import { start } from '../start/messages.vi.js';
import { ui } from '../ui/messages.vi.js';
import { users } from '../users/messages.vi.js';
import { webhooks } from '../webhooks/messages.vi.js';
import { ra } from './react-admin.vi.js';
import { shell } from './shell.vi.js';

export const messages = {
  ra,
  shell,
  ui,
  account,
  agencies,
  apiKeys,
  auditLog,
  checks,
  classes,
  committees,
  dashboard,
  decisions,
  demand,
  exclusions,
  findings,
  letters,
  mailSystems,
  mailOrders,
  mailboxes,
  drifts,
  officers,
  papers,
  publication,
  keeping,
  reviews,
  roster,
  start,
  users,
  webhooks,
};
