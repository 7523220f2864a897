/** A desk for tests of the SCIM connector: a server with the connector before it, by a way that can be spoiled. */
import { randomUUID } from 'node:crypto';
import type { Account, AccountList, MailConnector, NewAccount } from '../../../server/provisioning/connector.js';
import { scimConnector } from '../../../server/provisioning/connectors/scim.js';
import { scimSettingFields } from '../../../server/provisioning/connectors/scim-settings.rules.js';
import { type SettingValue, withUsual } from '../../../server/provisioning/setting-fields.rules.js';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.js';
import { EXTENSION, type ScimServer, startScimServer, type StoredUser } from '../../support/scim-server.js';

export const NUMBERED = { fenceAttribute: `${EXTENSION}:orderNumber` };
export const ATTRIBUTES = { stateAttribute: `${EXTENSION}:state`, ...NUMBERED };
export const HASH = '{BLF-CRYPT}$2y$05$KlzrZkq8aVQeGq1dNf2GYuO4uFfHqVb1Qx3Yd5n7rT9wLsPzJkM2e';

export interface ScimDesk {
  server: ScimServer;
  proxy: FaultProxy;
  /** A connector over the way that can be spoiled; with settings of its own. */
  connector(settings?: Record<string, SettingValue>, secret?: string): MailConnector;
  account(given?: Partial<NewAccount>): NewAccount;
  /** Puts a user there past the connector. */
  put(user: Partial<StoredUser>): StoredUser;
  /** A clean server, and the way mended. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk(): Promise<ScimDesk> {
  const server = await startScimServer();
  const proxy = await startFaultProxy('127.0.0.1', server.port);
  const open: MailConnector[] = [];
  let counter = 0;
  return {
    server,
    proxy,
    connector(settings = {}, secret = server.token) {
      const told = { baseUrl: `http://127.0.0.1:${proxy.port}/scim/`, timeoutSeconds: 1, pageSize: 4, ...settings };
      const connector = scimConnector('scim', withUsual(scimSettingFields, told), { secret });
      open.push(connector);
      return connector;
    },
    account: (given = {}) => ({
      accountId: randomUUID(),
      address: `lan${(counter += 1)}@example.test`,
      fence: 1,
      name: 'Nguyễn Thị Lan',
      passwordHash: HASH,
      quotaMb: 200,
      forwardTo: [],
      keepCopy: true,
      ...given,
    }),
    put(user) {
      const id = user.id ?? randomUUID();
      const stored = { userName: `user${server.users.size}@example.test`, active: true, meta: { version: 'W/"0"' }, ...user, id };
      server.users.set(id, stored);
      return stored;
    },
    async tidy() {
      server.users.clear();
      server.asked.length = 0;
      for (const key of Object.keys(server.manners)) delete server.manners[key as keyof typeof server.manners];
      server.manners.hasVersions = true;
      await proxy.set({ mode: 'pass' });
    },
    async close() {
      for (const connector of open) await connector.close();
      await proxy.stop();
      await server.stop();
    },
  };
}

export async function walked(list: AccountList): Promise<{ accounts: Account[]; isWhole: boolean; problem: string | undefined }> {
  const accounts: Account[] = [];
  for await (const account of list) accounts.push(account);
  return { accounts, isWhole: await list.complete, problem: list.problem() };
}
