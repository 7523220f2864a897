/**
 * How are orders carried out at a SCIM 2.0 server (RFC 7643, 7644)? Accounts are known there by their externalId, the product's own id. Each order
 * reads, compares, writes with the version of what it read, and reads again; SCIM has neither sessions nor forwarding.
 */
import { say } from '../../kernel/language.js';
import { type MailConnector, type NewAccount, type Operation, type Result, Unreachable } from '../connector.js';
import type { SettingValue } from '../setting-fields.rules.js';
import { isUniqueness, type Setback, setbackOf } from './scim-answer.rules.js';
import { checkScim } from './scim-check.js';
import { scimDoor } from './scim-door.js';
import { findUser, type Found, type ScimSystem, userWithId } from './scim-find.js';
import { scimList } from './scim-list.js';
import { scimCapabilities, scimManner, scimPlace, scimSettingFaults } from './scim-settings.rules.js';
import {
  cannotDo,
  isResource,
  NEWER_ORDER,
  NO_ACCOUNT,
  type ScimOrder,
  type ScimStep,
  type ScimUser,
  stepFor,
  wantedState,
} from './scim-user.rules.js';

/** So often is an account read anew that others change between our reading and our writing. */
const MOST_ROUNDS = 5;

const permanent = (message: string, before?: ScimUser): Result => ({
  outcome: 'permanent',
  message,
  verified: false,
  ...(before && { before: before.state, after: before.state, accountId: before.accountId }),
});

const asResult = (setback: Setback): Result => ({ ...setback, verified: false });

/** What is written, as an administrator may see it. */
function shown(base: string, step: ScimStep & { kind: 'SEND' }): string {
  const body = JSON.stringify(
    step.body,
    (key, value: unknown) => {
      if (key === 'password') return '•••';
      return isResource(value) && value.path === 'password' ? { ...value, value: '•••' } : value;
    },
    1,
  );
  return [`${step.method} ${base}${step.path}`, ...(step.ifMatch ? [`If-Match: ${step.ifMatch}`] : []), body].join('\n');
}

/** Whether a user is what the order wanted, as far as that can be read. */
function isAsWanted(operation: Operation, order: ScimOrder, user: ScimUser): boolean {
  const wanted = wantedState(operation);
  return (!wanted || user.state === wanted) && (operation !== 'PROVISION' || user.address === order.address);
}

/** The account after a write that the server accepted. */
async function readBack(
  system: ScimSystem,
  operation: Operation,
  order: ScimOrder,
  before: ScimUser | undefined,
  id: string | undefined,
): Promise<Result> {
  const found = id === undefined ? await findUser(system, order.accountId) : await userWithId(system, id);
  const result: Result = { outcome: 'changed', before: before?.state ?? 'NONE', verified: false };
  if ('setback' in found) return { ...result, message: `written, but not read back: ${found.setback.message}` };
  const { user } = found;
  if (!user) return { ...result, after: 'NONE', message: 'the server accepted it, but shows no such account' };
  const told = { ...result, after: user.state, accountId: user.accountId };
  if (user.fence !== undefined && user.fence > order.fence) return { ...told, message: `written; since then ${NEWER_ORDER}` };
  if (!isAsWanted(operation, order, user)) return { ...told, message: `the server accepted it, but shows ${user.address} ${user.state}` };
  if (system.manner.fence && user.fence === undefined) return { ...told, message: 'the server does not keep the number of the order' };
  // A password is never told again.
  return { ...told, verified: operation !== 'RESET_PASSWORD' };
}

/** What to do after the server said no to a request: the next round, or the result. */
async function afterRefusal(
  system: ScimSystem,
  order: ScimOrder,
  step: ScimStep & { kind: 'SEND' },
  setback: Setback,
  body: unknown,
  status: number,
): Promise<Result | 'AGAIN'> {
  if (status === 412) return 'AGAIN';
  if (status === 404 && step.method === 'PATCH') return permanent(NO_ACCOUNT);
  const isTaken = status === 409 && (step.method === 'POST' || isUniqueness(body));
  if (!isTaken) return asResult(setback);
  if (step.method === 'POST') {
    const made: Found = await findUser(system, order.accountId);
    if ('setback' in made) return asResult(made.setback);
    if (made.user) return 'AGAIN';
  }
  return permanent(`another account holds this address: ${order.address}`);
}

