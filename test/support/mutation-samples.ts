/**
 * For every mutation a call that is valid in the world of rights-world.ts, on things of the own side and of the other. A new mutation
 * adds a line here, and its expectation in rights-of-commands.ts; the tests of G-15 and G-23 name it until it does.
 * The text is the field with its arguments; what is selected from the answer is made of the schema (`selectionOf`).
 */
import { getNamedType, type GraphQLSchema, isNonNullType, isObjectType } from 'graphql';
import { campaignSamples } from './rights-campaign.js';
import { decisionSamples } from './rights-decisions-commands.js';
import { PUBLIC_SLUG } from './rights-publication-table.js';
import { provisioningSamples } from './rights-provisioning.js';
import type { RightsWorld, Things } from './rights-world.js';

export type MutationSample = (world: RightsWorld, things: Things) => string;

const text = (value: string) => JSON.stringify(value);
const NOBODY = '0190a7e0-0000-7000-8000-000000000000';
const policy = `{ effectiveOn: "2026-06-01", windowDays: 60, regularShare: 0.5, minimumCoverage: 0.8, minimumAssessableDays: 10 }`;
const password = text('test-password');
const trainingClass = ({ training }: Things, session: string) =>
  `{ title: "Lớp tháng 12", capacity: 5, sessions: [{ ${session}startsAt: "${training.startsAt}", endsAt: "${training.endsAt}" }] }`;

