/** Groups of those who may do something, in the words of the tables (product.md §2). */

/**
 * `ADMIN, AGENCY_CONTACT own, key findings:read`; `everyone` is signed in, `anybody` need not be. Whoever came in with the code of a paper
 * notice is an officer and signed in, and is among neither: what such a code opens says `paper code`, and what
 * the code of a letter about a mailbox opens `password code`.
 */
export type Who = string;

/** What a viewer meets: something, nothing (null or an empty list), a refusal at the top, or one in the payload. */
export type Outcome = 'data' | 'nothing' | 'FORBIDDEN' | 'UNAUTHENTICATED' | 'done' | (string & {});

/** Nobody: there is none in this world. */
export const EMPTY = '–';
/** Whoever is signed in, be it with the code of a paper notice. */
export const EVEN_BY_CODE = 'everyone, paper code, password code';
export const STAFF = 'ADMIN, TASK_FORCE, SECRETARY, COMMITTEE_MEMBER, TRAINER, AGENCY_CONTACT, OFFICER';
export const AGENCIES = `${STAFF}, key findings:read, key awards:read`;
export const OFFICERS =
  'ADMIN, TASK_FORCE, SECRETARY, TRAINER, AGENCY_CONTACT own, OFFICER own, key findings:read, paper code own, password code own';
export const FILES = 'ADMIN, TASK_FORCE, SECRETARY, AGENCY_CONTACT own, OFFICER own';
/** The code of a letter about it opens the mailbox, for its new password. */
export const MAILBOXES = `${FILES}, password code own`;
export const FINDINGS = 'TASK_FORCE, SECRETARY, AGENCY_CONTACT own, OFFICER own, key findings:read, paper code own';
export const EVIDENCE = 'TASK_FORCE, SECRETARY, AGENCY_CONTACT own, OFFICER own, paper code own';
export const FIGURES = 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER, AGENCY_CONTACT own, key awards:read';
export const REVIEWS = 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER, AGENCY_CONTACT, OFFICER, key findings:read';
export const SOURCES = 'ADMIN, TASK_FORCE, key evidence:write';
export const REGISTRARS = 'ADMIN, TASK_FORCE';
export const AUDITED = 'ADMIN, TASK_FORCE, SECRETARY, OFFICER';
export const PEOPLE = 'ADMIN, TASK_FORCE, SECRETARY';
export const CLASSES = 'TASK_FORCE, TRAINER, AGENCY_CONTACT, OFFICER';
export const ROSTER = 'TASK_FORCE, TRAINER own, AGENCY_CONTACT own, OFFICER own';
export const CLASS_LEADERS = 'TASK_FORCE, TRAINER own';
export const LETTERS = 'TASK_FORCE, SECRETARY, AGENCY_CONTACT own, OFFICER own';
export const SHELTER = 'TASK_FORCE, SECRETARY, AGENCY_CONTACT own, OFFICER own';
export const DECISIONS = 'TASK_FORCE, SECRETARY, COMMITTEE_MEMBER, AGENCY_CONTACT own, OFFICER own, paper code own';
