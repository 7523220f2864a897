/** Agencies over GraphQL. */
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import DataLoader from 'dataloader';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { connectionOf } from '../api/connection.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { payload, UserError } from '../api/user-error.js';
import { holds, may } from '../identity/right.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { isId } from '../kernel/record.js';
import { Denial } from '../kernel/refusal.js';
import type { Page } from '../kernel/page.js';
import { CalendarDate } from '../kernel/scalars.js';
import { Agency } from './agency.entity.js';
import { AgenciesArgs, AgencyInput } from './agency.inputs.js';
import { agencyList, type AgencyRow, oneAgency } from './agency.read.js';
import { closeAgency, createAgency, updateAgency } from './agency.service.js';
import { AgencyOfficersArgs } from './officer.inputs.js';
import { officersOfAgencies, withRightsInNodes } from './officer.read.js';
import { OfficerConnection } from './officer-pages.resolver.js';
import { AgencyAction } from './registry-actions.js';
import { type AgencyAction as AgencyActionName, agencyActions } from './registry-actions.rules.js';
import { registryAccess } from './registry.access.js';

export const [AgencyEdge, AgencyConnection] = connectionOf(Agency);

@ObjectType({ description: 'What became of an agency.', simpleResolvers: true })
export class AgencyPayload {
  @Field(() => Agency, { nullable: true, description: 'The agency.' })
  agency: Agency | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

const none = { agency: null };

@Resolver(() => Agency)
export class AgencyResolver {
  @Access(registryAccess.readAgencies)
  @Query(() => Agency, { nullable: true, description: 'One agency by id or code; null when there is none.' })
  async agency(
    @Ctx() { ground }: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true, description: 'Id.' }) id?: string,
    @Arg('code', () => String, { nullable: true, description: 'Code.' }) code?: string,
  ): Promise<AgencyRow | null> {
    if (id != null) return isId(id) ? oneAgency(ground.read, asked(info), (q) => q.where('a.id', '=', id)) : null;
    return code == null ? null : oneAgency(ground.read, asked(info), (q) => q.where('a.code', '=', code.trim().toUpperCase()));
  }

  @Access(registryAccess.readAgencies)
  @Query(() => AgencyConnection, { description: 'Agencies, by name unless ordered otherwise.' })
  agencies(
    @Args(() => AgenciesArgs) args: AgenciesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<AgencyRow>> {
    const { ground, actor } = acting(context);
    if (args.orderBy?.some(({ field }) => field === 'LEADER_SHARE') && !holds(actor, registryAccess.orderByShare)) {
      throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
    }
    return agencyList(ground.read, asked(info), args);
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'Agency it is under.' })
  parent(@Root() agency: AgencyRow): AgencyRow | null {
    return (agency.parent as unknown as AgencyRow | undefined) ?? null;
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'Agency that took over when it was closed.' })
  successor(@Root() agency: AgencyRow): AgencyRow | null {
    return (agency.successor as unknown as AgencyRow | undefined) ?? null;
  }

  @FieldResolver(() => [AgencyAction], { description: 'What you can do with it now.' })
  availableActions(@Root() agency: { availableActions?: string | null }, @Ctx() context: Context): AgencyActionName[] {
    return agencyActions(may(acting(context).actor, registryAccess.changeAgencies, undefined), agency.availableActions != null);
  }

  @FieldResolver(() => OfficerConnection, { description: 'Its officers that you may see, by main posting, by name.' })
  officers(
    @Root() agency: AgencyRow,
    @Args(() => AgencyOfficersArgs) args: AgencyOfficersArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<unknown>> {
    const wanted = withRightsInNodes(asked(info));
    const place = `agency.officers ${placeOf(info)} ${JSON.stringify(args)}`;
    const { ground, actor } = acting(context);
    const loader = batch(
      context,
      place,
      () => new DataLoader<string, Page<unknown>>((ids) => officersOfAgencies(ground.read, wanted, actor, ids, args), { cache: false }),
    );
    return loader.load(agency.id);
  }

  @Access(registryAccess.changeAgencies)
  @Mutation(() => AgencyPayload, { description: 'Makes an agency. Refused DUPLICATE when the code is taken.' })
  agencyCreate(
    @Arg('input', () => AgencyInput, { description: 'The agency.' }) input: AgencyInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await createAgency(acting(context), input)));
  }

  @Access(registryAccess.changeAgencies)
  @Mutation(() => AgencyPayload, { description: 'Changes an agency. Refused STALE when somebody else did in the meantime (G-3).' })
  agencyUpdate(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('input', () => AgencyInput, { description: 'All of the agency as it shall be.' }) input: AgencyInput,
    @Arg('expectedVersion', () => Int, { description: 'Version the edit was begun on.' }) expectedVersion: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () =>
      this.afterwards(context, info, await updateAgency(acting(context), id, input, expectedVersion)),
    );
  }

  @Access(registryAccess.changeAgencies)
  @Mutation(() => AgencyPayload, { description: 'Closes an agency on a day, with the agency that takes over. Its past stays readable.' })
  agencyClose(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('onDate', () => CalendarDate, { description: 'Its last day.' }) onDate: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('successorId', () => ID, { nullable: true, description: 'Agency that takes over.' }) successorId?: string,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await closeAgency(acting(context), id, onDate, successorId)));
  }

  private async afterwards({ ground }: Context, info: GraphQLResolveInfo, id: string) {
    return { agency: await oneAgency(ground.read, asked(info, 'agency'), (q) => q.where('a.id', '=', id)) };
  }
}
