/** By which account at the provider of single sign-on is a user known? Written at the first sign-in; afterwards only this counts, not the e-mail address. */
import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Record } from '../kernel/record.js';
import { User } from './user.entity.js';

@Entity({ tableName: 'user_identity' })
@Unique({ properties: ['issuer', 'subject'] })
@Unique({ properties: ['user', 'issuer'] })
export class UserIdentity extends Record {
  @ManyToOne(() => User, { ref: true, deleteRule: 'cascade' })
  user: Ref<User>;

  /** The provider, as it names itself (`iss`). */
  @Property({ type: 'text' })
  issuer: string;

  /** The account, as the provider numbers it (`sub`). */
  @Property({ type: 'text' })
  subject: string;
}

/** A way to the provider that was walked to its end: it cannot be walked again, with the same cookie or a copy of it. */
@Entity({ tableName: 'spent_sign_on' })
export class SpentSignOn {
  /** SHA-256 of the state, hexadecimal. */
  @PrimaryKey({ type: 'text' })
  stateHash: string;

  /** After this moment the cookie has expired anyway, and the row may go. */
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @Index()
  keptUntil: Date;
}
