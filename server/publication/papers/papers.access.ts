/** Who may have which paper (product.md §2, D-5), and who sees to them: the secretary. A paper is for whoever may read what stands on it. */
import { type Actor, scopesOf } from '../../identity/actor.js';
import { by, fieldsOf, may, right } from '../../identity/right.js';
import type { CaseFile } from '../../decisions/decision.access.js';
import { type EnrolmentFile, isOwnClass } from '../../training/training.access.js';
import type { PaperKind } from './vocabulary.js';

/** What a right about a paper looks at: the cases on it, or the line on the list of a class. */
export interface PaperFile {
  kind: PaperKind;
  cases: readonly CaseFile[];
  line: EnrolmentFile | null;
}

const TASK_FORCE: readonly PaperKind[] = ['DECISION', 'DOCKET_DECISION', 'NOTICE', 'CASE_FILE', 'CERTIFICATE'];
const OFFICER: readonly PaperKind[] = ['DECISION', 'NOTICE', 'CASE_FILE', 'CERTIFICATE'];
const CONTACT: readonly PaperKind[] = ['DECISION', 'CERTIFICATE'];

const people = ({ cases, line }: PaperFile): readonly { officerId: string; agencyId: string }[] => (line ? [line] : cases);
const isEach = <T>(all: readonly T[], holds: (one: T) => boolean): boolean => all.length > 0 && all.every(holds);

const isOwn = (actor: Actor, file: PaperFile): boolean =>
  OFFICER.includes(file.kind) &&
  // The code of a notice about a case opens nothing of a class.
  !(actor.restrictedTo && file.line) &&
  isEach(people(file), ({ officerId }) => scopesOf(actor, 'OFFICER').includes(officerId));
const isOfOwnAgency = (actor: Actor, file: PaperFile): boolean =>
  CONTACT.includes(file.kind) && isEach(people(file), ({ agencyId }) => scopesOf(actor, 'AGENCY_CONTACT').includes(agencyId));
/** Before the actor, who takes part in each of them. */
const isBefore = (_actor: Actor, { cases }: PaperFile): boolean =>
  isEach(cases, ({ isBeforeActor, isActorRecused }) => isBeforeActor && !isActorRecused);

export const papersAccess = {
  read: right<PaperFile>(
    'paper.read',
    by('TASK_FORCE', (_actor, { kind }) => TASK_FORCE.includes(kind)),
    by('SECRETARY'),
    by('COMMITTEE_MEMBER', isBefore),
    by('AGENCY_CONTACT', isOfOwnAgency),
    by('OFFICER', isOwn),
    by('TRAINER', (actor, { kind, line }) => kind === 'CERTIFICATE' && line !== null && isOwnClass(actor, line)),
  ),
  /** Read drafts, make anew, record signatures. */
  manage: right('paper.manage', by('SECRETARY')),
  changeTemplates: right('paper.changeTemplates', by('SECRETARY')),
};

/** Whether one of the people on it is the actor. */
export const isAboutActor = (actor: Actor, file: PaperFile): boolean =>
  people(file).some(({ officerId }) => scopesOf(actor, 'OFFICER').includes(officerId));

/** What tells how others voted, or of others in the same session, is not for whoever it is about, whatever other role they hold. */
export const mayReadPaper = (actor: Actor, file: PaperFile): boolean =>
  may(actor, papersAccess.read, file) && (OFFICER.includes(file.kind) || !isAboutActor(actor, file));

/** Nobody sees to papers about themselves. */
export const mayManagePaper = (actor: Actor, file: PaperFile): boolean =>
  may(actor, papersAccess.manage, undefined) && !isAboutActor(actor, file);

/** A new field of these types names its place here, or does not build (G-15). A paper is listed for whoever may have it. */
export const papersFields = {
  Paper: fieldsOf('kind aboutId title state path code number datedOn version signedOn signedBy scan availableActions'),
  PaperTemplate: fieldsOf('name text usualText places needs preview isChanged changedAt changedBy'),
  PaperPlace: fieldsOf('name meaning sample'),
  PaperLayoutSetting: fieldsOf('name title value usualValue least most choices'),
};