async function carryOut(system: ScimSystem, operation: Operation, order: ScimOrder): Promise<Result> {
  const secrets = [...system.place.secrets, ...(order.passwordHash ? [order.passwordHash] : [])];
  const cannot = cannotDo(operation, order, system.manner);
  if (cannot) return permanent(cannot);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = await findUser(system, order.accountId);
    if ('setback' in found) return asResult(found.setback);
    const { user } = found;
    const step = stepFor(operation, order, user, system.manner);
    if (step.kind === 'REFUSE') return permanent(step.words, user);
    if (step.kind === 'NOTHING')
      return { outcome: 'unchanged', before: user!.state, after: user!.state, accountId: user!.accountId, verified: true };
    const answer = await system.door.ask(step.method, step.path, step);
    const setback = setbackOf(answer, true, secrets);
    const body = 'body' in answer ? answer.body : undefined;
    if (setback) {
      const next = await afterRefusal(system, order, step, setback, body, answer.status);
      if (next === 'AGAIN') continue;
      return { ...(user && { before: user.state, accountId: user.accountId }), ...next };
    }
    const result = await readBack(
      system,
      operation,
      order,
      user,
      user?.id ?? (isResource(body) && typeof body.id === 'string' ? body.id : undefined),
    );
    return step.isChange ? result : { ...result, outcome: 'unchanged' };
  }
  return { outcome: 'retryable', message: 'the account was changed by others again and again', verified: false };
}

function foundOrUnreachable(found: Found): ScimUser | undefined {
  if ('setback' in found) throw new Unreachable(found.setback.message, found.setback.retryAfterSeconds);
  return found.user;
}

/**
 * A connector for settings that were completed and checked; throws where `scimSettingFaults` has something to say.
 * The account id is the externalId of accounts that have one, else the server's own id.
 */
export function scimConnector(
  name: string,
  settings: Readonly<Record<string, SettingValue>>,
  secrets: Readonly<Record<string, string>>,
): MailConnector {
  const [fault] = scimSettingFaults({ settings, secrets });
  if (fault) throw new Error(say(fault.message, 'en'));
  const place = scimPlace({ settings, secrets });
  const system: ScimSystem = { place, manner: scimManner(settings), door: scimDoor(place) };
  const does = (operation: Operation) => (order: ScimOrder) => carryOut(system, operation, order);
  return {
    name,
    capabilities: () => scimCapabilities(system.manner),
    async plan(operation, account: NewAccount) {
      const user = foundOrUnreachable(await findUser(system, account.accountId));
      const step = stepFor(operation, account, user, system.manner);
      if (step.kind === 'NOTHING') return [];
      return [{ means: 'scim', text: step.kind === 'SEND' ? shown(place.base, step) : `nothing is sent: ${step.words}` }];
    },
    provision: does('PROVISION'),
    suspend: does('SUSPEND'),
    restore: does('RESTORE'),
    revoke: does('REVOKE'),
    resetPassword: (target, passwordHash) => carryOut(system, 'RESET_PASSWORD', { ...target, passwordHash }),
    forward: (target, forwarding) => carryOut(system, 'FORWARD', { ...target, ...forwarding }),
    async observe({ accountId }) {
      const user = foundOrUnreachable(await findUser(system, accountId));
      if (!user) return { state: 'NONE' };
      const { state, address, version, fence } = user;
      return { state, accountId: user.accountId, address, ...(version && { etag: version }), ...(fence !== undefined && { fence }) };
    },
    list: () => scimList(system),
    check: () => checkScim(system),
    close: async () => system.door.close(),
  };
}
