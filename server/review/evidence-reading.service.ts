/** Records who read personal evidence: days, reasons, notes of causes and contests. */
import { type Acting, perform } from '../identity/command.js';

/** One event for all findings that a request reads, naming them and the officers they are about. `read` holds the officer of each finding. */
export async function recordReading(acting: Acting, read: ReadonlyMap<string, string>): Promise<void> {
  await perform(acting, async (act) => {
    act.allowAnyone('each field asked for the right to what it shows');
    const findings = [...read.keys()];
    const subject = findings.length === 1 ? `finding:${findings[0]}` : 'findings';
    const others = findings.length === 1 ? [] : findings.map((id) => `finding:${id}`);
    const officers = [...read.values()].map((id) => `officer:${id}`);
    act.record('finding.readEvidence', subject, { findings }, [...others, ...officers]);
  });
}
