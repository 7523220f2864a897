/** Who may read and change agencies, officers, postings, absences and mailboxes (product.md §2). */
import { type Actor, scopesOf } from '../identity/actor.js';
import { by, byKey, emptyWithout, fieldsOf, right } from '../identity/right.js';

/** What a right about an officer looks at. */
export interface OfficerFile {
  id: string;
  agencyId: string;
}

const isOwnAgency = (actor: Actor, officer: OfficerFile) => scopesOf(actor, 'AGENCY_CONTACT').includes(officer.agencyId);
const isOwnFile = (actor: Actor, officer: OfficerFile) => isOwnOfficer(actor, officer.id);

/** Whether the officer is the actor; a role never adds a right in the own case. */
export const isOwnOfficer = (actor: Actor, officerId: string): boolean => scopesOf(actor, 'OFFICER').includes(officerId);

export const registryAccess = {
  readAgencies: right(
    'agency.read',
    by('ADMIN'),
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('COMMITTEE_MEMBER'),
    by('TRAINER'),
    by('AGENCY_CONTACT'),
    by('OFFICER'),
    byKey('findings:read'),
    byKey('awards:read'),
  ),
  /** The order by leaders' share tells every agency's figures. */
  orderByShare: right('agency.orderByShare', by('TASK_FORCE'), by('SECRETARY'), by('COMMITTEE_MEMBER'), byKey('awards:read')),
  changeAgencies: right('agency.change', by('ADMIN'), by('TASK_FORCE')),
  /** Code, name, post and agency. Committee members see officers of cases before them, once there are cases. */
  readOfficers: right<OfficerFile>(
    'officer.read',
    by('ADMIN'),
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('TRAINER'),
    by('AGENCY_CONTACT', isOwnAgency),
    by('OFFICER', isOwnFile),
    byKey('findings:read'),
  ),
  readMailbox: right<OfficerFile>(
    'officer.readMailbox',
    by('ADMIN'),
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('AGENCY_CONTACT', isOwnAgency),
    by('OFFICER', isOwnFile),
  ),
  readPostings: right<OfficerFile>(
    'officer.readPostings',
    by('ADMIN'),
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('AGENCY_CONTACT', isOwnAgency),
    by('OFFICER', isOwnFile),
  ),
  readContactDetails: right<OfficerFile>(
    'officer.readContactDetails',
    by('ADMIN'),
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('AGENCY_CONTACT', isOwnAgency),
    by('OFFICER', isOwnFile),
  ),
  setReach: right<OfficerFile>(
    'officer.setReach',
    by('ADMIN'),
    by('TASK_FORCE'),
    by('AGENCY_CONTACT', isOwnAgency),
    by('OFFICER', isOwnFile),
  ),
  readAbsences: right<OfficerFile>(
    'officer.readAbsences',
    by('ADMIN'),
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('AGENCY_CONTACT', isOwnAgency),
    by('OFFICER', isOwnFile),
  ),
  changeOfficers: right('officer.change', by('ADMIN'), by('TASK_FORCE')),
  recordAbsence: right<OfficerFile>('officer.recordAbsence', by('ADMIN'), by('TASK_FORCE'), by('AGENCY_CONTACT', isOwnAgency)),
  readMailboxes: right('mailbox.read', by('ADMIN'), by('TASK_FORCE'), by('SECRETARY')),
  changeMailboxes: right('mailbox.change', by('ADMIN'), by('TASK_FORCE')),
};

/** A new field of these types names its place here, or does not build (G-15). `latestFinding` is review's, `enrolments` and `trainingShelter` training's, which ask for themselves. */
export const registryFields = {
  Agency: fieldsOf('id code name nameEn kind staffQuota mailDomain closedOn version parent successor officers usage availableActions'),
  Officer: fieldsOf(
    'id code fullName post isLeader leftOn version agency latestFinding mayReadFile mayReadFinding enrolments trainingShelter decisions availableActions',
    {
      mailbox: registryAccess.readMailbox,
      postings: emptyWithout(registryAccess.readPostings),
      absences: emptyWithout(registryAccess.readAbsences),
      otherEmail: registryAccess.readContactDetails,
      phone: registryAccess.readContactDetails,
      prefersPaper: registryAccess.readContactDetails,
    },
  ),
  Mailbox: fieldsOf('id address kind state expectedState connector createdOn verifiedAt lockedUntil awaitsPassword version officer'),
  Posting: fieldsOf('id isMain post isLeader fromOn untilOn agency'),
  Absence: fieldsOf('id fromOn untilOn document'),
};
