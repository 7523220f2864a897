/** How is an account written as a SCIM user (RFC 7643 §4.1), and which request makes a user what an order wants? */
import type { AccountState, NewAccount, Operation, Target } from '../connector.js';
import { type AttributePath, canRevoke, type ScimManner } from './scim-settings.rules.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** A user as far as the connector is concerned. */
export interface ScimUser {
  /** The server's own id. */
  id: string;
  /** What the product calls it: the externalId where there is one, else the server's id (an account that was adopted). */
  accountId: string;
  address: string;
  name?: string;
  state: AccountState;
  isActive: boolean;
  stateValue?: string;
  fence?: number;
  /** `meta.version`, for If-Match. */
  version?: string;
}

type Resource = Readonly<Record<string, unknown>>;

export const isResource = (value: unknown): value is Resource => typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function valueAt(resource: Resource, { extension, name }: AttributePath): unknown {
  if (!extension) return resource[name];
  const part = resource[extension];
  return isResource(part) ? part[name] : undefined;
}

/** `active` decides whether an account opens; only of a locked one is it asked how it is locked. */
function stateOf(isActive: boolean, stateValue: string | undefined, { state, suspendKeepsDelivery }: ScimManner): AccountState {
  if (isActive) return 'ACTIVE';
  if (state && stateValue === state.values.REVOKED) return 'REVOKED';
  if (state && stateValue === state.values.SUSPENDED) return 'SUSPENDED';
  return suspendKeepsDelivery ? 'SUSPENDED' : 'REVOKED';
}

/** A user as the server tells it; undefined where it is none: no id, or no userName. */
export function scimUser(resource: unknown, manner: ScimManner): ScimUser | undefined {
  if (!isResource(resource)) return undefined;
  const id = textOf(resource.id);
  const address = textOf(resource.userName)?.toLowerCase();
  if (!id || !address) return undefined;
  const { meta, active } = resource;
  const isActive = !(active === false || String(active).toLowerCase() === 'false');
  const told = manner.state && valueAt(resource, manner.state.at);
  const stateValue = told === undefined || told === null ? undefined : String(told);
  const fence = Number((manner.fence && valueAt(resource, manner.fence)) ?? Number.NaN);
  const name = textOf(resource.displayName) ?? (isResource(resource.name) ? textOf(resource.name.formatted) : undefined);
  const version = isResource(meta) ? textOf(meta.version) : undefined;
  return {
    id,
    accountId: textOf(resource.externalId) ?? id,
    address,
    ...(name && { name }),
    state: stateOf(isActive, stateValue, manner),
    isActive,
    ...(stateValue !== undefined && { stateValue }),
    ...(Number.isSafeInteger(fence) && { fence }),
    ...(version && { version }),
  };
}

/** One order as the connector is given it; what the operation does not need is left out. */
export type ScimOrder = Target & Partial<NewAccount>;

/** What is done about an order: a request, nothing because all is so already, or a refusal. */
export type ScimStep =
  | { kind: 'REFUSE'; words: string }
  | { kind: 'NOTHING' }
  | {
      kind: 'SEND';
      method: 'POST' | 'PATCH';
      path: string;
      ifMatch?: string;
      body: Resource;
      /** False where only the number of the order is written, and the account stays as it is. */
      isChange: boolean;
    };

export const NEWER_ORDER = 'a newer order was carried out';
export const NO_ACCOUNT = 'there is no account with this id';

/** Why an operation can never be carried out at such a server, whatever the account. */
export function cannotDo(operation: Operation, { forwardTo = [] }: Partial<NewAccount>, manner: ScimManner): string | undefined {
  if (operation === 'SUSPEND' && !manner.state && !manner.suspendKeepsDelivery)
    return 'this server cannot suspend: a locked account receives no mail';
  if (operation === 'REVOKE' && !canRevoke(manner)) return 'this server cannot revoke: a locked account goes on receiving mail';
  if (operation === 'RESET_PASSWORD' && !manner.takesHashes) return 'this server takes no hashed passwords, and no other ones are sent';
  if (operation === 'FORWARD' || (operation === 'PROVISION' && forwardTo.length > 0)) return 'SCIM knows no forwarding';
  return undefined;
}

