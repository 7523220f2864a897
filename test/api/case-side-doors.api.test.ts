/** Cases before a committee: whom they do not concern meets them by no path, and a member who takes no part reads nothing of the file (D-5). */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createCommittee } from '../../server/committee/committee.service.js';
import type { Actor } from '../../server/identity/actor.js';
import { actorOfBearer } from '../../server/identity/bearer.service.js';
import { createSession } from '../../server/identity/session.service.js';
import { createUser } from '../../server/identity/user.service.js';
import { decisionSamples } from '../support/rights-decisions-commands.js';
import { Asking } from '../support/rights-matrix.js';
import { rightsWorld, type RightsWorld, type Things, type ViewerName } from '../support/rights-world.js';
import { Snapshot } from '../support/snapshot.js';
import { World } from '../support/world.js';

const NOBODY = '0190a7e0-0000-7000-8000-000000000000';
const PASSWORD = 'test-password';
const UUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;

let world: World;
let here: RightsWorld;
let asking: Asking;
let before: Snapshot;
/** Sits in a committee before which none of the cases is. */
let stranger: Actor;
/** Voted on cases; the term ended yesterday. */
let former: Actor;

async function signedIn(email: string): Promise<Actor> {
  const { token } = await createSession(world.ground, email, PASSWORD);
  return { ...(await actorOfBearer(world.ground, token))!, secondFactorAt: new Date('9999-01-01T00:00:00Z') };
}

beforeAll(async () => {
  world = await World.open();
  here = await rightsWorld(world);
  asking = new Asking(world);
  const grants = [{ role: 'COMMITTEE_MEMBER' as const }];
  const userId = await createUser(world.system(), { name: 'Ủy viên khác', email: 'else@people.example', password: PASSWORD, grants });
  await createCommittee(world.as('SECRETARY'), {
    code: 'BCD-KHAC',
    name: 'Ban Chỉ đạo khác',
    competences: ['AWARD_EXCLUSION'],
    effectiveOn: '2026-01-01',
    legalBasis: 'Quyết định 9',
    members: [{ userId, seat: 'CHAIR' }],
  });
  stranger = await signedIn('else@people.example');
  former = await signedIn('voter-two@people.example');
  await world.asOwner(`update committee_member set until_on = '2026-11-24' where user_id = '${former.userId}'`);
  before = await Snapshot.of(world);
});
afterEach(() => before.restore());
afterAll(() => world.close());

const as = (viewer: ViewerName) => here.viewers.get(viewer)!;
const data = async (actor: Actor, text: string) => {
  const { data: found, errors } = await asking.ask(text, actor);
  expect(errors).toBeUndefined();
  return found as any;
};
const casesOf = ({ decisions }: Things): string[] =>
  (['filed', 'notified', 'proposed', 'ready', 'voting', 'adopted', 'appealed'] as const).map((name) => decisions[name]);

/** Who may not see which cases, though they pass the door. */
const outsiders = (): [string, Actor, string[]][] => [
  ['a member of another committee', stranger, [...casesOf(here.own), ...casesOf(here.other)]],
  // In an open vote a voter stays whose term has ended (D-5).
  [
    'a member whose term has ended',
    former,
    [...casesOf(here.own), ...casesOf(here.other)].filter((id) => ![here.own.decisions.voting, here.other.decisions.voting].includes(id)),
  ],
  ['the contact of another agency', as('AGENCY_CONTACT'), casesOf(here.other)],
  ['an officer of another agency', as('OFFICER'), casesOf(here.other)],
  [
    'a colleague of the officer',
    as('OFFICER'),
    casesOf(here.own).filter((id) => ![here.own.decisions.filed, here.own.decisions.notified].includes(id)),
  ],
];

