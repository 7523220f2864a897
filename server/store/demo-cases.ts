/**
 * Decisions in the demonstration city: two committees with a few cases, their merger with a vote open and the same case in both, and after it
 * cases in every state, so that whoever looks at the panel finds something to do.
 */
import type { Acting } from '../identity/command.js';
import { addDays, type Day } from '../kernel/calendar.js';
import { createCommittee } from '../committee/committee.service.js';
import type { DecisionKind } from '../committee/vocabulary.js';
import { appeal, settle } from '../decisions/appeal.service.js';
import type { CaseResult } from '../decisions/case-book.js';
import { castVotes } from '../decisions/cast-vote.service.js';
import { enterIntoForce } from '../decisions/enactment.service.js';
import { settleAllDue } from '../decisions/falling-due.js';
import { answerExplanation, explain, giveNotice } from '../decisions/hearing.service.js';
import { mergeCommittees } from '../decisions/merger.service.js';
import { proposeCases } from '../decisions/propose.service.js';
import type { Choice } from '../decisions/vocabulary.js';
import { openVotes } from '../decisions/vote.service.js';
import { withdrawCases } from '../decisions/withdraw.service.js';
import { dayInWords } from '../publication/papers/official-words.rules.js';
import { setCause } from '../review/cause.service.js';
import type { Cause } from '../review/vocabulary.js';
import { HOST_AGENCY, LAGGING_AGENCY, MEMBER_AGENCIES } from './demo-facts.js';
import { asOfficer, demoPerson } from './demo-people.js';
import { DEMO_CASES } from './demo.messages.js';

interface Person {
  findingId: string;
  officerId: string;
  windowTo: Day;
}

type Member = Acting & { userId: string };

interface Cast {
  acting: Acting;
  force: Member;
  secretary: Member;
  /** Chair first. */
  members: Member[];
  moveTo: (day: Day) => void;
}

/** What was begun before the last review, for what follows on the day itself. */
export interface DemoCases {
  cast: Cast;
  committeeId: string;
}

async function castOf(acting: Acting, moveTo: (day: Day) => void): Promise<Cast> {
  const members = ['chair', ...MEMBER_AGENCIES.map((_, i) => `member${i + 1}`)];
  return {
    acting,
    moveTo,
    force: await demoPerson(acting, 'taskforce'),
    secretary: await demoPerson(acting, 'secretary'),
    members: await Promise.all(members.map((user) => demoPerson(acting, user))),
  };
}

/** Agencies of members, whose officers would leave too few to vote, and of whom other things are shown. */
const CLOSE_AGENCIES = [...MEMBER_AGENCIES, HOST_AGENCY, LAGGING_AGENCY].map((code) => `'${code}'`).join(', ');

/** People of the latest review found to use the mailbox irregularly or never, who wait for no class and have no account. */
const foundWanting = ({ ground }: Acting, most: number, where = 'true'): Promise<Person[]> =>
  ground.orm.em.fork().execute<Person[]>(
    `select f.id as "findingId", f.officer_id as "officerId", r.window_to::text as "windowTo"
     from finding f join officer o on o.latest_finding_id = f.id join review r on r.id = f.review_id
     where f.tier in ('IRREGULAR', 'NEVER') and f.cause is null and f.forwarded = 0 and f.improved_tier is null and o.left_on is null
       and not exists (select 1 from agency a where a.id in (f.agency_id, o.agency_id) and a.code in (${CLOSE_AGENCIES}))
       and not exists (select 1 from role_grant g where g.scope_id = o.id) and not exists (select 1 from enrolment e where e.officer_id = o.id) and not exists (select 1 from decision d where d.officer_id = o.id)
       and (${where}) order by md5(o.code) limit ${most}`,
  );

function done(results: readonly CaseResult[]): string[] {
  return results.map(({ decisionId, faults }) => {
    if (!decisionId) throw new Error(`The demonstration city could not make a case: ${JSON.stringify(faults)}`);
    return decisionId;
  });
}

const causeOf = (cast: Cast, people: readonly Person[], cause: Cause) =>
  setCause(
    cast.force,
    people.map(({ findingId }) => findingId),
    cause,
    cause === 'REFUSES' ? DEMO_CASES.reminder : DEMO_CASES.noNeed,
  );

