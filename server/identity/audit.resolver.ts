/** The audit log over GraphQL: what was done to what, when and by whom; never the details. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { connectionOf, PageArgs } from '../api/connection.js';
import { acting, batch, type Context } from '../api/context.js';
import { AuditEvent } from '../kernel/audit-event.entity.js';
import type { Page } from '../kernel/page.js';
import { auditAccess } from './audit.access.js';
import { actorNames } from './audit-actors.read.js';
import { type AuditRow, auditList } from './audit.read.js';
import { namesOf, sentenceOf } from './audit-words.js';

const [, AuditEventConnection] = connectionOf(AuditEvent);

@ArgsType()
class AuditEventsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only events about this, or that name it: `officer:<id>`, `review:<id>` …' })
  subject?: string;
}

@Resolver(() => AuditEvent)
export class AuditEventResolver {
  @Access(auditAccess.read)
  @Query(() => AuditEventConnection, {
    description:
      'The audit log, newest first: all of it for the administrator, own acts for the task force, own acts and cases for the secretary, the own file for an officer.',
  })
  auditEvents(
    @Args(() => AuditEventsArgs) args: AuditEventsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<AuditRow>> {
    const { ground, actor } = acting(context);
    return auditList(ground.read, asked(info), actor, args);
  }

  @FieldResolver(() => String, {
    description: 'Who did it: by name to the administrator, the secretary and oneself, to an officer the office in which it was done.',
  })
  actorName(@Root() event: AuditRow, @Ctx() context: Context): Promise<string> {
    const { ground, actor } = acting(context);
    return batch(
      context,
      'audit.actorNames',
      () => new DataLoader<string, string>((actors) => actorNames(ground.read, actor, actors, context.language)),
    ).load(event.actor);
  }

  @FieldResolver(() => String, { description: 'What was done, as a sentence in your language.' })
  summary(@Root() event: AuditRow, @Ctx() { language }: Context): string {
    return sentenceOf(event.action, language);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of what it was done to; null where it has none, or none you may see.' })
  subjectName(@Root() event: AuditRow, @Ctx() context: Context): Promise<string | null> {
    const { ground, actor } = acting(context);
    return batch(
      context,
      'audit.subjectNames',
      () => new DataLoader<string, string | null>((subjects) => namesOf(ground.read, actor, subjects, context.language)),
    ).load(event.subject);
  }
}
