// Every case of a docket that the viewer may see, however many pages they fill.
import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'react-admin';
import { everyPage } from '../data/data-provider.js';
import type { Fault } from '../data/faults.js';
import type { DocketName } from './docket.js';
import { type Case, decisionDocuments } from './documents.js';

export function useDocket({ name, committeeId }: DocketName) {
  const language = useLocale();
  return useQuery<Case[], Fault>({
    queryKey: ['ask', 'DocketCases', language, committeeId, name],
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
