/** Every resolver of the house; a room adds its own here. */
import type { Resolvers } from './api/schema.js';
import { awardsAccess, awardsFields } from './awards/awards.access.js';
import { awardsActs } from './awards/awards-acts.messages.js';
import { awardsNames } from './awards/awards-names.read.js';
import { EligibilityResolver } from './awards/eligibility.resolver.js';
import { WebhookDeliveryResolver, WebhookSubscriptionResolver } from './awards/webhook.resolver.js';
import { EvidenceImportResolver, EvidenceSourceResolver, QuarantinedLineResolver } from './evidence/evidence.resolver.js';
import { evidenceAccess, evidenceFields } from './evidence/evidence.access.js';
import { evidenceActs } from './evidence/evidence-acts.messages.js';
import { evidenceNames } from './evidence/evidence-names.read.js';
import { announceCodeRights } from './identity/access-code-holder.js';
import { announce } from './identity/all-rights.js';
import { auditAccess } from './identity/audit.access.js';
import { apiKeyNames, codeNames, userNames } from './identity/audit-actors.read.js';
import { AuditEventResolver } from './identity/audit.resolver.js';
import { announceActs, announceNames } from './identity/audit-words.js';
import { identityActs } from './identity/identity-acts.messages.js';
import { apiKeyAccess, clockAccess, identityFields, userAccess } from './identity/identity.access.js';
import { ApiKeyResolver } from './identity/api-key.resolver.js';
import { CodeEntryResolver } from './identity/code-entry.resolver.js';
import { DemoClockResolver } from './identity/demo-clock.resolver.js';
import { FactorResolver, ViewerFactorResolver } from './identity/factor.resolver.js';
import { IdentityResolver } from './identity/identity.resolver.js';
import { OwnSessionResolver } from './identity/own-session.resolver.js';
import { UserResolver, ViewerAccountResolver } from './identity/user.resolver.js';
import { lendReceiptReader } from './notices/attachment.read.js';
import { ACCOUNT_LETTER_KINDS } from './notices/account-letters.messages.js';
import { announceLetterKinds } from './notices/letter-kinds.js';
import { LetterResolver, ReceiptResolver } from './notices/letter.resolver.js';
import { noticesAccess, noticesFields } from './notices/notices.access.js';
import { noticesActs } from './notices/notices-acts.messages.js';
import { noticesNames } from './notices/notices-names.read.js';
import { PauseResolver } from './provisioning/pause.resolver.js';
import { provisioningActs } from './provisioning/provisioning-acts.messages.js';
import { MailOrderAttemptResolver, MailOrdersResolver } from './provisioning/mail-order.resolver.js';
import { MailSystemResolver } from './provisioning/mail-system.resolver.js';
import { MailboxActsResolver } from './provisioning/mailbox-acts.resolver.js';
import { PASSWORD_LETTER_KINDS } from './provisioning/password-letters.messages.js';
import { provisioningNames } from './provisioning/provisioning-names.read.js';
import { DriftResolver } from './provisioning/reconcile.resolver.js';
import { provisioningAccess, provisioningFields } from './provisioning/provisioning.access.js';
import { keepingAccess, keepingFields } from './publication/keeping/keeping.access.js';
import { keepingActs } from './publication/keeping/keeping-acts.messages.js';
import { OfficerErasureResolver, RetentionPolicyResolver, RetentionRunResolver } from './publication/keeping/keeping.resolver.js';
import { lendPersons } from './publication/keeping/lent-persons.js';
import { lendKeepers } from './publication/keeping/lent-keepers.js';
import { publicationAccess, publicationFields } from './publication/publication.access.js';
import { publicationActs } from './publication/publication-acts.messages.js';
import { publicationNames } from './publication/publication-names.read.js';
import {
  DecisionPapersResolver,
  DocketPapersResolver,
  EnrolmentPapersResolver,
  PaperResolver,
} from './publication/papers/paper.resolver.js';
import { papersAccess } from './publication/papers/papers.access.js';
import { papersActs } from './publication/papers/papers-acts.messages.js';
import { lendPaperScans, papersNames } from './publication/papers/papers-names.read.js';
import { PaperTemplateResolver } from './publication/papers/template.resolver.js';
import { PublishedListResolver, ReviewListsResolver } from './publication/published-list.resolver.js';
import { AgencyResolver } from './registry/agency.resolver.js';
import { MailboxResolver, OfficerResolver, PostingResolver } from './registry/officer.resolver.js';
import { registryActs } from './registry/registry-acts.messages.js';
import { registryNames } from './registry/registry-names.read.js';
import { registryAccess, registryFields } from './registry/registry.access.js';
import { AgencyCheckResolver } from './review/campaign/agency-check.resolver.js';
import { lendCampaignReaders } from './review/campaign/campaign-files.js';
import { CAMPAIGN_LETTER_KINDS } from './review/campaign/campaign-letters.messages.js';
import {
  ContactSubstituteResolver,
  FindingAnswerResolver,
  ReviewCampaignResolver,
  ReviewDefinitionResolver,
} from './review/campaign/campaign.resolver.js';
import { FindingResolver } from './review/finding.resolver.js';
import { reviewActs } from './review/review-acts.messages.js';
import { reviewNames } from './review/review-names.read.js';
import { reviewAccess, reviewFields } from './review/review.access.js';
import { ReviewResolver } from './review/review.resolver.js';
import { PolicyTrialResolver, PolicyTrialRowResolver, UsagePolicyResolver } from './review/usage-policy.resolver.js';
import { AgencyUsageResolver, OfficerUsageResolver } from './review/usage.resolver.js';
import { TrainingClassResolver } from './training/class.resolver.js';
import {
  TrainerEffectResolver,
  TrainingClassProposalResolver,
  TrainingCourseResolver,
  TrainingDemandFigureResolver,
  TrainingNeedResolver,
} from './training/demand.resolver.js';
import { AttendanceResolver, EnrolmentResolver } from './training/enrolment.resolver.js';
import { CalendarLinkResolver, OfficerTrainingResolver, TrainingShelterResolver } from './training/officer-training.resolver.js';
import { EnrolmentLettersResolver } from './training/letters-of-enrolment.resolver.js';
import { LETTER_KINDS } from './training/training-letters.messages.js';
import { trainingAccess, trainingFields } from './training/training.access.js';
import { trainingActs } from './training/training-acts.messages.js';
import { trainingNames } from './training/training-names.read.js';
import { CommitteeMemberResolver, CommitteeResolver } from './committee/committee.resolver.js';
import { committeeAccess, committeeFields } from './committee/committee.access.js';
import { committeeActs } from './committee/committee-acts.messages.js';
import { committeeNames } from './committee/committee-names.read.js';
import { lendCaseReaders } from './decisions/case-attachments.js';
import { CommitteeMergerResolver } from './decisions/committee-merger.resolver.js';
import { DecisionCommandsResolver } from './decisions/decision-commands.resolver.js';
import { decisionAccess, decisionFields } from './decisions/decision.access.js';
import { decisionActs } from './decisions/decision-acts.messages.js';
import { DECISION_LETTER_KINDS } from './decisions/decision-letters.messages.js';
import { decisionNames } from './decisions/decision-names.read.js';
import { lendCases } from './decisions/lent-cases.js';
import { DocketResolver } from './decisions/docket.resolver.js';
import { DecisionResolver } from './decisions/decision.resolver.js';
import { OfficerDecisionsResolver } from './decisions/officer-decisions.resolver.js';
import { AppealResolver, BallotResolver, MailOrderResolver, VoteResolver } from './decisions/vote.resolver.js';
import { lendScopes } from './registry/lent-scopes.js';
import { RoleScopeResolver, UserOfficerResolver } from './registry/user-scope.resolver.js';
import { ViewerResolver } from './registry/viewer.resolver.js';

