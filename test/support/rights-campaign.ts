/** Checks of agencies in the world of the rights, and who may read and do what with them (G-15); a part of rights-world.ts, rights-table.ts and rights-of-commands.ts. */
import type { MutationRow } from './rights-of-commands.js';
import type { MutationSample } from './mutation-samples.js';
import { type FieldsOf, page, type TypeRow } from './rights-rows.js';
import { EMPTY, FINDINGS, REVIEWS, type Who } from './rights-who.js';
import type { RightsWorld, Things } from './rights-world.js';
import type { World } from './world.js';

export interface CampaignThings {
  /** Of the agency in the open review; the officer who looks is named as its head. */
  check: string;
  /** Handed in: of the agency in the review of another quarter. */
  submittedCheck: string;
  substitute: string;
  /** Of the agency in a third review, with nothing left to answer for. */
  answeredCheck: string;
  /** An officer of the agency with an account. */
  standIn: string;
}

/** A plan without letters, which have a world of their own. */
export const CHECKED = {
  checkDays: 5,
  decideDays: 5,
  remindDays: [],
  escalateDays: 1,
  silence: 'FINDING_STAYS',
  tellsOfficers: false,
} as const;

export async function campaignThings(
  world: World,
  {
    openReview,
    officer,
    agency,
    openFinding,
    standIn,
    substitute: stranger,
  }: { openReview: string; officer: string; agency: string; openFinding: string; standIn: string; substitute: string },
): Promise<CampaignThings> {
  const rows = <R>(sql: string, values: unknown[]) => world.ground.orm.em.fork().execute<R[]>(sql, values);
  // Only a leader of the agency is its head.
  await rows('update officer set is_leader = true where id = ?', [officer]);
  const [check] = await rows<{ id: string }>('update agency_check set head_id = ? where review_id = ? and agency_id = ? returning id', [
    officer,
    openReview,
    agency,
  ]);
  await rows(
    `insert into finding_check (finding_id, agency_check_id, answer, checked_at, checked_by, checked_by_name, is_by_task_force, is_by_leader, at_once)
     values (?, ?, 'CONFIRMED', now(), 'user:x', 'Tổ công tác', true, false, 1)`,
    [openFinding, check!.id],
  );
  // Reviews of other quarters: in one the agency has handed in, in one nothing is left to answer for.
  const another = `insert into review (id, created_at, updated_at, version, reference, title, state, policy_id, window_from, window_to, agency_ids, opened_at, coverage, check_until, silence)
     select gen_random_uuid(), now(), now(), 1, 'DR-2026-' || (9000 + (select count(*) from review)), 'Quý khác', 'OPEN', policy_id, window_from, window_to, null, opened_at, '[]', '2026-12-31', 'FINDING_STAYS'
     from review where id = ? returning id`;
  const [other] = await rows<{ id: string }>(another, [openReview]);
  const [third] = await rows<{ id: string }>(another, [openReview]);
  const [submitted] = await rows<{ id: string }>(
    `insert into agency_check (id, created_at, updated_at, version, review_id, agency_id, state, head_id, submitted_at, submitted_by)
     values (gen_random_uuid(), now(), now(), 1, ?, ?, 'SUBMITTED', ?, now(), 'Người nộp') returning id`,
    [other!.id, agency, officer],
  );
  const [answered] = await rows<{ id: string }>(
    `insert into agency_check (id, created_at, updated_at, version, review_id, agency_id, state, head_id)
     values (gen_random_uuid(), now(), now(), 1, ?, ?, 'CHECKING', ?) returning id`,
    [third!.id, agency, officer],
  );
  const [substitute] = await rows<{ id: string }>(
    `insert into contact_substitute (id, created_at, updated_at, agency_id, user_id, from_on, until_on, reason, given_by, giver)
     values (gen_random_uuid(), now(), now(), ?, ?, '2026-11-01', '2026-12-31', 'Nghỉ phép', 'Cán bộ đầu mối', 'user:x') returning id`,
    [agency, stranger],
  );
  return { check: check!.id, submittedCheck: submitted!.id, answeredCheck: answered!.id, substitute: substitute!.id, standIn };
}

/** What belongs to no side. */
export async function campaignOfAll(world: World, review: string): Promise<void> {
  const em = world.ground.orm.em.fork();
  await em.execute(
    `insert into evidence_pack (id, created_at, updated_at, review_id, findings, sha256, made_at, made_by) values (gen_random_uuid(), now(), now(), ?, 3, 'ab', now(), 'Tổ công tác')`,
    [review],
  );
  await em.execute(
    `insert into review_definition (id, created_at, updated_at, version, name, check_days, decide_days, remind_days, escalate_days, silence, tells_officers)
     values (gen_random_uuid(), now(), now(), 1, 'Rà soát quý', 5, 5, '{2}', 1, 'FINDING_STAYS', true)`,
  );
}

