/** Contesting a finding while its review is open, and answering (T-8). */
import { type Act, type Acting, perform } from '../identity/command.js';
import { scopesOf } from '../identity/actor.js';
import { Refusal } from '../kernel/refusal.js';
import { bindAttachment } from '../notices/attachment.service.js';
import { Officer } from '../registry/officer.entity.js';
import { refuseErased } from '../registry/erased-officer.js';
import { addAbsence } from '../registry/officer.service.js';
import { CAMPAIGN_TEXTS } from './campaign/campaign.messages.js';
import { agenciesLedBy, checksOf, formerAnswers, keepAnswer, keyOf } from './campaign/kept-answer.js';
import { CONTEST_TEXTS, JOINED_BY } from './contest.messages.js';
import { answerFault, contestFault, daysFault, noteFault } from './contest.rules.js';
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

export interface ContestDetails {
  /** A paper that shows it. */
  attachmentId?: string | null;
  /** Days of leave, illness, secondment, or without a device; which of these is not stored apart. */
  fromOn?: string | null;
  untilOn?: string | null;
}

/** The officer, or the contact of the agency, contests a finding with reasons, and with a paper that shows them where there is one. */
export async function contestFinding(acting: Acting, id: string, note: string, more: ContestDetails = {}): Promise<string> {
  return perform(acting, async (act) => {
    const { finding, review } = await loadForContest(act, id);
    if (!act.mayDo(reviewAccess.readFindings, fileOf(finding))) throw new Refusal(notFound(['id']));
    act.allow(reviewAccess.contest, fileOf(finding));
    const isOwn = isOwnFinding(act.actor, fileOf(finding));
    const check = review.checkUntil && !isOwn ? (await checksOf(act, [finding])).get(keyOf(finding)) : undefined;
    // For the agency a contest is its answer: what was handed in stands (F-2).
    if (check && check.state !== 'CHECKING')
      throw new Refusal({ code: 'NOT_ALLOWED_NOW', rule: 'F-2', path: ['id'], message: { text: CAMPAIGN_TEXTS.handedIn } });
    await contestOne(act, finding, review, note, more);
    if (check) {
      const isByLeader = (await agenciesLedBy(act)).has(finding.agency.id);
      const former = (await formerAnswers(act, [finding])).get(finding.id);
      keepAnswer(act, finding, check, former, { answer: 'CONTESTED', isByTaskForce: false, isByLeader, atOnce: 1 });
    }
    return finding.id;
  });
}

/** Inside a command that has asked for the right; `until` is the last day for contesting, null where none is set. */
export async function contestOne(
  act: Act,
  finding: Finding,
  review: Review,
  note: string,
  { attachmentId, fromOn, untilOn }: ContestDetails = {},
  until: string | null = review.contestUntil ?? null,
): Promise<void> {
  const fault = contestFault({
    state: review.state,
    today: act.today,
    contestUntil: until,
    isContestOpen: finding.isContestOpen,
    note,
  });
  if (fault) throw new Refusal({ ...fault, path: fault.path ?? ['id'] });
  const days = daysFault(fromOn, untilOn, review);
  if (days) throw new Refusal(days);
  if (attachmentId) await bindAttachment(act, attachmentId, 'contest', ['attachmentId']);
  keepVersion(act, finding, 'CONTEST', note.trim());
  finding.isContestOpen = true;
  finding.contestNote = note.trim();
  finding.contestAttachmentId = attachmentId ?? null;
  finding.contestFromOn = fromOn ?? null;
  finding.contestUntilOn = untilOn ?? null;
  finding.contestAnswer = null;
  finding.contestedBy = act.actor.name;
  act.record('finding.contest', `finding:${finding.id}`, { note: finding.contestNote, attachmentId, fromOn, untilOn }, [
    `officer:${finding.officer.id}`,
  ]);
}

/**
 * The agency, or the task force for it, contests what the officer has contested already: both reasons stand, and nothing that somebody brought is lost. A paper
 * and days are taken where the officer has brought none.
 */
