/** A passkey of a person: the public half. And the challenges that were answered, so that none is answered twice. */
import { BigIntType, type Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Record } from '../kernel/record.js';
import { User } from './user.entity.js';

@Entity({ tableName: 'passkey' })
export class Passkey extends Record {
  @ManyToOne(() => User, { ref: true, deleteRule: 'cascade' })
  @Index()
  user: Ref<User>;

  /** What the person calls it. */
  @Property({ type: 'text' })
  name: string;

  /** As the authenticator names it, base64url. */
  @Property({ type: 'text' })
  @Unique()
  credentialId: string;

  /** COSE, base64url. */
  @Property({ type: 'text' })
  publicKey: string;

  /** How often it was used, as the authenticator counts; one that falls back was copied. */
  @Property({ type: new BigIntType('number') })
  counter: number;

  /** JSON list: `usb`, `internal`, `hybrid` … */
  @Property({ type: 'text' })
  transports: string;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  lastUsedAt?: Date | null;
}

@Entity({ tableName: 'spent_challenge' })
export class SpentChallenge {
  /** SHA-256 of the challenge, hexadecimal. */
  @PrimaryKey({ type: 'text' })
  hash: string;

  /** When it would have ended anyway; the row is worthless from then on. */
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @Index()
  expiresAt: Date;
}
