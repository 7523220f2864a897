import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.js';

let service: Server;
let proxy: FaultProxy;
let heard = '';
const clients: Socket[] = [];

beforeAll(async () => {
  service = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      heard += String(piece);
      socket.write(`heard ${String(piece)}`);
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  proxy = await startFaultProxy('127.0.0.1', (service.address() as AddressInfo).port);
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await proxy.set({ mode: 'pass' });
  heard = '';
});

afterAll(async () => {
  await proxy.stop();
  await new Promise((resolve) => service.close(resolve));
});

async function client(): Promise<Socket> {
  const socket = connect(proxy.port, '127.0.0.1');
  clients.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** What comes back for a text: an answer, `CUT`, or `NOTHING` within a quarter of a second. */
async function said(socket: Socket, text: string): Promise<string> {
  const answer = Promise.race([
    once(socket, 'data').then(
      ([piece]) => String(piece),
      () => 'CUT',
    ),
    once(socket, 'close').then(() => 'CUT'),
    new Promise<string>((resolve) => setTimeout(() => resolve('NOTHING'), 250)),
  ]);
  socket.write(text);
  return answer;
}

describe('the spoiled way to a service', () => {
  test('passes', async () => {
    const one = await client();
    expect(await said(one, 'a')).toBe('heard a');
    expect(await said(one, 'b')).toBe('heard b');
  });

  test('is slow, in order', async () => {
    await proxy.set({ mode: 'pass', latencyMs: 60 });
    const begun = performance.now();
    expect(await said(await client(), 'a')).toBe('heard a');
    expect(performance.now() - begun).toBeGreaterThan(110);
  });

  test('is down, and the same way again afterwards', async () => {
    const before = await client();
    await proxy.set({ mode: 'down' });
    await expect(client()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await said(before, 'a')).toBe('CUT');
    await proxy.set({ mode: 'pass' });
    expect(await said(await client(), 'b')).toBe('heard b');
    expect(heard).toBe('b');
  });

  test('cuts before the request', async () => {
    await proxy.set({ mode: 'refuse' });
    expect(
      await client().then(
        (one) => said(one, 'a'),
        () => 'CUT',
      ),
    ).toBe('CUT');
    expect(heard).toBe('');
  });

  test('is half open, also on what was open before', async () => {
    const before = await client();
    await proxy.set({ mode: 'halfOpen' });
    expect(await said(before, 'a')).toBe('NOTHING');
    expect(await said(await client(), 'b')).toBe('NOTHING');
    expect(heard).toBe('');
    await proxy.set({ mode: 'pass' });
    expect(await said(before, 'c')).toBe('CUT');
  });

  test('cuts after the request, only where it is meant, only so often', async () => {
    await proxy.set({ mode: 'cutAfterRequest', matching: /^x/, times: 1 });
    expect(await said(await client(), 'a')).toBe('heard a');
    expect(await said(await client(), 'xb')).toBe('CUT');
    expect(await said(await client(), 'xc')).toBe('heard xc');
    expect(heard).toBe('axbxc');
  });

  test('answers for the service', async () => {
    await proxy.set({ mode: 'answerInstead', answer: 'no', times: 2 });
    const one = await client();
    expect([await said(one, 'a'), await said(one, 'b'), await said(one, 'c')]).toEqual(['no', 'no', 'heard c']);
    expect(heard).toBe('c');
  });
});
