/** Who may read and change policies, reviews and findings (product.md §2). The administrator reads no findings with names. */
import { type Actor, scopesOf } from '../identity/actor.js';
import { by, byKey, emptyWithout, fieldsOf, right } from '../identity/right.js';

/** What a right about a finding looks at. */
export interface FindingFile {
  agencyId: string;
  officerId: string;
  /** Set by the room of decisions on findings of cases that are before the actor, who is not recused (D-5). */
  isShownInCase?: boolean;
}

const isOwnAgency = (actor: Actor, { agencyId }: Partial<FindingFile>) =>
  !!agencyId && scopesOf(actor, 'AGENCY_CONTACT').includes(agencyId);
const isShownInCase = (_actor: Actor, { isShownInCase: isShown }: FindingFile): boolean => isShown === true;
const isOwnFile = (actor: Actor, { officerId }: Partial<FindingFile>) => !!officerId && scopesOf(actor, 'OFFICER').includes(officerId);

/** Whether a finding is the actor's own; a role never adds a right in the own case. */
export const isOwnFinding = isOwnFile;

export const reviewAccess = {
  readPolicies: right(
    'usagePolicy.read',
    by('ADMIN'),
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('COMMITTEE_MEMBER'),
    by('TRAINER'),
    by('AGENCY_CONTACT'),
    by('OFFICER'),
  ),
  changePolicies: right('usagePolicy.change', by('TASK_FORCE')),
  readReviews: right(
    'review.read',
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('COMMITTEE_MEMBER'),
    by('AGENCY_CONTACT'),
    by('OFFICER'),
    byKey('findings:read'),
  ),
  changeReviews: right('review.change', by('TASK_FORCE')),
  readFiles: right('review.readFiles', by('TASK_FORCE'), by('SECRETARY')),
  /** Of the city, of an agency, or of oneself alone. */
  readFigures: right<Partial<FindingFile>>(
    'review.readFigures',
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('COMMITTEE_MEMBER'),
    by('AGENCY_CONTACT', isOwnAgency),
    by('OFFICER', isOwnFile),
    byKey('awards:read'),
  ),
  /** Names and tiers. Committee members see findings of cases before them, once there are cases. */
  readFindings: right<FindingFile>(
    'finding.read',
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('AGENCY_CONTACT', isOwnAgency),
    by('OFFICER', isOwnFile),
    byKey('findings:read'),
  ),
  readEvidence: right<FindingFile>(
    'finding.readEvidence',
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('COMMITTEE_MEMBER', isShownInCase),
    by('AGENCY_CONTACT', isOwnAgency),
    by('OFFICER', isOwnFile),
  ),
  setCause: right<FindingFile>('finding.setCause', by('TASK_FORCE'), by('AGENCY_CONTACT', isOwnAgency)),
  setCauseOfLeaders: right('finding.setCauseOfLeaders', by('TASK_FORCE')),
  contest: right<FindingFile>('finding.contest', by('AGENCY_CONTACT', isOwnAgency), by('OFFICER', isOwnFile)),
  answerContest: right('finding.answerContest', by('TASK_FORCE')),
  settleSignals: right('finding.settleSignals', by('TASK_FORCE')),
};

const evidence = reviewAccess.readEvidence;

/** A new field of these types names its place here, or does not build (G-15). All that counts, explains or quotes is evidence. */
export const reviewFields = {
  /** The numbers a tier was made of belong to the finding; what tells of leave, single days and anybody's words is evidence. */
  Finding: fieldsOf(
    'id version review officer agency post isLeader tier notAssessedReason candidateDays assessableDays coverage daysOfUse daysOfUseOutside polledDays sent read logins received forwarded improvedTier signals cause nextStep availableActions',
    { excusedDays: evidence, reason: evidence, days: evidence, causeNote: evidence, contestNote: evidence, contestAnswer: evidence },
  ),
  EvidenceDay: fieldsOf('date isWorkingDay isHeld isExcused isCovered isAssessable isDayOfUse sent read logins received forwarded polled'),
  /** `findings` and `figures` are of those that the actor may see: they ask for themselves. */
  Review: fieldsOf(
    'id reference title state windowFrom windowTo openedAt contestUntil finalisedAt cancelReason version policy findings figures availableActions',
    { files: emptyWithout(reviewAccess.readFiles) },
  ),
  PolicyTrialRow: fieldsOf('officer from to'),
};
