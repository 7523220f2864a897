/** Comparing mail systems with what decisions want, over GraphQL; and the first matching of accounts. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../api/access.js';
import { asked } from '../api/asked.js';
import { connectionOf } from '../api/connection.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { payload, UserError } from '../api/user-error.js';
import { OrderKind } from '../decisions/decision-words.js';
import type { OrderKind as OrderKindName } from '../decisions/vocabulary.js';
import { holds } from '../identity/right.js';
import type { Page } from '../kernel/page.js';
import { Mailbox, MailboxState } from '../registry/mailbox.entity.js';
import { adopt, matchAccounts } from './adopting.service.js';
import { type Repair, repairsOf } from './drift-repair.read.js';
import { acceptDrifts, repairDrifts, type Settled } from './drift.service.js';
import { MailAdoptInput, MailDriftsArgs } from './mail-order.inputs.js';
import { comparisonList, driftList, driftsById, openDrifts } from './mail-order-list.read.js';
import { MailComparison } from './mail-system.entity.js';
import { isOwnHolder, provisioningAccess } from './provisioning.access.js';
import { ComparisonResult, DriftAction, DriftKind, DriftSettlement, MatchClass } from './provisioning-words.js';
import { reconcile } from './reconcile.service.js';
import { saidIn } from './said.js';
import { screenActions } from './screen-actions.rules.js';
import { MATCH_CLASSES } from './vocabulary.js';
import type {
  ComparisonResult as ResultName,
  DriftAction as ActionName,
  DriftKind as KindName,
  DriftSettlement as SettlementName,
} from './vocabulary.js';

/** Of a list of 30,000 accounts, read and compared with as many mailboxes: half a second. */
const WHOLE_LIST = 20_000;
const MOST_MATCHES = 1_000;
const MOST_DRIFTS = 1_000;

@ObjectType({ description: 'The order that repairing a difference gives again.', simpleResolvers: true })
export class DriftRepair {
  @Field(() => OrderKind, { description: 'What it does.' })
  kind: OrderKindName;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the decision in force that asks for it; null for an emergency suspension.',
  })
  decisionNumber: string | null;

  @Field(() => Boolean, { description: 'Whether an emergency suspension asks for it.' })
  isEmergency: boolean;
}

@ObjectType({ description: 'A mailbox that is otherwise at its mail system than decisions want it.', simpleResolvers: true })
export class Drift {
  @Field(() => ID, { description: 'Id.' })
  id: string;

  @Field(() => Date, { description: 'When it was first found.' })
  createdAt: Date;

  @Field(() => DriftKind, { description: 'What is otherwise.' })
  kind: KindName;

  @Field(() => String, { description: 'Address in the registry; of an account it does not know, at the mail system.' })
  address: string;

  @Field(() => String, { nullable: true, description: 'Address at the mail system, where it is another.' })
  foundAddress: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the holder, or of the account.' })
  name: string | null;

  @Field(() => MailboxState, { description: 'What decisions want.' })
  expected: `${MailboxState}`;

  @Field(() => MailboxState, { description: 'What was found.' })
  found: `${MailboxState}`;

  @Field(() => Mailbox, { nullable: true, description: 'The mailbox of the registry, if it has one.' })
  mailbox: Mailbox | null;

  @Field(() => Date, { nullable: true, description: 'When it was settled.' })
  settledAt: Date | null;

  @Field(() => DriftSettlement, { nullable: true, description: 'How.' })
  settlement: SettlementName | null;

  @Field(() => String, { nullable: true, description: 'Why it was left so.' })
  note: string | null;

  @Field(() => Boolean, { description: 'Whether the comparison that found it was stopped, for too much differs.' })
  isStopped: boolean;
}

export const [DriftEdge, DriftConnection] = connectionOf(Drift);

@ObjectType({ description: 'What a comparison found.', simpleResolvers: true })
export class ReconcilePayload {
  @Field(() => Boolean, { description: 'Whether the list was whole; if not, nothing was compared.' })
  complete: boolean;

  @Field(() => Int, { description: 'Accounts on the list.' })
  checked: number;

  @Field(() => ComparisonResult, { nullable: true, description: 'How far it went.' })
  result: ResultName | null;

  @Field(() => String, { nullable: true, description: 'Why the list was not whole.' })
  problem: string | null;

  @Cost({ items: MOST_DRIFTS })
  @Field(() => [Drift], { description: 'Differences that are not settled, by address, at most 1,000; mailDrifts has all.' })
  drifts: Drift[];

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What became of differences.', simpleResolvers: true })
export class MailDriftPayload {
  @Field(() => [Drift], { description: 'Those that were settled.' })
  drifts: Drift[];

