/** A directory beside the connector, read as a mail server and as its administrator would read it, never through the connector. */
import { randomUUID } from 'node:crypto';
import { AndFilter, Attribute, Change, Client, EqualityFilter, type Filter, NotFilter } from 'ldapts';
import type { FoundState, MailConnector } from '../../server/provisioning/connector.js';
import { ldapConnector } from '../../server/provisioning/connectors/ldap.js';
import { ldapSettingFields } from '../../server/provisioning/connectors/ldap-settings.rules.js';
import type { MailServerBeside } from '../../server/provisioning/connectors/ldap-orders.js';
import { settingFaults, type SettingValue, withUsual } from '../../server/provisioning/setting-fields.rules.js';
import { LdapProxy } from '../support/ldap-proxy.js';
import { ADMIN, PEOPLE, PRODUCT, READER, REVOKED, type Slapd, type SlapdChoice, startSlapd, SUFFIX } from '../support/slapd.js';

const is = (attribute: string, value: string): Filter => new EqualityFilter({ attribute, value });
const all = (...filters: Filter[]): Filter => new AndFilter({ filters });

export type Variant = 'MOVE' | 'ATTRIBUTE';

/** The filters of a mail server: who gets in, and whose mail is kept. */
const FILTERS = {
  MOVE: {
    pass: (address: string) => all(is('objectClass', 'registryMailbox'), is('mail', address), is('mailEnabled', 'TRUE')),
    user: (address: string) => all(is('objectClass', 'registryMailbox'), is('mail', address)),
  },
  ATTRIBUTE: {
    pass: (address: string) => all(is('objectClass', 'registryMailbox'), is('mail', address), is('mailState', 'active')),
    user: (address: string) =>
      all(is('objectClass', 'registryMailbox'), is('mail', address), new NotFilter({ filter: is('mailState', 'revoked') })),
  },
} as const;

async function bound<T>(slapd: Slapd, { dn, password }: { dn: string; password: string }, act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ url: slapd.url });
  try {
    await client.bind(dn, password);
    return await act(client);
  } finally {
    await client.unbind();
  }
}

export class LdapBench {
  private constructor(
    readonly slapd: Slapd,
    readonly proxy: LdapProxy,
    readonly variant: Variant,
  ) {}

  static async open(variant: Variant, choice: SlapdChoice = {}): Promise<LdapBench> {
    const slapd = await startSlapd(choice);
    return new LdapBench(slapd, await LdapProxy.open(slapd.port), variant);
  }

  settings(given: Record<string, SettingValue> = {}): Record<string, SettingValue> {
    const told = {
      url: this.proxy.url,
      startTls: false,
      bindDn: PRODUCT.dn,
      container: PEOPLE,
      variant: this.variant,
      passwordScheme: 'ARGON2',
      forwardAttribute: 'mailForwardTo',
      quotaAttribute: 'mailQuotaMb',
      ...given,
    };
    const faults = settingFaults(ldapSettingFields, { settings: told, secrets: { bindPassword: PRODUCT.password } });
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
    return withUsual(ldapSettingFields, told);
  }

  /** A connector that goes through the proxy, or past it where `url` says so. */
  connector(given: Record<string, SettingValue> = {}, server?: MailServerBeside): MailConnector {
    return ldapConnector('test', this.settings(given), { bindPassword: PRODUCT.password }, server);
  }

  asAdmin<T>(act: (client: Client) => Promise<T>): Promise<T> {
    return bound(this.slapd, ADMIN, act);
  }

  /** The entries that hold the address, wherever they lie. */
  entriesOf(address: string) {
    return this.asAdmin(async (client) => {
      const attributes = ['*', '+'];
      return (await client.search(SUFFIX, { filter: is('mail', address), attributes })).searchEntries;
    });
  }

  set(dn: string, attribute: string, ...values: string[]): Promise<void> {
    const change = new Change({ operation: 'replace', modification: new Attribute({ type: attribute, values }) });
    return this.asAdmin((client) => client.modify(dn, change));
  }

  move(dn: string, to: string): Promise<void> {
    return this.asAdmin((client) => client.modifyDN(dn, to));
  }

  /** How many entries a mail server finds. */
  async seen(address: string): Promise<{ gettingIn: number; receiving: number }> {
    const { pass, user } = FILTERS[this.variant];
    return bound(this.slapd, READER, async (client) => {
      const found = async (filter: Filter) => (await client.search(PEOPLE, { scope: 'one', filter, attributes: ['mail'] })).searchEntries;
      return { gettingIn: (await found(pass(address))).length, receiving: (await found(user(address))).length };
    });
  }

  async stateSeen(address: string): Promise<FoundState> {
    // slapd takes no such value as a mail address, and so has nobody under it.
    if (/[^ -~]/.test(address)) return 'NONE';
    const { gettingIn, receiving } = await this.seen(address);
    if (gettingIn > 0) return 'ACTIVE';
    if (receiving > 0) return 'SUSPENDED';
    return (await this.entriesOf(address)).length > 0 ? 'REVOKED' : 'NONE';
  }

  /** Whether the password opens the entry, by a real bind. */
  async passwordFits(address: string, password: string): Promise<boolean> {
    const [entry] = await this.entriesOf(address);
    return bound(this.slapd, { dn: entry!.dn, password }, async () => true).catch(() => false);
  }

  readonly newId = (): string => randomUUID();

  async close(): Promise<void> {
    await this.proxy.close();
    await this.slapd.stop();
  }
}

export { PEOPLE, REVOKED, SUFFIX };
