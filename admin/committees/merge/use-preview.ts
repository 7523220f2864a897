// What the server says would come of a merger; asked again when one of its facts changes.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { carryOut } from '../../data/command.js';
import type { Refused } from '../../data/faults.js';
import { useKey } from '../../data/kept-under.js';
import { COMMITTEE_MERGE, type MergeInput, type Merged } from './documents.js';

export function usePreview(input: MergeInput | null) {
  const queryKey = useKey('CommitteeMerge', input);
  return useQuery<Merged, Refused>({
    queryKey,
    queryFn: () => carryOut(COMMITTEE_MERGE, { input: { ...input!, dryRun: true } }),
    enabled: input !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  });
}
