/**
 * What must be written into the directory for an order, given what is found there? One modification that carries the whole order and its fence,
 * then, where entries are moved, the move; the directory itself refuses each when a newer order was carried out in between (RFC 4528).
 */
import type { AccountState, NewAccount, Operation } from '../connector.js';
import { type Found, forwardValues, isKnownAs, valuesOf } from './ldap-entry.rules.js';
import { isBelow, namingValues, nameValues, personNames, rdn, rdnOf } from './ldap-names.rules.js';
import { directoryPassword, schemeOf } from './ldap-password.rules.js';
import type { LdapSettings } from './ldap-settings.rules.js';

export interface Modification {
  kind: 'replace' | 'add';
  attribute: string;
  values: readonly string[];
}

/** What must hold at the directory at the moment of writing. */
export interface Assertion {
  /** Left out in plans of an entry that is not there yet. */
  accountId?: string;
  fenceAttribute: string;
  /** No newer order than this one; or this very order was the last one. */
  fence: { atMost: number } | { exactly: number };
}

export type Step =
  | { kind: 'ADD'; dn: string; attributes: readonly Omit<Modification, 'kind'>[] }
  | { kind: 'MODIFY'; dn: string; modifications: readonly Modification[]; assertion?: Assertion }
  | { kind: 'MOVE'; dn: string; newRdn: string; newParent: string; assertion?: Assertion }
  | { kind: 'DELETE'; dn: string; assertion?: Assertion };

export type Decision =
  /** `mayPass`: the entry in the way may be one that another worker made and is about to take away. */
  | { kind: 'REFUSED'; message: string; mayPass?: boolean }
  /** `differs`: whether anything but the fence is written. After an addition it is looked again before the next step. */
  | { kind: 'STEPS'; steps: Step[]; differs: boolean; found?: Found };

export const NEWER_ORDER = 'a newer order was carried out';

/** What the order says; a forwarding and a password only where its operation has one. */
export type Order = Pick<NewAccount, 'accountId' | 'address' | 'fence'> & Partial<NewAccount>;

/** The state that an order brings about; none where it leaves the state alone. */
export const WANTED: Readonly<Partial<Record<Operation, AccountState>>> = {
  PROVISION: 'ACTIVE',
  RESTORE: 'ACTIVE',
  SUSPEND: 'SUSPENDED',
  REVOKE: 'REVOKED',
};

const refused = (message: string): Decision & { kind: 'REFUSED' } => ({ kind: 'REFUSED', message });

/** The attribute that says the state, without the place. */
function stateValue(state: AccountState, settings: LdapSettings): Modification {
  const { variant, enabledAttribute, stateAttribute, stateValues } = settings;
  return variant === 'MOVE'
    ? { kind: 'replace', attribute: enabledAttribute, values: [state === 'ACTIVE' ? 'TRUE' : 'FALSE'] }
    : { kind: 'replace', attribute: stateAttribute, values: [stateValues[state]] };
}

/** All that the order wants to stand in the entry, but for its place, its own id and the fence. */
function wantedValues(operation: Operation, order: Order, settings: LdapSettings): Modification[] {
  const { quotaAttribute, mailAttribute, passwordScheme } = settings;
  const wanted: Modification[] = [];
  const set = (attribute: string, ...values: string[]) => wanted.push({ kind: 'replace', attribute, values });
  const state = WANTED[operation];
  if (operation === 'PROVISION') {
    set(mailAttribute, order.address);
    for (const [attribute, value] of Object.entries(personNames(order.name ?? ''))) set(attribute, value);
    if (quotaAttribute) set(quotaAttribute, String(order.quotaMb));
  }
  if (state) wanted.push(stateValue(state, settings));
  if (operation === 'PROVISION' || operation === 'RESET_PASSWORD')
    set('userPassword', directoryPassword(order.passwordHash!, passwordScheme)!);
  const forwarding = { forwardTo: order.forwardTo ?? [], keepCopy: order.keepCopy ?? true };
  if (operation === 'PROVISION' || operation === 'FORWARD')
    for (const { attribute, values } of forwardValues(forwarding, order.address, settings)) set(attribute, ...values);
  return wanted;
}