const CHECKS = 'TASK_FORCE, SECRETARY, AGENCY_CONTACT own, OFFICER own';
const CHECK_DOOR = 'TASK_FORCE, SECRETARY, AGENCY_CONTACT, OFFICER';
const PROGRESS: FieldsOf = { who: 'TASK_FORCE, SECRETARY', otherwise: 'FORBIDDEN' };
const HANDLERS = 'TASK_FORCE, AGENCY_CONTACT own';
const FORCE = 'TASK_FORCE';
const checkIs = (t: Things) => `where: { agencyId: { eq: "${t.agency}" } }`;

export const CAMPAIGN_TYPES: Readonly<Record<string, TypeRow>> = {
  AgencyCheck: {
    at: (t) => `agencyCheck(id: "${t.campaign.check}") { * }`,
    door: CHECK_DOOR,
    sees: CHECKS,
    fields: {
      'id version review agency state head isOverdue findings answered left contested list': CHECKS,
      'submittedAt submittedBy confirmedAt confirmedBy paperNumber paperOn attachmentId returnReason signals medianSeconds': EMPTY,
      availableActions: 'TASK_FORCE, AGENCY_CONTACT own',
    },
  },
  AgencyCheckConnection: {
    at: (t) => `agencyChecks(${checkIs(t)}) { * }`,
    door: CHECK_DOOR,
    fields: { ...page(CHECKS), pageInfo: CHECK_DOOR },
  },
  AgencyCheckEdge: { at: (t) => `agencyChecks(${checkIs(t)}) { edges { * } }`, door: CHECK_DOOR, fields: { 'cursor node': CHECKS } },
  CheckedFinding: {
    at: (t) => `agencyCheck(id: "${t.campaign.check}") { list { * } }`,
    door: CHECK_DOOR,
    fields: { 'findingId code fullName post isLeader tier answer isContestOpen isOwn mayAnswer': CHECKS },
  },
  CheckHead: {
    at: (t) => `agencyCheck(id: "${t.campaign.check}") { head { * } }`,
    door: CHECK_DOOR,
    fields: { 'officerId fullName post': CHECKS },
  },
  FindingAnswer: {
    at: (t) => `finding(id: "${t.openFinding}") { answer { * } }`,
    door: FINDINGS,
    fields: { 'answer checkedAt checkedBy isByTaskForce': FINDINGS },
  },
  ReviewProgress: {
    at: (_t, w) => `review(id: "${w.openReview}") { progress { * } }`,
    door: REVIEWS,
    fields: { 'agencies submitted confirmed overdue findings answered openContests unanswered': PROGRESS },
  },
  CampaignStep: {
    at: (_t, w) => `review(id: "${w.openReview}") { steps { * } }`,
    door: REVIEWS,
    fields: { 'id kind dueAt letters unreached': 'TASK_FORCE, SECRETARY', doneAt: EMPTY },
  },
  EvidencePack: {
    at: (_t, w) => `review(id: "${w.review}") { evidencePacks { * } }`,
    door: REVIEWS,
    fields: { 'id findings sha256 madeAt madeBy': 'TASK_FORCE, SECRETARY' },
  },
  ReviewDefinition: {
    at: () => `reviewDefinitions { * }`,
    door: FORCE,
    fields: { 'id version name checkDays decideDays remindDays escalateDays silence tellsOfficers next': FORCE, agencies: EMPTY },
  },
  NextReview: { at: () => `reviewDefinitions { next { * } }`, door: FORCE, fields: { 'title windowTo': FORCE } },
  ContactSubstitute: {
    at: (t) => `contactSubstitutes(agencyId: "${t.agency}") { * }`,
    door: 'TASK_FORCE, AGENCY_CONTACT',
    fields: { 'id agency user fromOn untilOn reason givenBy': HANDLERS, endedAt: EMPTY },
  },
};

export const CAMPAIGN_ROOTS: Readonly<
  Record<string, { args: string; at: (things: Things, world: RightsWorld) => string; who: Who | FieldsOf; door?: Who }>
> = {
  agencyCheck: { args: 'id', at: (t) => `agencyCheck(id: "${t.campaign.check}") { id }`, who: CHECKS, door: CHECK_DOOR },
  agencyChecks: {
    args: 'first after offset where',
    at: (t) => `agencyChecks(first: 5, ${checkIs(t)}) { nodes { id } }`,
    who: CHECKS,
    door: CHECK_DOOR,
  },
  evidencePack: { args: 'sha256', at: () => `evidencePack(sha256: "ab") { id }`, who: 'TASK_FORCE, SECRETARY' },
  reviewDefinitions: { args: '', at: () => `reviewDefinitions { id }`, who: FORCE },
  contactSubstitutes: {
    args: 'agencyId',
    at: (t) => `contactSubstitutes(agencyId: "${t.agency}") { id }`,
    who: HANDLERS,
    door: 'TASK_FORCE, AGENCY_CONTACT',
  },
};

