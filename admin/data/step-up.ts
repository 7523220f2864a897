// Commands that wait until the reader has shown the second factor (G-18); the dialog that asks for it is shell/StepUp.
type Listener = () => void;

let waiting: { resume: () => void; giveUp: () => void }[] = [];
const listeners = new Set<Listener>();

function settle(how: 'resume' | 'giveUp'): void {
  const left = waiting;
  waiting = [];
  for (const one of left) one[how]();
  for (const listener of listeners) listener();
}

export const stepUp = {
  isAsked: () => waiting.length > 0,
  /** Resolves when the second factor was shown, rejects when the reader would rather not. */
  ask(): Promise<void> {
    const shown = new Promise<void>((resolve, reject) => waiting.push({ resume: resolve, giveUp: () => reject(new Error('declined')) }));
    for (const listener of listeners) listener();
    return shown;
  },
  shown: () => settle('resume'),
  giveUp: () => settle('giveUp'),
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
