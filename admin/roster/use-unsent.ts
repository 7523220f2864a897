// All marks of the reader that are still on this device, of whichever class.
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useViewer } from '../data/viewer.js';
import { type KeptMark, lastUnsent } from './marks.js';
import { kept, sender } from './outbox.js';
import type { Sending } from './sender.js';

export function useUnsent(): { unsent: KeptMark[]; refused: KeptMark[]; sending: Sending } {
  const userId = useViewer()?.id ?? '';
  const subscribe = useCallback((listener: () => void) => kept.subscribe(listener), []);
  const all = useSyncExternalStore(subscribe, () => kept.of(userId));
  const sending = useSyncExternalStore(sender.subscribe, sender.current);
  const unsent = useMemo(() => lastUnsent(all), [all]);
  const refused = useMemo(() => all.filter(({ refusal }) => refusal !== undefined), [all]);
  return { unsent, refused, sending };
}
