/** Records who read what officers have explained, were answered and appealed. */
import { type Acting, perform } from '../identity/command.js';

/** One event for all cases that a request reads, naming them and the officers they are about. `read` holds the officer of each case. */
export async function recordCaseReading(acting: Acting, read: ReadonlyMap<string, string>): Promise<void> {
  await perform(acting, async (act) => {
    act.allowAnyone('each field asked for the right to what it shows');
    const cases = [...read.keys()];
    const subject = cases.length === 1 ? `decision:${cases[0]}` : 'decisions';
    const others = cases.length === 1 ? [] : cases.map((id) => `decision:${id}`);
    const officers = [...read.values()].map((id) => `officer:${id}`);
    act.record('decision.readFile', subject, { cases }, [...others, ...officers]);
  });
}
