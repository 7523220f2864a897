/** Which officer and which agency the viewer is, by the scopes of the roles. */
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { asked } from '../api/asked.js';
import type { Context } from '../api/context.js';
import { scopesOf } from '../identity/actor.js';
import { Viewer } from '../identity/identity.resolver.js';
import { Agency } from './agency.entity.js';
import { oneAgency } from './agency.read.js';
import { Officer } from './officer.entity.js';
import { oneOfficer, withRightsOf } from './officer.read.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  @FieldResolver(() => Officer, { nullable: true, description: 'The own file, for whoever is an officer.' })
  officer(@Root() { actor }: Viewer, @Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo) {
    const [own] = scopesOf(actor, 'OFFICER');
    return own ? oneOfficer(ground.read, withRightsOf(asked(info)), actor, (q) => q.where('o.id', '=', own)) : null;
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'The agency one answers for, as its contact.' })
  agency(@Root() { actor }: Viewer, @Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo) {
    const [own] = scopesOf(actor, 'AGENCY_CONTACT');
    return own ? oneAgency(ground.read, asked(info), (q) => q.where('a.id', '=', own)) : null;
  }
}
