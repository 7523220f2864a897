/** Votes, ballots, recusals, appeals and orders over GraphQL. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { asked } from '../api/asked.js';
import { acting, batch, type Context, placeOf } from '../api/context.js';
import { Cost } from '../api/cost.js';
import { CommitteeMember } from '../committee/committee.entity.js';
import { Threshold, AppealSettler } from '../committee/committee-words.js';
import type { RuleValues } from '../committee/voting-rule.rules.js';
import { Mailbox } from '../registry/mailbox.entity.js';
import { Appeal } from './appeal.entity.js';
import { viewed } from './case-view.js';
import { maySeeBallots } from './decision.access.js';
import { Decision } from './decision.entity.js';
import { Recusal } from './decision-pages.resolver.js';
import { type DecisionRow, decisionsById } from './decision.read.js';
import { MailOrder } from './mail-order.entity.js';
import { Ballot, Vote } from './vote.entity.js';

interface VoteRead {
  of: DecisionRow;
  rule: RuleValues | string;
  ballots?: { choice: string; reason: string | null; castAt: string; member: unknown }[];
  voters?: { member: unknown; recusedFor: string | null; recusalNote: string | null }[];
}

const ruleOf = ({ rule }: VoteRead): RuleValues => (typeof rule === 'string' ? (JSON.parse(rule) as RuleValues) : rule);
const maySee = (vote: VoteRead, context: Context): boolean => maySeeBallots(acting(context).actor, vote.of);

@Resolver(() => Vote)
export class VoteResolver {
  @FieldResolver(() => Threshold, { description: 'Share of the base that must take part, frozen when it opened.' })
  quorumThreshold(@Root() vote: VoteRead) {
    return ruleOf(vote).quorum;
  }

  @FieldResolver(() => Threshold, { description: 'Share of the votes for among those for and against, frozen when it opened.' })
  majority(@Root() vote: VoteRead) {
    return ruleOf(vote).majority;
  }

  @FieldResolver(() => Boolean, { description: 'Whether a tie is adopted.' })
  isTieAdopted(@Root() vote: VoteRead): boolean {
    return ruleOf(vote).isTieAdopted;
  }

  @FieldResolver(() => Int, { description: 'Least number of voters; in adverse kinds also the least votes for (D-6).' })
  minimumVoters(@Root() vote: VoteRead): number {
    return ruleOf(vote).minimumVoters;
  }

  @Cost({ items: 9 })
  @FieldResolver(() => [Ballot], { description: 'How each member voted, in the order of voting; empty without the right to see it.' })
  ballots(@Root() vote: VoteRead, @Ctx() context: Context): unknown[] {
    return maySee(vote, context) ? (vote.ballots ?? []) : [];
  }

  @Cost({ items: 9 })
  @FieldResolver(() => [CommitteeMember], { description: 'Whoever may vote, by seat; empty without the right to see ballots.' })
  voters(@Root() vote: VoteRead, @Ctx() context: Context): unknown[] {
    return maySee(vote, context) ? (vote.voters ?? []).filter(({ recusedFor }) => !recusedFor).map(({ member }) => member) : [];
  }

  @Cost({ items: 2 })
  @FieldResolver(() => [CommitteeMember], { description: 'Members who take no part because of a conflict of interest (D-5).' })
  recused(@Root() vote: VoteRead): unknown[] {
    return (vote.voters ?? []).filter(({ recusedFor }) => recusedFor).map(({ member }) => member);
  }

  @Cost({ items: 2 })
  @FieldResolver(() => [Recusal], { description: 'The same with the reasons; empty without the right to see ballots.' })
  recusals(@Root() vote: VoteRead, @Ctx() context: Context): unknown[] {
    if (!maySee(vote, context)) return [];
    return (vote.voters ?? []).flatMap(({ member, recusedFor, recusalNote }) =>
      recusedFor ? [{ member, reason: recusedFor, note: recusalNote }] : [],
    );
  }
}

@Resolver(() => Ballot)
export class BallotResolver {
  @FieldResolver(() => CommitteeMember, { description: 'Who voted.' })
  member(@Root() ballot: { member: unknown }) {
    return ballot.member;
  }
}

@Resolver(() => Appeal)
export class AppealResolver {
  @FieldResolver(() => String, { nullable: true, description: 'In the officer’s words; null where you may not read it.' })
  text(@Root() appeal: { text: string | null }): string | null {
    return appeal.text;
  }

  @FieldResolver(() => AppealSettler, { description: 'Who settles the first instance, by the rule that held when it was received.' })
  settler(@Root() appeal: { settler: string }) {
    return appeal.settler;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it should have been settled by now; the stay holds (D-9).' })
  isOverdue(@Root() appeal: { settleBy: string; settledOn: string | null }, @Ctx() context: Context): boolean {
    return appeal.settledOn === null && appeal.settleBy < context.ground.clock.today();
  }
}

@Resolver(() => MailOrder)
export class MailOrderResolver {
  @FieldResolver(() => Mailbox, { description: 'Which mailbox.' })
  mailbox(@Root() order: { mailbox: unknown }) {
    return order.mailbox;
  }

  @Cost({ own: 5 })
  @FieldResolver(() => Decision, {
    nullable: true,
    description: 'The decision that wants it; null for what needs none, and where you may not see it.',
  })
  async decision(@Root() order: { decisionId: string | null }, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    if (!order.decisionId) return null;
    const who = acting(context);
    const wanted = asked(info);
    const loader = () =>
      new DataLoader<string, DecisionRow | null>(async (ids) => {
        const rows = await decisionsById(who.ground.read, wanted, who.actor, who.ground.clock.today(), ids);
        await viewed(
          who,
          rows.filter((row) => row !== null),
          wanted,
        );
        return rows;
      });
    return batch(context, `mailOrder.decision ${placeOf(info)}`, loader).load(order.decisionId);
  }
}
