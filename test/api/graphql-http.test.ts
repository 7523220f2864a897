/** G-21: GraphQL over HTTP as its specification has it, by the specification's own audits (graphql-http). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AuditResult, serverAudits } from 'graphql-http';
import type { AddressInfo } from 'node:net';
import { createSession } from '../../server/identity/session.service.js';
import { createUser } from '../../server/identity/user.service.js';
import { World } from '../support/world.js';

/** Those of GET, which this server does not take: the specification leaves it free. */
const OF_GET = ['5A70', 'D6D5', '6A70'];

describe('G-21: the audits of GraphQL over HTTP', () => {
  let world: World;
  let results: AuditResult[];
  beforeAll(async () => {
    world = await World.open();
    await world.app.http.listen({ host: '127.0.0.1', port: 0 });
    const { port } = world.app.http.server.address() as AddressInfo;
    // Two audits ask about the schema, which is for whoever is signed in.
    await createUser(world.system(), {
      name: 'Audit',
      email: 'audit@test.example',
      password: 'test-password',
      grants: [{ role: 'TASK_FORCE' }],
    });
    const { token } = await createSession(world.ground, 'audit@test.example', 'test-password');
    const signedIn = (url: string, init?: RequestInit) =>
      fetch(url, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}` } });
    results = await Promise.all(serverAudits({ url: `http://127.0.0.1:${port}/graphql`, fetchFn: signedIn }).map((audit) => audit.fn()));
    const table = results.map(({ id, name, status }) => `${status.padEnd(6)} ${id}  ${name}`);
    process.stdout.write(`${table.join('\n')}\n`);
  });
  afterAll(() => world.close());

  const passed = (word: string) => results.filter(({ name, status }) => name.startsWith(word) && status === 'ok').length;

  test('are 61, and each that must hold holds', () => {
    expect(results).toHaveLength(61);
    expect(passed('MUST')).toBe(13);
  });

  test('each that should hold holds', () => {
    const failed = results.filter(({ name, status }) => name.startsWith('SHOULD') && status !== 'ok');
    expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
    expect(passed('SHOULD')).toBeGreaterThanOrEqual(20);
  });

  test('all that may hold hold too, but for reading by GET', () => {
    const failed = results.filter(({ name, status }) => name.startsWith('MAY') && status !== 'ok');
    expect(failed.map(({ id }) => id).toSorted()).toEqual(OF_GET.toSorted());
  });
});
