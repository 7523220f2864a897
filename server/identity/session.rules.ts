/** How long does a session live, and what does its token look like? */
import { hash, randomBytes } from 'node:crypto';

/** Hours until a session ends, used or not. */
export const SESSION_HOURS = 12;
/** Minutes without use after which a session ends. */
export const IDLE_MINUTES = 120;

export const newToken = (): string => `hts_${randomBytes(32).toString('base64url')}`;

export const tokenHash = (token: string): string => hash('sha256', token, 'hex');

export const expiryOf = (now: Date): Date => new Date(now.getTime() + SESSION_HOURS * 3_600_000);

export function isAlive(session: { expiresAt: Date; lastUsedAt: Date; endedAt?: Date | null }, now: Date): boolean {
  return !session.endedAt && session.expiresAt > now && now.getTime() - session.lastUsedAt.getTime() < IDLE_MINUTES * 60_000;
}
