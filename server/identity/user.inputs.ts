/** What can be asked of and said about accounts. */
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../api/connection.js';
import type { RoleName } from './actor.js';
import { Role } from './role.js';
import { USER_ACTIONS, type UserActionName } from './user.rules.js';

export const UserAction = Object.fromEntries(USER_ACTIONS.map((action) => [action, action])) as { [A in UserActionName]: A };

registerEnumType(UserAction, {
  name: 'UserAction',
  description: 'What can be done with an account.',
  valuesConfig: {
    UPDATE: { description: 'Change name, address and roles.' },
    DISABLE: { description: 'Close the door to the person.' },
    ENABLE: { description: 'Open it again.' },
    INVITE: { description: 'Make a one-time link by which a password is chosen.' },
    RESET_SECOND_FACTOR: { description: 'Take off codes and passkeys that were lost.' },
    END_SESSIONS: { description: 'Sign the person out everywhere.' },
  },
});

@InputType({ description: 'A role to be given.' })
export class RoleGrantInput {
  @Field(() => Role, { description: 'The role; SERVICE is for API keys only.' })
  role: RoleName;

  @Field(() => ID, { nullable: true, description: 'AGENCY_CONTACT: id of the agency. OFFICER: id of the officer. Others: none.' })
  scopeId?: string;
}

@InputType({ description: 'All of an account as it shall be.' })
export class UserInput {
  @Field(() => String, { description: 'Full name.' })
  name: string;

  @Field(() => String, { description: 'E-mail address, unique; capitals do not matter.' })
  email: string;

  @Field(() => [RoleGrantInput], { description: 'Roles; those that are not named are taken away.' })
  grants: RoleGrantInput[];
}

@ArgsType()
export class UsersArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Words of the name, or of the address for whoever may read it, with or without diacritics.',
  })
  search?: string;

  @Field(() => [Role], {
    nullable: true,
    description: 'Holding one of these roles. Whoever sees names only may ask for TRAINER, COMMITTEE_MEMBER and SECRETARY.',
  })
  role?: RoleName[];
}
