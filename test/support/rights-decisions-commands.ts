/** Who may move cases, by hand from the table of product.md §4; a part of rights-of-commands.ts. */
import type { MutationRow } from './rights-of-commands.js';
import { DECISIONS } from './rights-who.js';
import type { Things } from './rights-world.js';

const refused = 'RULE_VIOLATED';
/** Whoever sits in the committee and is recused, in the own agency as in the other. */
const recused = { 'COMMITTEE_MEMBER+OFFICER': refused, 'COMMITTEE_MEMBER+OFFICER other': refused } as const;

/** The officer, or contact and secretary from paper; whoever sees the case by another role is told that it is not theirs. */
const byOrForOfficer: MutationRow = {
  done: 'SECRETARY, AGENCY_CONTACT own, OFFICER own, paper code own',
  past: 'AGENCY_CONTACT, OFFICER, paper code',
  told: 'NOT_FOUND',
  exceptions: { 'TASK_FORCE+OFFICER other': refused, 'COMMITTEE_MEMBER+OFFICER other': refused },
};
const voters: MutationRow = { done: 'COMMITTEE_MEMBER', exceptions: recused };

export const DECISIONS_MUTATIONS: Readonly<Record<string, MutationRow>> = {
  decisionPropose: { done: 'TASK_FORCE, SECRETARY, AGENCY_CONTACT own', past: 'AGENCY_CONTACT', told: 'NOT_FOUND' },
  decisionSetDocket: { done: 'SECRETARY' },
  decisionPrepareNotice: { done: 'SECRETARY' },
  decisionGiveNotice: { done: 'SECRETARY' },
  decisionExplain: byOrForOfficer,
  decisionAnswerExplanation: { done: 'TASK_FORCE, SECRETARY', oneself: refused },
  decisionOpenVote: { done: 'SECRETARY, COMMITTEE_MEMBER', exceptions: recused },
  decisionDeclareConflict: voters,
  decisionCastVote: voters,
  decisionCloseVote: voters,
  decisionEnterIntoForce: { done: 'SECRETARY' },
  decisionAppeal: byOrForOfficer,
  // In the first instance; the secretary records the second.
  decisionSettleAppeal: { done: 'COMMITTEE_MEMBER', past: 'SECRETARY', told: refused, exceptions: recused },
  // Whoever proposed it, and the chair.
  decisionWithdraw: {
    done: 'TASK_FORCE, COMMITTEE_MEMBER',
    past: 'SECRETARY, AGENCY_CONTACT',
    told: refused,
    exceptions: {
      ...recused,
      'TASK_FORCE+OFFICER': refused,
      'TASK_FORCE+OFFICER other': refused,
      'AGENCY_CONTACT other': 'NOT_FOUND',
      'AGENCY_CONTACT+OFFICER other': 'NOT_FOUND',
      'TRAINER+AGENCY_CONTACT other': 'NOT_FOUND',
    },
  },
};

const on = (which: Exclude<keyof Things['decisions'], 'filedReference'>, acts: Readonly<Record<string, string>>) => ({
  at: (t: Things) => `decision(id: "${t.decisions[which]}")`,
  door: DECISIONS,
  acts,
});

/** What each act offered on a case is carried out by. */
export const DECISIONS_ACTIONS = [
  on('proposed', { GIVE_NOTICE: 'decisionGiveNotice', WITHDRAW: 'decisionWithdraw' }),
  on('notified', { EXPLAIN: 'decisionExplain', ANSWER_EXPLANATION: 'decisionAnswerExplanation' }),
  on('ready', { OPEN_VOTE: 'decisionOpenVote' }),
  on('voting', { CAST_VOTE: 'decisionCastVote', DECLARE_CONFLICT: 'decisionDeclareConflict', CLOSE_VOTE: 'decisionCloseVote' }),
  on('adopted', { ENTER_INTO_FORCE: 'decisionEnterIntoForce' }),
  on('filed', { APPEAL: 'decisionAppeal' }),
  on('appealed', { SETTLE_APPEAL: 'decisionSettleAppeal' }),
];

type Sample = (things: Things) => string;

export const decisionSamples: Readonly<Record<string, Sample>> = {
  decisionPropose: ({ decisions }) =>
    `decisionPropose(input: { kind: MAILBOX_PROVISION, officerIds: ["${decisions.newcomer}"], legalBasis: "Quyết định 1", grounds: "Mới nhận công tác" })`,
  decisionSetDocket: ({ decisions }) => `decisionSetDocket(ids: ["${decisions.proposed}"], docket: "PH-02")`,
  decisionPrepareNotice: ({ decisions }) => `decisionPrepareNotice(ids: ["${decisions.proposed}"])`,
  decisionGiveNotice: ({ decisions }) => `decisionGiveNotice(ids: ["${decisions.proposed}"], means: HANDED_OVER)`,
  decisionExplain: ({ decisions }) => `decisionExplain(id: "${decisions.notified}", text: "Tôi bổ sung")`,
  decisionAnswerExplanation: ({ decisions }) => `decisionAnswerExplanation(id: "${decisions.notified}", text: "Đã xem xét")`,
  decisionOpenVote: ({ decisions }) => `decisionOpenVote(ids: ["${decisions.ready}"])`,
  decisionDeclareConflict: ({ decisions }) => `decisionDeclareConflict(ids: ["${decisions.voting}"], note: "Anh em họ")`,
  decisionCastVote: ({ decisions }) => `decisionCastVote(ids: ["${decisions.voting}"], choice: FOR, reason: "Đủ căn cứ")`,
  decisionCloseVote: ({ decisions }) => `decisionCloseVote(ids: ["${decisions.voting}"], reason: "Đã đủ ý kiến")`,
  decisionEnterIntoForce: ({ decisions }) => `decisionEnterIntoForce(ids: ["${decisions.adopted}"])`,
  decisionAppeal: ({ decisions }) => `decisionAppeal(id: "${decisions.filed}", text: "Đề nghị cấp trên xem lại")`,
  decisionSettleAppeal: ({ decisions }) => `decisionSettleAppeal(id: "${decisions.appealed}", uphold: true, text: "Giữ nguyên")`,
  decisionWithdraw: ({ decisions }) => `decisionWithdraw(ids: ["${decisions.proposed}"], reason: "Nhầm kỳ")`,
};