export async function joinContest(
  act: Act,
  finding: Finding,
  review: Review,
  said: { by: keyof typeof JOINED_BY; note: string } & ContestDetails,
): Promise<void> {
  const { by, note, attachmentId, fromOn, untilOn } = said;
  const refuse = (text: 'paperThere' | 'daysThere', path: string): never => {
    throw new Refusal({ code: 'INVALID', rule: 'F-2', path: [path], message: { text: CONTEST_TEXTS[text] } });
  };
  const long = noteFault(note);
  if (long) throw new Refusal(long);
  const days = daysFault(fromOn, untilOn, review);
  if (days) throw new Refusal(days);
  if (attachmentId && finding.contestAttachmentId) refuse('paperThere', 'attachmentId');
  const areDaysSame = fromOn === finding.contestFromOn && untilOn === finding.contestUntilOn;
  if (fromOn && finding.contestFromOn && !areDaysSame) refuse('daysThere', 'fromOn');
  if (attachmentId) await bindAttachment(act, attachmentId, 'contest', ['attachmentId']);
  keepVersion(act, finding, 'CONTEST', note.trim());
  finding.contestNote = `${finding.contestNote ?? ''}\n\n${JOINED_BY[by]}: ${note.trim()}`;
  if (attachmentId) finding.contestAttachmentId = attachmentId;
  if (fromOn && untilOn) Object.assign(finding, { contestFromOn: fromOn, contestUntilOn: untilOn });
  finding.contestedBy = [...new Set([...contesters(finding), act.actor.name])].join(' ');
  act.record('finding.contest', `finding:${finding.id}`, { note: note.trim(), attachmentId, fromOn, untilOn }, [
    `officer:${finding.officer.id}`,
  ]);
}

/** Names of the accounts that contest, as in the audit log. */
const contesters = ({ contestedBy }: Finding): string[] => contestedBy?.split(' ') ?? [];

/**
 * The task force answers a contest. Accepting it makes the finding not assessed, as excused; or, as an absence, records the days that were named, with the
 * answer as their document, and the finding is worked out again without them (T-5). Nobody answers in their own case.
 */
export async function answerContest(acting: Acting, id: string, isAccepted: boolean, note: string, isAbsence = false): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(reviewAccess.answerContest, undefined);
    const { finding, review } = await loadForContest(act, id);
    if (isOwnFinding(act.actor, fileOf(finding))) {
      throw new Refusal({ code: 'RULE_VIOLATED', rule: 'T-8', path: ['id'], message: { text: CAUSE_TEXTS.ownAnswer } });
    }
    // Two people: whoever contested, or checks for the agency, does not decide about it (F-2).
    if (contesters(finding).includes(act.actor.name) || scopesOf(act.actor, 'AGENCY_CONTACT').includes(finding.agency.id))
      throw new Refusal({ code: 'RULE_VIOLATED', rule: 'T-8', path: ['id'], message: { text: CONTEST_TEXTS.ownContest } });
    const fault = answerFault({ state: review.state, isContestOpen: finding.isContestOpen, note });
    if (fault) throw new Refusal({ ...fault, path: fault.path ?? ['id'] });
    if (isAccepted && isAbsence) {
      const { contestFromOn: fromOn, contestUntilOn: untilOn } = finding;
      if (!fromOn || !untilOn)
        throw new Refusal({ code: 'RULE_VIOLATED', rule: 'T-8', path: ['asAbsence'], message: { text: CONTEST_TEXTS.noDays } });
      // Only what lies in the window: the registry records the rest with its own document.
      const officer = await act.load(Officer, finding.officer.id);
      refuseErased(officer);
      await addAbsence(act, officer.id, {
        fromOn: fromOn < review.windowFrom ? review.windowFrom : fromOn,
        untilOn: untilOn > review.windowTo ? review.windowTo : untilOn,
        document: note,
      });
    }
    const change = isAccepted ? (isAbsence ? 'CONTEST_AS_ABSENCE' : 'CONTEST_ACCEPTED') : 'CONTEST_REJECTED';
    keepVersion(act, finding, change, note.trim());
    finding.isContestOpen = false;
    finding.contestAnswer = note.trim();
    if (isAccepted && !isAbsence) {
      finding.tier = 'NOT_ASSESSED';
      finding.notAssessedReason = 'EXCUSED';
      finding.change = 'CONTEST_ACCEPTED';
      finding.improvedTier = null;
    }
    act.record('finding.answerContest', `finding:${finding.id}`, { isAccepted, isAbsence, note: finding.contestAnswer }, [
      `officer:${finding.officer.id}`,
    ]);
    return finding.id;
  });
}
