// The letters of a print page or call list: those named in the address, or all that wait to be handed over.
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router-dom';
import { everyPage } from '../data/data-provider.js';
import type { Fault } from '../data/faults.js';
import { useKey } from '../data/kept-under.js';
import { byGivenName } from '../roster/name-order.js';
import { type PrintedLetter, printDocuments } from './documents.js';

interface Printed {
  letters: PrintedLetter[] | undefined;
  error: Fault | null;
  refetch: () => void;
}

export function usePrinted(): Printed {
  const ids = (new URLSearchParams(useLocation().search).get('ids') ?? '').split(',').filter(Boolean);
  const queryKey = useKey('LettersToPrint', ids);
  const { data, error, refetch } = useQuery<PrintedLetter[], Fault>({
    queryKey,
    queryFn: async () => {
      const filter = ids.length > 0 ? { id: ids } : { state: ['TO_HAND_OVER'] };
      const found: PrintedLetter[] = [];
      for await (const { rows } of everyPage<PrintedLetter>(printDocuments, { filter })) found.push(...rows);
      return found.sort(
        (a, b) => a.officer.agency.name.localeCompare(b.officer.agency.name, 'vi') || byGivenName(a.officer.fullName, b.officer.fullName),
      );
    },
    staleTime: 30_000,
    retry: false,
  });
  return { letters: data, error, refetch: () => void refetch() };
}
