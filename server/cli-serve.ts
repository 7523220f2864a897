/** `hopthu serve` and `hopthu demo`: opens the store, listens, and closes both cleanly when asked to stop. */
import type { AddressInfo } from 'node:net';
import { type App, appOn } from './app.js';
import { complain, EXIT, type Output, progress, tell } from './cli-output.js';
import { cliMessages } from './cli.messages.js';
import { announceUrl } from './kernel/own-url.js';
import { DEMO_PASSWORD, demoAddresses } from './store/demo-accounts.js';
import { choiceOfEnvironment } from './store/choice.js';
import { openStore, type Store } from './store/open.js';
import { untilStopped } from './shutdown.js';

/** Listens until SIGTERM or SIGINT; resolves with the exit code. */
async function listen(app: App, output: Output, usualHost: string, ready: () => void): Promise<number> {
  const port = Number(process.env.PORT ?? 4000);
  const host = process.env.HOST ?? usualHost;
  try {
    await app.http.listen({ port, host });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    complain(output, cliMessages.portTaken, { port: String(port) });
    await app.close();
    return EXIT.refused;
  }
  const { port: actual } = app.http.server.address() as AddressInfo;
  const isEverywhere = ['0.0.0.0', '::', 'localhost'].includes(host);
  const shownHost = isEverywhere ? 'localhost' : host;
  const url = `http://${shownHost}:${actual}`;
  announceUrl(app.ground, url);
  app.store.lock?.announce(`http://${isEverywhere ? '127.0.0.1' : host}:${actual}`, app.operatorToken);
  if (app.store.lock) tell(output, cliMessages.embeddedWarning, { folder: app.ground.dataFolder });
  // From here on a signal closes it: whoever reads the line below may send one at once.
  const stopped = untilStopped(app, () => tell(output, cliMessages.closing));
  ready();
  tell(output, cliMessages.listening, { url });
  app.ground.log.info({ port: actual, store: app.store.lock ? 'embedded' : 'server' }, 'started');
  const isInTime = await stopped;
  app.ground.log.info({ isInTime }, 'stopped');
  return isInTime ? EXIT.done : EXIT.refused;
}

export async function serve(output: Output, { allowOwner }: { allowOwner: boolean }): Promise<number> {
  const choice = choiceOfEnvironment('hopthu serve');
  const store = await openStore({ ...choice, logLevel: choice.logLevel ?? 'info', allowsOwner: choice.allowsOwner || allowOwner });
  const app = await appOn(store, { keepsAudit: true });
  return listen(app, output, '0.0.0.0', () => undefined);
}

/**
 * The work in the background alone: orders to mail systems, letters, messages to other systems, deadlines. Several may run beside servers on one
 * database; nothing listens.
 */
export async function work(output: Output, { allowOwner }: { allowOwner: boolean }): Promise<number> {
  const choice = choiceOfEnvironment('hopthu work');
  const store = await openStore({ ...choice, logLevel: choice.logLevel ?? 'info', allowsOwner: choice.allowsOwner || allowOwner });
  const app = await appOn(store, { keepsAudit: true });
  if (app.store.lock) tell(output, cliMessages.embeddedWarning, { folder: app.ground.dataFolder });
  // Timers of the routines hold no process; this does.
  const staying = setInterval(() => undefined, 3_600_000);
  const stopped = untilStopped(app, () => tell(output, cliMessages.closing));
  tell(output, cliMessages.working);
  const isInTime = await stopped;
  clearInterval(staying);
  return isInTime ? EXIT.done : EXIT.refused;
}

async function hasOfficers({ ground }: Store): Promise<boolean> {
  const [row] = await ground.orm.em.fork().execute<{ n: number }[]>('select count(*)::int as n from (select 1 from agency limit 1) a');
  return row!.n > 0;
}

/** The demonstration city: built at the first start, then served. */
export async function demo(output: Output): Promise<number> {
  // Made-up people need no protected record, and filling the city anew empties tables: it may own them.
  const choice = { ...choiceOfEnvironment('hopthu demo'), allowsOwner: true };
  let store = await openStore(choice);
  if (!store.ground.isDemonstration) {
    const { buildDemoCity, isDemoUnfinished } = await import('./store/demo-city.js');
    if ((await hasOfficers(store)) && !(await isDemoUnfinished(store.ground))) {
      complain(output, cliMessages.notDemonstration);
      await store.close();
      return EXIT.refused;
    }
    tell(output, cliMessages.making);
    const began = Date.now();
    const bar = progress(output, cliMessages.making[output.language]);
    try {
      await buildDemoCity(store.ground, (step, done, total) => bar.at(done, total, step[output.language]));
    } finally {
      bar.end();
    }
    tell(output, cliMessages.made, { seconds: Math.round((Date.now() - began) / 1000) });
    // Opened anew, so that what depends on the kind of city is read from the store.
    await store.close();
    store = await openStore(choice);
  }
  const app = await appOn(store, { keepsAudit: true });
  // Its passwords are known to everybody, so it answers on this machine only unless HOST says otherwise.
  return listen(app, output, 'localhost', () => {
    tell(output, cliMessages.accounts, { password: DEMO_PASSWORD });
    for (const address of demoAddresses()) tell(output, { vi: '  {address}', en: '  {address}' }, { address });
  });
}
