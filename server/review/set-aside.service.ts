/** A finding that turned out to be wrong when a decision was reversed: the officer counts as not assessed (D-10). */
import type { Act } from '../identity/command.js';
import { keepVersion, loadFindings } from './finding-change.js';
import { showInLists } from './finding-outcome.js';

/** Inside the command of the reversal; what the finding said before is kept (T-5). */
export async function setAsideFinding(act: Act, findingId: string, note: string): Promise<void> {
  const [finding] = await loadFindings(act, [findingId]);
  if (!finding || finding.tier === 'NOT_ASSESSED') return;
  keepVersion(act, finding, 'SET_ASIDE', note);
  finding.tier = 'NOT_ASSESSED';
  finding.notAssessedReason = 'EXCUSED';
  finding.change = 'SET_ASIDE';
  finding.improvedTier = null;
  act.record('finding.setAside', `finding:${finding.id}`, { note }, [`officer:${finding.officer.id}`]);
  await showInLists(act, finding);
}
