import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SoftAuthenticator } from '../support/authenticator.js';
import { EvidenceWorld } from '../support/evidence-world.js';
import { World } from '../support/world.js';
import { PASSWORD, Person, tryToSignIn } from './person.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

/** The bytes of a base32 text. */
function bytesOf(base32: string): Buffer {
  const bits = [...base32.replace(/=+$/, '')]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}

const written = (bytes: Buffer) => [bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url')];

test('nothing that opens a door stands in the database or its record, in no spelling (G-17)', async () => {
  const lan = await Person.make(world, 'lan@test.example', 'ADMIN');
  await lan.signIn();
  const recoveryCodes = await lan.setUpTotp();
  world.ground.clock.move(60_000);
  const begun = lan.code();
  const other = lan.elsewhere();
  await other.signIn(begun);
  await lan.elsewhere().signIn(recoveryCodes[0]);
  await lan.prove(recoveryCodes[1]!);
  await tryToSignIn(world, lan.email, 'Cá heo trong hồ', {});
  await tryToSignIn(world, 'stranger@elsewhere.example', 'Cá voi trong hồ', { address: '192.0.2.77' });

  const key = new SoftAuthenticator();
  const { passkeyBegin } = await lan.ask('mutation { passkeyBegin { options userErrors { code } } }');
  const adding = JSON.parse(passkeyBegin.options);
  const response = JSON.stringify(key.create(adding));
  await lan.ask('mutation ($response: String!) { passkeyAdd(name: "x", response: $response) { userErrors { code } } }', { response });
  const headers = { 'content-type': 'application/json', 'x-hopthu-panel': '1' };
  const asked = await world.app.http.inject({ method: 'POST', url: '/auth/passkey/options', headers, payload: {} });
  const shown = key.get(asked.json()) as { response: { signature: string } };
  const verified = await world.app.http.inject({ method: 'POST', url: '/auth/passkey/verify', headers, payload: { response: shown } });
  expect(verified.statusCode).toBe(200);
  const cookie = /__Host-hopthu=([^;]+)/.exec(String(verified.headers['set-cookie']))![1]!;
  const change =
    'mutation ($now: String!, $new: String!) { passwordChange(currentPassword: $now, newPassword: $new) { userErrors { code } } }';
  expect((await lan.ask(change, { now: PASSWORD, new: 'năm con mèo nằm' })).passwordChange.userErrors).toEqual([]);
  const pending = await Person.make(world, 'binh@test.example');
  await pending.signIn();
  const { totpBegin } = await pending.ask('mutation ($p: String!) { totpBegin(password: $p) { secret } }', { p: PASSWORD });

  const dump = await new EvidenceWorld(world).dump();
  // The dump is whole: what may stand in it does.
  for (const known of [
    lan.email,
    lan.id,
    key.id.toString('base64url'),
    createHash('sha256').update(lan.token).digest('hex'),
    'session.prove',
    'passkey.add',
  ]) {
    expect(dump).toContain(known);
  }
  const secrets = [
    ...[lan.token, other.token, cookie, pending.token].flatMap((token) => [
      token,
      token.slice(4),
      ...written(Buffer.from(token.slice(4), 'base64url')),
    ]),
    ...[lan.secret, totpBegin.secret as string].flatMap((secret) => [secret, secret.toLowerCase(), ...written(bytesOf(secret))]),
    ...recoveryCodes.flatMap((code) => [code, code.replaceAll('-', '')]),
    ...[adding.challenge as string, asked.json().challenge as string].flatMap((c) => [c, ...written(Buffer.from(c, 'base64url'))]),
    shown.response.signature,
    PASSWORD,
    'năm con mèo nằm',
    'Cá heo trong hồ',
    'Cá voi trong hồ',
    'stranger@elsewhere.example',
    '192.0.2.77',
  ];
  expect(secrets.length).toBeGreaterThan(50);
  expect(secrets.filter((secret) => dump.includes(secret))).toEqual([]);
});

test('passwords are kept as Argon2id with at least 19 MiB and two passes (G-17)', async () => {
  await world.clear();
  await Person.make(world);
  const [row] = await world.ground.orm.em.fork().execute<{ hash: string }[]>('select password_hash as hash from app_user');
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(row!.hash)!;
  expect(Number(memory)).toBeGreaterThanOrEqual(19 * 1024);
  expect(Number(passes)).toBeGreaterThanOrEqual(2);
});