describe('whom a case does not concern', () => {
  test('meets it by no question, filter, search, page or count', async () => {
    const { other } = here;
    for (const [who, actor, hidden] of outsiders()) {
      const filters = [
        '',
        `where: { id: { in: ["${hidden.join('", "')}"] } }`,
        `where: { officerId: { eq: "${other.officer}" } }`,
        `where: { agencyId: { eq: "${other.agency}" } }`,
        `where: { committeeId: { eq: "${here.committees.committee}" } }`,
        `where: { awardYear: 2026 }`,
        `where: { docket: { eq: "PH-01" } }`,
        `where: { state: [IN_FORCE, APPEALED] }`,
        `where: { inForceOn: { gte: "2026-01-01" } }`,
        `where: { awaitingMyVote: false }`,
        `where: { awaitingMyVote: true }`,
        `search: "${other.decisions.filedReference}"`,
        `search: "${other.officerCode}"`,
        `offset: 1`,
      ];
      for (const filter of filters) {
        const found = await data(actor, `{ decisions(first: 100${filter && `, ${filter}`}) { totalCount nodes { id } edges { cursor } } }`);
        const { totalCount, nodes, edges } = found.decisions;
        expect([who, filter, nodes.filter(({ id }: any) => hidden.includes(id))]).toEqual([who, filter, []]);
        // What is counted is what is shown; the first was skipped where there is one.
        const skipped = filter.startsWith('offset') ? Math.min(1, totalCount) : 0;
        expect([who, filter, totalCount - skipped]).toEqual([who, filter, nodes.length]);
        expect(edges).toHaveLength(nodes.length);
      }
      for (const id of hidden) expect([who, (await data(actor, `{ decision(id: "${id}") { id } }`)).decision]).toEqual([who, null]);
    }
    const [, contact] = outsiders()[2]!;
    const found = await data(contact, `{ decision(reference: "${other.decisions.filedReference}") { id } }`);
    expect(found.decision).toBeNull();
  });

  test('moves it by no command, and is told what is told of a case that is not there', async () => {
    const told = async (actor: Actor, call: string) => {
      const name = /^\w+/.exec(call)![0];
      const answer = await asking.ask(
        `mutation { ${call} { userErrors { code rule message path } results { id decision { id } userErrors { code rule message path } } } }`,
        actor,
      );
      const codes = answer.errors?.map(({ originalError }) => (originalError as { code?: string } | undefined)?.code ?? 'FAULT');
      return JSON.stringify({ codes, answer: answer.data?.[name] }).replaceAll(UUID, 'id');
    };
    for (const [who, actor] of [...outsiders(), ['the administrator', as('ADMIN'), []] as const]) {
      for (const [name, sample] of Object.entries(decisionSamples)) {
        // The vote that is open is still before the member whose term has ended.
        if (actor === former && sample(here.other).includes(here.other.decisions.voting)) continue;
        const call = sample(who === 'a colleague of the officer' ? withoutOwn(here) : here.other);
        const [real, none] = [await told(actor, call), await told(actor, call.replaceAll(UUID, NOBODY))];
        expect([who, name, real]).toEqual([who, name, none]);
        expect([who, name, /FORBIDDEN|NOT_FOUND/.test(real), /FAULT/.test(real)]).toEqual([who, name, true, false]);
      }
    }
    expect(await before.changed()).toEqual([]);
  });

  test('learns of it by no other thing: not by the officer, a letter, a paper or the audit log', async () => {
    const { own, other } = here;
    for (const viewer of ['ADMIN', 'TRAINER', 'key findings:read'] as const) {
      const found = await data(as(viewer), `{ officer(id: "${other.officer}") { decisions { totalCount nodes { id } } } }`);
      expect([viewer, found.officer.decisions]).toEqual([viewer, { totalCount: 0, nodes: [] }]);
    }
    const letters = await data(
      as('AGENCY_CONTACT'),
      `{ letters(first: 100, where: { about: { eq: "decision:${other.decisions.filed}" } }) { totalCount } }`,
    );
    expect(letters.letters.totalCount).toBe(0);
    const paper = async (viewer: ViewerName, id: string) =>
      (
        await world.app.http.inject({
          method: 'GET',
          url: `/attachments/${id}`,
          headers: { authorization: `Bearer ${here.tokens.get(viewer)}` },
        })
      ).statusCode;
    const none = await paper('TASK_FORCE', NOBODY);
    for (const viewer of ['ADMIN', 'TRAINER', 'OFFICER', 'AGENCY_CONTACT', 'COMMITTEE_MEMBER+OFFICER', 'key findings:read'] as const)
      expect([viewer, await paper(viewer, other.decisions.attachment)]).toEqual([viewer, none]);
    for (const viewer of ['TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER', 'OFFICER', 'AGENCY_CONTACT'] as const)
      expect([viewer, await paper(viewer, own.decisions.attachment)]).toEqual([viewer, 200]);
    // The administrator sees that something happened to a case, and not whose it is.
    const trail = async (actor: Actor, subject: string) =>
      (await data(actor, `{ auditEvents(first: 100, subject: "${subject}") { nodes { action subject } } }`)).auditEvents.nodes as any[];
    const ofOfficer = await trail(as('ADMIN'), `officer:${own.officer}`);
    expect(ofOfficer.length).toBeGreaterThan(0);
    expect(ofOfficer.filter(({ subject }) => subject.startsWith('decision'))).toEqual([]);
    expect((await trail(as('ADMIN'), `decision:${own.decisions.filed}`)).length).toBeGreaterThan(0);
    expect(await trail(as('OFFICER'), `decision:${other.decisions.filed}`)).toEqual([]);
  });
});

