// Which Node runs the project? The one the package `node` brings (24.x); an older one of the system is only good enough to build and to say so.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder, without a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** Path of a Node that can run the server (≥ 22.17); ends the process with one line when there is none. */
export function projectNode() {
  const bundled = `${root}/node_modules/.bin/node`;
  if (existsSync(bundled)) return bundled;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 17)) return process.execPath;
  console.error(
    `Hopthu needs Node 22.17 or newer, this is ${process.versions.node}: run "npm ci" without --ignore-scripts (it brings Node 24 along) or install Node 24.`,
  );
  process.exit(1);
}
