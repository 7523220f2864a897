// A page for whoever may open it; for everybody else the refusal, at the same address, so that the way back stays open.
import type { ComponentType } from 'react';
import { mayOpen, mayOpenNoun } from '../data/access.js';
import { useViewer } from '../data/viewer.js';
import { PageRefused } from './faults.js';
import type { FurtherPage, Noun } from './noun.js';

type PageOfNoun = 'list' | 'show' | 'create' | 'edit';

export function guarded(noun: Noun, action: PageOfNoun): ComponentType | undefined {
  const Page = noun[action];
  if (!Page) return undefined;
  return function Guarded() {
    const viewer = useViewer();
    if (!viewer) return null;
    return mayOpenNoun(viewer, [noun], noun.name, action) ? <Page /> : <PageRefused />;
  };
}

/** The same for a page that a noun has beside these. */
export function guardedFurther(noun: Noun, { page: Page, opensWith = noun.opensWith }: FurtherPage): ComponentType {
  return function Guarded() {
    const viewer = useViewer();
    if (!viewer) return null;
    return mayOpen(viewer, opensWith) ? <Page /> : <PageRefused />;
  };
}
