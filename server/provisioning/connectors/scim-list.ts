/**
 * Which accounts does a SCIM server have, and is that all of them? Page by page (RFC 7644 §3.4.2.4); whole only if as many came as were announced,
 * none came twice, and the number announced never moved.
 */
import type { Account, AccountList } from '../connector.js';
import { setbackOf } from './scim-answer.rules.js';
import type { ScimSystem } from './scim-find.js';
import { isResource, scimUser } from './scim-user.rules.js';

/** More than any city has; a server that announces more is not believed. */
const MOST_ACCOUNTS = 1_000_000;

interface Page {
  total: number;
  entries: readonly unknown[];
}

/** A page, or what keeps it from being one. */
async function pageFrom({ door, place }: ScimSystem, startIndex: number): Promise<Page | string> {
  const answer = await door.ask('GET', `/Users?startIndex=${startIndex}&count=${place.pageSize}`);
  const setback = setbackOf(answer, false, place.secrets);
  if (setback) return setback.message;
  const body = 'body' in answer ? answer.body : undefined;
  if (!isResource(body)) return 'an answer is no SCIM list';
  const { totalResults, Resources = [] } = body;
  if (!Number.isInteger(totalResults)) return 'the server does not say how many accounts there are (totalResults)';
  return Array.isArray(Resources) ? { total: totalResults as number, entries: Resources } : 'an answer is no SCIM list';
}

/** Walks the pages and returns why they are not all; undefined when they are. */
async function* walk(system: ScimSystem): AsyncGenerator<Account, string | undefined> {
  const seen = new Set<string>();
  let came = 0;
  let announced: number | undefined;
  do {
    const page = await pageFrom(system, came + 1);
    if (typeof page === 'string') return page;
    announced ??= page.total;
    if (page.total !== announced) return `the number of accounts moved from ${announced} to ${page.total} while they were read`;
    if (page.total > MOST_ACCOUNTS) return `the server announces ${page.total} accounts`;
    if (page.entries.length === 0 && came < announced) return `${announced} accounts were announced, ${came} came`;
    for (const entry of page.entries) {
      const user = scimUser(entry, system.manner);
      if (!user) return 'an entry has no id or no userName';
      if (seen.has(user.id) || seen.has(user.accountId)) return 'an account came twice';
      seen.add(user.id).add(user.accountId);
      const { accountId, address, name, state } = user;
      yield { accountId, address, state, ...(name && { name }) };
    }
    came += page.entries.length;
  } while (came < announced);
  return came === announced ? undefined : `${announced} accounts were announced, ${came} came`;
}

/** The accounts of a server, for one walk. */
export function scimList(system: ScimSystem): AccountList {
  let settle: (isWhole: boolean) => void;
  const complete = new Promise<boolean>((resolve) => (settle = resolve));
  let problem: string | undefined = 'the list was not read to its end';
  async function* accounts(): AsyncGenerator<Account, void> {
    try {
      problem = (yield* walk(system)) ?? undefined;
    } finally {
      settle(problem === undefined);
    }
  }
  return { [Symbol.asyncIterator]: accounts, complete, problem: () => problem };
}
