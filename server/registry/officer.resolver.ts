/** Officers and mailboxes over GraphQL. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { acting, type Context } from '../api/context.js';
import { payload, UserError } from '../api/user-error.js';
import { may } from '../identity/right.js';
import type { Page } from '../kernel/page.js';
import { isId } from '../kernel/record.js';
import { CalendarDate } from '../kernel/scalars.js';
import { Agency } from './agency.entity.js';
import { Mailbox } from './mailbox.entity.js';
import { recordMailbox, releaseMailbox } from './mailbox.service.js';
import { MailboxConnection, OfficerConnection } from './officer-pages.resolver.js';
import { Absence, Officer, Posting } from './officer.entity.js';
import { MailboxesArgs, MailboxInput, OfficerInput, OfficerReachInput, OfficersArgs, OtherPostInput } from './officer.inputs.js';
import { mailboxList, officerList, oneMailbox, oneOfficer, withRightsInNodes, withRightsOf } from './officer.read.js';
import { setReach } from './reach.service.js';
import { createOfficer, officerLeaves, recordAbsence, transferOfficer, updateOfficer } from './officer.service.js';
import { recordOtherPost } from './other-post.service.js';
import { OfficerAction } from './registry-actions.js';
import { type OfficerAction as OfficerActionName, officerActions } from './registry-actions.rules.js';
import { isOwnOfficer, registryAccess } from './registry.access.js';

@ObjectType({ description: 'What became of an officer.', simpleResolvers: true })
export class OfficerPayload {
  @Field(() => Officer, { nullable: true, description: 'The officer.' })
  officer: Officer | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What became of a mailbox.', simpleResolvers: true })
export class MailboxPayload {
  @Field(() => Mailbox, { nullable: true, description: 'The mailbox.' })
  mailbox: Mailbox | null;

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

const none = { officer: null };

@Resolver(() => Officer)
export class OfficerResolver {
  @Access(registryAccess.readOfficers)
  @Query(() => Officer, { nullable: true, description: 'One officer by id or code; null when there is none, or none you may see.' })
  async officer(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true, description: 'Id.' }) id?: string,
    @Arg('code', () => String, { nullable: true, description: 'Code.' }) code?: string,
  ) {
    const { ground, actor } = acting(context);
    if (id != null) return isId(id) ? oneOfficer(ground.read, withRightsOf(asked(info)), actor, (q) => q.where('o.id', '=', id)) : null;
    return code == null
      ? null
      : oneOfficer(ground.read, withRightsOf(asked(info)), actor, (q) => q.where('o.code', '=', code.trim().toUpperCase()));
  }

  @Access(registryAccess.readOfficers)
  @Query(() => OfficerConnection, { description: 'Officers you may see, by name unless ordered otherwise.' })
  officers(
    @Args(() => OfficersArgs) args: OfficersArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<unknown>> {
    const { ground, actor } = acting(context);
    return officerList(ground.read, withRightsInNodes(asked(info)), actor, args);
  }

  @FieldResolver(() => Agency, { description: 'Agency of the main posting.' })
  agency(@Root() officer: any) {
    return officer.agency;
  }

  @FieldResolver(() => Mailbox, { nullable: true, description: 'The personal mailbox; null without the right to see it.' })
  mailbox(@Root() officer: any) {
    return officer.mailbox ?? null;
  }

  @FieldResolver(() => [Posting], { description: 'Posts held, latest first; empty without the right to see them.' })
  postings(@Root() officer: any) {
    return officer.postings ?? [];
  }

  @FieldResolver(() => [Absence], { description: 'Documented absences, latest first; empty without the right to see them.' })
  absences(@Root() officer: any) {
    return officer.absences ?? [];
  }

  @FieldResolver(() => String, { nullable: true, description: 'Another address at which the officer is reached; null without the right.' })
  otherEmail(@Root() officer: any): string | null {
    return officer.otherEmail ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Telephone; null without the right.' })
  phone(@Root() officer: any): string | null {
    return officer.phone ?? null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether letters go on paper, though there may be an address; null without the right.',
  })
  prefersPaper(@Root() officer: any): boolean | null {
    return officer.prefersPaper ?? false;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether mailbox, postings, absences and contact details are answered to you: without it, empty does not mean none.',
  })
  mayReadFile(@Root() officer: any, @Ctx() context: Context): boolean {
    return may(acting(context).actor, registryAccess.readMailbox, officer);
  }

  @FieldResolver(() => [OfficerAction], { description: 'What you can do with the file now.' })
  availableActions(@Root() officer: any, @Ctx() context: Context): OfficerActionName[] {
    const { actor } = acting(context);
    return officerActions({
      mayChange: may(actor, registryAccess.changeOfficers, undefined),
      mayRecordAbsence: may(actor, registryAccess.recordAbsence, officer),
      maySetReach: may(actor, registryAccess.setReach, officer),
      isOwnFile: isOwnOfficer(actor, officer.id),
      hasLeft: officer.leftOn != null,
    });
  }

  @Access(registryAccess.changeOfficers)
  @Mutation(() => OfficerPayload, {
    description: 'Makes an officer with main posting and mailbox. DUPLICATE when code or address is taken.',
  })
  officerCreate(
    @Arg('input', () => OfficerInput, { description: 'The officer.' }) input: OfficerInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await createOfficer(acting(context), input)));
  }

  @Access(registryAccess.changeOfficers)
  @Mutation(() => OfficerPayload, {
    description:
      'Corrects an officer; a later sinceOn with another agency or post is a transfer. STALE when somebody else changed it (G-3).',
  })
  officerUpdate(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('input', () => OfficerInput, { description: 'All of the officer as it shall be.' }) input: OfficerInput,
    @Arg('expectedVersion', () => Int, { description: 'Version the edit was begun on.' }) expectedVersion: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () =>
      this.afterwards(context, info, await updateOfficer(acting(context), id, input, expectedVersion)),
    );
  }

  @Access(registryAccess.setReach)
  @Mutation(() => OfficerPayload, {
    description:
      'Says how the officer is reached: another address, a telephone, letters on paper; takes the place of what was said before.',
  })
  officerSetReach(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('input', () => OfficerReachInput, { description: 'All of it as it shall be.' }) input: OfficerReachInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { otherEmail, phone, prefersPaper } = input;
    const reach = { otherEmail: otherEmail ?? null, phone: phone ?? null, prefersPaper };
    return payload(context, none, async () => this.afterwards(context, info, await setReach(acting(context), id, reach)));
  }

  @Access(registryAccess.recordAbsence)
  @Mutation(() => OfficerPayload, {
    description: 'Records excused days with their document; the kind of absence is not stored. The same again changes nothing.',
  })
  officerRecordAbsence(
    @Arg('id', () => ID, { description: 'Id of the officer.' }) id: string,
    @Arg('fromOn', () => CalendarDate, { description: 'First day.' }) fromOn: string,
    @Arg('untilOn', () => CalendarDate, { description: 'Last day.' }) untilOn: string,
    @Arg('document', () => String, { description: 'Number and date of the document.' }) document: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () =>
      this.afterwards(context, info, await recordAbsence(acting(context), id, { fromOn, untilOn, document })),
    );
  }

  @Access(registryAccess.changeOfficers)
  @Mutation(() => OfficerPayload, { description: 'Records that an officer leaves the city’s service on a day; the past stays.' })
  officerLeave(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('onDate', () => CalendarDate, { description: 'Last day.' }) onDate: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('reason', () => String, { nullable: true, description: 'Reason.' }) reason?: string,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await officerLeaves(acting(context), id, onDate, reason)));
  }

  @Access(registryAccess.changeOfficers)
  @Mutation(() => OfficerPayload, {
    description: 'Moves an officer to a post from a day on; the history stays, figures follow the day (T-2).',
  })
  officerTransfer(
    @Arg('id', () => ID, { description: 'Id.' }) id: string,
    @Arg('agencyId', () => ID, { description: 'New agency, or the same.' }) agencyId: string,
    @Arg('isLeader', () => Boolean, { description: 'Whether the new post is a leader’s.' }) isLeader: boolean,
    @Arg('onDate', () => CalendarDate, { description: 'First day in the new post.' }) onDate: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('post', () => String, { nullable: true, description: 'New post.' }) post?: string,
  ) {
    return payload(context, none, async () =>
      this.afterwards(context, info, await transferOfficer(acting(context), id, { agencyId, post: post ?? null, isLeader, onDate })),
    );
  }

  @Access(registryAccess.changeOfficers)
  @Mutation(() => OfficerPayload, {
    description:
      'Records a post held beside the main one; the officer is counted in the main one only (T-2), conflicts of interest look at both (D-5). The same again changes nothing.',
  })
  officerRecordOtherPost(
    @Arg('id', () => ID, { description: 'Id of the officer.' }) id: string,
    @Arg('input', () => OtherPostInput, { description: 'The post.' }) input: OtherPostInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, none, async () => this.afterwards(context, info, await recordOtherPost(acting(context), id, input)));
  }

  private async afterwards(context: Context, info: GraphQLResolveInfo, id: string) {
    const { ground, actor } = acting(context);
    return { officer: await oneOfficer(ground.read, withRightsOf(asked(info, 'officer')), actor, (q) => q.where('o.id', '=', id)) };
  }
}

@Resolver(() => Mailbox)
export class MailboxResolver {
  @Access(registryAccess.readMailboxes)
  @Query(() => MailboxConnection, { description: 'Mailboxes, by address.' })
  mailboxes(
    @Args(() => MailboxesArgs) args: MailboxesArgs,
    @Ctx() { ground }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<unknown>> {
    return mailboxList(ground.read, asked(info), args);
  }

  @FieldResolver(() => Officer, { nullable: true, description: 'Who holds it; null for an officer you may not see.' })
  officer(@Root() mailbox: any, @Ctx() context: Context) {
    return mailbox.officer && may(acting(context).actor, registryAccess.readOfficers, mailbox.officer) ? mailbox.officer : null;
  }

  @Access(registryAccess.changeMailboxes)
  @Mutation(() => MailboxPayload, {
    description: 'Records a mailbox as a fact, gives one that nobody holds to an officer, or corrects its kind or day of creation.',
  })
  mailboxRecord(
    @Arg('input', () => MailboxInput, { description: 'The mailbox.' }) input: MailboxInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return payload(context, { mailbox: null }, async () => {
      const id = await recordMailbox(acting(context), input);
      return { mailbox: await oneMailbox(context.ground.read, asked(info, 'mailbox'), id) };
    });
  }

  @Access(registryAccess.changeMailboxes)
  @Mutation(() => MailboxPayload, {
    description:
      'Takes a mailbox from its holder: with a last day from the day after it on, without one as if it had never been theirs (a mistake of entry). Open and closed reviews stay as they were frozen (T-5).',
  })
  mailboxRelease(
    @Arg('address', () => String, { description: 'Address.' }) address: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('lastDay', () => CalendarDate, { nullable: true, description: 'Last day on which the holder had it; none: it never was theirs.' })
    lastDay?: string,
  ) {
    return payload(context, { mailbox: null }, async () => {
      const id = await releaseMailbox(acting(context), { address, lastDay });
      return { mailbox: await oneMailbox(context.ground.read, asked(info, 'mailbox'), id) };
    });
  }
}

@Resolver(() => Posting)
export class PostingResolver {
  @FieldResolver(() => Agency, { description: 'In which agency.' })
  agency(@Root() posting: any) {
    return posting.agency;
  }
}
