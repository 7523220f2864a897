/** The order that says: letters wait to be sent. */
export const LETTERS_WAIT = 'LETTERS_WAIT';
