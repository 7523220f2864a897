/** A person who signs in, with the roles given to them. */
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ID, ObjectType } from 'type-graphql';
import { EditedRecord, Record } from '../kernel/record.js';
import type { RoleName } from './actor.js';
import { Role } from './role.js';

@ObjectType({ description: 'A person who works with Hopthu.', simpleResolvers: true })
@Entity({ tableName: 'app_user' })
export class User extends EditedRecord {
  @Field(() => String, { description: 'Full name.' })
  @Property({ type: 'text' })
  name: string;

  @Field(() => String, { nullable: true, description: 'E-mail address, with which one signs in.' })
  @Property({ type: 'text' })
  @Unique()
  email: string;

  /** Argon2id; null while the person has not chosen one. */
  @Property({ type: 'text', nullable: true })
  passwordHash?: string | null;

  @Field(() => Date, { nullable: true, description: 'Since when the account is disabled.' })
  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  disabledAt?: Date | null;

  /** Words of the name that a search looks through (kernel/search.rules.ts). */
  @Property({ type: 'text', default: '' })
  nameWords: string = '';

  /** Words of the address that a search looks through, for whoever may read it. */
  @Property({ type: 'text', default: '' })
  emailWords: string = '';

  /** Given name first, Vietnamese order, compared by plain bytes (kernel/name.rules.ts). */
  @Property({ type: 'text', collation: 'C', default: '' })
  sortKey: string = '';
}

@ObjectType({ description: 'A role that somebody holds.', simpleResolvers: true })
@Entity({ tableName: 'role_grant' })
@Unique({ properties: ['user', 'role', 'scopeId'] })
export class RoleGrant extends Record {
  @ManyToOne(() => User, { ref: true, deleteRule: 'cascade' })
  @Index()
  user: Ref<User>;

  @Field(() => Role, { description: 'The role.' })
  @Property({ type: 'text' })
  role: RoleName;

  /** What the role is bound to: the contact's agency, the officer's own file. */
  @Field(() => ID, { nullable: true, description: 'Id of the agency of a contact, or of the officer a person is.' })
  @Property({ type: 'uuid', nullable: true })
  scopeId?: string | null;
}
