/** Everything that is stored, for the ORM. A room adds its entities here. */
import { AuditEvent, AuditHead, AuditMention } from '../kernel/audit-event.entity.js';
import { IdempotencyKey } from '../kernel/idempotency-key.entity.js';
import { OutboxMessage } from '../kernel/outbox-message.entity.js';
import { Routine } from '../kernel/routine.entity.js';
import { Setting } from '../kernel/setting.entity.js';
import { AccessCode } from '../identity/access-code.entity.js';
import { ApiKey } from '../identity/api-key.entity.js';
import { Guess } from '../identity/guess.entity.js';
import { Invitation } from '../identity/invitation.entity.js';
import { Passkey, SpentChallenge } from '../identity/passkey.entity.js';
import { Session } from '../identity/session.entity.js';
import { RecoveryCode, Totp } from '../identity/totp.entity.js';
import { RoleGrant, User } from '../identity/user.entity.js';
import { SpentSignOn, UserIdentity } from '../identity/user-identity.entity.js';
import { Agency } from '../registry/agency.entity.js';
import { Absence, Officer, Posting } from '../registry/officer.entity.js';
import { Mailbox, MailboxPeriod } from '../registry/mailbox.entity.js';
import { Attachment } from '../notices/attachment.entity.js';
import { Letter, LetterAttempt, Receipt } from '../notices/letter.entity.js';
import {
  EvidenceActRow,
  EvidenceAddress,
  EvidenceDayCounters,
  EvidenceDroppedSession,
  EvidenceSourceDay,
} from '../evidence/evidence-day.entity.js';
import { EvidenceFragment, EvidenceImport, EvidenceImportDay, EvidenceQuarantine } from '../evidence/evidence-import.entity.js';
import { EvidenceSource } from '../evidence/evidence-source.entity.js';
import { Finding, FindingFacts, FindingVersion } from '../review/finding.entity.js';
import { AgencyCheck, CampaignStep, ContactSubstitute, FindingCheck, ReviewDefinition } from '../review/campaign/campaign.entity.js';
import { EvidencePack } from '../review/pack.entity.js';
import { Review } from '../review/review.entity.js';
import { UsagePolicy } from '../review/usage-policy.entity.js';
import { CommitteeMerger } from '../committee/committee-merger.entity.js';
import { Committee, CommitteeMember, VotingRule } from '../committee/committee.entity.js';
import { Appeal } from '../decisions/appeal.entity.js';
import { AwardExclusion } from '../decisions/award-exclusion.entity.js';
import { Decision, DecisionEventRow, DecisionNumber } from '../decisions/decision.entity.js';
import { MailOrder } from '../decisions/mail-order.entity.js';
import { ArchivedBallot, Ballot, DeclaredConflict, Vote, Voter } from '../decisions/vote.entity.js';
import { MailComparison, MailDriftRow, MailOrderAttempt, MailSystem } from '../provisioning/mail-system.entity.js';
import { IssuedPaper, PaperTemplateRow } from '../publication/papers/paper.entity.js';
import { RetentionMark } from '../kernel/retention-mark.entity.js';
import { RetentionPolicyRow } from '../publication/keeping/retention-policy.entity.js';
import { RetentionRunRow } from '../publication/keeping/retention-run.entity.js';
import { PublishedListRow, PublishedRowRow } from '../publication/published-list.entity.js';
import { WebhookDelivery, WebhookMessage, WebhookSubscription } from '../awards/webhook.entity.js';
import { CalendarLink } from '../training/calendar-link.entity.js';
import { AttendanceEntry, Enrolment } from '../training/enrolment.entity.js';
import { TrainingClass, TrainingCourse, TrainingSession } from '../training/training-class.entity.js';

export const entities = [
  Setting,
  Routine,
  AuditEvent,
  AuditHead,
  AuditMention,
  OutboxMessage,
  IdempotencyKey,
  User,
  RoleGrant,
  Session,
  Invitation,
  ApiKey,
  AccessCode,
  Guess,
  Totp,
  RecoveryCode,
  Passkey,
  SpentChallenge,
  UserIdentity,
  SpentSignOn,
  Agency,
  Officer,
  Posting,
  Absence,
  Mailbox,
  MailboxPeriod,
  Letter,
  LetterAttempt,
  Receipt,
  Attachment,
  EvidenceSource,
  EvidenceImport,
  EvidenceQuarantine,
  EvidenceFragment,
  EvidenceImportDay,
  EvidenceAddress,
  EvidenceDayCounters,
  EvidenceActRow,
  EvidenceDroppedSession,
  EvidenceSourceDay,
  UsagePolicy,
  Review,
  Finding,
  FindingFacts,
  FindingVersion,
  EvidencePack,
  ReviewDefinition,
  AgencyCheck,
  FindingCheck,
  CampaignStep,
  ContactSubstitute,
  TrainingCourse,
  TrainingClass,
  TrainingSession,
  Enrolment,
  AttendanceEntry,
  CalendarLink,
  Committee,
  CommitteeMember,
  VotingRule,
  CommitteeMerger,
  Decision,
  DecisionEventRow,
  DecisionNumber,
  Vote,
  Voter,
  Ballot,
  ArchivedBallot,
  DeclaredConflict,
  Appeal,
  AwardExclusion,
  MailOrder,
  MailSystem,
  MailOrderAttempt,
  MailComparison,
  MailDriftRow,
  WebhookSubscription,
  WebhookMessage,
  WebhookDelivery,
  PublishedListRow,
  PublishedRowRow,
  IssuedPaper,
  PaperTemplateRow,
  RetentionMark,
  RetentionPolicyRow,
  RetentionRunRow,
];