  @Field(() => [UserError], { description: 'Why not, for each that was refused; `path` names its place.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'A mailbox or an account of a matching report.', simpleResolvers: true })
export class MailMatchSide {
  @Field(() => ID, { description: 'Id of the mailbox, or what the mail system knows the account by.' })
  id: string;

  @Field(() => String, { description: 'Address.' })
  address: string;

  @Field(() => String, { nullable: true, description: 'Name of the holder.' })
  name: string | null;
}

@ObjectType({ description: 'Mailboxes of the registry and accounts of a mail system that may be the same.', simpleResolvers: true })
export class MailMatch {
  @Field(() => MatchClass, { description: 'How they were found to belong together.' })
  class: (typeof MATCH_CLASSES)[number];

  @Cost({ items: 1 })
  @Field(() => [MailMatchSide], { description: 'Of the registry.' })
  mailboxes: MailMatchSide[];

  @Cost({ items: 1 })
  @Field(() => [MailMatchSide], { description: 'Of the mail system.' })
  accounts: MailMatchSide[];
}

@ObjectType({ description: 'How many matches of a class there are.', simpleResolvers: true })
export class MailMatchFigure {
  @Field(() => MatchClass, { description: 'Class.' })
  class: (typeof MATCH_CLASSES)[number];

  @Field(() => Int, { description: 'Matches.' })
  matches: number;
}

@ObjectType({ description: 'The matching report of a mail system; asking changes nothing.', simpleResolvers: true })
export class MailMatchPayload {
  @Field(() => Boolean, { description: 'Whether the list was whole; if not, nothing can be adopted.' })
  complete: boolean;

  @Field(() => String, { nullable: true, description: 'Why not.' })
  problem: string | null;

  @Field(() => [MailMatchFigure], { description: 'How many of each class.' })
  figures: MailMatchFigure[];

  @Cost({ items: MOST_MATCHES })
  @Field(() => [MailMatch], { description: 'At most 1,000: first those a person must look at, the exact ones last.' })
  matches: MailMatch[];

  @Field(() => [UserError], { description: 'Why not.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What was adopted.', simpleResolvers: true })
export class MailAdoptPayload {
  @Field(() => Int, { description: 'Mailboxes matched with their accounts.' })
  adopted: number;

  @Field(() => Int, { description: 'Accounts recorded as mailboxes without a holder.' })
  recorded: number;

  @Field(() => [UserError], { description: 'Why not, for each that was refused.' })
  userErrors: UserError[];
}

/** What a person must look at comes first. */
const LOOK_FIRST = ['ADDRESS_ONLY', 'NAME_ONLY', 'ONLY_THERE', 'ONLY_HERE', 'EXACT'];
const CONNECTOR = 'Name of the mail system.';
const IDS = 'At most 1,000; each stands alone.';

@Resolver(() => Drift)
export class DriftResolver {
  @Access(provisioningAccess.reconcile)
  @Query(() => DriftConnection, { description: 'Differences between mail systems and what decisions want, the latest first.' })
  mailDrifts(
    @Args(() => MailDriftsArgs) args: MailDriftsArgs,
    @Ctx() { ground }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Drift>> {
    return driftList(ground.read, asked(info), args);
  }

  @Cost({ items: 30 })
  @Access(provisioningAccess.reconcile)
  @Query(() => [MailComparison], { description: 'Comparisons of a mail system, the latest first, at most 30.' })
  mailComparisons(
    @Arg('connector', () => String, { description: CONNECTOR }) connector: string,
    @Ctx() { ground }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MailComparison[]> {
    return comparisonList(ground.read, asked(info), connector);
  }

  @FieldResolver(() => String, { description: 'Name of the mail system.' })
  connector(@Root() { connector }: { connector: { name: string } }): string {
    return connector.name;
  }

  @Cost({ own: 2 })
  @FieldResolver(() => DriftRepair, {
    nullable: true,
    description: 'The order that mailDriftRepair would give again; null where it would refuse.',
  })
  repair(@Root() { id }: Drift, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Repair | null> {
    const loader = () => new DataLoader<string, Repair | null>((ids) => repairsOf(context.ground, ids));
    return batch(context, `drift.repair ${placeOf(info)}`, loader).load(id);
  }

  @FieldResolver(() => [DriftAction], { description: 'What you can do about it now.' })
  availableActions(@Root() { kind, settledAt, holderId }: Drift & { holderId: string | null }, @Ctx() context: Context): ActionName[] {
    const { actor } = acting(context);
    if (!holds(actor, provisioningAccess.repair)) return [];
    return screenActions.ofDrift(kind, settledAt !== null, isOwnHolder(actor, holderId));
  }

  @Cost({ own: WHOLE_LIST })
  @Access(provisioningAccess.reconcile)
  @Mutation(() => ReconcilePayload, {
    description:
      'Compares a mail system with what decisions want; nothing is changed there. A list that is not whole is not compared. NOT_FOUND where there is no mail system of this name.',
  })
  mailReconcile(
    @Arg('connector', () => String, { description: CONNECTOR }) connector: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    type Made = Omit<ReconcilePayload, 'userErrors'>;
    const empty: Made = { complete: false, checked: 0, result: null, problem: null, drifts: [] };
    return payload<Made, Made>(context, empty, async () => {
      const { result, checked, problem } = await reconcile(acting(context), connector);
      const wanted = asked(info, 'drifts');
      const isWhole = result !== 'INCOMPLETE';
      return {
        complete: isWhole,
        checked,
        result,
        problem: saidIn(context.language, problem),
        drifts: isWhole && wanted.size > 0 ? await openDrifts(context.ground.read, wanted, connector) : [],
      };
    });
  }

  @Access(provisioningAccess.repair)
  @Mutation(() => MailDriftPayload, {
    description:
      'Gives the order of the decision in force again for each (D-8). RULE_VIOLATED (D-8) where no decision in force asks for it, or the account is unknown to the registry; NOT_ALLOWED_NOW (D-8) where the comparison was stopped because too much differs, unless that is said.',
  })
  mailDriftRepair(
    @Arg('ids', () => [ID], { description: IDS }) ids: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('evenMany', () => Boolean, { nullable: true, description: 'Even where the comparison was stopped.' }) evenMany?: boolean | null,
  ) {
    return this.settled(context, info, () => repairDrifts(acting(context), ids, evenMany === true));
  }

  @Access(provisioningAccess.repair)
  @Mutation(() => MailDriftPayload, {
    description: 'Leaves differences as they are; they are not shown again while they are what they were.',
  })
  mailDriftAccept(
    @Arg('ids', () => [ID], { description: IDS }) ids: string[],
    @Arg('note', () => String, { description: 'Why; 1 to 1,000 characters.' }) note: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.settled(context, info, () => acceptDrifts(acting(context), ids, note));
  }

  @Cost({ own: WHOLE_LIST })
  @Access(provisioningAccess.reconcile)
  @Mutation(() => MailMatchPayload, {
    description: 'The matching report of a mail system that has accounts already: by account id, address and name. Changes nothing.',
  })
  mailMatch(@Arg('connector', () => String, { description: CONNECTOR }) connector: string, @Ctx() context: Context) {
    type Made = Omit<MailMatchPayload, 'userErrors'>;
    return payload<Made, Made>(context, { complete: false, problem: null, figures: [], matches: [] }, async () => {
      const { isWhole, problem, matches } = await matchAccounts(acting(context), connector);
      const sorted = matches.toSorted((a, b) => LOOK_FIRST.indexOf(a.class) - LOOK_FIRST.indexOf(b.class));
      return {
        complete: isWhole,
        problem: saidIn(context.language, problem),
        figures: MATCH_CLASSES.map((name) => ({ class: name, matches: matches.filter((match) => match.class === name).length })),
        matches: sorted.slice(0, MOST_MATCHES).map((match) => ({
          class: match.class,
          mailboxes: match.mailboxes.map(({ mailboxId, address, name }) => ({ id: mailboxId, address, name: name ?? null })),
          accounts: match.accounts.map(({ accountId, address, name }) => ({ id: accountId, address, name: name ?? null })),
        })),
      };
    });
  }

  @Cost({ own: WHOLE_LIST })
  @Access(provisioningAccess.repair)
  @Mutation(() => MailAdoptPayload, {
    description:
      'Notes whose account is whose: all exact matches, pairs a person has confirmed, and accounts to be recorded. Nothing is changed at the mail system. NOT_ALLOWED_NOW (D-8) where its list is not whole.',
  })
  mailAdopt(@Arg('input', () => MailAdoptInput, { description: 'What is confirmed.' }) input: MailAdoptInput, @Ctx() context: Context) {
    return payload(context, { adopted: 0, recorded: 0 }, () => adopt(acting(context), input));
  }

  private settled(context: Context, info: GraphQLResolveInfo, work: () => Promise<Settled>) {
    return payload<{ drifts: Drift[] }, { drifts: Drift[] }>(context, { drifts: [] }, async () => {
      const { ids, refused } = await work();
      const wanted = asked(info, 'drifts');
      return { drifts: wanted.size > 0 && ids.length > 0 ? await driftsById(context.ground.read, wanted, ids) : [], refused };
    });
  }
}
