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

/** What a right about the check of an agency looks at. */
export interface CheckFile {
  agencyId: string;
  /** The leader named for it. */
  headId: string | null;
}

const isNamedHead = (actor: Actor, { headId }: CheckFile): boolean => !!headId && scopesOf(actor, 'OFFICER').includes(headId);

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
  makePacks: right('evidencePack.make', by('TASK_FORCE'), by('SECRETARY')),
  setCause: right<FindingFile>('finding.setCause', by('TASK_FORCE'), by('AGENCY_CONTACT', isOwnAgency)),
  setCauseOfLeaders: right('finding.setCauseOfLeaders', by('TASK_FORCE')),
  contest: right<FindingFile>('finding.contest', by('AGENCY_CONTACT', isOwnAgency), by('OFFICER', isOwnFile)),
  answerContest: right('finding.answerContest', by('TASK_FORCE')),
  settleSignals: right('finding.settleSignals', by('TASK_FORCE')),
  /** Saying of a finding that it is right, or contesting it, for the agency (F-2). */
  checkFindings: right<FindingFile>('finding.check', by('TASK_FORCE'), by('AGENCY_CONTACT', isOwnAgency)),
  readChecks: right<CheckFile>(
    'agencyCheck.read',
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('AGENCY_CONTACT', isOwnAgency),
    by('OFFICER', isNamedHead),
  ),
  handleChecks: right<CheckFile>('agencyCheck.handle', by('TASK_FORCE'), by('AGENCY_CONTACT', isOwnAgency)),
  submitChecks: right<CheckFile>('agencyCheck.submit', by('AGENCY_CONTACT', isOwnAgency)),
  confirmChecks: right<CheckFile>('agencyCheck.confirm', by('OFFICER', isNamedHead)),
  returnChecks: right<CheckFile>('agencyCheck.return', by('TASK_FORCE'), by('OFFICER', isNamedHead)),
  /** How far all agencies are. */
  readProgress: right('review.readProgress', by('TASK_FORCE'), by('SECRETARY')),
  readCheckSignals: right('agencyCheck.readSignals', by('TASK_FORCE')),
};

const evidence = reviewAccess.readEvidence;

/** A new field of these types names its place here, or does not build (G-15). All that counts, explains or quotes is evidence. */
export const reviewFields = {
  /** The numbers a tier was made of belong to the finding; what tells of leave, single days and anybody's words is evidence. */
  Finding: fieldsOf(
    'id version review officer agency post isLeader tier notAssessedReason candidateDays assessableDays coverage daysOfUse daysOfUseOutside polledDays sent read logins received forwarded improvedTier signals cause nextStep answer availableActions',
    {
      excusedDays: evidence,
      reason: evidence,
      days: evidence,
      causeNote: evidence,
      contestNote: evidence,
      contestAnswer: evidence,
      contestAttachmentId: evidence,
      contestFromOn: evidence,
      contestUntilOn: evidence,
    },
  ),
  FindingAnswer: fieldsOf('answer checkedAt checkedBy isByTaskForce'),
  EvidenceDay: fieldsOf('date isWorkingDay isHeld isExcused isCovered isAssessable isDayOfUse sent read logins received forwarded polled'),
  /** `findings` and `figures` are of those that the actor may see: they ask for themselves. */
  Review: fieldsOf(
    'id reference title state windowFrom windowTo openedAt contestUntil checkUntil decideUntil silence stage rerunOf rerunScope finalisedAt cancelReason version policy findings figures availableActions',
    {
      files: emptyWithout(reviewAccess.readFiles),
      evidencePacks: emptyWithout(reviewAccess.makePacks),
      progress: reviewAccess.readProgress,
      steps: emptyWithout(reviewAccess.readProgress),
    },
  ),
  EvidencePack: fieldsOf('id findings sha256 madeAt madeBy'),
  PolicyTrialRow: fieldsOf('officer from to'),
  ReviewProgress: fieldsOf('agencies submitted confirmed overdue findings answered openContests unanswered'),
  CampaignStep: fieldsOf('id kind dueAt doneAt letters unreached'),
  AgencyCheck: fieldsOf(
    'id version review agency state head isOverdue findings answered left contested list submittedAt submittedBy confirmedAt confirmedBy paperNumber paperOn attachmentId returnReason availableActions',
    { signals: emptyWithout(reviewAccess.readCheckSignals), medianSeconds: reviewAccess.readCheckSignals },
  ),
  CheckedFinding: fieldsOf('findingId code fullName post isLeader tier answer isContestOpen isOwn mayAnswer'),
  CheckHead: fieldsOf('officerId fullName post'),
  ReviewDefinition: fieldsOf('id version name agencies checkDays decideDays remindDays escalateDays silence tellsOfficers next'),
  NextReview: fieldsOf('title windowTo'),
  ContactSubstitute: fieldsOf('id agency user fromOn untilOn reason givenBy endedAt'),
};
