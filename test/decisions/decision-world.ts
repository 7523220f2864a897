/** A city after its review: officers who refuse or need no mailbox, a committee of nine with a vote, task force, secretary, contact. */
import type { Actor, RoleName } from '../../server/identity/actor.js';
import { createUser } from '../../server/identity/user.service.js';
import { createCommittee } from '../../server/committee/committee.service.js';
import { adoptRule } from '../../server/committee/committee.service.js';
import { USUAL_RULE, type RuleValues } from '../../server/committee/voting-rule.rules.js';
import type { DecisionKind, Seat } from '../../server/committee/vocabulary.js';
import type { CaseResult } from '../../server/decisions/case-book.js';
import { giveNotice } from '../../server/decisions/hearing.service.js';
import { proposeCases } from '../../server/decisions/propose.service.js';
import type { ProposalInput } from '../../server/decisions/propose.rules.js';
import { settleAllDue } from '../../server/decisions/falling-due.js';
import { castVotes } from '../../server/decisions/cast-vote.service.js';
import { openVotes } from '../../server/decisions/vote.service.js';
import type { Choice } from '../../server/decisions/vocabulary.js';
import type { Ground } from '../../server/kernel/ground.js';
import { setCause } from '../../server/review/cause.service.js';
import { finaliseReview } from '../../server/review/close-review.service.js';
import { openReview } from '../../server/review/open-review.service.js';
import type { Cause } from '../../server/review/vocabulary.js';
import { city, NOW, WINDOW } from '../review/review-world.js';
import type { World } from '../support/world.js';

export interface Acting {
  ground: Ground;
  actor: Actor;
}

export interface Person extends Acting {
  userId: string;
  /** The officer the person is; empty where none. */
  officerId: string;
}

const DAY = 24 * 3_600_000;
const ALWAYS = new Date('9999-01-01T00:00:00Z');
export const ALL_KINDS: DecisionKind[] = [
  'MAILBOX_PROVISION',
  'MAILBOX_REVOCATION',
  'MAILBOX_RESTORATION',
  'AWARD_EXCLUSION',
  'EXCLUSION_LIFT',
];

/** Year of the review's window. */
export const YEAR = 2026;

export class DecisionWorld {
  readonly members: Person[] = [];
  committee = '';
  review = '';
  agency = '';
  office = '';
  secretary!: Person;
  force!: Person;
  /** Officers whose mailbox was never used, each with the finding of the review. */
  readonly never: { officerId: string; findingId: string }[] = [];

  private constructor(readonly world: World) {}

  /** A committee of `members` with a vote (the first is the chair) and so many officers who never use their mailbox. */
  static async build(world: World, { members = 9, never = 3, cause = 'REFUSES' as Cause | null } = {}): Promise<DecisionWorld> {
    await world.clear();
    const town = new DecisionWorld(world);
    const here = await city(world);
    town.agency = here.agency;
    town.office = await world.agency('VPUB', 'vpub.example');
    const officers = [here.never];
    for (let i = 1; i < never; i++)
      officers.push(
        await world.officer(here.agency, {
          fullName: `Trần Văn ${String.fromCharCode(65 + (i % 26))}`,
          mailboxAddress: `idle${i}@snv.example`,
          sinceOn: '2020-01-01',
        }),
      );
    town.force = await town.person('TASK_FORCE', 'Tổ công tác');
    town.secretary = await town.person('SECRETARY', 'Thư ký');
    for (let i = 0; i < members; i++) town.members.push(await town.member(`Ủy viên ${i + 1}`));
    town.committee = await town.newCommittee('BCD', town.members);
    town.review = await openReview(town.force, { title: 'Quý IV', windowTo: WINDOW.to });
    await finaliseReview(town.force, town.review);
    for (const officerId of officers) town.never.push({ officerId, findingId: await town.findingOf(officerId) });
    if (cause) await town.cause(cause);
    return town;
  }

  get chair(): Person {
    return this.members[0]!;
  }

  private people = 0;

  /** Somebody with an account, as who they are to the services. */
  async person(role: RoleName, name = role as string, scopeId: string | null = null, officerId = ''): Promise<Person> {
    const grants = [
      { role, scopeId: scopeId ?? undefined },
      ...(officerId && role !== 'OFFICER' ? [{ role: 'OFFICER' as const, scopeId: officerId }] : []),
    ];
    const userId = await createUser(this.world.system(), {
      name,
      email: `p${++this.people}@decisions.example`,
      grants,
    });
    const actor: Actor = {
      name: `user:${userId}`,
      userId,
      displayName: name,
      grants: grants.map(({ role: held, scopeId: scope }) => ({ role: held, scopeId: scope ?? null })),
      scopes: [],
      sessionId: null,
      secondFactorAt: ALWAYS,
      isSystem: false,
    };
    return { ground: this.world.ground, actor, userId, officerId };
  }

  /** A member of committees, who is an officer of the city's office. */
  async member(name: string, agency = this.office): Promise<Person> {
    const officerId = await this.world.officer(agency, { fullName: name, mailboxAddress: null, sinceOn: '2020-01-01', isLeader: true });
    return this.person('COMMITTEE_MEMBER', name, null, officerId);
  }

