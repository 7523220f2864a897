// Every exclusion of a year, page after page, so that list, picture and file speak of the same whole.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { everyPage } from '../data/data-provider.js';
import type { Fault } from '../data/faults.js';
import { useKey } from '../data/kept-under.js';
import { type Exclusion, exclusionDocuments, exclusionStates } from './documents.js';

export function useExclusions(awardYear: number) {
  const queryKey = useKey('Exclusions', awardYear);
  const [read, setRead] = useState({ done: 0, total: 0 });
  const query = useQuery<Exclusion[], Fault>({
    queryKey,
    queryFn: async () => {
      const all: Exclusion[] = [];
      setRead({ done: 0, total: 0 });
      const filter = { kind: ['AWARD_EXCLUSION'], awardYear, state: [...exclusionStates] };
      for await (const { rows, total } of everyPage<Exclusion>(exclusionDocuments, { filter })) {
        all.push(...rows);
        setRead({ done: all.length, total });
      }
      return all;
    },
    staleTime: 30_000,
    retry: false,
  });
  return { ...query, read };
}
