import { randomUUID } from 'node:crypto';
import type { FoundState } from '../../../server/provisioning/connector.js';
import { scimConnector } from '../../../server/provisioning/connectors/scim.js';
import { scimSettingFields } from '../../../server/provisioning/connectors/scim-settings.rules.js';
import { type SettingValue, withUsual } from '../../../server/provisioning/setting-fields.rules.js';
import { startFaultProxy } from '../../support/fault-proxy.js';
import { EXTENSION, startScimServer, type StoredUser } from '../../support/scim-server.js';
import { type Bench, conformance } from '../conformance.js';

const ATTRIBUTES = { stateAttribute: `${EXTENSION}:state`, fenceAttribute: `${EXTENSION}:orderNumber` };

function stateOf(user: StoredUser | undefined, inactive: FoundState): FoundState {
  if (!user) return 'NONE';
  const kept = (user[EXTENSION] as { state?: string } | undefined)?.state?.toUpperCase() as FoundState | undefined;
  return user.active ? 'ACTIVE' : (kept ?? inactive);
}

const hashOf = async (password: string): Promise<string> => `{TEST}${Buffer.from(`salted-${password}`).toString('hex')}`;

/** A bench with a server of its own behind a way that can be cut. */
async function open(
  takesHashes: boolean,
  settings: Record<string, SettingValue>,
  lacks: Bench['lacks'] = [],
  hasVersions = true,
): Promise<Bench> {
  const server = await startScimServer();
  server.manners.hasVersions = hasVersions;
  const proxy = await startFaultProxy('127.0.0.1', server.port);
  const connector = scimConnector(
    'scim',
    withUsual(scimSettingFields, {
      baseUrl: `http://127.0.0.1:${proxy.port}/scim`,
      pageSize: 3,
      timeoutSeconds: 30,
      takesHashes,
      ...settings,
    }),
    { secret: server.token },
  );
  return {
    connector,
    newId: randomUUID,
    lacks,
    hashOf,
    stateSeen: async (address) => stateOf(server.userNamed(address), settings.suspendKeepsDelivery ? 'SUSPENDED' : 'REVOKED'),
    ...(takesHashes && {
      passwordFits: async (address: string, password: string) => server.userNamed(address)?.password === (await hashOf(password)),
    }),
    breakOff: async () => {
      await proxy.set({ mode: 'down' });
      return () => proxy.set({ mode: 'pass' });
    },
    close: async () => {
      await connector.close();
      await proxy.stop();
      await server.stop();
    },
  };
}

conformance('SCIM with versions, order numbers and a state attribute', () => open(true, ATTRIBUTES));
conformance('SCIM with nothing but the standard', () => open(false, {}, ['fence'], false));
