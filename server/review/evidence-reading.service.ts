/** Records who read personal evidence: days, reasons, notes of causes and contests. */
import { type Acting, perform } from '../identity/command.js';

/** One event for all findings that a request reads at a time, naming them. */
export async function recordReading(acting: Acting, findingIds: readonly string[]): Promise<void> {
  await perform(acting, async (act) => {
    act.allowAnyone('each field asked for the right to what it shows');
    const subject = findingIds.length === 1 ? `finding:${findingIds[0]}` : 'findings';
    act.record('finding.readEvidence', subject, { findings: [...findingIds] });
  });
}
