/**
 * How does the command line reach the city? Through the same door as everybody: GraphQL over HTTP. Beside a running server on the
 * embedded store it talks to that server, whose address stands in the lock file; else it starts one of its own on loopback.
 */
import type { AddressInfo } from 'node:net';
import type { Language } from './kernel/language.js';
import { holderOf, StoreInUse } from './store/lock.js';
import { choiceOfEnvironment } from './store/choice.js';

export interface Connection {
  url: string;
  language: Language;
  /** Asks GraphQL; throws `Answered` when the door itself refuses. */
  ask<T = any>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** A request outside GraphQL. */
  send(path: string, init: RequestInit & { duplex?: 'half' }): Promise<Response>;
  close(): Promise<void>;
}

/** The server refused the request as a whole. */
export class Answered extends Error {}

function connectionTo(url: string, token: string, language: Language, close: () => Promise<void>): Connection {
  const headers = { authorization: `Bearer ${token}`, 'accept-language': language };
  return {
    url,
    language,
    close,
    send: (path, init) => fetch(`${url}${path}`, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } }),
    ask: async (query, variables = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data: any; errors?: { message: string }[] };
      if (errors?.length) throw new Answered(errors.map((e) => e.message).join('\n'));
      return data;
    },
  };
}

export async function connect(purpose: string, language: Language): Promise<Connection> {
  const choice = choiceOfEnvironment(purpose);
  const holder = choice.databaseUrl ? undefined : holderOf(choice.dataFolder);
  if (holder?.url && holder.token) return connectionTo(holder.url, holder.token, language, async () => undefined);
  if (holder) throw new StoreInUse(holder, choice.dataFolder);
  const app = await (await import('./app.js')).createApp(choice);
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.http.server.address() as AddressInfo;
  return connectionTo(`http://127.0.0.1:${port}`, app.operatorToken, language, async () => {
    await app.ground.outbox.drain();
    await app.close();
  });
}
