// What the viewer may open. The server names the rights; the panel repeats no rule.
import type { Noun } from '../shell/noun.js';
import type { Viewer } from './me.documents.js';

/** `opensWith` empty: open to everyone who is signed in. */
export function mayOpen(viewer: Viewer | null, opensWith: readonly string[]): boolean {
  if (!viewer) return false;
  return opensWith.length === 0 || opensWith.some((right) => viewer.rights.includes(right));
}

export function mayOpenNoun(viewer: Viewer | null, nouns: readonly Noun[], resource: string, action: string): boolean {
  const noun = nouns.find((one) => one.name === resource);
  if (!noun) return false;
  if (action === 'list' && !noun.list) return false;
  if (action === 'create' || action === 'edit') return !!noun[action] && mayOpen(viewer, noun.changesWith ?? ['nobody']);
  if (!['list', 'show', 'export'].includes(action)) return false;
  return mayOpen(viewer, noun.opensWith);
}

/** Figures of agencies: of every one, or of the own one. An officer's own figures are those of no agency. */
export function maySeeAgencyFigures(viewer: Viewer | null): boolean {
  return mayOpen(viewer, ['agency.orderByShare']) || (!!viewer?.agency && mayOpen(viewer, ['review.readFigures']));
}

const seesEveryOfficer: readonly string[] = ['ADMIN', 'TASK_FORCE', 'SECRETARY', 'TRAINER'];
const holdsOneOf = (viewer: Viewer | null, roles: readonly string[]): boolean => !!viewer?.roles.some((role) => roles.includes(role));

/** The list of an agency's officers is empty for whoever may not see it: it is then not shown at all. */
export function maySeeOfficersOf(viewer: Viewer | null, agencyId: string): boolean {
  return holdsOneOf(viewer, seesEveryOfficer) || (holdsOneOf(viewer, ['AGENCY_CONTACT']) && viewer?.agency?.id === agencyId);
}

/** A list of people can then hold only oneself. */
export function seesOnlyOneself(viewer: Viewer | null): boolean {
  return !holdsOneOf(viewer, [...seesEveryOfficer, 'AGENCY_CONTACT']);
}
