/** What does a one-time link look like, and how long does it open the door? */
import { hash, randomBytes } from 'node:crypto';

/** Hours until a link is worthless, used or not. */
export const INVITATION_HOURS = 72;

const TOKEN = /^hti_[\w-]{43}$/;

export const newInvitationToken = (): string => `hti_${randomBytes(32).toString('base64url')}`;

/** What is stored of a token; undefined for a text that cannot be one. */
export const invitationHash = (token: string): string | undefined => (TOKEN.test(token) ? hash('sha256', token, 'hex') : undefined);

export const invitationEnd = (now: Date): Date => new Date(now.getTime() + INVITATION_HOURS * 3_600_000);

/** The link a person opens. The token stands behind `#`, so that no server on the way and no log ever sees it. */
export const invitationUrl = (base: string, token: string): string => `${base}/#/invitation?token=${token}`;