announce(userAccess);
announce(apiKeyAccess);
announce(clockAccess);
announce(auditAccess);
announce(registryAccess);
announce(noticesAccess);
announce(evidenceAccess);
announce(provisioningAccess);
announce(reviewAccess);
announce(trainingAccess);
announce(committeeAccess);
announce(decisionAccess);
/** What the code of a paper notice opens (D-3, D-9): the own file, what was found with its days, and the case with explanation and appeal. */
announceCodeRights('decision', [
  'officer.read',
  'finding.read',
  'finding.readEvidence',
  'decision.read',
  'decision.readGrounds',
  'decision.explain',
  'decision.appeal',
  'paper.read',
]);
announceCodeRights('decision', ['attachment.upload']);
/** What the code of a letter about a finding opens (T-8): the own file, what was found with its days, and contesting it. */
announceCodeRights('finding', [
  'officer.read',
  'finding.read',
  'finding.readEvidence',
  'finding.contest',
  'review.read',
  'attachment.upload',
]);
/** What the code of a letter about a mailbox opens: its new password, once (D-8). */
announceCodeRights('mailbox', ['officer.read', 'officer.readMailbox', 'mailbox.resetPassword']);
announce(awardsAccess);
announce(publicationAccess);
announce(papersAccess);
announce(keepingAccess);
lendScopes();
lendReceiptReader();
lendCampaignReaders();
lendCaseReaders();
lendCases();
lendPaperScans();
lendKeepers();
lendPersons();
announceLetterKinds(ACCOUNT_LETTER_KINDS);
announceLetterKinds(LETTER_KINDS);
announceLetterKinds(CAMPAIGN_LETTER_KINDS);
announceLetterKinds(DECISION_LETTER_KINDS);
announceLetterKinds(PASSWORD_LETTER_KINDS);
for (const acts of [
  identityActs,
  registryActs,
  noticesActs,
  evidenceActs,
  reviewActs,
  trainingActs,
  committeeActs,
  decisionActs,
  provisioningActs,
  awardsActs,
  publicationActs,
  papersActs,
  keepingActs,
])
  announceActs(acts);
