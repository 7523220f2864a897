// What of the cases waits for whom, most urgent first. Pure.
import type { CaseWork } from './work.documents.js';

export interface WorkLine {
  name: 'overdue' | 'toVote' | 'toAnswer' | 'toSign' | 'toOpen' | 'toNotice' | 'appealed' | 'voting';
  count: number;
  /** The first moment at which one of them is over. */
  firstAt?: string | undefined;
  /** The list the sentence leads to. */
  to: string;
}

const listOf = (filter: Record<string, unknown>): string => `/decisions?filter=${encodeURIComponent(JSON.stringify(filter))}`;

export interface WorkSeen {
  roles: readonly string[];
  /** Whether the reader settles appeals in a committee; the server tells by the rights. */
  rights: readonly string[];
}

export function workLines(work: CaseWork, { roles, rights }: WorkSeen): WorkLine[] {
  const is = (...wanted: string[]) => roles.some((role) => wanted.includes(role));
  const firstAt = work.toVote.nodes
    .flatMap(({ vote }) => vote?.closesAt ?? [])
    .sort()
    .at(0);
  const all: (WorkLine & { isMine: boolean })[] = [
    {
      name: 'overdue',
      count: work.overdue.totalCount,
      to: listOf({ state: ['APPEALED'], appealOverdue: true }),
      isMine: rights.includes('decision.settleAppeal'),
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
      isMine: rights.includes('decision.settleAppeal'),
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
      isMine: rights.includes('decision.openVote'),
    },
    {
      name: 'toNotice',
      count: work.toNotice.totalCount,
      to: listOf({ state: ['PROPOSED'] }),
      isMine: rights.includes('decision.giveNotice'),
    },
    { name: 'voting', count: work.voting.totalCount, to: listOf({ state: ['VOTING'] }), isMine: is('SECRETARY', 'COMMITTEE_MEMBER') },
  ];
  return all.filter(({ count, isMine }) => isMine && count > 0).map(({ isMine: _is, ...line }) => line);
}
