/** Committees over GraphQL: seats, terms, competences, rules (C-1, D-1, D-4). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createUser } from '../../server/identity/user.service.js';
import { type Ask, World } from '../support/world.js';

const NOW = new Date('2026-11-25T02:00:00Z');
let world: World;
let secretary: Ask;
let people: string[];
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.clear();
  world.ground.clock.stopAt(NOW);
  secretary = await world.signIn('SECRETARY');
  people = [];
  for (const name of ['An', 'Bình', 'Chi', 'Dũng'])
    people.push(await createUser(world.system(), { name, email: `${people.length}@bcd.example`, grants: [{ role: 'COMMITTEE_MEMBER' }] }));
});

const BODY = `committee { id code name competences closedOn members { id seat fromOn untilOn user { id name } } availableActions
  rule(kind: AWARD_EXCLUSION) { quorum minimumVoters noticeDays voteDays effectiveOn } rules { kind voteDays } } userErrors { code path rule }`;
const CREATE = `mutation ($input: CommitteeInput!) { committeeCreate(input: $input) { ${BODY} } }`;
const SEAT = `mutation ($input: CommitteeSeatInput!) { committeeSeatMember(input: $input) { ${BODY} } }`;
const END = `mutation ($id: ID!, $day: Date!) { committeeEndSeat(memberId: $id, untilOn: $day) { ${BODY} } }`;
const RULE = `mutation ($input: VotingRuleInput!) { votingRuleAdopt(input: $input) { ${BODY} } }`;

const input = (more: object = {}) => ({
  code: 'bcd',
  name: 'Ban Chỉ đạo',
  competences: ['AWARD_EXCLUSION', 'EXCLUSION_LIFT'],
  effectiveOn: '2026-01-01',
  legalBasis: 'Quyết định số 1/QĐ-UBND',
  members: [
    { userId: people[1], seat: 'MEMBER' },
    { userId: people[0], seat: 'CHAIR' },
    { userId: people[2], seat: 'SECRETARY' },
  ],
  ...more,
});
const create = async (more: object = {}) => (await secretary(CREATE, { input: input(more) })).data.committeeCreate;
const seats = (committee: any) => committee.members.map((member: any) => `${member.user.name} ${member.seat}`);

describe('a committee', () => {
  test('is made with its members, by seat, and votes by the usual rule until it adopts one (C-1, D-4)', async () => {
    const { committee, userErrors } = await create();
    expect(userErrors).toEqual([]);
    expect(committee).toMatchObject({ code: 'BCD', competences: ['AWARD_EXCLUSION', 'EXCLUSION_LIFT'], closedOn: null });
    expect(seats(committee)).toEqual(['An CHAIR', 'Bình MEMBER', 'Chi SECRETARY']);
    expect(committee.rule).toEqual({ quorum: 'MORE_THAN_HALF', minimumVoters: 3, noticeDays: 10, voteDays: 7, effectiveOn: '2026-01-01' });
    expect(committee.rules).toEqual([]);
    expect(committee.availableActions).toEqual(['SEAT_MEMBER', 'ADOPT_RULE']);
  });

  test.each([
    ['no chair', { members: [] }, ['REQUIRED C-1 input.members']],
    ['no competence', { competences: [] }, ['REQUIRED input.competences']],
    ['no legal basis', { legalBasis: ' ' }, ['REQUIRED input.legalBasis']],
    ['a code with blanks', { code: 'a b' }, ['INVALID input.code']],
    ['a symbol that is not one of decisions', { numberSymbol: 'TB-BCĐ' }, ['INVALID input.numberSymbol']],
  ])('is refused with %s', async (_what, more, expected) => {
    const { committee, userErrors } = await create(more);
    expect(committee).toBeNull();
    expect(userErrors.map((e: any) => [e.code, e.rule, e.path.join('.')].filter(Boolean).join(' '))).toEqual(expected);
  });

  test('has the usual symbol, or one of its own (N-1)', async () => {
    await create();
    await create({ code: 'CCHC', numberSymbol: ' qđ-bcđcchc ' });
    const rows = await world.ground.orm.em.fork().execute('select number_symbol as s from committee order by code');
    expect(rows.map(({ s }: any) => s)).toEqual(['QĐ-BCĐ', 'QĐ-BCĐCCHC']);
  });

  test('has one seat a person, one chair, and people who are there (C-1)', async () => {
    const member = (userId: string | undefined, seat: string) => ({ userId, seat });
    const refused = async (members: object[]) =>
      (await create({ members })).userErrors.map((e: any) => `${e.code} ${e.path.slice(1).join('.')}`);
    expect(await refused([member(people[0], 'CHAIR'), member(people[1], 'CHAIR')])).toEqual(['INVALID members']);
    expect(await refused([member(people[0], 'CHAIR'), member(people[0], 'MEMBER')])).toEqual(['INVALID members.1.userId']);
    expect(await refused([member(people[0], 'CHAIR'), member('x', 'MEMBER')])).toEqual(['NOT_FOUND members.1.userId']);
    await create();
    expect((await create()).userErrors).toMatchObject([{ code: 'DUPLICATE', path: ['input', 'code'] }]);
  });

  test('a seat is given and ended with a day; a new chair follows the one so far, who is not simply gone (C-1)', async () => {
    const { committee } = await create();
    const seat = (userId: string | undefined, held: string, fromOn: string) =>
      secretary(SEAT, { input: { committeeId: committee.id, userId, seat: held, fromOn } }).then(({ data }) => data.committeeSeatMember);
    expect(seats((await seat(people[3], 'DEPUTY', '2026-11-01')).committee)).toEqual([
      'An CHAIR',
      'Dũng DEPUTY',
      'Bình MEMBER',
      'Chi SECRETARY',
    ]);
    expect((await seat(people[3], 'DEPUTY', '2026-11-20')).userErrors).toMatchObject([{ code: 'CONFLICT', rule: 'C-1' }]);
    const followed = (await seat(people[3], 'CHAIR', '2026-11-25')).committee;
    expect(seats(followed)).toEqual(['Dũng CHAIR', 'Bình MEMBER', 'Chi SECRETARY']);
    const chair = followed.members[0];
    expect((await secretary(END, { id: chair.id, day: '2026-12-31' })).data.committeeEndSeat.userErrors).toMatchObject([
      { code: 'CONFLICT', rule: 'C-1' },
    ]);
    const ended = (await secretary(END, { id: followed.members[1].id, day: '2026-11-24' })).data.committeeEndSeat.committee;
    expect(seats(ended)).toEqual(['Dũng CHAIR', 'Chi SECRETARY']);
    const { data } = await secretary(`{ committee(code: "bcd") { members(all: true) { seat untilOn user { name } } } }`);
    expect(data.committee.members.map((m: any) => `${m.user.name} ${m.seat} ${m.untilOn}`)).toEqual([
      'Dũng CHAIR null',
      'Chi SECRETARY null',
      'An CHAIR 2026-11-24',
      'Dũng DEPUTY 2026-11-24',
      'Bình MEMBER 2026-11-24',
    ]);
  });

  test('adopts rules for its own kinds from a day on (D-1, D-4, L-2)', async () => {
    const { committee } = await create();
    const adopt = (more: object) =>
      secretary(RULE, {
        input: {
          committeeId: committee.id,
          kind: 'AWARD_EXCLUSION',
          noticeDays: 10,
          voteDays: 5,
          appealDays: 30,
          effectiveOn: '2026-11-01',
          ...more,
        },
      }).then(({ data }) => data.votingRuleAdopt);
    expect((await adopt({ quorum: 'AT_LEAST_TWO_THIRDS' })).committee.rule).toMatchObject({ quorum: 'AT_LEAST_TWO_THIRDS', voteDays: 5 });
    expect((await adopt({ voteDays: 9, effectiveOn: '2026-12-01' })).committee.rule.voteDays).toBe(5);
    world.ground.clock.stopAt(new Date('2026-12-01T02:00:00Z'));
    secretary = await world.signIn('SECRETARY');
    const { data } = await secretary(`{ committees { code rule(kind: AWARD_EXCLUSION) { voteDays } rules { voteDays } } }`);
    expect(data.committees).toEqual([{ code: 'BCD', rule: { voteDays: 9 }, rules: [{ voteDays: 9 }, { voteDays: 5 }] }]);
    expect((await adopt({ kind: 'MAILBOX_REVOCATION' })).userErrors).toMatchObject([{ code: 'RULE_VIOLATED', rule: 'C-1' }]);
    expect((await adopt({ noticeDays: 3, isByChairAlone: true })).userErrors).toMatchObject([
      { code: 'RULE_VIOLATED', rule: 'D-4' },
      { code: 'RULE_VIOLATED', rule: 'L-2' },
    ]);
  });

  test('a seat with a vote brings the role that votes; an administrator never gets one (C-1, D-4)', async () => {
    const { committee } = await create();
    const person = (role: 'TRAINER' | 'ADMIN') =>
      createUser(world.system(), { name: role, email: `${role}@bcd.example`, grants: [{ role }] });
    const [trainer, admin] = [await person('TRAINER'), await person('ADMIN')];
    const seat = async (userId: string, held: string) =>
      (await secretary(SEAT, { input: { committeeId: committee.id, userId, seat: held, fromOn: '2026-11-25' } })).data.committeeSeatMember;
    expect((await seat(trainer, 'MEMBER')).userErrors).toEqual([]);
    const roles = await world.ground.orm.em.fork().execute('select role from role_grant where user_id = ? order by role', [trainer]);
    expect(roles).toEqual([{ role: 'COMMITTEE_MEMBER' }, { role: 'TRAINER' }]);
    expect((await seat(admin, 'MEMBER')).userErrors).toMatchObject([{ code: 'RULE_VIOLATED', rule: 'C-1' }]);
    expect((await seat(admin, 'SECRETARY')).userErrors).toEqual([]);
  });

  test('there is one chair on every day, and no term ends before it begins (C-1)', async () => {
    const { committee } = await create();
    const chair = async (userId: string | undefined, fromOn: string) =>
      (
        await secretary(SEAT, { input: { committeeId: committee.id, userId, seat: 'CHAIR', fromOn } })
      ).data.committeeSeatMember.userErrors.map((e: any) => [e.code, e.rule].join(' '));
    expect(await chair(people[3], '2026-12-10')).toEqual([]);
    expect(await chair(people[1], '2026-12-05')).toEqual(['CONFLICT C-1']);
    expect(await chair(people[1], '2026-12-10')).toEqual(['CONFLICT C-1']);
    expect(await chair(people[1], '2025-12-05')).toEqual(['INVALID C-1']);
    expect(await chair(people[1], '2026-12-11')).toEqual([]);
  });

  test('a seat is given only with a second factor shown lately (G-18)', async () => {
    const { data } = await secretary(CREATE, { input: input() });
    expect(data.committeeCreate.userErrors).toEqual([]);
    await world.ground.orm.em.fork().execute('update session set second_factor_at = null');
    const { forgetSessions } = await import('../../server/identity/session-cache.js');
    forgetSessions(world.ground);
    const again = await secretary(CREATE, { input: input({ code: 'BCD-2' }) });
    expect(again.data.committeeCreate.userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW', rule: 'G-18' }]);
  });
});
