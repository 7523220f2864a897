import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { World } from '../support/world.js';

/** Sends a piece at once and then a byte a second until the server ends the connection; how many seconds that took. */
function dribble(port: number, first: string, patience = 45_000): Promise<number> {
  const began = Date.now();
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(first));
    const drip = setInterval(() => socket.write('x'), 1000);
    const end = () => {
      clearInterval(drip);
      clearTimeout(limit);
      socket.destroy();
      done((Date.now() - began) / 1000);
    };
    const limit = setTimeout(end, patience);
    socket.on('error', end);
    socket.on('close', end);
    socket.on('end', end);
    socket.resume();
  });
}

describe('whoever sends slowly', () => {
  let world: World;
  let port: number;
  beforeAll(async () => {
    world = await World.open();
    await world.app.http.listen({ port: 0, host: '127.0.0.1' });
    ({ port } = world.app.http.server.address() as AddressInfo);
  });
  afterAll(() => world.close());

  test('is cut off after seconds with headers and small bodies, while an upload goes on', async () => {
    const small = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{';
    const { operatorToken } = world.app;
    const upload = `POST /registry/agencies HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${operatorToken}\r\ncontent-type: text/csv\r\ncontent-length: 5000\r\n\r\nc`;
    const [headers, body, uploading] = await Promise.all([
      dribble(port, 'POST /graphql HTTP/1.1\r\nhost: x\r\nx-slow: '),
      dribble(port, small),
      dribble(port, upload, 28_000),
    ]);
    expect(headers).toBeGreaterThan(10);
    expect(headers).toBeLessThan(22);
    expect(body).toBeGreaterThan(15);
    expect(body).toBeLessThan(25);
    expect(uploading).toBeGreaterThan(27);
  });
});