async function propose(cast: Cast, kind: DecisionKind, people: readonly Person[], committeeId: string, docket?: string): Promise<string[]> {
  if (people.length === 0) return [];
  const isExclusion = kind === 'AWARD_EXCLUSION';
  return done(
    await proposeCases(cast.force, {
      kind,
      committeeId,
      docket,
      findingIds: people.map(({ findingId }) => findingId),
      legalBasis: isExclusion ? DEMO_CASES.exclusionBasis : DEMO_CASES.mailboxBasis,
      grounds: isExclusion ? DEMO_CASES.exclusionGrounds : DEMO_CASES.revocationGrounds,
      ...(isExclusion && { awardYear: Number(people[0]!.windowTo.slice(0, 4)), awardTitles: ['CSTDCS', 'CSTDTP'] }),
    }),
  );
}

/** One vote of each of the first so many members. */
async function vote({ members }: Cast, ids: readonly string[], choices: readonly Choice[]): Promise<void> {
  for (const [i, choice] of choices.entries()) for (const id of ids) done(await castVotes(members[i]!, [id], { choice }));
}

const FIVE_FOR: readonly Choice[] = ['FOR', 'FOR', 'FOR', 'FOR', 'FOR'];

/** The two committees, what they decided, and their merger; between the second review and the third. */
export async function decideBeforeMerger(acting: Acting, today: Day, moveTo: (day: Day) => void): Promise<DemoCases | null> {
  const cast = await castOf(acting, moveTo);
  const { force, secretary, members } = cast;
  const at = async (daysAgo: number) => {
    moveTo(addDays(today, -daysAgo));
    await settleAllDue(acting.ground);
  };
  await at(70);
  const people = await foundWanting(acting, 40);
  if (people.length < 40) return null;
  const committee = (
    texts: { code: string; numberSymbol: string; name: string; legalBasis: string },
    competences: DecisionKind[],
    seated: readonly Member[],
  ) =>
    createCommittee(secretary, {
      ...texts,
      competences,
      effectiveOn: addDays(today, -200),
      members: [
        ...seated.map(({ userId }, i) => ({
          userId,
          seat: i === 0 ? ('CHAIR' as const) : i === 1 ? ('STANDING' as const) : ('MEMBER' as const),
        })),
        { userId: secretary.userId, seat: 'SECRETARY' },
      ],
    });
  const reform = await committee(DEMO_CASES.reform, ['AWARD_EXCLUSION', 'EXCLUSION_LIFT'], members.slice(0, 6));
  const technology = await committee(
    DEMO_CASES.technology,
    ['MAILBOX_PROVISION', 'MAILBOX_REVOCATION', 'MAILBOX_RESTORATION', 'AWARD_EXCLUSION'],
    [...members.slice(4, 9), members[3]!],
  );
  const refuse = people.slice(0, 32);
  const noNeed = people.slice(32);
  await causeOf(cast, refuse, 'REFUSES');
  await causeOf(cast, noNeed, 'NO_NEED');
  const early = await propose(cast, 'AWARD_EXCLUSION', refuse.slice(0, 5), reform);
  const [reversed, rejected, votedAcross, moved, withdrawn] = early as [string, string, string, string, string];
  const [revoked] = (await propose(cast, 'MAILBOX_REVOCATION', noNeed.slice(0, 1), technology)) as [string];
  done(await giveNotice(secretary, [reversed, rejected, votedAcross, revoked], 'HANDED_OVER'));
  done(await withdrawCases(force, [withdrawn], DEMO_CASES.withdrawal));
  await at(57);
  done(await openVotes(secretary, [reversed, rejected, revoked]));
  for (const member of members.slice(0, 4)) {
    done(await castVotes(member, [reversed], { choice: 'FOR' }));
    done(await castVotes(member, [rejected], { choice: 'AGAINST', reason: DEMO_CASES.against }));
  }
  for (const member of members.slice(4, 8)) done(await castVotes(member, [revoked], { choice: 'FOR' }));
  await at(50);
  done(await enterIntoForce(secretary, [reversed], {}));
  done(await enterIntoForce(secretary, [revoked], {}));
  await at(46);
  await appeal(asOfficer(acting, refuse[0]!.officerId), reversed, { text: DEMO_CASES.appeal });
  await at(40);
  await settle(members[0]!, reversed, { uphold: false, text: DEMO_CASES.reversal });
  await at(27);
  // The same case in both committees, and a vote that is open on the day of the merger.
  await propose(cast, 'AWARD_EXCLUSION', refuse.slice(3, 4), technology);
  done(await giveNotice(secretary, [moved], 'HANDED_OVER'));
  done(await openVotes(secretary, [votedAcross]));
  done(await castVotes(members[0]!, [votedAcross], { choice: 'FOR' }));
  await at(25);
  const { committeeId } = await mergeCommittees(secretary, {
    sourceIds: [reform, technology],
    ...DEMO_CASES.merged,
    legalBasis: DEMO_CASES.merged.legalBasis.replace('{day}', dayInWords(addDays(acting.ground.clock.today(), -5))),
    chairUserId: members[0]!.userId,
    effectiveOn: acting.ground.clock.today(),
  });
  await decideAfterMerger({ cast, committeeId: committeeId! }, { refuse, noNeed, votedAcross }, at);
  return { cast, committeeId: committeeId! };
}

