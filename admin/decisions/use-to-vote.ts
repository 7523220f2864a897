// Every case that waits for the vote of whoever looks, however many pages they fill.
import { useQuery } from '@tanstack/react-query';
import { everyPage } from '../data/data-provider.js';
import type { Fault } from '../data/faults.js';
import { useKey } from '../data/kept-under.js';
import { type Case, decisionDocuments } from './documents.js';

/** A command takes no more at a time. */
const most = 1_000;

export function useToVote(isWanted = true) {
  const queryKey = useKey('DecisionsToVote');
  return useQuery<Case[], Fault>({
    queryKey,
    enabled: isWanted,
    staleTime: 30_000,
    retry: false,
    queryFn: async () => {
      const cases: Case[] = [];
      for await (const { rows } of everyPage<Case>(decisionDocuments, { filter: { awaitingMyVote: true } })) {
        cases.push(...rows);
        if (cases.length >= most) break;
      }
      return cases.slice(0, most);
    },
  });
}
