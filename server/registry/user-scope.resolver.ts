/** Which officer is a user, and to which agency or officer is a role bound? */
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import DataLoader from 'dataloader';
import { asked } from '../api/asked.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import type { Actor } from '../identity/actor.js';
import { holds } from '../identity/right.js';
import { RoleGrant, User } from '../identity/user.entity.js';
import type { Asked, Reader } from '../kernel/read.js';
import { Agency } from './agency.entity.js';
import { agenciesById } from './agency.read.js';
import { Officer } from './officer.entity.js';
import { officersById } from './officer.read.js';
import { registryAccess } from './registry.access.js';

type Read = (read: Reader, wanted: Asked, actor: Actor, ids: readonly string[]) => Promise<unknown[]>;

/** One statement for all rows of a list; what the viewer may not see is null. */
async function ofBatch(context: Context, info: GraphQLResolveInfo, id: string, read: Read): Promise<any> {
  const { ground, actor } = acting(context);
  const loader = batch(context, placeOf(info), () => {
    const wanted = asked(info);
    return new DataLoader<string, unknown>((ids) => read(ground.read, wanted, actor, ids));
  });
  return (await loader.load(id)) ?? null;
}

const agencies: Read = (read, wanted, _actor, ids) => agenciesById(read, wanted, ids);

@Resolver(() => User)
export class UserOfficerResolver {
  @FieldResolver(() => Officer, { nullable: true, description: 'The officer the person is; null when none, or not for you to see.' })
  officer(@Root() { grants }: { grants: RoleGrant[] }, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const own = grants.find(({ role }) => role === 'OFFICER')?.scopeId;
    return own ? ofBatch(context, info, own, officersById) : null;
  }
}

@Resolver(() => RoleGrant)
export class RoleScopeResolver {
  @FieldResolver(() => Agency, { nullable: true, description: 'The agency a contact answers for.' })
  agency(@Root() { role, scopeId }: RoleGrant, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    if (role !== 'AGENCY_CONTACT' || !scopeId || !holds(acting(context).actor, registryAccess.readAgencies)) return null;
    return ofBatch(context, info, scopeId, agencies);
  }

  @FieldResolver(() => Officer, { nullable: true, description: 'The officer the person is, for the role OFFICER.' })
  officer(@Root() { role, scopeId }: RoleGrant, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return role === 'OFFICER' && scopeId ? ofBatch(context, info, scopeId, officersById) : null;
  }
}