for (const names of [
  { user: userNames, key: apiKeyNames, code: codeNames },
  registryNames,
  noticesNames,
  evidenceNames,
  reviewNames,
  trainingNames,
  committeeNames,
  decisionNames,
  provisioningNames,
  awardsNames,
  publicationNames,
  papersNames,
])
  announceNames(names);

/** What of each type needs a right of its own (api/access.ts). */
export const rightsOfTypes = {
  ...identityFields,
  ...registryFields,
  ...noticesFields,
  ...evidenceFields,
  ...reviewFields,
  ...trainingFields,
  ...committeeFields,
  ...decisionFields,
  ...provisioningFields,
  ...awardsFields,
  ...publicationFields,
  ...keepingFields,
};

export const resolvers: Resolvers = [
  AgencyCheckResolver,
  ReviewCampaignResolver,
  ReviewDefinitionResolver,
  FindingAnswerResolver,
  ContactSubstituteResolver,
  PublishedListResolver,
  ReviewListsResolver,
  PaperResolver,
  DecisionPapersResolver,
  DocketPapersResolver,
  EnrolmentPapersResolver,
  PaperTemplateResolver,
  RetentionPolicyResolver,
  RetentionRunResolver,
  OfficerErasureResolver,
  IdentityResolver,
  CodeEntryResolver,
  OwnSessionResolver,
  ViewerFactorResolver,
  FactorResolver,
  UserResolver,
  UserOfficerResolver,
  RoleScopeResolver,
  ViewerAccountResolver,
  ApiKeyResolver,
  DemoClockResolver,
  AuditEventResolver,
  AgencyResolver,
  OfficerResolver,
  MailboxResolver,
  PostingResolver,
  PauseResolver,
  MailOrdersResolver,
  MailOrderAttemptResolver,
  MailboxActsResolver,
  MailSystemResolver,
  DriftResolver,
  ViewerResolver,
  LetterResolver,
  ReceiptResolver,
  EvidenceSourceResolver,
  EvidenceImportResolver,
  QuarantinedLineResolver,
  UsagePolicyResolver,
  PolicyTrialResolver,
  PolicyTrialRowResolver,
  ReviewResolver,
  FindingResolver,
  OfficerUsageResolver,
  AgencyUsageResolver,
  TrainingClassResolver,
  EnrolmentResolver,
  AttendanceResolver,
  EnrolmentLettersResolver,
  TrainingCourseResolver,
  TrainingNeedResolver,
  TrainingDemandFigureResolver,
  TrainingClassProposalResolver,
  TrainerEffectResolver,
  OfficerTrainingResolver,
  TrainingShelterResolver,
  CalendarLinkResolver,
  CommitteeResolver,
  CommitteeMemberResolver,
  CommitteeMergerResolver,
  DecisionResolver,
  DecisionCommandsResolver,
  DocketResolver,
  OfficerDecisionsResolver,
  VoteResolver,
  BallotResolver,
  AppealResolver,
  MailOrderResolver,
  EligibilityResolver,
  WebhookSubscriptionResolver,
  WebhookDeliveryResolver,
];
