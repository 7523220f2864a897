/** Hopthu as it runs in production on PostgreSQL, on a free port. Parameter: a folder for its spool. */
import type { AddressInfo } from 'node:net';
import { createApp } from '../server/app.js';

const app = await createApp({ databaseUrl: process.env.DATABASE_URL, dataFolder: process.argv[2]!, purpose: 'bench', allowsOwner: true });
await app.http.listen({ port: 0, host: '127.0.0.1' });
console.log(`ready ${(app.http.server.address() as AddressInfo).port}`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
