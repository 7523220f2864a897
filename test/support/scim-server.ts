/**
 * A real SCIM 2.0 server on loopback (scimmy behind express) with its users in memory: what a connector sends is read by another program's
 * understanding of RFC 7643 and 7644. Its manners can be spoiled: no versions, lists that lie, answers that are refused or enormous.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import SCIMMY from 'scimmy';
import { SCIMMYRouters } from 'scimmy-routers';

/** Attributes beside the standard, in which the server keeps what a connector may ask it to. */
export const EXTENSION = 'urn:ietf:params:scim:schemas:extension:mail:2.0:User';

/** A user as it is stored. */
export interface StoredUser extends Record<string, unknown> {
  id: string;
  userName: string;
  externalId?: string;
  displayName?: string;
  active?: boolean;
  password?: string;
  meta: { version: string };
}

/** What is asked and how it is answered instead; `undefined` lets the server answer. */
export type Spoiler = (request: Request, response: Response) => undefined | boolean;

export interface ScimManners {
  /** Whether versions are given and If-Match is obeyed. */
  hasVersions: boolean;
  /** Forgets what it is given as externalId. */
  dropsExternalId?: boolean;
  /** Called before each request is answered; answers itself when it returns true. */
  spoil?: Spoiler;
  /** Changes the body of an answer. */
  rewrite?: (body: Record<string, unknown>, request: Request) => unknown;
  /** Called between the server's reading of a user and its writing. */
  betweenReadAndWrite?: () => Promise<void>;
}

export interface ScimServer {
  port: number;
  url: string;
  token: string;
  users: Map<string, StoredUser>;
  manners: ScimManners;
  /** Method and path of every request, in their order. */
  asked: string[];
  userNamed(address: string): StoredUser | undefined;
  stop(): Promise<void>;
}

interface Visit {
  server: ScimServer;
  ifMatch: string | undefined;
}

const extension = new SCIMMY.Types.SchemaDefinition('Mail', EXTENSION, 'What the mail system keeps beside the standard', [
  new SCIMMY.Types.Attribute('string', 'state', { description: 'ACTIVE, SUSPENDED or REVOKED' }),
  new SCIMMY.Types.Attribute('string', 'orderNumber', { description: 'Number of the last order' }),
]);

let counter = 0;

function shown(user: StoredUser, { hasVersions }: ScimManners): StoredUser {
  const { password: _, ...rest } = structuredClone(user);
  return { ...rest, meta: hasVersions ? rest.meta : ({} as StoredUser['meta']) } as StoredUser;
}

function write(id: string | undefined, data: Record<string, unknown>, { server, ifMatch }: Visit): StoredUser {
  const { users, manners } = server;
  const stored = id === undefined ? undefined : users.get(id);
  if (id !== undefined && !stored) throw new SCIMMY.Types.Error(404, null as never, `Resource ${id} not found`);
  if (manners.hasVersions && ifMatch !== undefined && stored && ifMatch !== stored.meta.version)
    throw new SCIMMY.Types.Error(412, null as never, 'The resource has another version');
  // Passwords are left out where a user becomes JSON.
  const password = (data.password as string | undefined) ?? stored?.password;
  const given = JSON.parse(JSON.stringify(data)) as StoredUser;
  const name = given.userName.toLowerCase();
  for (const other of users.values())
    if (other.id !== id && other.userName.toLowerCase() === name) throw new SCIMMY.Types.Error(409, 'uniqueness', 'userName is taken');
  if (manners.dropsExternalId) delete given.externalId;
  counter += 1;
  const user: StoredUser = { ...given, ...(password && { password }), id: id ?? randomUUID(), meta: { version: `W/"${counter}"` } };
  users.set(user.id, user);
  return user;
}

SCIMMY.Resources.declare(SCIMMY.Resources.User)
  .extend(extension as never, false)
  .ingress(async (resource, data, visit: Visit) => {
    await visit.server.manners.betweenReadAndWrite?.();
    return shown(write(resource.id, data as unknown as Record<string, unknown>, visit), visit.server.manners);
  })
  .egress((resource, { server }: Visit) => {
    const { users, manners } = server;
    if (resource.id) {
      const user = users.get(resource.id);
      if (!user) throw new SCIMMY.Types.Error(404, null as never, `Resource ${resource.id} not found`);
      return shown(user, manners);
    }
    const all = [...users.values()].map((user) => shown(user, manners));
    return (resource.filter ? resource.filter.match(all as never[]) : all) as never;
  })
  .degress((resource, { server }: Visit) => {
    server.users.delete(resource.id!);
  });

/** Starts a server with no users on a port of its own. */
export async function startScimServer(): Promise<ScimServer> {
  const token = `token-${randomUUID()}`;
  const app = express();
  const http: Server = createServer(app);
  const server: ScimServer = {
    port: 0,
    url: '',
    token,
    users: new Map(),
    manners: { hasVersions: true },
    asked: [],
    userNamed: (address) => [...server.users.values()].find(({ userName }) => userName.toLowerCase() === address.toLowerCase()),
    stop: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  app.use('/scim', (request, response, next) => {
    server.asked.push(`${request.method} ${request.url}`);
    // The routers number what express 5 parses anew at each look; what was numbered must stay.
    Object.defineProperty(request, 'query', { value: { ...request.query }, configurable: true });
    const { rewrite, spoil } = server.manners;
    if (spoil?.(request, response)) return;
    // Versions are ours: the routers know nothing of them.
    if (/ServiceProviderConfig/.test(request.url)) SCIMMY.Config.set({ etag: { supported: server.manners.hasVersions } } as never);
    if (rewrite) {
      const send = response.send.bind(response);
      response.send = (body: unknown) => {
        response.send = send;
        return send(rewrite(JSON.parse(JSON.stringify(body)) as Record<string, unknown>, request));
      };
    }
    next();
  });
  app.use(
    '/scim',
    new SCIMMYRouters({
      type: 'bearer',
      handler: (request) => {
        const known = [`Bearer ${token}`, `Basic ${Buffer.from(`hopthu:${token}`).toString('base64')}`];
        if (!known.includes(request.header('authorization') ?? '')) throw new Error('Who are you?');
        return 'connector';
      },
      context: (request): Visit => ({ server, ifMatch: request.header('if-match') }),
    }),
  );
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  server.port = (http.address() as AddressInfo).port;
  server.url = `http://127.0.0.1:${server.port}/scim`;
  return server;
}
