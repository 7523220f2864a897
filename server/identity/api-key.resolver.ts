/** API keys over GraphQL. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Mutation, ObjectType, Query, registerEnumType, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, type Context } from '../api/context.js';
import { payload, UserError } from '../api/user-error.js';
import { CalendarDate } from '../kernel/scalars.js';
import { apiKeyList, oneApiKey } from './api-key.read.js';
import { createApiKey, revokeApiKey } from './api-key.service.js';
import { operatorActor } from './actor.js';
import { apiKeyAccess } from './identity.access.js';
import { holds } from './right.js';

export enum ApiKeyAction {
  REVOKE = 'REVOKE',
}

registerEnumType(ApiKeyAction, {
  name: 'ApiKeyAction',
  description: 'What can be done with an API key.',
  valuesConfig: { REVOKE: { description: 'Make it worthless at once.' } },
});

@ObjectType('ApiKey', { description: 'A key by which another system comes in. The key itself is stored nowhere.', simpleResolvers: true })
export class ApiKeyView {
  @Field(() => ID, { description: 'Id; the audit log names the key by it.' })
  id: string;

  @Field(() => String, { description: 'What it is for.' })
  name: string;

  @Field(() => String, { description: 'Its beginning, to tell keys apart by.' })
  prefix: string;

  @Field(() => [String], { description: 'What it opens: `evidence:write`, `findings:read` …' })
  scopes: string[];

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => CalendarDate, { description: 'Last day on which it opens anything.' })
  expiresOn: string;

  @Field(() => Date, { nullable: true, description: 'When it was last used, to the minute.' })
  lastUsedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was revoked.' })
  endedAt: Date | null;
}

@ObjectType({ description: 'What became of an API key.', simpleResolvers: true })
export class ApiKeyPayload {
  @Field(() => ID, { nullable: true, description: 'Id of the key.' })
  id: string | null;

  @Field(() => String, { nullable: true, description: 'The key itself, shown this once: `Authorization: Bearer htk_…`.' })
  secret: string | null;

  @Field(() => ApiKeyView, { nullable: true, description: 'The key as the list shows it.' })
  apiKey: ApiKeyView | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

type Made = Omit<ApiKeyPayload, 'userErrors'>;

const none: Made = { id: null, secret: null, apiKey: null };

@Resolver(() => ApiKeyView)
export class ApiKeyResolver {
  @Access(apiKeyAccess.read)
  @Query(() => [ApiKeyView], { description: 'API keys: those not revoked first, the newest first, at most 1,000.' })
  apiKeys(@Ctx() { ground }: Context, @Info() info: GraphQLResolveInfo): Promise<ApiKeyView[]> {
    return apiKeyList(ground.read, asked(info));
  }

  @FieldResolver(() => String, { description: 'Name of whoever made it; `hopthu` for the command line on the server itself.' })
  createdBy(@Root() { makerName }: { makerName: string | null }): string {
    return makerName ?? operatorActor.displayName;
  }

  @FieldResolver(() => [ApiKeyAction], { description: 'What the viewer can do with it now.' })
  availableActions(@Root() { endedAt }: ApiKeyView, @Ctx() context: Context): ApiKeyAction[] {
    return !endedAt && holds(acting(context).actor, apiKeyAccess.change) ? [ApiKeyAction.REVOKE] : [];
  }

  @Access(apiKeyAccess.change)
  @Mutation(() => ApiKeyPayload, {
    description: 'Makes an API key; asks for a second factor (G-18). Refused INVALID for an unknown scope, LIMIT beyond 365 days.',
  })
  apiKeyCreate(
    @Arg('name', () => String, { description: 'What it is for.' }) name: string,
    @Arg('scopes', () => [String], { description: 'What it may do: `evidence:write`, `findings:read`, `awards:read`.' }) scopes: string[],
    @Arg('expiresOn', () => CalendarDate, { description: 'Last day on which it opens anything: after today, at most 365 days.' })
    expiresOn: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload<Made, Made>(context, none, async () => {
      const { id, secret } = await createApiKey(acting(context), { name, scopes, expiresOn });
      return { id, secret, apiKey: await oneApiKey(context.ground.read, asked(info, 'apiKey'), id) };
    });
  }

  @Access(apiKeyAccess.change)
  @Mutation(() => ApiKeyPayload, { description: 'Revokes an API key; it opens nothing from this moment.' })
  apiKeyRevoke(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return payload<Made, Made>(context, none, async () => {
      await revokeApiKey(acting(context), id);
      return { id, secret: null, apiKey: await oneApiKey(context.ground.read, asked(info, 'apiKey'), id) };
    });
  }
}
