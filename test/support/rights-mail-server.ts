/** A mail system on loopback for the city in which rights are tried: as much of SCIM as is read. It counts who comes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface MailAccount {
  id: string;
  userName: string;
  displayName: string;
  active: boolean;
}

export interface RightsMailServer {
  url: string;
  /** Method and path of every request. */
  readonly asked: string[];
  /** Connections that were opened, whether anything was asked or not. */
  connections: number;
}

/** Keeps no process and no test waiting: connections are closed after each answer. */
export async function rightsMailServer(accounts: () => readonly MailAccount[]): Promise<RightsMailServer> {
  const server: RightsMailServer = { url: '', asked: [], connections: 0 };
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
  const list = (found: readonly MailAccount[]) => ({ totalResults: found.length, Resources: found.map((one) => ({ schemas, ...one })) });
  const answerTo = (path: string): unknown => {
    if (path.startsWith('/ServiceProviderConfig')) return { patch: { supported: true }, etag: { supported: true } };
    const one = /^\/Users\/([^?]+)/.exec(path)?.[1];
    if (one) return accounts().find(({ id }) => id === decodeURIComponent(one));
    return list(path.includes('filter=') ? [] : accounts());
  };
  const http = createServer((request, response) => {
    const path = request.url!.replace(/^\/scim/, '');
    server.asked.push(`${request.method} ${path}`);
    const answer = answerTo(path);
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/scim+json', connection: 'close' });
    response.end(JSON.stringify(answer ?? { status: '404' }));
  });
  http.on('connection', () => void server.connections++);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  http.unref();
  server.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/scim`;
  return server;
}
