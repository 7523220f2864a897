/** Stopping a server while people work with it: what was begun is answered, what was acknowledged is there afterwards. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemActor } from '../../server/identity/actor.js';
import { createSession } from '../../server/identity/session.service.js';
import { createUser } from '../../server/identity/user.service.js';
import type { StoreChoice } from '../../server/store/choice.js';
import { openStore } from '../../server/store/open.js';
import { hopthu, serving } from '../support/command-line.js';
import { migratedStore } from '../support/migrated-store.js';
import { freshDatabase, storeKind, type TestDatabase } from '../support/world.js';

const HEADER = 'code,name_vi,kind,staff_quota\n';
const row = (code: string) => `${code},Sở ${code},DEPARTMENT,10\n`;

/** A request whose body is sent in pieces, as somebody far away does. */
function slowly(url: string, token: string) {
  let answer: (given: { status: number; text: string }) => void;
  let fail: (error: unknown) => void;
  const answered = new Promise<{ status: number; text: string }>((done, failed) => ([answer, fail] = [done, failed]));
  answered.catch(() => undefined);
  const sending = httpRequest(
    `${url}/registry/agencies`,
    { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv', expect: '100-continue' } },
    (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => answer({ status: response.statusCode!, text }));
      response.on('error', fail);
    },
  );
  sending.on('error', (error) => fail(error));
  sending.flushHeaders();
  // The server says so when it has begun with the request.
  const begun = new Promise<void>((done) => sending.once('continue', () => sending.write(HEADER, () => done())));
  return { answered, begun, send: (text: string) => sending.end(text) };
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

describe('stopping a server', () => {
  let folder: string;
  let database: TestDatabase | undefined;
  let token: string;
  let env: Record<string, string>;
  const choice = (): StoreChoice => ({
    dataFolder: folder,
    databaseUrl: database?.url,
    ownerUrl: database?.ownerUrl,
    migrates: true,
    purpose: 'test',
  });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hopthu-stop-'));
    database = storeKind() === 'postgres' ? await freshDatabase() : undefined;
    env = { HOPTHU_DATA: folder, ...(database && { DATABASE_URL: database.url }) };
    const store = await openStore({ ...choice(), beginsWith: database ? undefined : await migratedStore() });
    const acting = { ground: store.ground, actor: systemActor };
    await createUser(acting, { name: 'Lan', email: 'lan@test.example', password: 'test-password', grants: [{ role: 'TASK_FORCE' }] });
    ({ token } = await createSession(store.ground, 'lan@test.example', 'test-password'));
    await store.ground.orm.em.fork().execute(`update session set second_factor_at = '9999-01-01'`);
    await store.close();
  });
  afterAll(async () => {
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const codes = async (): Promise<string[]> => {
    const store = await openStore(choice());
    const rows = await store.ground.orm.em.fork().execute<{ code: string }[]>('select code from agency order by code');
    await store.close();
    return rows.map(({ code }) => code);
  };

  test('a request under way gets its answer, new ones do not get in, and what was acknowledged is stored', async () => {
    const server = await serving(env);
    const acknowledged: string[] = [];
    const worker = async (name: string) => {
      for (let n = 1; ; n++) {
        const code = `${name}-${n}`;
        try {
          const response = await fetch(`${server.url}/registry/agencies`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
            body: HEADER + row(code),
          });
          if ((await response.text()).includes('"accepted":1')) acknowledged.push(code);
          else if (response.status !== 503) throw new Error(`The server answered ${response.status}`);
        } catch (error) {
          // Refused or closed: nothing was acknowledged.
          if ((error as Error).name !== 'TypeError') throw error;
          return;
        }
      }
    };
    const workers = ['A', 'B'].map(worker);
    while (acknowledged.length < 4) await pause(50);
    const late = slowly(server.url, token);
    await late.begun;
    const ended = server.stop();
    await pause(500);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    const sentAt = Date.now();
    late.send(row('LATE-1'));
    const { status, text } = await late.answered;
    expect({ status, isAccepted: text.includes('"accepted":1') }).toEqual({ status: 200, isAccepted: true });
    expect(await ended).toBe(0);
    // Connections that clients keep alive do not hold it.
    expect(Date.now() - sentAt).toBeLessThan(15_000);
    await Promise.all(workers);
    expect(acknowledged.length).toBeGreaterThan(3);
    const stored = await codes();
    expect([...acknowledged, 'LATE-1'].filter((code) => !stored.includes(code))).toEqual([]);
  });

  test('a log that was taken (202) just before the stop is read to its end after the next start, and counted once', async () => {
    for (const name of ['mail1', 'mail2']) {
      const saved = await hopthu(
        ['source', 'save', '--name', name, '--format', 'dovecot', '--domains', 'example.test', '--zone', 'UTC'],
        env,
      );
      expect(saved.code).toBe(0);
    }
    const log = readFileSync(resolve('test/data/mail-logs/dovecot-14days.log'));
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
    const upload = async (url: string, source: string): Promise<string> => {
      const taken = await fetch(`${url}/evidence/dovecot?source=${source}&newestDay=2026-10-18`, { method: 'POST', headers, body: log });
      expect(taken.status).toBe(202);
      return ((await taken.json()) as { importId: string }).importId;
    };
    const query = 'query ($id: ID!) { evidenceImport(id: $id) { state lines used ignored duplicate quarantined } }';
    const finished = async (url: string, id: string): Promise<{ state: string; lines: number; used: number }> => {
      for (;;) {
        const body = JSON.stringify({ query, variables: { id } });
        const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body });
        const found = ((await answer.json()) as any).data.evidenceImport;
        if (found.state !== 'RUNNING') return found;
        await pause(200);
      }
    };
    const first = await serving(env);
    const id = await upload(first.url, 'mail1');
    expect(await first.stop()).toBe(0);
    const second = await serving(env);
    const found = await finished(second.url, id);
    const undisturbed = await finished(second.url, await upload(second.url, 'mail2'));
    expect(await second.stop()).toBe(0);
    expect(found).toEqual(undisturbed);
    expect(found).toMatchObject({ state: 'DONE', lines: log.toString('latin1').split('\n').length - 1 });
    expect(found.used).toBeGreaterThan(500);
  });

  test('a request that never ends holds the server no longer than HOPTHU_SHUTDOWN_SECONDS', async () => {
    const server = await serving({ ...env, HOPTHU_SHUTDOWN_SECONDS: '1' });
    const never = slowly(server.url, token);
    await never.begun;
    const began = Date.now();
    expect(await server.stop()).toBe(0);
    expect(Date.now() - began).toBeGreaterThan(900);
    expect(Date.now() - began).toBeLessThan(7000);
    await expect(never.answered).rejects.toThrow();
  });

  test('a second signal ends it at once, and the store opens again', async () => {
    const server = await serving(env);
    const never = slowly(server.url, token);
    await never.begun;
    const began = Date.now();
    void server.stop();
    await pause(300);
    expect(await server.stop()).toBe(143);
    expect(Date.now() - began).toBeLessThan(5000);
    await expect(never.answered).rejects.toThrow();
    expect(await codes()).toContain('LATE-1');
  });
});
