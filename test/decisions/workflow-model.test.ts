/**
 * No back door in the workflow (G-2): random commands by random people, against the model. Whatever is allowed or refused, and every state
 * after it, is what the table says; nobody opens a vote inside notice, class or unanswered explanation, nobody acts in the own case but as the
 * officer. On failure fast-check prints seed and path of the shortest series that fails; HOPTHU_SEED runs one again.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { appeal, settle } from '../../server/decisions/appeal.service.js';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import { enterIntoForce } from '../../server/decisions/enactment.service.js';
import { settleAllDue } from '../../server/decisions/falling-due.js';
import { answerExplanation, explain, giveNotice } from '../../server/decisions/hearing.service.js';
import { closeVotes, declareConflict, openVotes } from '../../server/decisions/vote.service.js';
import { withdrawCases } from '../../server/decisions/withdraw.service.js';
import { addDays, dayNumber, dayOfNumber } from '../../server/kernel/calendar.js';
import { Denial, Refusal } from '../../server/kernel/refusal.js';
import { createClass } from '../../server/training/class.service.js';
import { requestSeats } from '../../server/training/request.service.js';
import type { CaseResult } from '../../server/decisions/case-book.js';
import { inFull, isAsPromised } from '../support/in-full.js';
import { World } from '../support/world.js';
import { type Acting, DecisionWorld, NOW, type Person, YEAR } from './decision-world.js';
import { type Case, type Command, DAYS, type Kind, Model, type Subject, VOTING_SEATS, type Who } from './workflow.model.js';

/** In full as many of these as there is time for; what a slow machine does not reach, the seeds of other days do. */
const RUNS = inFull(2_000, 12);
const TIME = (isAsPromised ? 25 : 2) * 60_000;
/** So many series reach every state. */
const ENOUGH = 25;
const COMMANDS = 100;
const KINDS: Kind[] = ['AWARD_EXCLUSION', 'MAILBOX_PROVISION', 'EXCLUSION_LIFT'];
const SUBJECTS: Subject[] = ['A', 'B', 'ACCUSED', 'NEW'];

/** Every way from one state to another that product.md §4 knows; what comes by a merger has tests of its own. */
const TABLE = new Set([
  '- PROPOSE PROPOSED',
  'PROPOSED GIVE_NOTICE NOTIFIED',
  'PROPOSED BECOME_READY READY',
  'NOTIFIED BECOME_READY READY',
  'NOTIFIED EXPLAIN NOTIFIED',
  'READY EXPLAIN READY',
  'NOTIFIED ANSWER_EXPLANATION NOTIFIED',
  'READY ANSWER_EXPLANATION READY',
  'READY OPEN_VOTE VOTING',
  'LAPSED OPEN_VOTE VOTING',
  'VOTING CAST_VOTE VOTING',
  'VOTING DECLARE_CONFLICT VOTING',
  'VOTING CONFLICTS READY',
  'VOTING CLOSE_VOTE ADOPTED',
  'VOTING CLOSE_VOTE REJECTED',
  'VOTING CLOSE_VOTE LAPSED',
  'ADOPTED ENTER_INTO_FORCE ADOPTED',
  'ADOPTED COME_INTO_FORCE IN_FORCE',
  'IN_FORCE APPEAL APPEALED',
  'EXPIRED APPEAL APPEALED',
  'APPEALED SETTLE_APPEAL IN_FORCE',
  'APPEALED SETTLE_APPEAL REVERSED',
  'IN_FORCE EXPIRE EXPIRED',
  ...['PROPOSED', 'NOTIFIED', 'READY', 'ADOPTED'].map((state) => `${state} WITHDRAW WITHDRAWN`),
]);

let world: World;
let town: DecisionWorld;
let committeeId: string;
let classId: string;
let people: Record<Who, Acting>;
let officers: Record<Subject, string>;
let findings: Partial<Record<Subject, string>>;
const reached = new Set<string>();

