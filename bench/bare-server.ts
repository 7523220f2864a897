/** The limit of S-1: node:http and pg, one named prepared statement a read, no GraphQL, no sign-in. Parameter: a file with the reads. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import type { Read } from './reads.js';

const reads = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Read[];
const byPath = new Map(reads.flatMap((read) => read.cases.map(({ parameters }, i) => [`/${read.id}/${i}`, { read, parameters }])));
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.HOPTHU_POOL ?? 10) });

const server = createServer((request, response) => {
  const asked = byPath.get(request.url!);
  if (!asked) {
    response.writeHead(404).end();
    return;
  }
  const { read, parameters } = asked;
  pool.query<{ body: string }>({ name: read.id, text: read.statement, values: parameters }, (error, result) => {
    if (error) {
      response.writeHead(500).end(error.message);
      return;
    }
    const body = Buffer.from(result.rows[0]!.body);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit(0));
