/** What does an entry of the directory say of a mailbox? Its state is read as the mail server reads it: by where it lies and by one attribute. */
import type { AccountState, Forwarding } from '../connector.js';
import { isBelow, isSameDn, parentOf } from './ldap-names.rules.js';
import type { LdapSettings } from './ldap-settings.rules.js';

/** An entry as it came: attributes in small letters, each with its values. */
export interface RawEntry {
  dn: string;
  values: Readonly<Record<string, readonly string[]>>;
}

/** An entry as a mailbox. */
export interface Found {
  dn: string;
  /** entryUUID, small letters. */
  accountId: string;
  /** The product's own id. */
  ownId?: string;
  addresses: string[];
  name?: string;
  state: AccountState;
  /** Whether it lies where the mail server looks. */
  isInPlace: boolean;
  fence?: number;
  etag?: string;
  values: RawEntry['values'];
}

export const valuesOf = ({ values }: Pick<RawEntry, 'values'>, attribute: string): readonly string[] =>
  values[attribute.toLowerCase()] ?? [];

/** Whether the mail server looks where the entry lies. */
export function isInPlace(dn: string, { container, withSubtree, variant, revokedContainer }: LdapSettings): boolean {
  if (variant === 'MOVE' && isBelow(dn, revokedContainer)) return false;
  return withSubtree ? isBelow(dn, container) : isSameDn(parentOf(dn), container);
}

/** As the filters read it: who may log in is named; who receives is everybody in place who is not revoked. */
function stateOf(entry: RawEntry, settings: LdapSettings): AccountState {
  if (!isInPlace(entry.dn, settings)) return 'REVOKED';
  const { variant, enabledAttribute, stateAttribute, stateValues } = settings;
  if (variant === 'MOVE') return valuesOf(entry, enabledAttribute)[0]?.toUpperCase() === 'TRUE' ? 'ACTIVE' : 'SUSPENDED';
  const value = valuesOf(entry, stateAttribute)[0]?.toLowerCase();
  const named = (['ACTIVE', 'REVOKED'] as const).find((state) => stateValues[state].toLowerCase() === value);
  return named ?? 'SUSPENDED';
}

export function foundIn(entry: RawEntry, settings: LdapSettings): Found {
  const { idAttribute, fenceAttribute, mailAttribute } = settings;
  const fence = fenceAttribute === undefined ? undefined : valuesOf(entry, fenceAttribute)[0];
  return {
    dn: entry.dn,
    accountId: valuesOf(entry, 'entryUUID')[0]?.toLowerCase() ?? '',
    ownId: valuesOf(entry, idAttribute)[0],
    addresses: valuesOf(entry, mailAttribute).map((address) => address.toLowerCase()),
    name: valuesOf(entry, 'cn')[0],
    state: stateOf(entry, settings),
    isInPlace: isInPlace(entry.dn, settings),
    fence: fence === undefined ? undefined : Number(fence),
    etag: (valuesOf(entry, 'entryCSN')[0] ?? valuesOf(entry, 'modifyTimestamp')[0]) || undefined,
    values: entry.values,
  };
}

/** Whether the account is known by this id: the directory's own, or the one the product gave. */
export const isKnownAs = ({ accountId, ownId }: Found, id: string): boolean =>
  accountId === id.toLowerCase() || ownId?.toLowerCase() === id.toLowerCase();

/**
 * Where incoming mail goes, as values of attributes. Without an attribute for it, that a copy stays is said by the mailbox's own address among the
 * destinations.
 */
export function forwardValues(
  { forwardTo, keepCopy }: Forwarding,
  address: string,
  { forwardAttribute, keepCopyAttribute }: LdapSettings,
): { attribute: string; values: string[] }[] {
  if (!forwardAttribute) return [];
  const isOn = forwardTo.length > 0;
  const own = isOn && keepCopy && !keepCopyAttribute ? [address] : [];
  return [
    { attribute: forwardAttribute, values: [...new Set([...forwardTo, ...own])] },
    ...(keepCopyAttribute ? [{ attribute: keepCopyAttribute, values: isOn ? [keepCopy ? 'TRUE' : 'FALSE'] : [] }] : []),
  ];
}

export function forwardingOf(found: Found, { forwardAttribute, keepCopyAttribute }: LdapSettings): Forwarding | undefined {
  if (!forwardAttribute) return undefined;
  const all = valuesOf(found, forwardAttribute);
  const isOwn = (address: string) => found.addresses.includes(address.toLowerCase());
  const said = keepCopyAttribute ? valuesOf(found, keepCopyAttribute)[0]?.toUpperCase() !== 'FALSE' : all.some(isOwn);
  return { forwardTo: all.filter((address) => !isOwn(address)), keepCopy: all.length === 0 || said };
}