  officer(officerId: string): Acting {
    return this.world.as('OFFICER', officerId);
  }

  contact(agency = this.agency): Acting {
    return this.world.as('AGENCY_CONTACT', agency);
  }

  newCommittee(code: string, people: readonly Person[], competences = ALL_KINDS, seats: readonly Seat[] = []): Promise<string> {
    return createCommittee(this.secretary, {
      code,
      name: `Ban Chỉ đạo ${code}`,
      competences,
      effectiveOn: '2026-01-01',
      legalBasis: 'Quyết định số 1/QĐ-UBND',
      members: people.map(({ userId }, i) => ({ userId, seat: seats[i] ?? (i === 0 ? 'CHAIR' : 'MEMBER') })),
    });
  }

  rule(values: Partial<RuleValues> = {}, kind: DecisionKind = 'AWARD_EXCLUSION', committeeId = this.committee): Promise<string> {
    return adoptRule(this.secretary, { ...USUAL_RULE, ...values, committeeId, kind, effectiveOn: '2026-01-02' });
  }

  async findingOf(officerId: string): Promise<string> {
    const [row] = await this.rows<{ id: string }>('select id from finding where review_id = ? and officer_id = ?', [
      this.review,
      officerId,
    ]);
    return row!.id;
  }

  async cause(cause: Cause, people = this.never): Promise<void> {
    const note = 'Đã nhắc bằng văn bản ngày 01/10/2026 và mời học lớp LH-2026-0001.';
    const { refused } = await setCause(
      this.force,
      people.map(({ findingId }) => findingId),
      cause,
      note,
    );
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
  }

  /** Proposes exclusions on findings; what came of it. */
  propose(input: Partial<ProposalInput> = {}, as: Acting = this.force): Promise<CaseResult[]> {
    const kind = input.kind ?? 'AWARD_EXCLUSION';
    const awards = kind === 'AWARD_EXCLUSION' ? { awardYear: YEAR, awardTitles: ['CSTDCS'] } : {};
    return proposeCases(as, { kind, legalBasis: 'Luật Thi đua, khen thưởng', grounds: 'Không chấp hành', ...awards, ...input });
  }

  /** The same for so many of the officers; the ids of the cases. */
  async cases(count = 1, input: Partial<ProposalInput> = {}): Promise<string[]> {
    const findingIds = this.never.slice(0, count).map(({ findingId }) => findingId);
    return (await this.propose({ findingIds, ...input })).map(({ decisionId, faults }) => {
      if (!decisionId) throw new Error(JSON.stringify(faults));
      return decisionId;
    });
  }

  /** Cases after notice and its period. */
  async ready(count = 1, input: Partial<ProposalInput> = {}): Promise<string[]> {
    const ids = await this.cases(count, input);
    done(await giveNotice(this.secretary, ids, 'HANDED_OVER'));
    await this.later(20);
    return ids;
  }

  /** Cases with an open vote. */
  async voting(count = 1, input: Partial<ProposalInput> = {}): Promise<string[]> {
    const ids = await this.ready(count, input);
    done(await openVotes(this.secretary, ids));
    return ids;
  }

  /** One vote of each member from the first on, on one case. */
  async vote(id: string, choices: readonly Choice[], from = 0): Promise<void> {
    for (const [i, choice] of choices.entries()) done(await castVotes(this.members[from + i]!, [id], { choice }));
  }

  /** The clock goes on by days, and whatever falls due by then is done. */
  async later(days: number): Promise<void> {
    const { clock } = this.world.ground;
    clock.stopAt(new Date(clock.now().getTime() + days * DAY));
    await settleAllDue(this.world.ground);
  }

  async state(id: string): Promise<string> {
    const [row] = await this.rows<{ state: string }>('select state from decision where id = ?', [id]);
    return row!.state;
  }

  rows<R extends object>(sql: string, values: unknown[] = []): Promise<R[]> {
    return this.world.ground.orm.em.fork().execute<R[]>(sql, values);
  }
}

export { NOW };

/** Fails where anything was refused. */
export function done(results: readonly CaseResult[]): CaseResult[] {
  const refused = results.filter(({ faults }) => faults.length > 0);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return [...results];
}

/** Code, rule and place of each refusal, by result. */
export const refusals = (results: readonly CaseResult[]): string[] =>
  results.flatMap(({ faults }) => faults.map(({ code, rule, path }) => [code, rule, path?.join('.')].filter(Boolean).join(' ')));

/** The same of what a command as a whole refused. */
export async function refusalOf(work: Promise<unknown>): Promise<string[]> {
  try {
    await work;
    return [];
  } catch (error) {
    const { reasons } = error as { reasons?: { code: string; rule?: string; path?: string[] }[] };
    if (!reasons) throw error;
    return reasons.map(({ code, rule, path }) => [code, rule, path?.join('.')].filter(Boolean).join(' '));
  }
}
