/** Words of this room that are stored. */

/** Who may read a published list (P-1). */
export const AUDIENCES = ['INTERNAL', 'PUBLIC'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Fewer people than this are a small group (P-2). */
export const SMALL_GROUP = 5;
