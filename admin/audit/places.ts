// Where the object of an act can be looked at, by whoever may open that page.
import { mayOpen } from '../data/access.js';
import type { Viewer } from '../data/me.documents.js';

const pages: Record<string, { page: string; right: string } | undefined> = {
  agency: { page: 'agencies', right: 'agency.read' },
  officer: { page: 'officers', right: 'officer.read' },
  review: { page: 'reviews', right: 'review.read' },
  finding: { page: 'findings', right: 'finding.read' },
  trainingClass: { page: 'classes', right: 'class.read' },
  decision: { page: 'decisions', right: 'decision.read' },
  letter: { page: 'letters', right: 'letter.read' },
  committee: { page: 'committees', right: 'committee.read' },
  user: { page: 'users', right: 'user.read' },
};

/** Whether the viewer may open objects of this kind. */
export function mayOpenKind(viewer: Viewer | null, kind: string): boolean {
  const place = pages[kind];
  return !!place && mayOpen(viewer, [place.right]);
}

/** The page of "officer:…"; null for what has no page the viewer may open. Oneself is the own account. */
export function placeOf(subject: string, viewer: Viewer | null): string | null {
  const [kind = '', id = ''] = subject.split(':');
  if (id && mayOpenKind(viewer, kind)) return `/${pages[kind]!.page}/${id}/show`;
  return kind === 'user' && id === viewer?.id ? '/account' : null;
}
