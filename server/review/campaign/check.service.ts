/** Answering for findings: the contact of the agency, whoever stands in, or the task force confirms or contests them, each on its own (F-2). */
import { type Acting, perform } from '../../identity/command.js';
import { type Reason, Refusal } from '../../kernel/refusal.js';
import type { Bulk } from '../cause.service.js';
import { contestOne, joinContest } from '../contest.service.js';
import { fileOf, loadFindings, notFound } from '../finding-change.js';
import { isOwnFinding, reviewAccess } from '../review.access.js';
import type { Review } from '../review.entity.js';
import { CAMPAIGN_TEXTS } from './campaign.messages.js';
import { answerFault } from './check.rules.js';
import { agenciesLedBy, checksOf, formerAnswers, keepAnswer, keyOf } from './kept-answer.js';
import type { CheckAnswer } from './vocabulary.js';

export interface Answering {
  answer: CheckAnswer;
  /** Why it is contested. */
  note?: string | null;
  /** A paper that shows it. */
  attachmentId?: string | null;
  /** Days of absence. */
  fromOn?: string | null;
  untilOn?: string | null;
  /** Seconds that the findings were looked at before the answer; of one finding alone. */
  seconds?: number | null;
}

/** Answers for findings with one answer; findings the actor may not see are NOT_FOUND. */
export async function answerFindings(acting: Acting, ids: readonly string[], answering: Answering): Promise<Bulk> {
  return perform(acting, async (act) => {
    act.unchanged();
    if (answering.answer === 'CONTESTED' && !answering.note?.trim())
      throw new Refusal({ code: 'REQUIRED', rule: 'F-2', path: ['note'], message: { text: CAMPAIGN_TEXTS.contestNote } });
    const isTaskForce = act.mayDo(reviewAccess.answerContest, undefined);
    const findings = await loadFindings(act, ids);
    const checks = await checksOf(act, findings);
    const former = await formerAnswers(act, findings);
    const leads = await agenciesLedBy(act);
    const done: string[] = [];
    const refused: Reason[] = [];
    for (const [place, finding] of findings.entries()) {
      try {
        if (!finding || !act.mayDo(reviewAccess.readFindings, fileOf(finding)) || !act.mayDo(reviewAccess.checkFindings, fileOf(finding)))
          throw new Refusal(notFound([]));
        const check = checks.get(keyOf(finding));
        const review: Review = finding.review.unwrap();
        const fault = answerFault({
          reviewState: review.state,
          checkUntil: review.checkUntil ?? null,
          checkState: check?.state ?? null,
          isOwnFinding: isOwnFinding(act.actor, fileOf(finding)),
          isTaskForce,
          former: former.get(finding.id)?.answer ?? null,
          isFormerByTaskForce: former.get(finding.id)?.isByTaskForce ?? false,
          answer: answering.answer,
        });
        if (fault) throw new Refusal(fault);
        // Whoever answers late, and the task force after the agencies, can say both: the period for contesting does not make one of them impossible (F-3).
        if (answering.answer === 'CONTESTED') {
          const { note, ...details } = answering;
          if (finding.isContestOpen)
            await joinContest(act, finding, review, { by: isTaskForce ? 'taskForce' : 'agency', note: note!, ...details });
          else await contestOne(act, finding, review, note!, details, null);
        }
        keepAnswer(act, finding, check!, former.get(finding.id), {
          ...answering,
          isByTaskForce: isTaskForce,
          isByLeader: leads.has(finding.agency.id),
          atOnce: ids.length,
        });
        done.push(finding.id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push(...error.reasons.map((reason) => ({ ...reason, path: ['ids', String(place), ...(reason.path ?? [])] })));
      }
    }
    return { ids: done, refused };
  });
}
