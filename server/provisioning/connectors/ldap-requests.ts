/** How are searches and conditional writes put into the words of the LDAP library? Values go in as they are: nothing is pasted into a filter's text. */
import { AndFilter, Attribute, BerWriter, Change, type Client, Control, type Entry, EqualityFilter, type Filter } from 'ldapts';
import { GreaterThanEqualsFilter, NotFilter, OrFilter, PresenceFilter } from 'ldapts';
import type { RawEntry } from './ldap-entry.rules.js';
import { type LdapSettings, namedAttributes } from './ldap-settings.rules.js';
import type { Assertion, Step } from './ldap-steps.rules.js';

/** RFC 4528. */
export const ASSERTION_CONTROL = '1.3.6.1.1.12';

/** The directory refuses the request unless the filter holds for the entry at the moment of writing. */
class AssertionControl extends Control {
  constructor(private readonly filter: Filter) {
    super(ASSERTION_CONTROL, { critical: true });
  }

  protected override writeControl(writer: BerWriter): void {
    const inner = new BerWriter();
    this.filter.write(inner);
    writer.writeBuffer(inner.buffer, 0x04);
  }
}

const equal = (attribute: string, value: string): Filter => new EqualityFilter({ attribute, value });

function controlsOf(assertion: Assertion | undefined): Control[] | undefined {
  if (!assertion) return undefined;
  const { accountId, fenceAttribute: attribute, fence } = assertion;
  const number =
    'exactly' in fence
      ? equal(attribute, String(fence.exactly))
      : new NotFilter({ filter: new GreaterThanEqualsFilter({ attribute, value: String(fence.atMost + 1) }) });
  const filters = [...(accountId === undefined ? [] : [equal('entryUUID', accountId)]), number];
  return [new AssertionControl(new AndFilter({ filters }))];
}

/** Sends one step. */
export async function sendStep(client: Client, step: Step): Promise<void> {
  if (step.kind === 'ADD') {
    const attributes = step.attributes.map(({ attribute, values }) => new Attribute({ type: attribute, values: [...values] }));
    return client.add(step.dn, attributes);
  }
  const controls = controlsOf(step.assertion);
  // The library parts this name at its first comma; in ours no comma stands before it.
  if (step.kind === 'MOVE') return client.modifyDN(step.dn, `${step.newRdn},${step.newParent}`, controls);
  if (step.kind === 'DELETE') return client.del(step.dn, controls);
  const changes = step.modifications.map(
    ({ kind, attribute, values }) => new Change({ operation: kind, modification: new Attribute({ type: attribute, values: [...values] }) }),
  );
  return client.modify(step.dn, changes, controls);
}

/** All entries that carry the account id, the directory's or the product's, or hold the address. */
export function accountFilter(accountId: string, address: string, { idAttribute, mailAttribute }: LdapSettings): Filter {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(accountId);
  const filters = [equal(idAttribute, accountId), ...(address ? [equal(mailAttribute, address)] : [])];
  return new OrFilter({ filters: isUuid ? [equal('entryUUID', accountId), ...filters] : filters });
}

/** All entries that are mailboxes. */
export const mailboxFilter = ({ objectClasses, mailAttribute }: LdapSettings): Filter =>
  new AndFilter({
    filters: [...objectClasses.map((name) => equal('objectClass', name)), new PresenceFilter({ attribute: mailAttribute })],
  });

/** Passwords are fetched only for orders that set one. */
export const readAttributes = (settings: LdapSettings, withPassword: boolean): string[] => {
  const named = namedAttributes(settings).filter((name) => withPassword || name !== 'userPassword');
  return [...new Set(['objectClass', 'cn', 'sn', 'givenName', 'entryUUID', 'entryCSN', 'modifyTimestamp', ...named])];
};

const textOf = (value: Buffer | string): string => (typeof value === 'string' ? value : value.toString());

export function rawEntry({ dn, ...rest }: Entry): RawEntry {
  const values = Object.entries(rest).map(([name, value]) => [name.toLowerCase(), [value].flat().map(textOf)] as const);
  return { dn, values: Object.fromEntries(values) };
}
