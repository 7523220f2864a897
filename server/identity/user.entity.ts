/** A person who signs in, with the roles given to them. */
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Ref } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { EditedRecord, Record } from '../kernel/record.js';
import type { RoleName } from './actor.js';

@ObjectType({ description: 'A person who works with Hopthu.', simpleResolvers: true })
@Entity({ tableName: 'app_user' })
export class User extends EditedRecord {
  @Field(() => String, { description: 'Full name.' })
  @Property({ type: 'text' })
  name: string;

  @Property({ type: 'text' })
  @Unique()
  email: string;

  /** Argon2id; null while the person has not chosen one. */
  @Property({ type: 'text', nullable: true })
  passwordHash?: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  disabledAt?: Date | null;
}

@Entity({ tableName: 'role_grant' })
@Unique({ properties: ['user', 'role', 'scopeId'] })
export class RoleGrant extends Record {
  @ManyToOne(() => User, { ref: true, deleteRule: 'cascade' })
  @Index()
  user: Ref<User>;

  @Property({ type: 'text' })
  role: RoleName;

  /** What the role is bound to: the contact's agency, the officer's own file. */
  @Property({ type: 'uuid', nullable: true })
  scopeId?: string | null;
}
