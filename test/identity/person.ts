/** A person at a browser or a program: signs in, asks, shows codes; from whatever network address a test likes. */
import type { FastifyInstance } from 'fastify';
import { generateSync } from 'otplib';
import type { RoleName } from '../../server/identity/actor.js';
import { createUser } from '../../server/identity/user.service.js';
import type { World } from '../support/world.js';

export const PASSWORD = 'bốn con mèo ngồi';

const SIGN_IN = `mutation ($email: String!, $password: String!, $code: String) { sessionCreate(email: $email, password: $password, code: $code) {
  token expiresAt viewer { id name } userErrors { code path message } } }`;

export interface Error {
  code: string;
  path: string[];
  message: string;
  rule?: string | null;
}

export interface SignedIn {
  token: string | null;
  expiresAt: string | null;
  viewer: { id: string; name: string } | null;
  userErrors: Error[];
}

export interface From {
  address?: string;
  headers?: Record<string, string>;
  /** Another server than the world's. */
  http?: FastifyInstance;
}

export class Person {
  token = '';
  secret = '';

  constructor(
    readonly world: World,
    readonly email: string,
    readonly id: string,
  ) {}

  static async make(world: World, email = 'lan@test.example', role: RoleName = 'TASK_FORCE'): Promise<Person> {
    return new Person(
      world,
      email,
      await createUser(world.system(), { name: 'Nguyễn Thị Lan', email, password: PASSWORD, grants: [{ role }] }),
    );
  }

  /** The same person with another browser. */
  elsewhere(): Person {
    const other = new Person(this.world, this.email, this.id);
    other.secret = this.secret;
    return other;
  }

  async ask<T = any>(query: string, variables: object = {}, from: From = {}): Promise<T> {
    const { data, errors } = await post(this.world, query, variables, {
      ...from,
      headers: { authorization: `Bearer ${this.token}`, ...from.headers },
    });
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  async signIn(code?: string, from: From = {}): Promise<SignedIn> {
    const answer = await tryToSignIn(this.world, this.email, PASSWORD, { ...from, code });
    if (answer.token) this.token = answer.token;
    return answer;
  }

  /** The code the app shows now. */
  code(): string {
    return generateSync({ secret: this.secret, epoch: Math.floor(this.world.ground.clock.now().getTime() / 1000) });
  }

  /** A code that it does not show. */
  wrongCode(): string {
    return String((Number(this.code()) + 1) % 1_000_000).padStart(6, '0');
  }

  async setUpTotp(): Promise<string[]> {
    const { totpBegin } = await this.ask(
      'mutation ($password: String!) { totpBegin(password: $password) { secret uri userErrors { code path message } } }',
      { password: PASSWORD },
    );
    this.secret = totpBegin.secret;
    const { totpConfirm } = await this.ask(
      'mutation ($code: String!) { totpConfirm(code: $code) { recoveryCodes userErrors { code path message } } }',
      {
        code: this.code(),
      },
    );
    return totpConfirm.recoveryCodes;
  }

  prove(code: string, from: From = {}): Promise<{ sessionProve: SignedIn }> {
    return this.ask(
      'mutation ($code: String!) { sessionProve(code: $code) { token expiresAt viewer { id name } userErrors { code path message } } }',
      { code },
      from,
    );
  }
}

export async function post(
  world: World,
  query: string,
  variables: object,
  { address, headers, http = world.app.http }: From = {},
): Promise<any> {
  const response = await http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: { query, variables },
    ...(address && { remoteAddress: address }),
  });
  return response.json();
}

export async function tryToSignIn(
  world: World,
  email: string,
  password: string,
  { code, ...from }: From & { code?: string } = {},
): Promise<SignedIn> {
  const { data, errors } = await post(world, SIGN_IN, { email, password, code }, from);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.sessionCreate;
}

/** Names of the acts recorded, the oldest first. */
export async function acts(world: World, like = '%'): Promise<string[]> {
  const rows = await world.ground.orm.em
    .fork()
    .execute<{ action: string }[]>('select action from audit_event where action like ? order by seq', [like]);
  return rows.map(({ action }) => action);
}