beforeAll(async () => {
  world = await World.open();
  town = await DecisionWorld.build(world, { members: 1, never: 3 });
  const members: Person[] = [];
  for (const who of VOTING_SEATS) members.push(await town.member(who, await world.agency(who.slice(0, 4))));
  committeeId = await town.newCommittee('MAU', members, KINDS, ['CHAIR', 'DEPUTY']);
  for (const kind of KINDS)
    await town.rule(
      { noticeDays: DAYS.notice, voteDays: DAYS.vote, appealDays: DAYS.appeal, secondAppealDays: DAYS.second },
      kind,
      committeeId,
    );
  const [chair, deputy, member, proposing, accused] = members as [Person, Person, Person, Person, Person];
  const [a, b, lent] = town.never as [(typeof town.never)[0], (typeof town.never)[0], (typeof town.never)[0]];
  await town.rows('update finding set officer_id = ? where id = ?', [accused.officerId, lent.findingId]);
  officers = {
    A: a.officerId,
    B: b.officerId,
    ACCUSED: accused.officerId,
    NEW: await world.officer(town.agency, { mailboxAddress: null }),
  };
  findings = { A: a.findingId, B: b.findingId, ACCUSED: lent.findingId };
  people = {
    FORCE: town.force,
    SECRETARY: town.secretary,
    CONTACT: town.contact(),
    ADMIN: world.as('ADMIN'),
    CHAIR: chair,
    DEPUTY: deputy,
    MEMBER: member,
    PROPOSING_MEMBER: {
      ...proposing,
      actor: { ...proposing.actor, grants: [...proposing.actor.grants, { role: 'TASK_FORCE', scopeId: null }] },
    },
    ACCUSED_MEMBER: accused,
    OFFICER_A: town.officer(a.officerId),
    OFFICER_B: town.officer(b.officerId),
  };
  const at = new Date('2028-01-10T02:00:00Z');
  const sessions = [{ startsAt: at, endsAt: new Date(at.getTime() + 3_600_000) }];
  classId = await createClass(town.force, { title: 'Thư điện tử', capacity: 100, passShare: 0.8, sessions } as never);
}, 120_000);
afterAll(() => world.close());

/** Everything that cases left behind goes, so that the next series begins with nothing. */
async function begin(): Promise<void> {
  const tables = ['ballot_archive', 'ballot', 'decision_voter', 'decision_vote', 'declared_conflict', 'decision_event', 'appeal'];
  const all = ['mail_order', 'award_exclusion', ...tables, 'decision', 'decision_number', 'letter', 'enrolment', 'outbox_message'];
  await world.asOwner(
    `do $$ begin ${all.map((table) => `delete from "${table}";`).join(' ')} update officer set mailbox_id = null where id in ('${officers.NEW}', '${officers.ACCUSED}');
     delete from mailbox where officer_id in ('${officers.NEW}', '${officers.ACCUSED}'); update finding set is_contest_open = false where is_contest_open; end $$`,
  );
  world.ground.clock.stopAt(NOW);
}

/** Whether a command was carried out. A fault is neither carried out nor refused. */
async function isDone(work: Promise<CaseResult[]>): Promise<boolean> {
  try {
    return (await work).every(({ faults }) => faults.length === 0);
  } catch (error) {
    if (error instanceof Refusal || error instanceof Denial) return false;
    throw error;
  }
}

function perform(who: Acting, id: string, held: Case | undefined, today: number, command: Command): Promise<CaseResult[]> {
  const ids = [id];
  switch (command.do) {
    case 'propose': {
      const officerIds = [officers[command.about]];
      const named =
        command.kind === 'AWARD_EXCLUSION' && findings[command.about] ? { findingIds: [findings[command.about]!] } : { officerIds };
      return town.propose({ kind: command.kind, committeeId, ...named }, who);
    }
    case 'notice':
      return giveNotice(who, ids, 'HANDED_OVER');
    case 'explain':
      return explain(who, id, { text: 'Vì' });
    case 'paper':
      return explain(who, id, { text: 'Đơn', receivedOn: held?.servedOn ? dayOfNumber(held.servedOn) : dayOfNumber(today - 1) });
    case 'answer':
      return answerExplanation(who, id, 'Đáp');
    case 'open':
      return openVotes(who, ids);
    case 'cast':
      return castVotes(who, ids, { choice: command.choice });
    case 'declare':
      return declareConflict(who, ids, 'Họ hàng');
    case 'close':
      return closeVotes(who, ids);
    case 'enact':
      return enterIntoForce(who, ids, { inForceOn: addDays(dayOfNumber(today), command.inDays) });
    case 'appeal':
      return appeal(who, id, { text: 'Không đúng' });
    case 'settle':
      return settle(who, id, { uphold: command.uphold, text: 'Vì', paperNumber: '1', paperOn: dayOfNumber(today) });
    case 'withdraw':
      return withdrawCases(who, ids, 'Nhầm');
  }
}

