/**
 * Which mailboxes does the directory hold? All pages of one search, and at the end whether that was all: a size limit ends a search after so many
 * entries, also one that asks page by page, and a part may lie on another server.
 */
import type { Account, AccountList } from '../connector.js';
import type { DirectoryConnection } from './ldap-connection.js';
import { foundIn, type Found } from './ldap-entry.rules.js';
import type { LdapOrders } from './ldap-orders.js';
import { mailboxFilter, readAttributes } from './ldap-requests.js';

const accountOf = ({ accountId, addresses, name, state }: Found): Account => ({
  accountId,
  address: addresses[0]!,
  ...(name !== undefined && { name }),
  state,
});

/** Entries page by page; throws where the search is not whole. */
async function* entriesOf(connection: DirectoryConnection, orders: LdapOrders): AsyncGenerator<Found> {
  let walked = 0;
  for await (const { entries, elsewhere } of connection.pages(mailboxFilter(orders.settings), readAttributes(orders.settings, false))) {
    if (elsewhere > 0) throw new Error('a part of the directory lies on another server');
    // The library takes an empty page for the last one, though others may follow it.
    if (entries.length === 0 && walked > 0) throw new Error(`an empty page came after ${walked} entries`);
    for (const entry of entries) {
      walked += 1;
      yield foundIn(entry, orders.settings);
    }
  }
}

export class LdapList implements AccountList {
  readonly complete: Promise<boolean>;
  private settle!: (isComplete: boolean) => void;
  private found: string | undefined;

  constructor(private readonly orders: LdapOrders) {
    this.complete = new Promise((resolve) => (this.settle = resolve));
  }

  readonly problem = (): string | undefined => this.found;

  async *[Symbol.asyncIterator](): AsyncGenerator<Account> {
    let connection: DirectoryConnection | undefined;
    this.found = 'the walk was ended early';
    try {
      connection = await this.orders.open();
      const seen = new Map<string, string>();
      let twice: string | undefined;
      for await (const entry of entriesOf(connection, this.orders)) {
        const ids = [entry.accountId, ...(entry.ownId === undefined ? [] : [`own ${entry.ownId.toLowerCase()}`])];
        const other = ids.map((id) => seen.get(id)).find((dn) => dn !== undefined);
        if (other !== undefined) twice ??= `the same account id stands on ${other} and ${entry.dn}`;
        for (const id of ids) seen.set(id, entry.dn);
        yield accountOf(entry);
      }
      this.found = twice;
    } catch (error) {
      this.found = this.orders.words(error);
    } finally {
      this.settle(this.found === undefined);
      await connection?.close();
    }
  }
}
