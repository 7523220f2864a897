/**
 * What became of a request to the directory? One connection for one order, opened, encrypted and bound, and never opened again by itself: a request
 * was not sent, was answered, or was sent and not answered.
 */
import type { Socket } from 'node:net';
import { connect as connectSecure, type ConnectionOptions, TLSSocket } from 'node:tls';
import { Client, type Filter, ResultCodeError } from 'ldapts';
import { foundIn, type Found, type RawEntry } from './ldap-entry.rules.js';
import { DirectoryFault, refusalText, type Stage } from './ldap-faults.rules.js';
import { accountFilter, rawEntry, readAttributes, sendStep } from './ldap-requests.js';
import { settingsFault } from './ldap-setting-faults.rules.js';
import type { LdapSettings } from './ldap-settings.rules.js';
import { limited, openSocket, tlsOptions } from './ldap-socket.js';
import type { Step } from './ldap-steps.rules.js';

export const PAGE = 200;

export class DirectoryConnection {
  private constructor(
    private readonly client: Client,
    private readonly settings: LdapSettings,
    private readonly encrypted: () => TLSSocket | undefined,
  ) {}

  /** Throws a fault of the kind SETTINGS or UNREACHED: nothing was written. */
  static async open(settings: LdapSettings, password: string): Promise<DirectoryConnection> {
    const fault = settingsFault(settings);
    if (fault) throw new DirectoryFault('SETTINGS', fault);
    const socket = await openSocket(settings);
    let secured = socket instanceof TLSSocket ? socket : undefined;
    let given: Socket | undefined = socket;
    const client = new Client({
      url: settings.url.replace(/^ldaps:/i, 'ldap:'),
      timeout: settings.timeoutMilliseconds,
      // The library would open a lost connection again, with nobody's name on it: it gets this one, once.
      createConnection: (() => {
        const mine = given;
        given = undefined;
        if (!mine) throw new Error('the connection was lost');
        return mine;
      }) as never,
      createSecureConnection: ((options: ConnectionOptions) =>
        (secured = limited(connectSecure(options), 'secureConnect', settings.timeoutMilliseconds))) as never,
    });
    const connection = new DirectoryConnection(client, settings, () => secured);
    try {
      if (settings.startTls) await connection.begun('ENCRYPT', () => client.startTLS(tlsOptions(settings)));
      await connection.begun('BIND', () => client.bind(settings.bindDn, password));
      return connection;
    } catch (error) {
      await connection.close();
      socket.destroy();
      throw error;
    }
  }

  private async begun(stage: Stage, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const code = error instanceof ResultCodeError ? error.code : undefined;
      const text = code === undefined ? (error as Error).message : refusalText(code, (error as Error).message);
      throw new DirectoryFault('UNREACHED', `${stage === 'BIND' ? 'bind' : 'StartTLS'}: ${text}`, { stage, code });
    }
  }

  /** How it is encrypted: protocol and the certificate's last day; undefined where it is not. */
  encryption(): { protocol: string; validTo: string } | undefined {
    const socket = this.encrypted();
    return socket && { protocol: socket.getProtocol() ?? 'TLS', validTo: socket.getPeerCertificate().valid_to };
  }

  private async asked<T>(act: () => Promise<T>): Promise<T> {
    if (!this.client.isBound) throw new DirectoryFault('UNREACHED', 'the connection was lost');
    try {
      return await act();
    } catch (error) {
      if (error instanceof ResultCodeError)
        throw new DirectoryFault('REFUSED', refusalText(error.code, error.message), { code: error.code });
      throw new DirectoryFault('CUT', (error as Error).message.split('\n').join(' '));
    }
  }

  /** All entries that carry the account id or hold the address. */
  async find(accountId: string, address: string, withPassword = false): Promise<Found[]> {
    const attributes = readAttributes(this.settings, withPassword);
    const entries = await this.search(this.settings.searchBase, 'sub', accountFilter(accountId, address, this.settings), attributes);
    return entries.map((entry) => foundIn(entry, this.settings));
  }

  async search(base: string, scope: 'base' | 'sub', filter: Filter | undefined, attributes: string[]): Promise<RawEntry[]> {
    const { searchEntries } = await this.asked(() => this.client.search(base, { scope, filter, attributes }));
    return searchEntries.map(rawEntry);
  }

  /** Page by page; `elsewhere` counts parts that lie on other servers. */
  async *pages(filter: Filter, attributes: string[]): AsyncGenerator<{ entries: RawEntry[]; elsewhere: number }> {
    const options = { scope: 'sub', filter, attributes, paged: { pageSize: PAGE } } as const;
    const pages = this.client.searchPaginated(this.settings.searchBase, options);
    for (;;) {
      const { value, done } = await this.asked(() => pages.next());
      if (done) return;
      yield { entries: value.searchEntries.map(rawEntry), elsewhere: value.searchReferences.length };
    }
  }

  write(step: Step): Promise<void> {
    return this.asked(() => sendStep(this.client, step));
  }

  async close(): Promise<void> {
    await this.client.unbind().catch(() => undefined);
  }
}