/** Whether the entry says so already. A password that may not be read is taken for written where this very order was the last one. */
function stands({ attribute, values }: Modification, found: Found, order: Order, { mailAttribute }: LdapSettings): boolean {
  if (attribute === mailAttribute) return found.addresses.includes(order.address);
  const there = valuesOf(found, attribute);
  if (attribute === 'userPassword') return there.length === 0 ? found.fence === order.fence : there.join() === values.join();
  return there.length === values.length && values.every((value) => there.includes(value));
}

/** Why the order cannot be carried out in this directory at all. */
function impossible(operation: Operation, order: Order, { forwardAttribute, passwordScheme }: LdapSettings): string | undefined {
  const hasForwarding = (order.forwardTo?.length ?? 0) > 0 || operation === 'FORWARD';
  if ((operation === 'PROVISION' || operation === 'FORWARD') && hasForwarding && !forwardAttribute)
    return 'this directory has no attribute for forwarding';
  if (operation !== 'PROVISION' && operation !== 'RESET_PASSWORD') return undefined;
  return directoryPassword(order.passwordHash ?? '', passwordScheme) === undefined
    ? `the directory checks passwords of the scheme {${passwordScheme}}, not ${schemeOf(order.passwordHash ?? '')}`
    : undefined;
}

/** Attributes joined by name: the one that names the entry may be one that the order fills too. */
function joined(attributes: readonly Omit<Modification, 'kind'>[]): Omit<Modification, 'kind'>[] {
  const byName = new Map<string, Omit<Modification, 'kind'>>();
  for (const { attribute, values } of attributes) {
    const before = byName.get(attribute.toLowerCase())?.values ?? [];
    byName.set(attribute.toLowerCase(), { attribute, values: [...new Set([...before, ...values])] });
  }
  return [...byName.values()].filter(({ values }) => values.length > 0);
}

/** The first name that nobody bears there, as far as was tried. */
function freeName(names: readonly string[], parent: string, taken: ReadonlySet<string>): string | undefined {
  return names.find((name) => !taken.has(`${name},${parent}`));
}

/** Only while this very order was the last one. */
const undisturbed = (order: Order, { fenceAttribute }: LdapSettings, accountId?: string): Assertion | undefined =>
  fenceAttribute === undefined ? undefined : { ...(accountId && { accountId }), fenceAttribute, fence: { exactly: order.fence } };

/** Takes away what this order made and may not open. */
export const takingBack = ({ dn, accountId }: Found, order: Order, settings: LdapSettings): Step => ({
  kind: 'DELETE',
  dn,
  assertion: undisturbed(order, settings, accountId),
});

/**
 * A new entry is made out of the mail server's sight and moved into it only after another look, which shows that it is alone: one that slept before it
 * made it would else open a second one beside an entry that was made and revoked meanwhile.
 */
function addition(order: Order, settings: LdapSettings, taken: ReadonlySet<string>): Decision {
  const { rdnAttribute, container, revokedContainer, variant, idAttribute, fenceAttribute, objectClasses } = settings;
  const birthplace = variant === 'MOVE' ? revokedContainer : container;
  const value = nameValues(order.address).find((name) => !taken.has(`${rdn(rdnAttribute, name)},${birthplace}`));
  if (value === undefined) return refused(`other entries bear the names ${nameValues(order.address).join(' and ')} in ${birthplace}`);
  const attributes = joined([
    { attribute: 'objectClass', values: objectClasses },
    { attribute: rdnAttribute, values: [value] },
    { attribute: idAttribute, values: [order.accountId] },
    ...wantedValues('PROVISION', order, settings),
    ...(fenceAttribute ? [{ attribute: fenceAttribute, values: [String(order.fence)] }] : []),
  ]);
  const newRdn = rdn(rdnAttribute, value);
  const dn = `${newRdn},${birthplace}`;
  const move: Step = { kind: 'MOVE', dn, newRdn, newParent: container, assertion: undisturbed(order, settings) };
  return { kind: 'STEPS', differs: true, steps: [{ kind: 'ADD', dn, attributes }, ...(variant === 'MOVE' ? [move] : [])] };
}

/** Where the entry must lie; undefined where it may stay. */
function wantedParent(state: AccountState | undefined, { dn, isInPlace }: Found, settings: LdapSettings): string | undefined {
  const { variant, container, revokedContainer } = settings;
  if (state === undefined || variant === 'ATTRIBUTE') return undefined;
  if (state === 'REVOKED') return isBelow(dn, revokedContainer) ? undefined : revokedContainer;
  return isInPlace ? undefined : container;
}

