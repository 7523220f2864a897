/** Told when a command has written orders to mail systems, so that they are carried out at once. */
export const MAIL_ORDERED = 'mail.ordered';