const WANTED: Partial<Record<Operation, AccountState>> = {
  PROVISION: 'ACTIVE',
  SUSPEND: 'SUSPENDED',
  RESTORE: 'ACTIVE',
  REVOKE: 'REVOKED',
};

/** The state an operation leads to; undefined where it leaves it alone. */
export const wantedState = (operation: Operation): AccountState | undefined => WANTED[operation];

/** Family name first, given name last, as Vietnamese names are written. */
function namesOf(formatted: string): Resource {
  const words = formatted.split(/\s+/);
  const [familyName, givenName] = [words.length > 1 ? words[0] : undefined, words.at(-1)];
  const middleName = words.slice(1, -1).join(' ');
  return { formatted, ...(familyName && { familyName }), ...(middleName && { middleName }), givenName };
}

function newUser(order: ScimOrder, manner: ScimManner): Resource {
  const { accountId, address, name = address, passwordHash, fence } = order;
  const user: Record<string, unknown> = {
    schemas: [CORE],
    externalId: accountId,
    userName: address,
    displayName: name,
    name: namesOf(name),
    emails: [{ value: address, type: 'work', primary: true }],
    active: true,
    ...(manner.takesHashes && { password: passwordHash }),
  };
  const put = ({ extension, name }: AttributePath, value: string): void => {
    if (!extension) user[name] = value;
    else user[extension] = { ...(user[extension] as Resource | undefined), [name]: value };
  };
  if (manner.state) put(manner.state.at, manner.state.values.ACTIVE);
  if (manner.fence) put(manner.fence, String(fence));
  const extensions = [manner.state?.at.extension, manner.fence?.extension].flatMap((each) => each ?? []);
  return { ...user, schemas: [...new Set([CORE, ...extensions])] };
}

type Replacement = { op: 'replace'; path: string; value: unknown };
const replace = (path: string, value: unknown): Replacement => ({ op: 'replace', path, value });

function replacements(operation: Operation, order: ScimOrder, user: ScimUser, manner: ScimManner): Replacement[] {
  const wanted = wantedState(operation);
  const all: Replacement[] = [];
  if (wanted) {
    if (user.isActive !== (wanted === 'ACTIVE')) all.push(replace('active', wanted === 'ACTIVE'));
    const value = manner.state?.values[wanted];
    if (manner.state && user.stateValue !== value) all.push(replace(manner.state.at.path, value));
  }
  if (operation === 'PROVISION') {
    if (user.address !== order.address) all.push(replace('userName', order.address));
    if (order.name && user.name !== order.name) all.push(replace('displayName', order.name));
  }
  if (operation === 'RESET_PASSWORD') all.push(replace('password', order.passwordHash));
  return all;
}

/**
 * What to do about an order, given the user that was found. The number of the order is written even where nothing else is, so that older orders are
 * shut out; with the version of what was read, the server refuses the request when anything was written since.
 */
export function stepFor(operation: Operation, order: ScimOrder, user: ScimUser | undefined, manner: ScimManner): ScimStep {
  const cannot = cannotDo(operation, order, manner);
  if (cannot) return { kind: 'REFUSE', words: cannot };
  if (!user) {
    if (operation !== 'PROVISION') return { kind: 'REFUSE', words: NO_ACCOUNT };
    return { kind: 'SEND', method: 'POST', path: '/Users', body: newUser(order, manner), isChange: true };
  }
  if (user.fence !== undefined && user.fence > order.fence) return { kind: 'REFUSE', words: NEWER_ORDER };
  const changes = replacements(operation, order, user, manner);
  const isNumbered = !manner.fence || user.fence === order.fence;
  const operations = isNumbered ? changes : [...changes, replace(manner.fence!.path, String(order.fence))];
  if (operations.length === 0) return { kind: 'NOTHING' };
  return {
    kind: 'SEND',
    method: 'PATCH',
    path: `/Users/${encodeURIComponent(user.id)}`,
    ...(user.version && { ifMatch: user.version }),
    body: { schemas: [PATCH_OP], Operations: operations },
    // An account whose state is told by `active` alone may only lack the word for it.
    isChange: changes.some(({ path }) => path !== manner.state?.at.path) || user.state !== (wantedState(operation) ?? user.state),
  };
}