type Step =
  | { act: Command; who: Who; at: number }
  | { go: number; choice: 'FOR' | 'AGAINST'; voter: number }
  | { days: number }
  | { toggle: 'contest' | 'class'; about: Subject };

/** The next act of the usual way of a case, by who does it: so that series come far. */
function usual(held: Case | undefined, step: { go: number; choice: 'FOR' | 'AGAINST'; voter: number }): { who: Who; act: Command } {
  switch (held?.state) {
    case 'PROPOSED':
      return { who: 'SECRETARY', act: { do: 'notice' } };
    case 'NOTIFIED':
      return held.explained && !held.answered
        ? { who: 'FORCE', act: { do: 'answer' } }
        : { who: 'SECRETARY', act: { do: step.voter % 4 === 0 ? 'explain' : 'open' } };
    case 'READY':
    case 'LAPSED':
      return { who: 'SECRETARY', act: held.explained && !held.answered ? { do: 'answer' } : { do: 'open' } };
    case 'VOTING': {
      const left = [...held.voters].filter(([, choice]) => choice === null).map(([who]) => who);
      return { who: left[step.voter % left.length] ?? 'CHAIR', act: { do: 'cast', choice: step.choice } };
    }
    case 'ADOPTED':
      return { who: 'SECRETARY', act: { do: 'enact', inDays: 0 } };
    case 'IN_FORCE':
      return { who: 'SECRETARY', act: { do: 'appeal' } };
    case 'APPEALED':
      return { who: held.instance === 1 ? 'CHAIR' : 'SECRETARY', act: { do: 'settle', uphold: step.choice === 'FOR' } };
    default:
      return { who: 'FORCE', act: { do: 'propose', kind: KINDS[step.voter % 3]!, about: SUBJECTS[step.go % 4]! } };
  }
}

const place = fc.nat({ max: 11 });
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('propose' as const), kind: fc.constantFrom(...KINDS), about: fc.constantFrom(...SUBJECTS) }),
  fc.record({ do: fc.constantFrom('notice', 'explain', 'paper', 'answer', 'open', 'declare', 'close', 'appeal', 'withdraw') }),
  fc.record({ do: fc.constant('cast' as const), choice: fc.constantFrom('FOR', 'AGAINST', 'ABSTAIN') }),
  fc.record({ do: fc.constant('enact' as const), inDays: fc.constantFrom(-1, 0, 0, 3) }),
  fc.record({ do: fc.constant('settle' as const), uphold: fc.boolean() }),
) as fc.Arbitrary<Command>;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 50,
    arbitrary: fc.record({
      act: command,
      who: fc.constantFrom(
        ...(Object.keys({
          FORCE: 0,
          SECRETARY: 0,
          CONTACT: 0,
          ADMIN: 0,
          CHAIR: 0,
          DEPUTY: 0,
          MEMBER: 0,
          PROPOSING_MEMBER: 0,
          ACCUSED_MEMBER: 0,
          OFFICER_A: 0,
          OFFICER_B: 0,
        }) as Who[]),
      ),
      at: place,
    }),
  },
  {
    weight: 40,
    arbitrary: fc.record({ go: place, choice: fc.constantFrom('FOR', 'FOR', 'FOR', 'AGAINST'), voter: place }) as fc.Arbitrary<Step>,
  },
  { weight: 9, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 9 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      toggle: fc.constantFrom('contest', 'class'),
      about: fc.constantFrom('A', 'B', 'ACCUSED'),
    }) as fc.Arbitrary<Step>,
  },
);