function modification(operation: Operation, order: Order, found: Found, settings: LdapSettings): { step?: Step; differs: boolean } {
  const { fenceAttribute, objectClasses, mailAttribute } = settings;
  const wanted = wantedValues(operation, order, settings);
  const differs = wanted.some((each) => !stands(each, found, order, settings));
  const isFenceOld = fenceAttribute !== undefined && (found.fence ?? -1) < order.fence;
  if (!differs && !isFenceOld) return { differs };
  const named = namingValues(found.dn);
  const kept = (attribute: string) => named.filter((each) => each.attribute === attribute.toLowerCase()).map(({ value }) => value);
  // All of it, also what stands there already: an older order may change it before this one is written.
  const values = wanted
    .filter(({ attribute }) => attribute !== mailAttribute || !found.addresses.includes(order.address))
    .map((each) => ({ ...each, values: [...new Set([...each.values, ...kept(each.attribute)])] }));
  const classes = valuesOf(found, 'objectClass').map((each) => each.toLowerCase());
  const missing = objectClasses.filter((each) => !classes.includes(each.toLowerCase()));
  const modifications: Modification[] = [
    ...(missing.length > 0 ? [{ kind: 'add' as const, attribute: 'objectClass', values: missing }] : []),
    ...values,
    ...(fenceAttribute ? [{ kind: 'replace' as const, attribute: fenceAttribute, values: [String(order.fence)] }] : []),
  ];
  const fence = { atMost: order.fence };
  const assertion = fenceAttribute ? { accountId: found.accountId, fenceAttribute, fence } : undefined;
  return { step: { kind: 'MODIFY', dn: found.dn, modifications, assertion }, differs };
}

/** What is written for an order about an entry that is there. `taken` are names that turned out to be borne by others. */
function alteration(operation: Operation, order: Order, found: Found, settings: LdapSettings, taken: ReadonlySet<string>): Decision {
  const { fenceAttribute, variant, container, rdnAttribute } = settings;
  if (fenceAttribute && (found.fence ?? -1) > order.fence) return refused(NEWER_ORDER);
  const state = WANTED[operation];
  if (variant === 'ATTRIBUTE' && state && state !== 'REVOKED' && !found.isInPlace)
    return refused(`the entry ${found.dn} lies outside ${container}, where the mail server looks`);
  const { step, differs } = modification(operation, order, found, settings);
  const steps = step ? [step] : [];
  const parent = wantedParent(state, found, settings);
  if (parent === undefined) return { kind: 'STEPS', steps, differs, found };
  const names = [rdnOf(found.dn), rdn(rdnAttribute, order.address)];
  const newRdn = freeName(names, parent, taken);
  if (newRdn === undefined) return refused(`other entries bear the names ${names.join(' and ')} in ${parent}`);
  const assertion = undisturbed(order, settings, found.accountId);
  return { kind: 'STEPS', steps: [...steps, { kind: 'MOVE', dn: found.dn, newRdn, newParent: parent, assertion }], differs: true, found };
}

/** What an order asks of the directory. `entries` are all that bear its account id or its address. */
export function decided(
  operation: Operation,
  order: Order,
  entries: readonly Found[],
  settings: LdapSettings,
  taken: ReadonlySet<string> = new Set(),
): Decision {
  const fault = impossible(operation, order, settings);
  if (fault) return refused(fault);
  const same = entries.filter((entry) => isKnownAs(entry, order.accountId));
  const others = entries.filter((entry) => !same.includes(entry));
  const named = (list: readonly Found[]) => list.map(({ dn }) => dn).join(' and ');
  const mayPass = [...same, ...others].some((entry) => !entry.isInPlace);
  if (same.length > 1) return { ...refused(`several entries carry this account id: ${named(same)}`), mayPass };
  const [found] = same;
  if (others.length > 0 && (found !== undefined || operation === 'PROVISION'))
    return { ...refused(`another account holds this address: ${order.address} (${named(others)})`), mayPass };
  if (found) return alteration(operation, order, found, settings, taken);
  return operation === 'PROVISION' ? addition(order, settings, taken) : refused('there is no such account');
}
