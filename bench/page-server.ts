/** The limit of the public pages: node:http with each answer in memory, as of a static file. Parameter: a file with paths and bodies. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const bodies = new Map(
  (JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as [string, string][]).map(([path, body]) => [path, Buffer.from(body)]),
);
const server = createServer((request, response) => {
  const body = bodies.get(request.url!);
  if (!body) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length }).end(body);
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit(0));
