/** Contesting a finding while its review is open, and answering (T-8). */
import { type Act, type Acting, perform } from '../identity/command.js';
import { Refusal } from '../kernel/refusal.js';
import { answerFault, contestFault } from './contest.rules.js';
import { fileOf, keepVersion, loadFindings, notFound } from './finding-change.js';
import type { Finding } from './finding.entity.js';
import { isOwnFinding, reviewAccess } from './review.access.js';
import { Review } from './review.entity.js';
import { CAUSE_TEXTS } from './cause.messages.js';

async function loadForContest(act: Act, id: string): Promise<{ finding: Finding; review: Review }> {
  const [finding] = await loadFindings(act, [id]);
  if (!finding) throw new Refusal(notFound(['id']));
  // The review is locked too, so that it cannot be finalised in between.
  return { finding, review: await act.load(Review, finding.review.id) };
}

/** The officer, or the contact of the agency, contests a finding with reasons. */
export async function contestFinding(acting: Acting, id: string, note: string): Promise<string> {
  return perform(acting, async (act) => {
    const { finding, review } = await loadForContest(act, id);
    if (!act.mayDo(reviewAccess.readFindings, fileOf(finding))) throw new Refusal(notFound(['id']));
    act.allow(reviewAccess.contest, fileOf(finding));
    const fault = contestFault({
      state: review.state,
      today: act.today,
      contestUntil: review.contestUntil ?? null,
      isContestOpen: finding.isContestOpen,
      note,
    });
    if (fault) throw new Refusal({ ...fault, path: fault.path ?? ['id'] });
    keepVersion(act, finding, 'CONTEST', note.trim());
    finding.isContestOpen = true;
    finding.contestNote = note.trim();
    finding.contestAnswer = null;
    act.record('finding.contest', `finding:${finding.id}`, { note: finding.contestNote }, [`officer:${finding.officer.id}`]);
    return finding.id;
  });
}

/** The task force answers a contest; accepting it makes the finding not assessed, as excused. Nobody answers in their own case. */
export async function answerContest(acting: Acting, id: string, isAccepted: boolean, note: string): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(reviewAccess.answerContest, undefined);
    const { finding, review } = await loadForContest(act, id);
    if (isOwnFinding(act.actor, fileOf(finding))) {
      throw new Refusal({ code: 'RULE_VIOLATED', rule: 'T-8', path: ['id'], message: { text: CAUSE_TEXTS.ownAnswer } });
    }
    const fault = answerFault({ state: review.state, isContestOpen: finding.isContestOpen, note });
    if (fault) throw new Refusal({ ...fault, path: fault.path ?? ['id'] });
    keepVersion(act, finding, isAccepted ? 'CONTEST_ACCEPTED' : 'CONTEST_REJECTED', note.trim());
    finding.isContestOpen = false;
    finding.contestAnswer = note.trim();
    if (isAccepted) {
      finding.tier = 'NOT_ASSESSED';
      finding.notAssessedReason = 'EXCUSED';
      finding.change = 'CONTEST_ACCEPTED';
      finding.improvedTier = null;
    }
    act.record('finding.answerContest', `finding:${finding.id}`, { isAccepted, note: finding.contestAnswer }, [
      `officer:${finding.officer.id}`,
    ]);
    return finding.id;
  });
}
