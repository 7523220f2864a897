/** Does the connection to a mail system's database, and to its mail server, work, part by part? Writes nothing. */
import type { Text } from '../../kernel/language.js';
import type { Health } from '../connector.js';
import { DoveadmFault } from './doveadm.js';
import type { MailServer } from './mail-server.js';
import { type SqlDoor, SqlFault } from './sql-door.js';
import { sqlMessages } from './sql.messages.js';
import type { Shape } from './sql-shape.rules.js';
import { probes } from './sql-statements.rules.js';

/** Something is amiss, in words for an administrator; undefined: it is well. */
type Step = [name: Text, run: () => Promise<string | undefined>];

export async function checkSql(door: SqlDoor, shape: Shape, server: MailServer | undefined): Promise<Health> {
  const asked = probes(shape);
  const one = <R extends object>(text: string, values?: readonly unknown[]): Promise<R | undefined> =>
    door.with(async (ask) => (await ask<R>(text, values))[0]);
  const steps: Step[] = [
    [sqlMessages.stepConnect, async () => void (await one('select 1'))],
    [sqlMessages.stepColumns, async () => void (await one(asked.columns))],
    [
      sqlMessages.stepRights,
      async () => {
        const rights = await one<{ inserts: boolean; updates: boolean }>(asked.rights);
        const missing = [...(rights?.inserts ? [] : ['INSERT']), ...(rights?.updates ? [] : ['UPDATE'])];
        return missing.length > 0 ? `${missing.join(', ')}: ${shape.table}` : undefined;
      },
    ],
    [
      sqlMessages.stepIds,
      async () => {
        const { count = 0, ids = 0 } = (await one<{ count: number; ids: number }>(asked.ids)) ?? {};
        return count === ids ? undefined : `${ids} / ${count}`;
      },
    ],
    [
      sqlMessages.stepStates,
      async () => {
        const { text, values } = asked.states;
        const strange = await door.with((ask) => ask<{ state: string | null }>(text, values));
        return strange.length > 0 ? strange.map(({ state }) => JSON.stringify(state)).join(', ') : undefined;
      },
    ],
  ];
  if (server) {
    steps.push([sqlMessages.stepDoveadm, async () => server.answers().then(() => undefined)]);
    steps.push([
      sqlMessages.stepLookup,
      async () => {
        const active = await one<{ address: string }>(asked.active.text, asked.active.values);
        return !active || (await server.knows(active.address)) ? undefined : active.address;
      },
    ]);
  }
  const results: Health['steps'] = [];
  for (const [name, run] of steps) {
    const detail = await run().catch((fault: unknown) => {
      if (fault instanceof SqlFault || fault instanceof DoveadmFault) return fault.message;
      throw fault;
    });
    results.push({ name, isWell: detail === undefined, ...(detail !== undefined && { detail }) });
    // Without a connection the other steps would only wait.
    if (detail !== undefined && name === sqlMessages.stepConnect) break;
  }
  return { isWell: results.every(({ isWell }) => isWell), steps: results };
}
