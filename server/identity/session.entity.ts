/** A signed-in browser or program. Only the hash of its token is stored (G-17). */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Record } from '../kernel/record.js';
import { User } from './user.entity.js';

export const SIGN_IN_METHODS = ['PASSWORD', 'PASSKEY', 'OIDC'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

@Entity({ tableName: 'session' })
export class Session extends Record {
  @ManyToOne(() => User, { ref: true, deleteRule: 'cascade' })
  @Index()
  user: Ref<User>;

  /** SHA-256 of the token, hexadecimal. */
  @Property({ type: 'text' })
  @Unique()
  tokenHash: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  expiresAt: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  lastUsedAt: Date;

  /** When a second factor was last shown (G-18). */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  secondFactorAt?: Date | null;

  /** How the person signed in. */
  @Property({ type: 'text', default: 'PASSWORD' })
  method: SignInMethod;

  /** Browser and system in a few words, for the list of own sessions. */
  @Property({ type: 'text', nullable: true })
  device?: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  endedAt?: Date | null;
}
