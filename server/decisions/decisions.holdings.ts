/**
 * What is held about an officer's cases (K-4): what the officer reads in the panel, so results of votes and not who voted how, nor who took no part and why; and
 * of somebody who sits in a committee, what they did there themselves.
 */
import { lendHolding } from '../kernel/personal-data.js';
import { decisionsHolds as t } from './decisions-holdings.messages.js';
import { ACT_WORDS, STATE_WORDS } from './workflow-words.js';

export function lendDecisionsHoldings(): void {
  lendHolding(
    {
      ...t.cases,
      name: 'decisions.cases',
      tables: ['decision', 'attachment'],
      words: { state: STATE_WORDS },
      rows: ({ officer }) =>
        `select d.reference, d.kind, d.state, c.name as committee, d.legal_basis as "legalBasis", d.grounds, d.award_year as "awardYear", d.award_titles as "awardTitles",
           d.mailbox_address as "mailboxAddress", d.proposed_at as "proposedAt", d.served_on as "servedOn", d.notice_means as "noticeMeans", d.explain_until as "explainUntil",
           d.explanation, d.explained_on as "explainedOn", x.file_name as "explanationPaper", d.answer, d.number, d.in_force_on as "inForceOn",
           d.decision_served_on as "decisionServedOn", d.appeal_until as "appealUntil"
         from decision d join committee c on c.id = d.committee_id left join attachment x on x.id = d.explanation_attachment_id where d.officer_id = ${officer} order by d.proposed_at, d.id`,
    },
    {
      ...t.votes,
      name: 'decisions.votes',
      tables: ['decision_vote'],
      words: { result: STATE_WORDS },
      rows: ({ officer }) =>
        `select d.reference, v.purpose, v.opened_at as "openedAt", v.closed_at as "closedAt", v.base, v.quorum, v.present, v."for", v.against, v.abstain, v.result
         from decision_vote v join decision d on d.id = v.decision_id where d.officer_id = ${officer} order by v.opened_at, v.id`,
    },
    {
      ...t.history,
      name: 'decisions.history',
      tables: ['decision_event'],
      words: { action: ACT_WORDS, toState: STATE_WORDS },
      // Beside the figures of a vote, when each vote came would tell who voted how.
      rows: ({ officer }) =>
        `select d.reference, e.at, e.action, e.to_state as "toState", e.note from decision_event e join decision d on d.id = e.decision_id
         where d.officer_id = ${officer} and e.action not in ('CAST_VOTE', 'DECLARE_CONFLICT') order by e.at, e.id`,
    },
    {
      ...t.appeals,
      name: 'decisions.appeals',
      tables: ['appeal'],
      rows: ({ officer }) =>
        `select d.reference, p.instance, p.received_on as "receivedOn", p.text, x.file_name as paper, p.settle_by as "settleBy", p.settled_on as "settledOn",
           p.is_upheld as "isUpheld", p.answer
         from appeal p join decision d on d.id = p.decision_id left join attachment x on x.id = p.attachment_id where d.officer_id = ${officer} order by p.received_on, p.id`,
    },
    {
      ...t.exclusions,
      name: 'decisions.exclusions',
      tables: ['award_exclusion'],
      rows: ({ officer }) =>
        `select year, titles, status, decision_number as "decisionNumber", in_force_on as "inForceOn", recorded_from as "recordedFrom", recorded_until as "recordedUntil"
         from award_exclusion where officer_id = ${officer} order by recorded_from, id`,
    },
    {
      ...t.orders,
      name: 'decisions.orders',
      tables: ['mail_order', 'mail_order_attempt'],
      rows: ({ officer }) =>
        `select o.number, m.address, o.kind, o.state, o.reason, o.created_at as "createdAt", o.done_at as "doneAt" from mail_order o join mailbox m on m.id = o.mailbox_id
         where exists (select 1 from mailbox_period p where p.mailbox_id = m.id and p.officer_id = ${officer} and (p.from_on is null or o.created_at >= p.from_on)
           and (p.until_on is null or o.created_at < p.until_on + 1)) or exists (select 1 from decision d where d.id = o.decision_id and d.officer_id = ${officer}) order by o.number`,
    },
    {
      ...t.seats,
      name: 'decisions.seats',
      tables: ['committee_member'],
      isOwnOnly: true,
      rows: ({ users }) =>
        `select c.name as committee, m.seat, m.from_on as "fromOn", m.until_on as "untilOn" from committee_member m join committee c on c.id = m.committee_id
         where m.user_id = any(${users}) order by m.from_on, m.id`,
    },
    {
      ...t.ballots,
      name: 'decisions.ballots',
      tables: ['ballot', 'ballot_archive', 'decision_voter', 'declared_conflict'],
      isOwnOnly: true,
      rows: ({ users }) =>
        `select d.reference, b.cast_at as at, b.choice, b.reason from ballot b join committee_member m on m.id = b.member_id join decision_vote v on v.id = b.vote_id
           join decision d on d.id = v.decision_id where m.user_id = any(${users})
         union all select d.reference, b.cast_at, b.choice, b.reason from ballot_archive b join committee_member m on m.id = b.member_id join decision_vote v on v.id = b.vote_id
           join decision d on d.id = v.decision_id where m.user_id = any(${users})
         union all select d.reference, x.declared_at, 'CONFLICT', x.note from declared_conflict x join decision d on d.id = x.decision_id where x.user_id = any(${users})
         order by 2`,
    },
  );
}