async function series(steps: readonly Step[]): Promise<void> {
  await begin();
  const model = new Model(dayNumber(world.ground.clock.today()), dayNumber(`${YEAR + 1}-01-01`));
  const ids: string[] = [];
  for (const one of steps) {
    if ('days' in one) {
      model.today += one.days;
      model.due();
      await town.later(one.days);
    } else if ('toggle' in one) await toggle(model, one.toggle, one.about);
    else {
      const at = 'act' in one ? one.at : one.go;
      const held = model.cases.length > 0 ? model.cases[at % model.cases.length] : undefined;
      // A case that is over makes way for a new one.
      const { who, act } = 'act' in one ? one : usual(held, one);
      const id = (held && ids[model.cases.indexOf(held)]) ?? 'none';
      const before = held?.state;
      const results: CaseResult[] = [];
      const was = await isDone(perform(people[who], id, held, model.today, act).then((all) => (results.push(...all), all)));
      if (was && (act.do === 'enact' || act.do === 'settle')) await settleAllDue(world.ground);
      const may = model.act(who, held, act);
      if (was !== may)
        throw new Error(
          `${who} ${JSON.stringify(act)} on ${before ?? 'nothing'}: ${was ? 'done, though the table forbids it' : 'refused, though the table allows it'}`,
        );
      if (was && act.do === 'propose') ids.push(results[0]!.decisionId!);
    }
    await compare(model, ids, one);
  }
  await judgeHistory();
}

async function toggle(model: Model, what: 'contest' | 'class', about: Subject): Promise<void> {
  if (what === 'contest') {
    const isOpen = !model.contested.has(about);
    await town.rows('update finding set is_contest_open = ? where id = ?', [isOpen, findings[about]]);
    if (isOpen) model.contested.add(about);
    else model.contested.delete(about);
  } else if (model.sheltered.has(about)) {
    await town.rows(`update enrolment set state = 'WITHDRAWN' where officer_id = ?`, [officers[about]]);
    await town.rows('delete from enrolment where officer_id = ?', [officers[about]]);
    model.sheltered.delete(about);
  } else {
    const { refused } = await requestSeats(town.force, classId, [officers[about]]);
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
    model.sheltered.add(about);
  }
}

async function compare(model: Model, ids: readonly string[], after: Step): Promise<void> {
  const rows = await town.rows<{ id: string; state: string }>('select id, state from decision');
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  const found = ids.map((id) => states.get(id));
  const wanted = model.cases.map(({ state }) => state);
  for (const state of wanted) reached.add(state);
  if (rows.length !== ids.length || found.some((state, i) => state !== wanted[i]))
    throw new Error(`After ${JSON.stringify(after)}: ${found.join(' ')}, and by the table ${wanted.join(' ')}`);
}

/** Every step that was recorded is in the table. */
async function judgeHistory(): Promise<void> {
  const ways = await town.rows<{ way: string }>(
    `select distinct coalesce(from_state, '-') || ' ' || action || ' ' || to_state as way from decision_event`,
  );
  const unknown = ways.map(({ way }) => way).filter((way) => !TABLE.has(way));
  if (unknown.length > 0) throw new Error(`Not in the table: ${unknown.join(', ')}`);
}

test(
  `up to ${RUNS} series of ${COMMANDS} random commands by random people: nothing but what the table allows`,
  async () => {
    const seed = process.env.HOPTHU_SEED ? { seed: Number(process.env.HOPTHU_SEED) } : {};
    const property = fc.asyncProperty(fc.array(step, { minLength: COMMANDS, maxLength: COMMANDS }), series);
    const outcome = await fc.check(property, { numRuns: RUNS, endOnFailure: true, interruptAfterTimeLimit: TIME, ...seed });
    if (outcome.failed && outcome.counterexample) throw new Error(fc.defaultReportMessage(outcome), { cause: outcome.errorInstance });
    const { numRuns } = outcome;
    expect(numRuns).toBeGreaterThanOrEqual(Math.min(RUNS, ENOUGH));
    if (numRuns < ENOUGH) return;
    // Else the series would not have come far enough to show anything.
    const all = [
      'PROPOSED',
      'NOTIFIED',
      'READY',
      'VOTING',
      'ADOPTED',
      'REJECTED',
      'LAPSED',
      'IN_FORCE',
      'APPEALED',
      'REVERSED',
      'EXPIRED',
      'WITHDRAWN',
    ];
    expect(all.filter((state) => !reached.has(state))).toEqual([]);
  },
  30 * 60_000,
);
