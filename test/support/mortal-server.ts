/**
 * A server of its own that will be killed: it brings decisions into force and takes appeals, one after the other, while its runner carries out what
 * follows. Its tasks stand in the environment; it says `ready`, then a line for every act that was acknowledged.
 */
import 'reflect-metadata';
import { appOn } from '../../server/app.js';
import type { Actor } from '../../server/identity/actor.js';
import { appeal } from '../../server/decisions/appeal.service.js';
import { enterIntoForce } from '../../server/decisions/enactment.service.js';
import { executeBound } from '../../server/kernel/bulk.js';
import { openStore } from '../../server/store/open.js';

interface Tasks {
  databaseUrl: string;
  dataFolder: string;
  aheadMilliseconds: number;
  secretary: Actor;
  /** Cases to bring into force, and those of which are appealed afterwards, with their officers. */
  cases: string[];
  appeals: { id: string; officer: Actor }[];
  pauseMilliseconds: number;
}

const tasks = JSON.parse(process.env.MORTAL_TASKS!) as Tasks;
const revived = (actor: Actor): Actor => ({ ...actor, secondFactorAt: new Date('9999-01-01T00:00:00Z') });
const store = await openStore({
  databaseUrl: tasks.databaseUrl,
  dataFolder: tasks.dataFolder,
  purpose: 'test',
  logLevel: 'fatal',
} as never);
const { ground } = store;
ground.clock.move(tasks.aheadMilliseconds);
await appOn(store, { keepsAudit: true });
process.stdout.write('ready\n');

const stateOf = async (id: string): Promise<string> =>
  (await executeBound<{ state: string }>(ground.orm.em.fork(), 'select state from decision where id = $1::uuid', [id]))[0]!.state;
const pause = () => new Promise((done) => setTimeout(done, tasks.pauseMilliseconds * Math.random() * 2));

for (const id of tasks.cases) {
  if ((await stateOf(id)) !== 'ADOPTED') continue;
  await enterIntoForce({ ground, actor: revived(tasks.secretary) }, [id], {});
  process.stdout.write(`in force ${id}\n`);
  const appealed = tasks.appeals.find((one) => one.id === id);
  await pause();
  if (!appealed || (await stateOf(id)) !== 'IN_FORCE') continue;
  await appeal({ ground, actor: revived(appealed.officer) }, id, { text: 'Tôi vẫn cần hộp thư' });
  process.stdout.write(`appealed ${id}\n`);
  await pause();
}
process.stdout.write('finished\n');
