/** Answering for findings: the contact of the agency, whoever stands in, or the task force confirms or contests them, each on its own (F-2). */
import { type Act, type Acting, perform } from '../../identity/command.js';
import { scopesOf } from '../../identity/actor.js';
import { type Reason, Refusal } from '../../kernel/refusal.js';
import type { Bulk } from '../cause.service.js';
import { contestOne } from '../contest.service.js';
import { fileOf, loadFindings, notFound } from '../finding-change.js';
import type { Finding } from '../finding.entity.js';
import { isOwnFinding, reviewAccess } from '../review.access.js';
import type { Review } from '../review.entity.js';
import { AgencyCheck, FindingCheck } from './campaign.entity.js';
import { CAMPAIGN_TEXTS } from './campaign.messages.js';
import { answerFault } from './check.rules.js';
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

const LONGEST_SECONDS = 86_400;

/** Answers for findings with one answer; findings the actor may not see are NOT_FOUND. */
export async function answerFindings(acting: Acting, ids: readonly string[], answering: Answering): Promise<Bulk> {
  return perform(acting, async (act) => {
    act.unchanged();
    if (answering.answer === 'CONTESTED' && !answering.note?.trim())
      throw new Refusal({ code: 'REQUIRED', rule: 'F-2', path: ['note'], message: { text: CAMPAIGN_TEXTS.contestNote } });
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
        const isTaskForce = act.mayDo(reviewAccess.answerContest, undefined);
        const review: Review = finding.review.unwrap();
        const fault = answerFault({
          reviewState: review.state,
          checkUntil: review.checkUntil ?? null,
          checkState: check?.state ?? null,
          isOwnFinding: isOwnFinding(act.actor, fileOf(finding)),
          isTaskForce,
          former: former.get(finding.id)?.answer ?? null,
          answer: answering.answer,
        });
        if (fault) throw new Refusal(fault);
        if (answering.answer === 'CONTESTED') await contestOne(act, finding, review, answering.note!, answering);
        keep(act, finding, check!, former.get(finding.id), {
          ...answering,
          isByTaskForce: isTaskForce,
          isByLeader: leads.has(finding.agency.id),
          atOnce: ids.length,
        });
        done.push(finding.id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push(...error.reasons.map((reason) => ({ ...reason, path: ['ids', String(place)] })));
      }
    }
    return { ids: done, refused };
  });
}

const keyOf = ({ review, agency }: Finding): string => `${review.id} ${agency.id}`;

/** The checks that these findings belong to, locked: nobody hands in while answers are written. */
async function checksOf(act: Act, findings: readonly (Finding | undefined)[]): Promise<Map<string, AgencyCheck>> {
  const keys = [...new Set(findings.flatMap((finding) => finding?.review.id ?? []))];
  const agencies = [...new Set(findings.flatMap((finding) => finding?.agency.id ?? []))];
  if (keys.length === 0) return new Map();
  await act.em.execute(
    'select 1 from agency_check where review_id = any(?::uuid[]) and agency_id = any(?::uuid[]) order by id for update',
    [`{${keys.join(',')}}`, `{${agencies.join(',')}}`],
  );
  const found = await act.em.find(AgencyCheck, { review: { $in: keys }, agency: { $in: agencies } } as never);
  return new Map(found.map((check) => [`${check.review.id} ${check.agency.id}`, check]));
}

async function formerAnswers(act: Act, findings: readonly (Finding | undefined)[]): Promise<Map<string, FindingCheck>> {
  const ids = findings.flatMap((finding) => finding?.id ?? []);
  const found = ids.length ? await act.em.find(FindingCheck, { findingId: { $in: ids } } as never) : [];
  return new Map(found.map((check) => [check.findingId, check]));
}

/** Agencies in which whoever acts is a leader now. */
async function agenciesLedBy(act: Act): Promise<Set<string>> {
  const own = scopesOf(act.actor, 'OFFICER');
  if (own.length === 0) return new Set();
  const rows = await act.em.execute<{ agency_id: string }[]>('select agency_id from officer where id = any(?::uuid[]) and is_leader', [
    `{${own.join(',')}}`,
  ]);
  return new Set(rows.map(({ agency_id }) => agency_id));
}

interface Kept extends Answering {
  isByTaskForce: boolean;
  isByLeader: boolean;
  atOnce: number;
}

function keep(act: Act, finding: Finding, check: AgencyCheck, former: FindingCheck | undefined, kept: Kept): void {
  const { answer, isByTaskForce, isByLeader, atOnce } = kept;
  const seconds = kept.seconds == null ? null : Math.min(Math.max(Math.round(kept.seconds), 0), LONGEST_SECONDS);
  const values = {
    answer,
    checkedAt: act.now,
    checkedBy: act.actor.name,
    checkedByName: act.actor.displayName,
    isByTaskForce,
    isByLeader,
    seconds: atOnce === 1 ? seconds : null,
    atOnce,
  };
  if (former) Object.assign(former, values);
  else act.em.persist(act.em.create(FindingCheck, { findingId: finding.id, agencyCheck: check, ...values } as never));
  act.record('finding.check', `finding:${finding.id}`, { answer, isByTaskForce, atOnce }, [`officer:${finding.officer.id}`]);
}
