/**
 * The words for states, acts and parties of a case, and in a sentence each what must hold for a step and what comes of it. docs/workflow.md
 * is written of them and of decision.workflow.ts, so that what an official reads is the table by which the program decides.
 */
import type { Text } from '../kernel/language.js';
import type { CaseEvent, CaseParty } from './decision.workflow.js';
import type { DecisionState } from './vocabulary.js';

export const STATE_WORDS: Readonly<Record<DecisionState, Text>> = {
  PROPOSED: { vi: 'Đã đề nghị', en: 'Proposed' },
  NOTIFIED: { vi: 'Đã thông báo', en: 'Notice served' },
  READY: { vi: 'Đủ điều kiện biểu quyết', en: 'Ready for the vote' },
  VOTING: { vi: 'Đang biểu quyết', en: 'Being voted on' },
  ADOPTED: { vi: 'Đã thông qua', en: 'Adopted' },
  REJECTED: { vi: 'Không thông qua', en: 'Not adopted' },
  LAPSED: { vi: 'Không đủ số thành viên tối thiểu', en: 'Lapsed, no quorum' },
  IN_FORCE: { vi: 'Có hiệu lực', en: 'In force' },
  APPEALED: { vi: 'Đang khiếu nại', en: 'Under appeal' },
  REVERSED: { vi: 'Đã hủy bỏ', en: 'Reversed' },
  EXPIRED: { vi: 'Hết hiệu lực', en: 'Expired' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
  JOINED: { vi: 'Đã nhập vào hồ sơ khác', en: 'Joined to another case' },
};

export const ACT_WORDS: Readonly<Record<CaseEvent, Text>> = {
  PROPOSE: { vi: 'Đề nghị', en: 'Propose' },
  GIVE_NOTICE: { vi: 'Thông báo', en: 'Give notice' },
  BECOME_READY: { vi: 'Hết thời hạn thông báo', en: 'Become ready' },
  EXPLAIN: { vi: 'Giải trình', en: 'Explain' },
  ANSWER_EXPLANATION: { vi: 'Trả lời giải trình', en: 'Answer the explanation' },
  OPEN_VOTE: { vi: 'Mở biểu quyết', en: 'Open the vote' },
  CAST_VOTE: { vi: 'Biểu quyết', en: 'Vote' },
  DECLARE_CONFLICT: { vi: 'Khai báo xung đột lợi ích', en: 'Declare a conflict of interest' },
  CONFLICTS: { vi: 'Không còn đủ người biểu quyết', en: 'Too few voters left' },
  CLOSE_VOTE: { vi: 'Kết thúc biểu quyết', en: 'Close the vote' },
  ENTER_INTO_FORCE: { vi: 'Ký ban hành', en: 'Sign' },
  COME_INTO_FORCE: { vi: 'Đến ngày có hiệu lực', en: 'Come into force' },
  APPEAL: { vi: 'Khiếu nại', en: 'Appeal' },
  SETTLE_APPEAL: { vi: 'Giải quyết khiếu nại', en: 'Settle the appeal' },
  EXPIRE: { vi: 'Hết thời hạn hoặc bị chấm dứt', en: 'Expire' },
  WITHDRAW: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  MERGE: { vi: 'Hợp nhất ban chỉ đạo', en: 'Merge committees' },
  JOIN: { vi: 'Nhập hồ sơ', en: 'Join cases' },
  SET_DOCKET: { vi: 'Xếp vào danh mục hồ sơ phiên họp', en: 'Put on a docket' },
};

export const PARTY_WORDS: Readonly<Record<CaseParty, Text>> = {
  TASK_FORCE: { vi: 'tổ công tác', en: 'task force' },
  SECRETARY: { vi: 'thư ký', en: 'secretary' },
  CONTACT: { vi: 'cán bộ đầu mối', en: 'agency contact' },
  OFFICER: { vi: 'cán bộ, công chức', en: 'officer' },
  CHAIR: { vi: 'trưởng ban', en: 'chair' },
  VOTER: { vi: 'thành viên biểu quyết', en: 'voting member' },
  PROPOSER: { vi: 'người đề nghị', en: 'whoever proposed it' },
};

export interface StepSentence {
  /** What must hold. */
  guard: string;
  /** What comes of it. */
  effect: string;
}

/** By act; by act and end where one act has several ends. A step without its sentences is named by test/guards/workflow.test.ts. */
export const STEP_SENTENCES: Readonly<Record<string, StepSentence>> = {
  GIVE_NOTICE: {
    guard: 'Adverse kinds only. Served by a means that is not the unused mailbox, on a day that is not to come (D-3, L-1).',
    effect: 'The notice period begins the day after; the officer may read and explain.',
  },
  BECOME_READY: {
    guard:
      'By itself: at once where the kind is not adverse; else the day after the notice period, once what was explained is answered (D-3, L-1).',
    effect: 'A vote may be opened, unless something blocks it.',
  },
  'EXPLAIN NOTIFIED': {
    guard: 'Received within the notice period; on paper the day of receipt counts (D-3).',
    effect: 'It must be answered, and the case is voted alone (D-12). A second explanation adds to the first.',
  },
  'EXPLAIN READY': {
    guard: 'A paper that was received within the period and is entered up to thirty days after it.',
    effect: 'It must be answered before the vote opens.',
  },
  ANSWER_EXPLANATION: { guard: 'There is an explanation without an answer.', effect: 'The answer is in the file that voters read.' },
  OPEN_VOTE: {
    guard:
      'Nothing blocks it: the finding bears the case (D-2), notice and answer (D-3), no newer evidence (T-5), no training (TR-3). At least the minimum of members may vote. A case that has lapsed is opened once more (D-7).',
    effect:
      'Voters, base, quorum and the rule in force are frozen; who has a conflict of interest is named and leaves the base (D-4, D-5).',
  },
  'CAST_VOTE VOTING': {
    guard:
      'A voter who is not recused, while the vote is open. Of several cases at once those with an explanation or a declared conflict are refused (D-12).',
    effect: 'The vote counts, or replaces the earlier one, which is kept (D-6). The vote that settles the matter closes it (D-7).',
  },
  'CAST_VOTE APPEALED': {
    guard: 'Where members settle appeals: one who did not vote on the case, and is not recused (D-9).',
    effect: 'FOR upholds the decision. The vote that settles the matter settles the appeal.',
  },
  'DECLARE_CONFLICT VOTING': {
    guard: 'A voter, while the vote is open (D-5).',
    effect: 'The ballot is struck and archived, base and quorum are counted anew, the file is closed to the member.',
  },
  'DECLARE_CONFLICT APPEALED': {
    guard: 'A voter in the vote on the appeal.',
    effect: 'The same; where too few are left, the chair settles the appeal.',
  },
  CONFLICTS: {
    guard: 'By itself: a declared conflict leaves fewer voters than the minimum (D-5).',
    effect: 'The vote ends without result and can be opened again.',
  },
  'CLOSE_VOTE ADOPTED': {
    guard:
      'Quorum of the base, majority of the votes for and against, in adverse kinds at least the minimum of votes for (D-6). By itself when the others cannot change it, or at the deadline; the chair may close earlier, with a reason (D-7).',
    effect: 'The decision can be signed.',
  },
  'CLOSE_VOTE REJECTED': {
    guard: 'The quorum is met and the majority is not.',
    effect: 'The officer is told; this finding carries no case of the kind again (D-2).',
  },
  'CLOSE_VOTE LAPSED': {
    guard: 'The quorum is not met (D-7).',
    effect: 'It may be opened once more; after the second time it is over. Silence never convicts.',
  },
  ENTER_INTO_FORCE: {
    guard: 'Not before the day of adoption; the number is the next one (N-1).',
    effect: 'Number, signatory, day in force and day of service stand; the period for an appeal is counted.',
  },
  COME_INTO_FORCE: {
    guard: 'By itself, when the day has come.',
    effect: 'Orders to the mail system are written in the same transaction, the exclusion counts, the officer is told (D-8).',
  },
  APPEAL: {
    guard: 'Adverse kinds, within the period; on paper the day of receipt counts, and it may be entered up to thirty days later (D-9).',
    effect: 'The effect is stayed at once: a revoked mailbox is restored, an exclusion answers UNDER_APPEAL.',
  },
  'SETTLE_APPEAL IN_FORCE': {
    guard:
      'Upheld. First instance: the chair, or members who did not vote on the case, as the rule says; second: the secretary records the superior authority’s paper. Unsettled at its date it stays open and the stay holds (D-9).',
    effect: 'In force again, orders again; after the first instance there is a period for the second.',
  },
  'SETTLE_APPEAL REVERSED': {
    guard: 'Not upheld, in the same instances.',
    effect: 'Everything is taken back together: mailbox, exclusion, and the finding where it was wrong (D-10).',
  },
  EXPIRE: {
    guard: 'By itself: the emulation year is over, or its lift or restoration is in force (D-11).',
    effect: 'Nothing can be asked of it any more; the answer for that year stays.',
  },
  WITHDRAW: {
    guard: 'With a reason.',
    effect: 'As if never proposed; the finding can carry another case. Whoever was given notice is told.',
  },
  'MERGE READY': {
    guard: 'By itself: the committee is merged while the vote is open, and the vote cannot be opened at once under the new one (C-3).',
    effect: 'The vote ends without result, its ballots are archived.',
  },
  'MERGE NOTIFIED': {
    guard:
      'By itself, in a merger: a younger case about the same was joined, whose notice period ends later or whose explanation waits for its answer (C-4).',
    effect: 'The vote ends without result; the case waits for the end of the period, or the answer.',
  },
  JOIN: {
    guard: 'By itself, in a merger: an older case about the same is pending (C-4).',
    effect: 'Notices, explanation and answer go to the older case; the later end of the notice period holds.',
  },
};
