/**
 * How do mailboxes follow orders where a directory holds them? The mail server reads entries by filters; this connector writes them: it moves revoked
 * entries out of the mail server's sight or marks them, whichever the site allows.
 */
import { type MailConnector, Unreachable } from '../connector.js';
import type { SettingValue } from '../setting-fields.rules.js';
import { LdapCheck } from './ldap-check.js';
import { forwardingOf, isKnownAs } from './ldap-entry.rules.js';
import { LdapList } from './ldap-list.js';
import { LdapOrders } from './ldap-orders.js';
import { ldapSettings } from './ldap-settings.rules.js';
import type { MailSessions } from './mail-sessions.js';

/** `sessions` is the mail server beside the directory, where the product may reach it. */
export function ldapConnector(
  name: string,
  told: Readonly<Record<string, SettingValue>>,
  secrets: Readonly<Record<string, string>>,
  sessions?: MailSessions,
): MailConnector {
  const settings = ldapSettings(told);
  const orders = new LdapOrders(settings, secrets.bindPassword ?? '', sessions);
  return {
    name,
    capabilities: () => ({
      suspendKeepsDelivery: true,
      endSessions: sessions !== undefined,
      forward: settings.forwardAttribute !== undefined,
      resetPassword: true,
      list: 'complete',
      verify: 'readback',
    }),
    plan: (operation, account) => orders.planned(operation, account),
    provision: (account) => orders.carryOut('PROVISION', account),
    suspend: (target) => orders.carryOut('SUSPEND', target),
    restore: (target) => orders.carryOut('RESTORE', target),
    revoke: (target) => orders.carryOut('REVOKE', target),
    resetPassword: (target, passwordHash) => orders.carryOut('RESET_PASSWORD', { ...target, passwordHash }),
    forward: (target, forwarding) => orders.carryOut('FORWARD', { ...target, ...forwarding }),
    async observe({ accountId, address: known }) {
      const entries = await orders.asking((connection) => connection.find(accountId, ''));
      const same = entries.filter((entry) => isKnownAs(entry, accountId));
      if (same.length > 1) throw new Unreachable(`several entries carry this account id: ${same.map(({ dn }) => dn).join(' and ')}`);
      const [found] = same;
      if (!found) return { state: 'NONE' };
      const { state, addresses, fence, etag } = found;
      const forwarding = forwardingOf(found, settings);
      const address = addresses.includes(known) ? known : addresses[0];
      // Sessions are an extra: that they cannot be counted makes nothing else unknown.
      const live = address === undefined ? undefined : await sessions?.count(address).catch(() => undefined);
      return {
        state,
        accountId: found.accountId,
        ...(address !== undefined && { address }),
        ...(forwarding && { forwarding }),
        ...(live !== undefined && { sessions: live }),
        ...(etag && { etag }),
        ...(fence !== undefined && { fence }),
      };
    },
    list: () => new LdapList(orders),
    check: () => new LdapCheck(orders).run(),
    close: () => Promise.resolve(),
  };
}