export const CAMPAIGN_INPUTS: Readonly<Record<string, string>> = { AgencyCheckWhere: 'reviewId agencyId state isOverdue isOpen' };

const submitted =
  (name: string, more = '') =>
  (_w: RightsWorld, t: Things) =>
    `${name}(id: "${t.campaign.submittedCheck}"${more})`;

export const campaignSamples: Readonly<Record<string, MutationSample>> = {
  officerSetReach: (_w, t) =>
    `officerSetReach(id: "${t.officer}", input: { otherEmail: "idle.${t.agencyCode.toLowerCase()}@else.example", prefersPaper: true })`,
  findingAnswer: (_w, t) => `findingAnswer(ids: ["${t.openFinding}"], answer: CONFIRMED)`,
  agencyCheckNameHead: (_w, t) => `agencyCheckNameHead(id: "${t.campaign.check}", officerId: "${t.leader}")`,
  agencyCheckConfirm: submitted('agencyCheckConfirm'),
  agencyCheckReturn: submitted('agencyCheckReturn', ', reason: "Xem lại"'),
  agencyCheckSubmit: (_w, t) => `agencyCheckSubmit(id: "${t.campaign.answeredCheck}")`,
  reviewExtendCheck: (w) => `reviewExtendCheck(id: "${w.openReview}", until: "2027-01-15", reason: "Bão")`,
  reviewDefinitionSave: () => `reviewDefinitionSave(input: { name: "Rà soát năm" })`,
  contactSubstituteAppoint: (_w, t) =>
    `contactSubstituteAppoint(input: { agencyId: "${t.agency}", officerId: "${t.campaign.standIn}", untilOn: "2026-12-01", reason: "Nghỉ phép" })`,
  contactSubstituteEnd: (_w, t) => `contactSubstituteEnd(id: "${t.campaign.substitute}")`,
};

export const CAMPAIGN_MUTATIONS: Readonly<Record<string, MutationRow>> = {
  officerSetReach: {
    done: 'ADMIN, TASK_FORCE, AGENCY_CONTACT own, OFFICER own',
    past: 'AGENCY_CONTACT, OFFICER',
    told: 'NOT_FOUND',
    exceptions: { 'TRAINER+AGENCY_CONTACT other': 'FORBIDDEN' },
  },
  findingAnswer: { done: HANDLERS, past: 'AGENCY_CONTACT', told: 'NOT_FOUND', oneself: 'RULE_VIOLATED' },
  agencyCheckNameHead: { done: HANDLERS, past: 'AGENCY_CONTACT', told: 'NOT_FOUND' },
  agencyCheckConfirm: {
    done: 'OFFICER own',
    past: 'AGENCY_CONTACT, OFFICER',
    told: 'NOT_FOUND',
    // Whoever is no head records the signed list, with its scan.
    exceptions: { AGENCY_CONTACT: 'REQUIRED', 'TRAINER+AGENCY_CONTACT': 'REQUIRED', 'TASK_FORCE+OFFICER other': 'FORBIDDEN' },
  },
  agencyCheckReturn: { done: 'TASK_FORCE, OFFICER own', past: 'OFFICER', told: 'NOT_FOUND' },
  agencyCheckSubmit: { done: 'AGENCY_CONTACT own', past: 'AGENCY_CONTACT', told: 'NOT_FOUND' },
  reviewExtendCheck: { done: FORCE },
  reviewDefinitionSave: { done: FORCE },
  contactSubstituteAppoint: { done: HANDLERS },
  contactSubstituteEnd: { done: HANDLERS, past: 'AGENCY_CONTACT', told: 'NOT_FOUND' },
};

export const CAMPAIGN_ACTIONS: readonly {
  at: (things: Things, world: RightsWorld) => string;
  door: Who;
  acts: Readonly<Record<string, string>>;
}[] = [
  { at: (t) => `agencyCheck(id: "${t.campaign.check}")`, door: CHECKS, acts: { NAME_HEAD: 'agencyCheckNameHead' } },
  { at: (t) => `agencyCheck(id: "${t.campaign.answeredCheck}")`, door: CHECKS, acts: { SUBMIT: 'agencyCheckSubmit' } },
  { at: (t) => `agencyCheck(id: "${t.campaign.submittedCheck}")`, door: CHECKS, acts: { RETURN: 'agencyCheckReturn' } },
];
