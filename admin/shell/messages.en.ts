// Every English word of the panel.
import { account } from '../account/messages.en.js';
import { agencies } from '../agencies/messages.en.js';
import { apiKeys } from '../api-keys/messages.en.js';
import { auditLog } from '../audit/messages.en.js';
import { checks } from '../checks/messages.en.js';
import { classes } from '../classes/messages.en.js';
import { committees } from '../committees/messages.en.js';
import { dashboard } from '../dashboard/messages.en.js';
import { decisions } from '../decisions/messages.en.js';
import { demand } from '../demand/messages.en.js';
import { exclusions } from '../exclusions/messages.en.js';
import { findings } from '../findings/messages.en.js';
import { letters } from '../letters/messages.en.js';
import { mailSystems } from '../mail-systems/messages.en.js';
import { mailOrders } from '../mail-orders/messages.en.js';
import { mailboxes } from '../mailboxes/messages.en.js';
import { drifts } from '../drifts/messages.en.js';
import { officers } from '../officers/messages.en.js';
import { papers } from '../papers/messages.en.js';
import { publication } from '../publication/messages.en.js';
import { keeping } from '../keeping/messages.en.js';
import { reviews } from '../reviews/messages.en.js';
import { roster } from '../roster/messages.en.js';
import { start } from '../start/messages.en.js';
import { ui } from '../ui/messages.en.js';
import { users } from '../users/messages.en.js';
import { webhooks } from '../webhooks/messages.en.js';
import { ra } from './react-admin.en.js';
import { shell } from './shell.en.js';

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
