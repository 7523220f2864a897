// Who is signed in on this page, and what happens when the session ends while they work.
import type { Viewer } from './me.documents.js';

type Listener = () => void;

let viewer: Viewer | null = null;
let isLost = false;
let lostBecause: string | undefined;
let waiting: { resume: () => void; giveUp: () => void }[] = [];
const listeners = new Set<Listener>();

function tell(): void {
  for (const listener of listeners) listener();
}

export const session = {
  viewer: () => viewer,
  /** True while the page waits for the password to be given again. */
  isLost: () => isLost,

  /** Why it was lost, in the server's words. */
  lostBecause: () => lostBecause,

  begin(next: Viewer): void {
    viewer = next;
    isLost = false;
    const resumed = waiting;
    waiting = [];
    for (const one of resumed) one.resume();
    tell();
  },

  end(): void {
    viewer = null;
    isLost = false;
    const left = waiting;
    waiting = [];
    for (const one of left) one.giveUp();
    tell();
  },

  /** Called by a request that was refused for want of a session: resolves when the reader has signed in again. */
  lost(because?: string): Promise<void> {
    if (!viewer) return Promise.reject(new Error('no session'));
    const back = new Promise<void>((resolve, reject) =>
      waiting.push({ resume: resolve, giveUp: () => reject(new Error('session ended')) }),
    );
    if (!isLost) {
      isLost = true;
      lostBecause = because;
      tell();
    }
    return back;
  },

  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
