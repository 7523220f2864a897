/** Names are looked up once, and what they lead to is looked at before it is connected to. */
import { get } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lookingUp, postTo } from '../../server/awards/webhook-door.js';
import { Receiver } from './receiver.js';

let receiver: Receiver;
beforeAll(async () => {
  receiver = await Receiver.open();
});
afterAll(() => receiver.close());

const connect = (isForbidden: (address: string) => boolean, autoSelectFamily: boolean) =>
  new Promise<number | string>((resolve) => {
    const options = { agent: false, lookup: lookingUp(isForbidden), autoSelectFamily };
    get(`http://localhost:${receiver.port}/`, options, (response) => {
      response.resume();
      resolve(response.statusCode!);
    }).on('error', (error: Error & { code?: string }) => resolve(error.code!));
  });

test.each([true, false])('an address that is not forbidden is connected to, one by one or as a list (%s)', async (autoSelectFamily) => {
  const seen: string[] = [];
  const none = (address: string) => {
    seen.push(address);
    return false;
  };
  const outcome = await connect(none, autoSelectFamily);
  // Where localhost is ::1 first, a single address leads to a door that is not there.
  expect(autoSelectFamily ? outcome : [204, 'ECONNREFUSED'].includes(outcome as number)).toBe(autoSelectFamily ? 204 : true);
  expect(seen.length).toBeGreaterThan(0);
});

test('a name of which one address is forbidden is not connected to at all', async () => {
  const knocks = receiver.knocks;
  for (const forbidden of ['127.0.0.1', '::1']) {
    let met = false;
    const outcome = await connect((address) => (met ||= address === forbidden), true);
    expect(outcome).toBe(met ? 'EFORBIDDENADDRESS' : 204);
    if (forbidden === '127.0.0.1') expect([met, receiver.knocks]).toEqual([true, knocks]);
  }
});

test('a host that nobody knows is told apart from one that does not answer', async () => {
  const post = (url: string) => postTo({ url, mayBeInternal: true, timeoutMilliseconds: 5_000 }, {}, '{}', new AbortController().signal);
  expect(await post('http://nobody.invalid/')).toEqual({ problem: 'UNKNOWN_HOST' });
  expect(await post('http://127.0.0.1:9/')).toEqual({ problem: 'UNREACHABLE' });
});
