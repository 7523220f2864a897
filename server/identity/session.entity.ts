/** A signed-in browser or program, of a person or of whoever had the code of a paper notice. Only the hash of its token is stored (G-17). */
import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Record } from '../kernel/record.js';
import { AccessCode } from './access-code.entity.js';
import { User } from './user.entity.js';

/** Ways into an account. */
export const SIGN_IN_METHODS = ['PASSWORD', 'PASSKEY', 'OIDC'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

@Entity({ tableName: 'session' })
@Check({ name: 'session_of_one', expression: '(user_id is null) <> (access_code_id is null)' })
export class Session extends Record {
  /** Whose account it is; none where it was opened by a code. */
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'cascade' })
  @Index()
  user?: Ref<User> | null;

  /** The code it was opened by; none where it is of an account. */
  @ManyToOne(() => AccessCode, { ref: true, nullable: true, deleteRule: 'cascade' })
  @Index()
  accessCode?: Ref<AccessCode> | null;

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
  method: SignInMethod | 'CODE';

  /** Browser and system in a few words, for the list of own sessions. */
  @Property({ type: 'text', nullable: true })
  device?: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  endedAt?: Date | null;
}
