/** A server with single sign-on, its provider, and browsers without a screen that walk from one to the other and back. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import { fastify } from 'fastify';
import { registerOidcRoutes } from '../../server/identity/oidc.routes.js';
import { oidcSettingsOf } from '../../server/identity/oidc-settings.rules.js';
import type { Ground } from '../../server/kernel/ground.js';
import { officerOfCode } from '../../server/registry/officer-code.read.js';
import { CookieJar, leadsTo } from '../support/cookie-jar.js';

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The routes alone, with settings of their own, on a ground that exists already. */
export async function openDoor(ground: Ground, port: number, settings: Record<string, string>): Promise<{ close: () => Promise<void> }> {
  const app = fastify();
  await app.register(cookie);
  registerOidcRoutes(app, {
    ground,
    settings: oidcSettingsOf({ HOPTHU_URL: `http://localhost:${port}`, HOPTHU_OIDC_CLIENT_ID: 'hopthu', ...settings }),
    officerOfCode,
  });
  await app.listen({ port, host: 'localhost' });
  return { close: () => app.close() };
}

/** One browser. */
export class Walker {
  readonly jar = new CookieJar();

  constructor(readonly url: string) {}

  start(then?: string): Promise<Response> {
    return this.jar.ask(`${this.url}/auth/oidc/start${then === undefined ? '' : `?then=${encodeURIComponent(then)}`}`);
  }

  /** Begins; the answer is the provider's address with all that is asked of it. */
  async begin(then?: string): Promise<URL> {
    return new URL(leadsTo(await this.start(then), this.url));
  }

  /** Signs in at the provider; the answer is the address it sends the browser back to. */
  async atProvider(authorize: URL, login: string): Promise<URL> {
    let response = await this.jar.ask(authorize.href);
    let place = authorize.href;
    for (let steps = 0; steps < 8; steps++) {
      place = leadsTo(response, place);
      if (place.startsWith(this.url)) return new URL(place);
      const isLogin = place.includes('/interaction/');
      if (isLogin) await this.jar.ask(place);
      response = await this.jar.ask(place, isLogin ? { method: 'POST', body: new URLSearchParams({ login }) } : {});
    }
    throw new Error(`The provider does not send back: ${response.status} ${await response.text()}`);
  }

  back(callback: URL): Promise<Response> {
    return this.jar.ask(callback.href);
  }

  /** The whole way. */
  async signIn(login: string, then?: string): Promise<Response> {
    return this.back(await this.atProvider(await this.begin(then), login));
  }

  /** The session cookie, if there is one. */
  get session(): string | undefined {
    return this.jar.get(this.url, '__Host-hopthu');
  }
}
