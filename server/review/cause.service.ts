/** Setting the cause of findings: each stands alone (D-2, D-2a). */
import { type Acting, perform } from '../identity/command.js';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { silentCauseFault } from './campaign/check.rules.js';
import { formerAnswers } from './campaign/kept-answer.js';
import { causeFaults } from './cause.rules.js';
import { fileOf, eachAlone, keepVersion, loadFindings, notFound } from './finding-change.js';
import type { Finding } from './finding.entity.js';
import { isOwnFinding, reviewAccess } from './review.access.js';
import { findingsWithCases } from './lent-cases.js';
import { REVIEW_TEXTS } from './review.messages.js';
import type { Cause } from './vocabulary.js';

export interface Bulk {
  /** Ids of the findings that were changed, in the order given. */
  ids: string[];
  refused: Reason[];
}

/** Sets the cause of many findings, with one note. Findings the actor may not see are NOT_FOUND. */
export async function setCause(acting: Acting, ids: readonly string[], cause: Cause, note: string | null): Promise<Bulk> {
  return perform(acting, async (act) => {
    const findings = await loadFindings(act, ids);
    const absent = await withAbsence(act.em, findings);
    const decided = await findingsWithCases(
      act.em,
      findings.flatMap((finding) => finding?.id ?? []),
    );
    const answered = await formerAnswers(act, findings);
    const isTaskForce = act.mayDo(reviewAccess.setCauseOfLeaders, undefined);
    const done: string[] = [];
    const refused: Reason[] = [];
    eachAlone(ids, refused, (_id, place) => {
      const finding = findings[place];
      if (!finding || !act.mayDo(reviewAccess.setCause, fileOf(finding))) throw new Refusal(notFound(['ids', String(place)]));
      if (finding.review.unwrap().state === 'CANCELLED')
        throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'T-8', message: { text: REVIEW_TEXTS.cancelled } });
      if (decided.has(finding.id) && finding.cause !== cause)
        throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'T-8', message: { text: REVIEW_TEXTS.causeCarriesCase } });
      const silent = silentCauseFault({
        checkUntil: finding.review.unwrap().checkUntil ?? null,
        isAnswered: answered.has(finding.id),
        cause,
      });
      if (silent && finding.cause !== cause) throw new Refusal(silent);
      const faults = causeFaults({
        cause,
        note,
        tier: finding.tier,
        isLeader: finding.isLeader,
        hasAbsence: absent.has(finding.id),
        isTaskForce,
        isOwnFinding: isOwnFinding(act.actor, fileOf(finding)),
      });
      if (faults.length) throw new Refusal(...faults);
      done.push(finding.id);
      const words = note?.trim() || null;
      if (finding.cause === cause && (finding.causeNote ?? null) === words) return;
      keepVersion(act, finding, 'CAUSE', words);
      finding.cause = cause;
      finding.causeNote = words;
      act.record('finding.setCause', `finding:${finding.id}`, { cause, note: words }, [`officer:${finding.officer.id}`]);
    });
    act.unchanged();
    return { ids: done, refused };
  });
}

/** Findings whose officer has an absence recorded on some day of the window. */
async function withAbsence(em: SqlEntityManager, findings: readonly (Finding | undefined)[]): Promise<Set<string>> {
  const known = findings.filter((finding) => finding !== undefined);
  if (known.length === 0) return new Set();
  const rows = await em.execute<{ id: string }[]>(
    `select f.id from finding f join review r on r.id = f.review_id
     where f.id = any(?::uuid[]) and exists (select 1 from absence a where a.officer_id = f.officer_id and a.from_on <= r.window_to and a.until_on >= r.window_from)`,
    [`{${known.map(({ id }) => id).join(',')}}`],
  );
  return new Set(rows.map(({ id }) => id));
}