export const mutationSamples: Readonly<Record<string, MutationSample>> = {
  agencyCreate: () => `agencyCreate(input: { code: "MOI", name: "Sở Mới", kind: DEPARTMENT, staffQuota: 3 })`,
  agencyUpdate: (_w, t) =>
    `agencyUpdate(id: "${t.agency}", expectedVersion: 1, input: { code: "${t.agencyCode}", name: "Tên mới", kind: DEPARTMENT, staffQuota: 7 })`,
  agencyClose: (_w, t) => `agencyClose(id: "${t.agency}", onDate: "2026-12-31")`,
  officerCreate: (_w, t) => `officerCreate(input: { code: "NEW-1", fullName: "Lê Thị Mới", agencyId: "${t.agency}", isLeader: false })`,
  officerUpdate: (_w, t) =>
    `officerUpdate(id: "${t.officer}", expectedVersion: ${t.officerVersion}, input: { code: "${t.officerCode}", fullName: "Tên Mới", agencyId: "${t.agency}", isLeader: false, post: "Chuyên viên" })`,
  officerTransfer: (w, t) => `officerTransfer(id: "${t.officer}", agencyId: "${w.emptyAgency}", isLeader: true, onDate: "2026-11-20")`,
  officerRecordOtherPost: (w, t) =>
    `officerRecordOtherPost(id: "${t.officer}", input: { agencyId: "${w.emptyAgency}", isLeader: false, fromOn: "2026-02-01" })`,
  officerRecordAbsence: (_w, t) =>
    `officerRecordAbsence(id: "${t.officer}", fromOn: "2026-10-01", untilOn: "2026-10-02", document: "15/GNP")`,
  officerLeave: (_w, t) => `officerLeave(id: "${t.officer}", onDate: "2026-11-20")`,
  mailboxRecord: (_w, t) => `mailboxRecord(input: { address: "${t.address}", officerId: "${t.officer}", createdOn: "2021-01-01" })`,
  mailboxRelease: (_w, t) => `mailboxRelease(address: "${t.address}")`,
  coverageSettle: () => `coverageSettle(input: { source: "log", date: "2026-09-03", decision: OUTAGE, reason: "Mất điện" })`,
  evidenceSourceSave: () => `evidenceSourceSave(input: { name: "mail2", format: DOVECOT, mailDomains: ["snv.example"] })`,
  findingSetCause: (_w, t) => `findingSetCause(ids: ["${t.openFinding}"], cause: NO_NEED)`,
  findingContest: (_w, t) => `findingContest(id: "${t.openFinding}", note: "Tôi có dùng")`,
  findingAnswerContest: (_w, t) => `findingAnswerContest(id: "${t.contestedFinding}", accept: true, note: "Đã kiểm tra")`,
  findingSettleSignals: (_w, t) => `findingSettleSignals(ids: ["${t.finding}"], takeImproved: false, note: "Đã xem xét")`,
  reviewOpen: (w) => `reviewOpen(input: { title: "Đợt mới", windowTo: "2026-11-24", agencyIds: ["${w.freeAgency}"] })`,
  reviewCancel: (w) => `reviewCancel(id: "${w.quietReview}", reason: "nhầm kỳ")`,
  reviewFinalise: (w) => `reviewFinalise(id: "${w.quietReview}")`,
  reviewPublish: (w) => `reviewPublish(id: "${w.review}", input: { slug: "ban-moi", audience: INTERNAL, legalBasis: "Quyết định 12" })`,
  publishedListWithdraw: () => `publishedListWithdraw(slug: "${PUBLIC_SLUG}", reason: "Nhầm đợt")`,
  paperMakeAnew: (_w, t) => `paperMakeAnew(kind: DECISION, aboutId: "${t.decisions.filed}", reason: "Sai chức vụ")`,
  paperRecordSignature: (_w, t) =>
    `paperRecordSignature(kind: CASE_FILE, aboutId: "${t.decisions.filed}", input: { signedOn: "2026-11-25" })`,
  paperTemplateTry: () => `paperTemplateTry(name: "head.place", text: "Hà Nội")`,
  paperTemplateSave: () => `paperTemplateSave(name: "head.place", text: "Hà Nội")`,
  paperLayoutSave: () => `paperLayoutSave(settings: [{ name: "bodyPt", value: "13" }])`,
  retentionPolicySet: () => `retentionPolicySet(input: { legalBasis: "Quyết định 9", periods: [{ name: "kernel.outbox", period: 20 }] })`,
  retentionApply: () => `retentionApply`,
  officerErase: (_w, t) => `officerErase(id: "${t.officer}", reason: "Hết thời hạn lưu giữ")`,
  usagePolicyAdopt: () => `usagePolicyAdopt(input: ${policy})`,
  usagePolicyTry: (w) => `usagePolicyTry(reviewId: "${w.review}", input: ${policy})`,
  trainingCourseSave: () => `trainingCourseSave(input: { code: "NANG-CAO", title: "Nâng cao" })`,
  trainingClassCreate: (_w, t) => `trainingClassCreate(input: ${trainingClass(t, '')})`,
  trainingClassUpdate: (_w, t) =>
    `trainingClassUpdate(id: "${t.training.trainingClass}", expectedVersion: ${t.training.version}, input: ${trainingClass(t, `id: "${t.training.session}", `)})`,
  trainingClassOpen: (_w, t) => `trainingClassOpen(id: "${t.training.plannedClass}")`,
  trainingClassCancel: (_w, t) => `trainingClassCancel(id: "${t.training.trainingClass}", reason: "Giảng viên ốm")`,
  trainingClassComplete: (_w, t) => `trainingClassComplete(id: "${t.training.trainingClass}")`,
  trainingClassRemind: (_w, t) => `trainingClassRemind(id: "${t.training.trainingClass}")`,
  attendanceMark: (_w, t) =>
    `attendanceMark(classId: "${t.training.trainingClass}", marks: [{ enrolmentId: "${t.training.enrolment}", sessionId: "${t.training.session}", mark: PRESENT }])`,
  enrolmentRequest: (_w, t) => `enrolmentRequest(classId: "${t.training.trainingClass}", officerIds: ["${t.training.needy}"])`,
  enrolmentApprove: (_w, t) => `enrolmentApprove(ids: ["${t.training.requested}"])`,
  enrolmentDecline: (_w, t) => `enrolmentDecline(ids: ["${t.training.requested}"], reason: "Trùng lịch họp")`,
  enrolmentWithdraw: (_w, t) => `enrolmentWithdraw(ids: ["${t.training.enrolment}"])`,
  letterRecordReceipt: (_w, t) =>
    `letterRecordReceipt(ids: ["${t.notices.letter}"], input: { receivedOn: "2026-11-25", means: TOLD_BY_PHONE, note: "Đã gọi" })`,
  letterMarkPrinted: (_w, t) => `letterMarkPrinted(ids: ["${t.notices.letter}"])`,
  letterPrint: (_w, t) => `letterPrint(ids: ["${t.notices.letter}"])`,
  letterSendAgain: (_w, t) => `letterSendAgain(ids: ["${t.notices.letter}"])`,
  calendarLinkCreate: () => `calendarLinkCreate`,
  calendarLinkRevoke: () => `calendarLinkRevoke`,
  committeeCreate: (w) =>
    `committeeCreate(input: { code: "BCD-MOI", name: "Ban Chỉ đạo mới", competences: [MAILBOX_PROVISION], effectiveOn: "2026-12-01", legalBasis: "Quyết định 2", members: [{ userId: "${w.user}", seat: CHAIR }] })`,
  committeeSeatMember: (w) =>
    `committeeSeatMember(input: { committeeId: "${w.committees.committee}", userId: "${w.user}", seat: STANDING, fromOn: "2026-12-01" })`,
  committeeEndSeat: (w) => `committeeEndSeat(memberId: "${w.committees.member}", untilOn: "2026-12-31")`,
  committeeMerge: ({ committees: { committee, third, chair } }) =>
    `committeeMerge(input: { sourceIds: ["${committee}", "${third}"], code: "BCD-HN", name: "Ban Chỉ đạo chung", chairUserId: "${chair}", effectiveOn: "2026-11-25", legalBasis: "Quyết định 4" })`,
  committeeMergerCancel: (w) => `committeeMergerCancel(id: "${w.committees.plannedMerger}")`,
  demoClockMove: () => `demoClockMove(days: 0, hours: 1)`,
  votingRuleAdopt: (w) =>
    `votingRuleAdopt(input: { committeeId: "${w.committees.committee}", kind: AWARD_EXCLUSION, noticeDays: 10, voteDays: 7, appealDays: 30, effectiveOn: "2026-12-01" })`,
  ...campaignSamples,
  ...Object.fromEntries(Object.entries(decisionSamples).map(([name, sample]) => [name, (_w: RightsWorld, t: Things) => sample(t)])),
  webhookSubscribe: () => `webhookSubscribe(input: { name: "Nhân sự", url: "https://nhansu.example/hook" })`,
  webhookUnsubscribe: (w) => `webhookUnsubscribe(id: "${w.awards.subscription}")`,
  webhookTest: (w) => `webhookTest(id: "${w.awards.subscription}")`,
  webhookReplay: (w) => `webhookReplay(ids: ["${w.awards.delivery}"])`,
  provisioningPause: () => `provisioningPause(isPaused: true)`,
  ...provisioningSamples,
  apiKeyCreate: () => `apiKeyCreate(name: "Khóa mới", scopes: ["findings:read"], expiresOn: "2027-01-31")`,
  apiKeyRevoke: (w) => `apiKeyRevoke(id: "${w.key}")`,
  userCreate: () => `userCreate(input: { name: "Người Mới", email: "new@people.example", grants: [{ role: TRAINER }] })`,
  userUpdate: (w) =>
    `userUpdate(id: "${w.user}", expectedVersion: 1, input: { name: "Tên Khác", email: "else@people.example", grants: [{ role: TRAINER }] })`,
  userDisable: (w) => `userDisable(id: "${w.user}", reason: "Thôi việc")`,
  userEnable: (w) => `userEnable(id: "${w.disabledUser}")`,
  userInvite: (w) => `userInvite(id: "${w.user}")`,
  userResetSecondFactor: (w) => `userResetSecondFactor(id: "${w.user}", reason: "Mất điện thoại")`,
  userEndSessions: (w) => `userEndSessions(id: "${w.user}")`,
  sessionCreate: () => `sessionCreate(email: "task-force@people.example", password: ${password})`,
  sessionCreateByCode: (w) => `sessionCreateByCode(code: "${w.paperCode}")`,
  sessionEnd: () => `sessionEnd`,
  sessionRevoke: () => `sessionRevoke(id: "${NOBODY}")`,
  sessionEndOthers: () => `sessionEndOthers`,
  sessionProve: () => `sessionProve(code: "000000")`,
  passwordChange: () => `passwordChange(currentPassword: ${password}, newPassword: "Mot-mat-khau-moi-va-dai")`,
  totpBegin: () => `totpBegin(password: ${password})`,
  totpConfirm: () => `totpConfirm(code: "000000")`,
  totpRemove: () => `totpRemove(code: "000000")`,
  recoveryCodesRenew: () => `recoveryCodesRenew`,
  passkeyBegin: () => `passkeyBegin(password: ${password})`,
  passkeyAdd: () => `passkeyAdd(name: "Khóa của tôi", response: "{}")`,
  passkeyRemove: () => `passkeyRemove(id: "${NOBODY}")`,
};

/** Everything that a mutation's answer says, objects by their name alone. */
export function selectionOf(schema: GraphQLSchema, mutation: string): string {
  const type = getNamedType(schema.getMutationType()!.getFields()[mutation]!.type);
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter(
    ({ args }) => !args.some((a) => isNonNullType(a.type) && a.defaultValue === undefined),
  );
  const parts = fields.map(({ name, type: of }) => {
    if (name === 'results') return 'results { id userErrors { code rule path message } decision { __typename } }';
    if (name === 'userErrors') return 'userErrors { code rule path message }';
    return isObjectType(getNamedType(of)) ? `${name} { __typename }` : name;
  });
  return `{ ${parts.join(' ')} }`;
}

/** The whole document of a sample. */
export const mutationText = (schema: GraphQLSchema, mutation: string, world: RightsWorld, things: Things): string =>
  `mutation { ${mutationSamples[mutation]!(world, things)} ${selectionOf(schema, mutation)} }`;