/** Of the own agency, and none of it about the officer who looks. */
function withoutOwn({ own }: RightsWorld): Things {
  const { appealed, proposed } = own.decisions;
  return { ...own, decisions: { ...own.decisions, filed: appealed, notified: proposed } };
}

const FILE = `id isRecused grounds explanation answer explanationAttachment { id } appeals { text answer } history { action note }
  vote { for ballots { choice } voters { id } recusals { note } recused { id } } letters { kind } finding { tier causeNote contestNote contestAnswer }`;

describe('a member who takes no part', () => {
  test('reads nothing of the file: not grounds, explanation, answer, appeals, notes, papers, letters or evidence', async () => {
    const { filed } = here.other.decisions;
    const recused = as('COMMITTEE_MEMBER+OFFICER');
    const { decision } = await data(recused, `{ decision(id: "${filed}") { ${FILE} } }`);
    expect(decision).toMatchObject({ isRecused: true, grounds: null, explanation: null, answer: null, explanationAttachment: null });
    expect(decision.appeals).toEqual([{ text: null, answer: null }]);
    expect(decision.vote).toMatchObject({ for: 3, ballots: [], voters: [], recusals: [] });
    expect(decision.vote.recused).toHaveLength(1);
    expect(decision.finding).toEqual({ tier: 'NEVER', causeNote: null, contestNote: null, contestAnswer: null });
    const notes = decision.history.filter(({ note }: any) => note).map(({ action }: any) => action);
    expect(notes).toEqual(['ENTER_INTO_FORCE']);
    for (const field of [
      'finding { reason }',
      'finding { days { date } }',
      'finding { excusedDays }',
      'letters { title }',
      'letters { body }',
    ]) {
      const answer = await asking.ask(`{ decision(id: "${filed}") { ${field} } }`, recused);
      expect([field, answer.errors?.[0]?.originalError]).toMatchObject([field, { code: 'FORBIDDEN' }]);
    }
    // Nothing was read that would have to be on record.
    expect(await before.changed()).toEqual([]);
  });

  test('while another member reads all of it, on record', async () => {
    const { filed } = here.other.decisions;
    const { decision } = await data(
      as('COMMITTEE_MEMBER'),
      `{ decision(id: "${filed}") { ${FILE} more: finding { reason excusedDays days { date } officer { code mailbox { id } phone latestFinding { id } } } } }`,
    );
    expect(decision).toMatchObject({
      isRecused: false,
      grounds: expect.any(String),
      explanation: expect.any(String),
      answer: expect.any(String),
      appeals: [{ text: expect.any(String), answer: expect.any(String) }],
    });
    expect(decision.vote.ballots).toHaveLength(3);
    expect(decision.finding.causeNote).toEqual(expect.any(String));
    expect(decision.more.days.length).toBe(90);
    // The case opens the finding it rests on, not the person's file.
    expect(decision.more.officer).toEqual({ code: here.other.officerCode, mailbox: null, phone: null, latestFinding: null });
    const rows = await world.asOwner<{ action: string }>('select action from audit_event order by seq desc limit 2');
    expect(rows.map(({ action }) => action).sort()).toEqual(['decision.readFile', 'finding.readEvidence']);
  });

  test('whoever declares a conflict is shut out of the file at once', async () => {
    const { voting } = here.other.decisions;
    const chair = as('COMMITTEE_MEMBER');
    const grounds = async () => (await data(chair, `{ decision(id: "${voting}") { grounds myChoice availableActions } }`)).decision;
    expect((await grounds()).grounds).toEqual(expect.any(String));
    const { decisionDeclareConflict } = await data(
      chair,
      `mutation { decisionDeclareConflict(ids: ["${voting}"], note: "Anh em họ") { results { decision { grounds vote { ballots { choice } } } userErrors { code } } } }`,
    );
    expect(decisionDeclareConflict.results).toEqual([{ decision: { grounds: null, vote: { ballots: [] } }, userErrors: [] }]);
    expect(await grounds()).toEqual({ grounds: null, myChoice: null, availableActions: [] });
  });
});

