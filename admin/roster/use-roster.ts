// A class as whoever marks sees it: from the server every few seconds, from this device where there is no line.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useLocale } from 'react-admin';
import { ask } from '../data/client.js';
import { toFault } from '../data/faults.js';
import { keptUnder } from '../data/kept-under.js';
import { rememberViewer } from '../data/remembered.js';
import { useViewer } from '../data/viewer.js';
import { CLASS_ROSTER, type MarkedClass } from './documents.js';
import { keepRoster, keptRoster } from './kept-roster.js';
import { onAnswer } from './outbox.js';

/** So soon the marks of somebody else show. */
const lookEveryMs = 10_000;

export interface Roster {
  held: MarkedClass | undefined;
  /** When the list was kept that is shown, where the server could not be asked. */
  keptAt: string | undefined;
  error: unknown;
  /** The last look did not reach the server. */
  isOffline: boolean;
  isGone: boolean;
  refetch: () => void;
}

export function useRoster(classId: string): Roster {
  const viewer = useViewer();
  const queries = useQueryClient();
  const language = useLocale();
  const queryKey = useMemo(() => keptUnder('ClassRoster', language, viewer?.id, [{ id: classId }]), [language, viewer?.id, classId]);
  const kept = useMemo(() => (viewer ? keptRoster(viewer.id, classId) : undefined), [viewer, classId]);
  const { data, error, isPending, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask(CLASS_ROSTER, { id: classId }, signal),
    refetchInterval: lookEveryMs,
    refetchOnReconnect: true,
    refetchOnMount: 'always',
    // Whether there is a line is found out by asking: what a phone says of it is often wrong.
    networkMode: 'always',
    retry: false,
  });
  const fromServer = data?.trainingClass ?? undefined;
  useEffect(() => {
    if (!viewer || !fromServer) return;
    keepRoster(viewer.id, fromServer);
    rememberViewer(viewer);
  }, [viewer, fromServer]);
  useEffect(
    () => onAnswer((answered) => answered.id === classId && queries.setQueryData(queryKey, { trainingClass: answered })),
    [queries, queryKey, classId],
  );
  const isOffline = error !== null && toFault(error).code === 'OFFLINE';
  return {
    held: fromServer ?? (isPending || isOffline ? kept?.held : undefined),
    keptAt: fromServer ? undefined : isOffline ? kept?.savedAt : undefined,
    error: fromServer || (isOffline && kept) ? undefined : error,
    isOffline,
    isGone: data?.trainingClass === null,
    refetch: () => void refetch(),
  };
}
