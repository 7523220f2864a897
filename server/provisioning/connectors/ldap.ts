/**
 * How do mailboxes follow orders where a directory holds them? The mail server reads entries by filters; this connector writes them: it moves revoked
 * entries out of the mail server's sight or marks them, whichever the site allows.
 */
import { type MailConnector, Unreachable } from '../connector.js';
import { type SettingValue, withUsual } from '../setting-fields.rules.js';
import { LdapCheck } from './ldap-check.js';
import { forwardingOf, isKnownAs } from './ldap-entry.rules.js';
import { LdapList } from './ldap-list.js';
import { LdapOrders, type MailServerBeside } from './ldap-orders.js';
import { ldapSettingFields, ldapSettings } from './ldap-settings.rules.js';
import { MailServer } from './mail-server.js';

function dovecot(all: Readonly<Record<string, SettingValue>>, key: string): MailServer | undefined {
  if (!all.doveadmUrl) return undefined;
  const { doveadmUrl, timeLimitSeconds, endOthersToo, asksDovecot } = all;
  return new MailServer({
    url: String(doveadmUrl),
    key,
    timeLimitSeconds: Number(timeLimitSeconds),
    endOthersToo: endOthersToo === true,
    asksDovecot: asksDovecot !== false,
  });
}

/** Settings by `ldapSettingFields`; secrets `bindPassword` and, with doveadm, `doveadmKey`. `server`: the mail server, if not the Dovecot of the settings. */
export function ldapConnector(
  name: string,
  told: Readonly<Record<string, SettingValue>>,
  secrets: Readonly<Record<string, string>>,
  server?: MailServerBeside,
): MailConnector {
  const all = withUsual(ldapSettingFields, told);
  const settings = ldapSettings(all);
  const beside = server ?? dovecot(all, secrets.doveadmKey ?? '');
  const orders = new LdapOrders(settings, secrets.bindPassword ?? '', beside);
  return {
    name,
    capabilities: () => ({
      suspendKeepsDelivery: true,
      endSessions: beside !== undefined,
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
      return {
        state,
        accountId: found.accountId,
        ...(address !== undefined && { address }),
        ...(forwarding && { forwarding }),
        ...(address !== undefined && (await beside?.seen(address))),
        ...(etag && { etag }),
        ...(fence !== undefined && { fence }),
      };
    },
    list: () => new LdapList(orders),
    check: () => new LdapCheck(orders).run(),
    close: () => Promise.resolve(),
  };
}
