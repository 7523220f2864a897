/** Is the directory fit to be written by the product? Everything that can be tried without writing is tried, one line each. */
import { isIP } from 'node:net';
import type { Health } from '../connector.js';
import type { DirectoryConnection } from './ldap-connection.js';
import { foundIn } from './ldap-entry.rules.js';
import { CODE, DirectoryFault, type Stage } from './ldap-faults.rules.js';
import { ldapMessages as say } from './ldap.messages.js';
import type { LdapOrders } from './ldap-orders.js';
import { ASSERTION_CONTROL, mailboxFilter, readAttributes } from './ldap-requests.js';
import { namedAttributes } from './ldap-settings.rules.js';
import { sqlMessages as doveadm } from './sql.messages.js';

type Step = Health['steps'][number];

const good = (name: Step['name'], detail?: string): Step => ({ name, isWell: true, ...(detail && { detail }) });
const bad = (name: Step['name'], detail: string): Step => ({ name, isWell: false, detail });

const STAGES: readonly (readonly [Stage, Step['name']])[] = [
  ['CONNECT', say.stepConnects],
  ['ENCRYPT', say.stepEncrypted],
  ['BIND', say.stepBinds],
];

/** The lines up to the one that failed. */
function failedAt(fault: DirectoryFault, words: string): Step[] {
  if (fault.kind === 'SETTINGS') return [bad(say.stepSettings, words)];
  const at = STAGES.findIndex(([stage]) => stage === (fault.more.stage ?? 'CONNECT'));
  return [...STAGES.slice(0, at).map(([, name]) => good(name)), bad(STAGES[at]![1], words)];
}

function encryptedStep(connection: DirectoryConnection, url: string): Step {
  const encryption = connection.encryption();
  if (encryption) return good(say.stepEncrypted, `${encryption.protocol}, certificate valid to ${encryption.validTo}`);
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const isHere = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  return isHere ? good(say.stepEncrypted, 'no: on this machine only') : bad(say.stepEncrypted, 'no: passwords can be read on the way');
}

export class LdapCheck {
  /** The address of a mailbox that is open. */
  private active?: string;

  constructor(private readonly orders: LdapOrders) {}

  async run(): Promise<Health> {
    const steps = await this.steps();
    return { isWell: steps.every(({ isWell }) => isWell), steps };
  }

  private async steps(): Promise<Step[]> {
    let connection: DirectoryConnection;
    try {
      connection = await this.orders.open();
    } catch (error) {
      if (!(error instanceof DirectoryFault)) throw error;
      return failedAt(error, this.orders.words(error));
    }
    try {
      const begun = [good(say.stepConnects), encryptedStep(connection, this.orders.settings.url), good(say.stepBinds)];
      const tried: Step[] = [];
      for (const dn of this.containers()) tried.push(await this.tried(say.stepContainer, () => this.readable(connection, dn)));
      tried.push(await this.tried(say.stepSchema, () => this.schema(connection)));
      tried.push(await this.tried(say.stepFence, () => this.fence(connection)));
      tried.push(await this.tried(say.stepList, () => this.walk(connection)));
      tried.push(good(say.stepWrites, 'not tried'), good(say.stepPasswords, 'not tried'), ...(await this.mailServer()));
      return [...begun, ...tried];
    } finally {
      await connection.close();
    }
  }

  private async mailServer(): Promise<Step[]> {
    const { server, settings } = this.orders;
    if (!server) return [];
    const answers = await this.tried(doveadm.stepDoveadm, () => server.answers().then(() => good(doveadm.stepDoveadm)));
    const { active } = this;
    if (!answers.isWell || !active || !settings.asksDovecot) return [answers];
    const lookup = await this.tried(doveadm.stepLookup, async () =>
      (await server.knows(active)) ? good(doveadm.stepLookup) : bad(doveadm.stepLookup, active),
    );
    return [answers, lookup];
  }

  private containers(): string[] {
    const { variant, container, revokedContainer } = this.orders.settings;
    return variant === 'MOVE' ? [container, revokedContainer] : [container];
  }

  private async tried(name: Step['name'], act: () => Promise<Step>): Promise<Step> {
    try {
      return await act();
    } catch (error) {
      return bad(name, this.orders.words(error));
    }
  }

  private async readable(connection: DirectoryConnection, dn: string): Promise<Step> {
    const found = await connection.search(dn, 'base', undefined, ['1.1']);
    return found.length === 1 ? good(say.stepContainer, dn) : bad(say.stepContainer, `${dn}: not readable`);
  }

  private async root(connection: DirectoryConnection, attribute: string): Promise<readonly string[]> {
    const [root] = await connection.search('', 'base', undefined, [attribute]);
    return root?.values[attribute.toLowerCase()] ?? [];
  }

  private async schema(connection: DirectoryConnection): Promise<Step> {
    const { settings } = this.orders;
    const [place] = await this.root(connection, 'subschemaSubentry');
    const [schema] = place ? await connection.search(place, 'base', undefined, ['attributeTypes', 'objectClasses']) : [];
    if (!schema) return good(say.stepSchema, 'the directory does not show its schema: not tried');
    const all = [...(schema.values.attributetypes ?? []), ...(schema.values.objectclasses ?? [])].join('\n').toLowerCase();
    const known = new Set([...all.matchAll(/'([^']+)'|\(\s*([\d.]+)/g)].map(([, name, number]) => name ?? number));
    const missing = [...namedAttributes(settings), ...settings.objectClasses].filter((name) => !known.has(name.toLowerCase()));
    return missing.length > 0 ? bad(say.stepSchema, `not known there: ${missing.join(', ')}`) : good(say.stepSchema);
  }

  private async fence(connection: DirectoryConnection): Promise<Step> {
    if (!this.orders.settings.fenceAttribute) return good(say.stepFence, 'switched off: an order that comes late can undo a newer one');
    const controls = await this.root(connection, 'supportedControl');
    return controls.includes(ASSERTION_CONTROL)
      ? good(say.stepFence)
      : bad(say.stepFence, `the directory does not know the control ${ASSERTION_CONTROL} (RFC 4528)`);
  }

  /** All mailboxes. */
  private async walk(connection: DirectoryConnection): Promise<Step> {
    let walked = 0;
    try {
      const { settings } = this.orders;
      for await (const { entries } of connection.pages(mailboxFilter(settings), readAttributes(settings, false))) {
        walked += entries.length;
        this.active ??= entries.map((entry) => foundIn(entry, settings)).find(({ state }) => state === 'ACTIVE')?.addresses[0];
      }
      return good(say.stepList, `${walked} entries, no limit met`);
    } catch (error) {
      if (!(error instanceof DirectoryFault) || error.more.code !== CODE.SIZE_LIMIT) throw error;
      const { bindDn } = this.orders.settings;
      return bad(say.stepList, `ended by a size limit after ${walked} entries; OpenLDAP: limits dn.exact="${bindDn}" size=unlimited`);
    }
  }
}
