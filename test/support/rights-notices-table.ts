/** Who may read what of letters, written by hand from product.md §2 (G-15); a part of rights-table.ts. */
import { type FieldsOf, page, type TypeRow } from './rights-rows.js';
import { EMPTY, LETTERS, type Who } from './rights-who.js';
import type { Things } from './rights-world.js';

const DOOR = 'TASK_FORCE, SECRETARY, AGENCY_CONTACT, OFFICER';
const letterOf = (t: Things) => `letter(id: "${t.notices.receivedLetter}")`;
const letterIs = (t: Things) => `where: { id: { eq: "${t.notices.letter}" } }`;

export const NOTICES_TYPES: Readonly<Record<string, TypeRow>> = {
  Letter: {
    at: (t) => `${letterOf(t)} { * }`,
    door: DOOR,
    fields: {
      'id kind kindName title body language officer about channel state sentTo createdAt sentAt printedAt carriesCode attempts receipt hasCalendar':
        LETTERS,
      availableActions: EMPTY,
    },
  },
  LetterConnection: { at: (t) => `letters(${letterIs(t)}) { * }`, door: DOOR, fields: page(LETTERS) },
  LetterEdge: { at: (t) => `letters(${letterIs(t)}) { edges { * } }`, door: DOOR, fields: { 'cursor node': LETTERS } },
  LetterAttempt: { at: (t) => `${letterOf(t)} { attempts { * } }`, door: DOOR, fields: { 'id at outcome detail': LETTERS } },
  Receipt: {
    at: (t) => `${letterOf(t)} { receipt { * } }`,
    door: DOOR,
    fields: { 'id receivedOn means note document recordedAt recordedBy': LETTERS },
  },
  Attachment: {
    at: (t) => `${letterOf(t)} { receipt { document { * } } }`,
    door: DOOR,
    fields: { 'id fileName mediaType size createdAt': LETTERS },
  },
};

export const NOTICES_ROOTS: Readonly<Record<string, { args: string; at: TypeRow['at']; who: Who | FieldsOf; door?: Who }>> = {
  letter: { args: 'id', at: (t) => `letter(id: "${t.notices.letter}") { id }`, who: LETTERS, door: DOOR },
  letters: {
    args: 'first after offset search where',
    at: (t) => `letters(where: { officerId: { eq: "${t.officer}" } }) { nodes { id } }`,
    who: LETTERS,
    door: DOOR,
  },
};

export const NOTICES_INPUTS: Readonly<Record<string, string>> = { LetterWhere: 'id officerId agencyId state kind about' };
