// Who looks at the page, for components.
import { useSyncExternalStore } from 'react';
import { mayOpen } from './access.js';
import type { Viewer } from './me.documents.js';
import { session } from './session.js';

export function useViewer(): Viewer | null {
  return useSyncExternalStore(session.subscribe, session.viewer);
}

/** Whether the viewer holds a right for at least some things; the server decides each case. */
export function useMay(right: string): boolean {
  return mayOpen(useViewer(), [right]);
}
