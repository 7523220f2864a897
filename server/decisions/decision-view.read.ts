/** Which columns are the fields of a case, its votes, appeals and events made of? */
import { sql } from 'kysely';
import { committeeView, memberView } from '../committee/committee.read.js';
import type { View } from '../kernel/read.js';
import { officerView } from '../registry/officer.read.js';
import { findingView } from '../review/finding.read.js';

const COLUMNS = {
  id: 'id',
  version: 'version',
  reference: 'reference',
  kind: 'kind',
  state: 'state',
  officerId: 'officer_id',
  committeeId: 'committee_id',
  findingId: 'finding_id',
  windowFrom: 'window_from',
  legalBasis: 'legal_basis',
  grounds: 'grounds',
  awardYear: 'award_year',
  awardTitles: 'award_titles',
  mailboxAddress: 'mailbox_address',
  docket: 'docket',
  proposedAt: 'proposed_at',
  proposerName: 'proposed_by',
  proposedByUserId: 'proposed_by_user_id',
  notifiedAt: 'notified_at',
  noticeMeans: 'notice_means',
  servedOn: 'served_on',
  explainUntil: 'explain_until',
  explanation: 'explanation',
  explainedOn: 'explained_on',
  explanationAttachmentId: 'explanation_attachment_id',
  answer: 'answer',
  answeredAt: 'answered_at',
  hasDeclaredConflict: 'has_declared_conflict',
  lapses: 'lapses',
  adoptedAt: 'adopted_at',
  number: 'number',
  signedBy: 'signed_by',
  inForceOn: 'in_force_on',
  decisionServedOn: 'decision_served_on',
  appealUntil: 'appeal_until',
  endsDecisionId: 'ends_decision_id',
  endedById: 'ended_by_id',
  joinedToId: 'joined_to_id',
} as const;

const columns = (alias: string): View<any> =>
  Object.fromEntries(Object.entries(COLUMNS).map(([field, column]) => [field, `${alias}.${column}`]));

const voteView = (alias: string): View<any> => ({
  id: `${alias}.id`,
  decisionId: `${alias}.decision_id`,
  purpose: `${alias}.purpose`,
  openedAt: `${alias}.opened_at`,
  closesAt: `${alias}.closes_at`,
  rule: `${alias}.rule`,
  base: `${alias}.base`,
  quorum: `${alias}.quorum`,
  present: `${alias}.present`,
  for: `${alias}.for`,
  against: `${alias}.against`,
  abstain: `${alias}.abstain`,
  isOpen: `${alias}.is_open`,
  result: `${alias}.result`,
  closedAt: `${alias}.closed_at`,
  endedBy: `${alias}.ended_by`,
  closeReason: `${alias}.close_reason`,
  ballots: {
    table: `ballot as ${alias}_b`,
    on: [`${alias}_b.vote_id`, `${alias}.id`],
    view: () => ({
      id: `${alias}_b.id`,
      choice: `${alias}_b.choice`,
      reason: `${alias}_b.reason`,
      castAt: `${alias}_b.cast_at`,
      member: {
        table: `committee_member as ${alias}_bm`,
        on: [`${alias}_bm.id`, `${alias}_b.member_id`],
        view: () => memberView(`${alias}_bm`),
      },
    }),
    many: (q) => q.orderBy(`${alias}_b.cast_at`).orderBy(`${alias}_b.id`),
  },
  voters: {
    table: `decision_voter as ${alias}_w`,
    on: [`${alias}_w.vote_id`, `${alias}.id`],
    view: () => ({
      recusedFor: `${alias}_w.recused_for`,
      recusalNote: `${alias}_w.recusal_note`,
      member: {
        table: `committee_member as ${alias}_wm`,
        on: [`${alias}_wm.id`, `${alias}_w.member_id`],
        view: () => memberView(`${alias}_wm`),
      },
    }),
    many: (q) =>
      q
        .orderBy(sql.raw(`case ${alias}_w.seat when 'CHAIR' then 0 when 'DEPUTY' then 1 when 'STANDING' then 2 else 3 end`))
        .orderBy(sql`(select x.sort_key from app_user x where x.id = ${sql.ref(`${alias}_w.user_id`)})`),
  },
});

export const decisionView: View<any> = {
  ...columns('d'),
  proposerDisplayName: sql`coalesce((select u.name from app_user u where u.id = d.proposed_by_user_id), d.proposed_by)`,
  officer: { table: 'officer as o', on: ['o.id', 'd.officer_id'], view: () => officerView() },
  committee: { table: 'committee as dk', on: ['dk.id', 'd.committee_id'], view: () => committeeView('dk') },
  finding: {
    table: 'finding as f',
    on: ['f.id', 'd.finding_id'],
    view: () => ({ ...findingView, officer: { table: 'officer as fo', on: ['fo.id', 'f.officer_id'], view: () => officerView('fo') } }),
  },
  allVotes: {
    table: 'decision_vote as v',
    on: ['v.decision_id', 'd.id'],
    view: () => voteView('v'),
    many: (q) => q.orderBy('v.number', 'desc'),
  },
  allAppeals: {
    table: 'appeal as ap',
    on: ['ap.decision_id', 'd.id'],
    view: () => ({
      id: 'ap.id',
      instance: 'ap.instance',
      receivedOn: 'ap.received_on',
      text: 'ap.text',
      settler: 'ap.settler',
      settleBy: 'ap.settle_by',
      settledOn: 'ap.settled_on',
      isUpheld: 'ap.is_upheld',
      answer: 'ap.answer',
      settledBy: 'ap.settled_by',
      findingWasWrong: 'ap.finding_was_wrong',
      paperNumber: 'ap.paper_number',
      paperOn: 'ap.paper_on',
    }),
    many: (q) => q.orderBy('ap.instance'),
  },
  events: {
    table: 'decision_event as ev',
    on: ['ev.decision_id', 'd.id'],
    view: () => ({
      at: 'ev.at',
      actor: 'ev.actor_name',
      action: 'ev.action',
      from: 'ev.from_state',
      to: 'ev.to_state',
      note: 'ev.note',
      isConfidential: 'ev.is_confidential',
    }),
    many: (q) => q.orderBy('ev.id'),
  },
};