async function decideAfterMerger(
  { cast, committeeId }: DemoCases,
  { refuse, noNeed, votedAcross }: { refuse: Person[]; noNeed: Person[]; votedAcross: string },
  at: (daysAgo: number) => Promise<void>,
): Promise<void> {
  const { acting, force, secretary, members } = cast;
  await vote(cast, [votedAcross], FIVE_FOR);
  await at(24);
  const docket = DEMO_CASES.docket;
  const exclusions = await propose(cast, 'AWARD_EXCLUSION', refuse.slice(5, 29), committeeId, docket);
  const [ready, voting, adopted, lapsed, appealed, contested, explained, ...enBloc] = exclusions as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const revocations = await propose(cast, 'MAILBOX_REVOCATION', noNeed.slice(1, 4), committeeId, docket);
  done(await enterIntoForce(secretary, [votedAcross], {}));
  done(
    await giveNotice(
      secretary,
      [ready, voting, adopted, lapsed, appealed, contested, ...(enBloc as string[]), ...revocations],
      'HANDED_OVER',
    ),
  );
  await at(20);
  await explain(asOfficer(acting, refuse[10]!.officerId), contested, { text: DEMO_CASES.explanation });
  await answerExplanation(force, contested, DEMO_CASES.answer);
  await at(10);
  done(await openVotes(secretary, [adopted, lapsed, appealed]));
  await vote(cast, [adopted, appealed], FIVE_FOR);
  await vote(cast, [lapsed], ['FOR', 'ABSTAIN']);
  done(await giveNotice(secretary, [explained], 'REGISTERED_POST'));
  await at(8);
  done(await enterIntoForce(secretary, [appealed], {}));
  await at(4);
  await appeal(asOfficer(acting, refuse[9]!.officerId), appealed, { text: DEMO_CASES.appeal });
  await explain(asOfficer(acting, refuse[11]!.officerId), explained, { text: DEMO_CASES.explanation });
  await at(2);
  done(await openVotes(secretary, [voting, contested, ...(enBloc as string[]), ...revocations]));
  await vote(cast, [voting], ['FOR', 'FOR', 'AGAINST']);
  for (const member of members.slice(1, 3)) done(await castVotes(member, enBloc as string[], { choice: 'FOR' }));
}

/** On the day itself, resting on the last review: proposals, notices, somebody without a mailbox. Nothing yet about whoever signs in as `officer`. */
export async function proposeToday({ cast, committeeId }: DemoCases): Promise<void> {
  const { acting, force, secretary } = cast;
  await settleAllDue(acting.ground);
  const people = await foundWanting(acting, 9, 'not f.is_leader');
  await causeOf(cast, people.slice(0, 6), 'REFUSES');
  await causeOf(cast, people.slice(6), 'NO_NEED');
  const [first, ...others] = await propose(cast, 'AWARD_EXCLUSION', people.slice(0, 6), committeeId, DEMO_CASES.nextDocket);
  await propose(cast, 'MAILBOX_REVOCATION', people.slice(6), committeeId, DEMO_CASES.nextDocket);
  if (first) done(await giveNotice(secretary, [first, ...others.slice(0, 2)], 'REGISTERED_POST'));
  const without = await acting.ground.orm.em
    .fork()
    .execute<{ id: string }[]>(`select o.id from officer o where o.mailbox_id is null and o.left_on is null order by o.code limit 3`);
  if (without.length > 0)
    done(
      await proposeCases(force, {
        kind: 'MAILBOX_PROVISION',
        committeeId,
        officerIds: without.map(({ id }) => id),
        legalBasis: DEMO_CASES.mailboxBasis,
        grounds: DEMO_CASES.provisionGrounds,
        docket: DEMO_CASES.nextDocket,
      }),
    );
}
