// Every case of a docket that the viewer may see, however many pages they fill.
import { useQuery } from '@tanstack/react-query';
import { everyPage } from '../data/data-provider.js';
import type { Fault } from '../data/faults.js';
import { useKey } from '../data/kept-under.js';
import type { DocketName } from './docket.js';
import { type Case, decisionDocuments } from './documents.js';

export function useDocket({ name, committeeId }: DocketName) {
  const queryKey = useKey('DocketCases', committeeId, name);
  return useQuery<Case[], Fault>({
    queryKey,
    enabled: name !== '' && committeeId !== '',
    staleTime: 30_000,
    retry: false,
    queryFn: async () => {
      const cases: Case[] = [];
      for await (const { rows } of everyPage<Case>(decisionDocuments, { filter: { committeeId, docket: { eq: name } } }))
        cases.push(...rows);
      return cases;
    },
  });
}
