// What of the cases waits for whom, most urgent first. Pure.
import type { CaseWork, Seats } from './work.documents.js';

export interface WorkLine {
  name: 'overdue' | 'toVote' | 'toAnswer' | 'toSign' | 'toOpen' | 'toOpenAgain' | 'toNotice' | 'appealed' | 'voting';
  count: number;
  /** The first moment at which one of them is over. */
  firstAt?: string | undefined;
  /** The list the sentence leads to. */
  to: string;
}

const listOf = (filter: Record<string, unknown>): string => `/decisions?filter=${encodeURIComponent(JSON.stringify(filter))}`;

export interface WorkSeen {
  roles: readonly string[];
  rights: readonly string[];
  /** Chair or deputy of a committee; members only vote. */
  isChair: boolean;
}

/** Whether somebody is chair or deputy of a committee today. */
export const isChairIn = (seats: Seats, userId: string): boolean =>
  seats.committees.some(({ members }) => members.some(({ seat, user }) => user.id === userId && (seat === 'CHAIR' || seat === 'DEPUTY')));

export function workLines(work: CaseWork, { roles, rights, isChair }: WorkSeen): WorkLine[] {
  /** Opening and following votes and settling appeals is for whoever leads a committee. */
  const leads = isChair || roles.includes('SECRETARY');
  const mayLead = (right: string) => leads && rights.includes(right);
  const firstAt = work.toVote.nodes
    .flatMap(({ vote }) => vote?.closesAt ?? [])
    .sort()
    .at(0);
  const all: (WorkLine & { isMine: boolean })[] = [
    {
      name: 'overdue',
      count: work.overdue.totalCount,
      to: listOf({ state: ['APPEALED'], appealOverdue: true }),
      isMine: mayLead('decision.settleAppeal'),
    },
    { name: 'toVote', count: work.toVote.totalCount, firstAt, to: '/decisions/votes', isMine: rights.includes('decision.vote') },
    {
      name: 'toAnswer',
      count: work.toAnswer.totalCount,
      to: listOf({ state: ['NOTIFIED', 'READY'], explanationToAnswer: true }),
      isMine: rights.includes('decision.answerExplanation'),
    },
    {
      name: 'appealed',
      count: work.appealed.totalCount - work.overdue.totalCount,
      to: listOf({ state: ['APPEALED'] }),
      isMine: mayLead('decision.settleAppeal'),
    },
    {
      name: 'toSign',
      count: work.toSign.totalCount,
      to: listOf({ state: ['ADOPTED'], isSigned: false }),
      isMine: rights.includes('decision.enterIntoForce'),
    },
    {
      name: 'toOpen',
      count: work.toOpen.totalCount,
      to: listOf({ state: ['READY'], explanationToAnswer: false }),
      isMine: mayLead('decision.openVote'),
    },
    {
      name: 'toOpenAgain',
      count: work.lapsed.nodes.filter(({ availableActions }) => availableActions.includes('OPEN_VOTE')).length,
      to: listOf({ state: ['LAPSED'] }),
      isMine: mayLead('decision.openVote'),
    },
    {
      name: 'toNotice',
      count: work.toNotice.totalCount,
      to: listOf({ state: ['PROPOSED'] }),
      isMine: rights.includes('decision.giveNotice'),
    },
    { name: 'voting', count: work.voting.totalCount, to: listOf({ state: ['VOTING'] }), isMine: leads },
  ];
  return all.filter(({ count, isMine }) => isMine && count > 0).map(({ isMine: _is, ...line }) => line);
}
