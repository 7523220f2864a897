/** Which mail systems are there, and how is each reached? Connectors are made once and kept while the settings stay what they are. */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { Refusal } from '../kernel/refusal.js';
import { CONNECTOR_KINDS } from './connector-kinds.js';
import type { Capabilities, MailConnector } from './connector.js';
import { openSecrets } from './mail-system-secrets.js';
import { provisioningMessages } from './provisioning.messages.js';
import { type SettingValue, withUsual } from './setting-fields.rules.js';
import type { MailSystemKind } from './vocabulary.js';

export interface SystemRow {
  id: string;
  version: number;
  name: string;
  kind: MailSystemKind;
  domains: string[];
  settings: Record<string, SettingValue>;
  secrets: string | null;
  isOn: boolean;
  parallel: number;
  mostAnHour: number;
  accountsListed: number | null;
}

export interface OpenSystem extends SystemRow {
  connector: MailConnector;
}

const COLUMNS = `id, version, name, kind, to_json(domains)::text as domains, settings::text as settings, secrets, is_on as "isOn", parallel, most_an_hour as "mostAnHour", accounts_listed as "accountsListed"`;

type Raw = Omit<SystemRow, 'domains' | 'settings'> & { domains: string; settings: string };

const systems = new WeakMap<Ground, MailSystems>();

/** The mail systems of a ground. */
export function mailSystemsOf(ground: Ground): MailSystems {
  let found = systems.get(ground);
  if (!found) systems.set(ground, (found = new MailSystems(ground)));
  return found;
}

/** A connector with these settings, which is the caller's to close. */
export function connectorOf(
  kind: MailSystemKind,
  name: string,
  settings: SystemRow['settings'],
  secrets: Record<string, string>,
): MailConnector {
  const { fields, make } = CONNECTOR_KINDS[kind];
  return make(name, withUsual(fields, settings), secrets);
}

export class MailSystems {
  private readonly kept = new Map<string, { version: number; connector: MailConnector }>();
  /** Versions that could not be used. */
  private readonly unusable = new Map<string, number>();

  constructor(private readonly ground: Ground) {}

  /** Inside a command they are read through its own transaction: the embedded store has one connection. */
  async rows(em: SqlEntityManager = this.ground.orm.em.fork()): Promise<SystemRow[]> {
    const found = await executeBound<Raw>(em, `select ${COLUMNS} from mail_system order by name`, []);
    return found.map((row) => ({
      ...row,
      domains: JSON.parse(row.domains) as string[],
      settings: JSON.parse(row.settings) as SystemRow['settings'],
    }));
  }

  /** Those that orders are carried out on by this program. One whose settings or secrets cannot be used keeps no other from it (G-9). */
  async running(): Promise<OpenSystem[]> {
    const rows = (await this.rows()).filter(({ isOn, kind }) => isOn && kind !== 'FILE');
    return rows.flatMap((row) => this.openedIfAny(row) ?? []);
  }

  private openedIfAny(row: SystemRow): OpenSystem | undefined {
    try {
      return this.opened(row);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  /** What each can do, by name; nothing, where it cannot be used. */
  async capabilities(): Promise<Map<string, Pick<Capabilities, 'resetPassword' | 'forward' | 'suspendKeepsDelivery'>>> {
    const none = { resetPassword: false, forward: false, suspendKeepsDelivery: false };
    return new Map((await this.rows()).map((row) => [row.name, this.openedIfAny(row)?.connector.capabilities() ?? none]));
  }

  async named(name: string, em?: SqlEntityManager): Promise<OpenSystem | undefined> {
    const row = (await this.rows(em)).find((other) => other.name === name);
    return row && this.opened(row);
  }

  opened(row: SystemRow): OpenSystem {
    const before = this.kept.get(row.id);
    if (before?.version === row.version) return { ...row, connector: before.connector };
    // Orders at hand end on the old connection; it is closed when they have had their time.
    if (before) setTimeout(() => void before.connector.close().catch(() => undefined), 60_000).unref();
    const connector = this.made(row);
    this.kept.set(row.id, { version: row.version, connector });
    return { ...row, connector };
  }

  /** Refuses where what was told cannot be used any more, such as secrets that another installation sealed. */
  private made({ id, version, kind, name, settings, secrets }: SystemRow): MailConnector {
    try {
      return connectorOf(kind, name, settings, openSecrets(this.ground.key, id, secrets));
    } catch (error) {
      // It is looked at every few seconds; once is enough.
      if (this.unusable.get(id) !== version) this.ground.log.error({ error, system: id }, 'A mail system cannot be used with its settings');
      this.unusable.set(id, version);
      throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'D-8', path: [], message: { text: provisioningMessages.unusable } });
    }
  }

  async close(): Promise<void> {
    const all = [...this.kept.values()];
    this.kept.clear();
    await Promise.all(all.map(({ connector }) => connector.close().catch(() => undefined)));
  }
}