describe('who voted how', () => {
  test('is told neither to the officer nor to the agency, by no ballot, event or trail, whatever other role the officer holds', async () => {
    const { own } = here;
    for (const viewer of [
      'OFFICER',
      'AGENCY_CONTACT',
      'TASK_FORCE+OFFICER',
      'AGENCY_CONTACT+OFFICER',
      'COMMITTEE_MEMBER+OFFICER',
    ] as const) {
      const { decision } = await data(
        as(viewer),
        `{ decision(id: "${own.decisions.filed}") { vote { for ballots { choice } voters { id } recusals { reason } } votes { ballots { choice } } history { action } } }`,
      );
      expect([viewer, decision.vote]).toEqual([viewer, { for: 3, ballots: [], voters: [], recusals: [] }]);
      expect(decision.history.map(({ action }: any) => action)).not.toContain('CAST_VOTE');
    }
    const trail = await data(as('OFFICER'), `{ auditEvents(first: 100) { nodes { action } } }`);
    const acts = trail.auditEvents.nodes.map(({ action }: any) => action);
    expect(acts).toContain('decision.openVote');
    expect(acts).not.toContain('decision.castVote');
  });

  test('is told to those who run the vote and take part in it', async () => {
    for (const viewer of ['TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER'] as const) {
      const { decision } = await data(
        as(viewer),
        `{ decision(id: "${here.own.decisions.filed}") { vote { ballots { choice } } history { action } } }`,
      );
      expect(decision.vote.ballots).toHaveLength(3);
      expect(decision.history.filter(({ action }: any) => action === 'CAST_VOTE')).toHaveLength(3);
    }
  });
});

describe('proposing', () => {
  test('a contact proposes mailboxes for the own agency, and nothing else', async () => {
    const propose = (kind: string, named: string) =>
      asking.ask(
        `mutation { decisionPropose(input: { kind: ${kind}, ${named}, legalBasis: "x", grounds: "x", ${kind === 'AWARD_EXCLUSION' ? 'awardYear: 2026, awardTitles: ["LDTT"]' : ''} }) { results { userErrors { code } } userErrors { code } } }`,
        as('AGENCY_CONTACT'),
      );
    for (const kind of ['AWARD_EXCLUSION', 'MAILBOX_REVOCATION', 'MAILBOX_RESTORATION', 'EXCLUSION_LIFT']) {
      const { errors } = await propose(kind, `officerIds: ["${here.own.colleague}"]`);
      expect([kind, errors?.[0]?.originalError]).toMatchObject([kind, { code: 'FORBIDDEN' }]);
    }
    const done = await propose('MAILBOX_PROVISION', `officerIds: ["${here.own.decisions.newcomer}", "${here.other.decisions.newcomer}"]`);
    expect(done.data!.decisionPropose.results.map(({ userErrors }: any) => userErrors)).toEqual([[], [{ code: 'NOT_FOUND' }]]);
  });
});
