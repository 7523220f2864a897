// Who was last signed in on a device that works without a line (a roster): a page opened there knows whom to greet until the server can be asked.
// It opens nothing by itself: whatever is read or sent still needs the session.
import { store } from './language.js';
import type { Viewer } from './me.documents.js';

const key = 'rememberedViewer';

export function rememberViewer(viewer: Viewer): void {
  store.setItem(key, viewer);
}

export function rememberedViewer(): Viewer | null {
  return store.getItem<Viewer | null>(key, null) ?? null;
}
