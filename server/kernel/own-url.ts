/** Under which address do people reach this server? Links that are sent out, sign-in of other systems and passkeys depend on it. */
import type { Ground } from './ground.js';

const announced = new WeakMap<Ground, string>();

/** Tells where the server listens, once it does; HOPTHU_URL goes before it. */
export const announceUrl = (ground: Ground, url: string): void => {
  announced.set(ground, url);
};

/** HOPTHU_URL, else where this server listens, else where it will: without a slash at the end. Never from what a request says. */
export function ownUrl(ground: Ground, env: NodeJS.ProcessEnv = process.env): string {
  const url = env.HOPTHU_URL || announced.get(ground) || `http://localhost:${env.PORT || 4000}`;
  return url.replace(/\/+$/, '');
}
