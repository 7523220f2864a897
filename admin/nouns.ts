// Every noun of the panel, in the order of the flow; the menu, the routes and the data provider are made from this list.
import { agencies } from './agencies/index.js';
import { apiKeys } from './api-keys/index.js';
import { audit } from './audit/index.js';
import { checks } from './checks/index.js';
import { classes } from './classes/index.js';
import { committees } from './committees/index.js';
import { exclusions } from './exclusions/index.js';
import { decisions } from './decisions/index.js';
import { findings } from './findings/index.js';
import { letters } from './letters/index.js';
import { drifts } from './drifts/index.js';
import { mailOrders } from './mail-orders/index.js';
import { mailSystems } from './mail-systems/index.js';
import { mailboxes } from './mailboxes/index.js';
import { officers } from './officers/index.js';
import { keeping } from './keeping/index.js';
import { reviews } from './reviews/index.js';
import type { Noun } from './shell/noun.js';
import { users } from './users/index.js';
import { webhooks } from './webhooks/index.js';

export const nouns: Noun[] = [
  agencies,
  officers,
  reviews,
  findings,
  checks,
  classes,
  decisions,
  letters,
  mailboxes,
  committees,
  exclusions,
  users,
  apiKeys,
  mailSystems,
  mailOrders,
  drifts,
  webhooks,
  keeping,
  audit,
];
