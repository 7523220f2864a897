/** Who may read letters, see to them, and bring scanned papers (product.md §2). */
import { type Actor, scopesOf } from '../identity/actor.js';
import { by, fieldsOf, right } from '../identity/right.js';

/** What a right about a letter looks at; `agencyId` is the officer's agency of today. */
export interface LetterFile {
  officerId: string;
  agencyId: string;
}

const isOfOwnAgency = (actor: Actor, { agencyId }: LetterFile) => scopesOf(actor, 'AGENCY_CONTACT').includes(agencyId);
const isOneself = (actor: Actor, { officerId }: LetterFile) => scopesOf(actor, 'OFFICER').includes(officerId);

/** Whether a letter is to the actor; a role never adds a right in the own case. */
export const isOwnLetter = isOneself;

const isSomebodyElse = (actor: Actor, file: LetterFile) => !isOneself(actor, file);
const isOfOwnAgencyElse = (actor: Actor, file: LetterFile) => isOfOwnAgency(actor, file) && !isOneself(actor, file);

export const noticesAccess = {
  readLetters: right<LetterFile>(
    'letter.read',
    by('TASK_FORCE'),
    by('SECRETARY'),
    by('AGENCY_CONTACT', isOfOwnAgency),
    by('OFFICER', isOneself),
  ),
  /** Nobody testifies that they were told themselves. */
  recordReceipts: right<LetterFile>(
    'letter.recordReceipt',
    by('TASK_FORCE', isSomebodyElse),
    by('SECRETARY', isSomebodyElse),
    by('AGENCY_CONTACT', isOfOwnAgencyElse),
  ),
  /** Print, and send again. */
  handleLetters: right<LetterFile>(
    'letter.handle',
    by('TASK_FORCE', isSomebodyElse),
    by('SECRETARY', isSomebodyElse),
    by('AGENCY_CONTACT', isOfOwnAgencyElse),
  ),
  uploadAttachments: right('attachment.upload', by('TASK_FORCE'), by('SECRETARY'), by('AGENCY_CONTACT'), by('OFFICER')),
};

const read = noticesAccess.readLetters;

/** A new field of these types names its place here, or does not build (G-15). Whoever holds a class sees whether its letters have arrived, not what they say. */
export const noticesFields = {
  Letter: fieldsOf<LetterFile>('id kind kindName channel state createdAt sentAt printedAt carriesCode receipt availableActions', {
    title: read,
    body: read,
    language: read,
    officer: read,
    about: read,
    sentTo: read,
    attempts: read,
    hasCalendar: read,
  }),
  PrintedLetter: fieldsOf('id body'),
  LetterAttempt: fieldsOf('id at outcome detail'),
  Receipt: fieldsOf<LetterFile>('id receivedOn', { means: read, note: read, document: read, recordedAt: read, recordedBy: read }),
  Attachment: fieldsOf('id fileName mediaType size createdAt'),
};
