// Has the panel's own files kept, so that a roster that was opened once opens again without a line. Only where a roster is opened.
/** What this page was made of so far, for the worker that was not there while it was loaded. */
function tellWhatIsLoaded(worker: ServiceWorker): void {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  worker.postMessage(['./', ...loaded.filter((name) => new URL(name).origin === window.location.origin)], { transfer: [] });
}

/** What is needed when the line goes while a roster is open: the way back to its class, and what says how many marks wait. */
const partsWithoutLine = () =>
  Promise.allSettled([import('./UnsentBanner.js'), import('./UnsentAtSignOut.js'), import('../classes/ClassShow.js')]);

export function registerWorker(): void {
  const parts = partsWithoutLine();
  // A browser has workers over https and on this machine only, as it has sessions. A failure costs nothing but the convenience.
  void navigator.serviceWorker
    ?.register('./service-worker.js', { updateViaCache: 'none' })
    .then(() => parts)
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => active && tellWhatIsLoaded(active))
    .catch(() => undefined);
  // Without it a phone that is short of room may throw away what pages have kept, unsent marks among it.
  void navigator.storage?.persist?.().catch(() => undefined);
}
