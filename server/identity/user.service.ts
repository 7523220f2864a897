/** Making users and giving them roles. Part 2 adds invitations and disabling. */
import { ref } from '@mikro-orm/core';
import { Refusal } from '../kernel/refusal.js';
import type { RoleName } from './actor.js';
import { type Acting, perform } from './command.js';
import { userAccess } from './identity.access.js';
import { identityMessages } from './identity.messages.js';
import { hashPassword } from './password.js';
import { RoleGrant, User } from './user.entity.js';

export interface NewUser {
  name: string;
  email: string;
  password?: string;
  grants: { role: RoleName; scopeId?: string }[];
}

/** Makes a user; refused DUPLICATE when the address is taken. */
export async function createUser(acting: Acting, input: NewUser): Promise<string> {
  const passwordHash = input.password ? await hashPassword(input.password) : null;
  return perform(acting, async (act) => {
    act.allow(userAccess.change, undefined);
    const email = input.email.trim().toLowerCase();
    if (await act.em.findOne(User, { email }))
      throw new Refusal({ code: 'DUPLICATE', path: ['input', 'email'], message: { text: identityMessages.emailTaken } });
    const user = act.em.create(User, { name: input.name, email, passwordHash } as never);
    act.em.persist(user);
    for (const { role, scopeId } of input.grants)
      act.em.persist(act.em.create(RoleGrant, { user: ref(user), role, scopeId: scopeId ?? null } as never));
    act.record('user.create', `user:${user.id}`, { name: input.name, roles: input.grants });
    return user.id;
  });
}
