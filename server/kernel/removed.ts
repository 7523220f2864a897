/** What stands where a text was removed (K-1, K-5)? The same words in both languages of the panel, for they are stored. */
export const REMOVED = '(đã xóa)';

/** As a constant of a statement. */
export const REMOVED_SQL = `'${REMOVED}'`;
