/** The codes of a second factor: those an app on the person's own device computes, and those kept on paper for the day it is lost. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, OneToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Record } from '../kernel/record.js';
import { User } from './user.entity.js';

@Entity({ tableName: 'totp' })
export class Totp extends Record {
  @OneToOne(() => User, { ref: true, owner: true, unique: true, deleteRule: 'cascade' })
  user: Ref<User>;

  /** The shared secret, sealed with the installation's key (G-17). */
  @Property({ type: 'text' })
  secret: string;

  /** Since when it counts; null until a first code was right. */
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  confirmedAt?: Date | null;

  /** Number of the last half minute whose code was accepted: no code counts twice. */
  @Property({ type: 'integer', nullable: true })
  lastStep?: number | null;
}

@Entity({ tableName: 'recovery_code' })
@Unique({ properties: ['user', 'codeHash'] })
export class RecoveryCode extends Record {
  @ManyToOne(() => User, { ref: true, deleteRule: 'cascade' })
  @Index()
  user: Ref<User>;

  /** SHA-256, hexadecimal: a code has 80 random bits, so it cannot be found by trying. */
  @Property({ type: 'text' })
  codeHash: string;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  usedAt?: Date | null;
}
