import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { hopthuSchema } from '../../server/app.js';
import { transferOfficer } from '../../server/registry/officer.service.js';
import { mutationSamples, selectionOf } from '../support/mutation-samples.js';
import { Asking, outcomeOfMutation } from '../support/rights-matrix.js';
import { RESPONDENTS } from '../support/rights-decisions.js';
import { rightsWorld, type RightsWorld, type ViewerName } from '../support/rights-world.js';
import { Snapshot } from '../support/snapshot.js';
import { World } from '../support/world.js';

const NOBODY = '0190a7e0-0000-7000-8000-000000000000';

describe('side doors: nothing tells more than may be read (G-15)', () => {
  let world: World;
  let here: RightsWorld;
  let asking: Asking;
  let before: Snapshot;

  beforeAll(async () => {
    world = await World.open();
    here = await rightsWorld(world);
    asking = new Asking(world);
    before = await Snapshot.of(world);
  });
  afterEach(() => before.restore());
  afterAll(() => world.close());

  const ask = (viewer: ViewerName, text: string) => asking.ask(text, here.viewers.get(viewer)!);
  const data = async (viewer: ViewerName, text: string) => {
    const { data, errors } = await ask(viewer, text);
    expect(errors).toBeUndefined();
    return data as any;
  };
  const codes = (page: any): string[] => page.nodes.map((node: any) => node.code);

  test('the tier of an officer who came from elsewhere is not known to the new agency, by no field, filter, count or search', async () => {
    const { own, other } = here;
    await transferOfficer(world.system(), other.officer, {
      agencyId: own.agency,
      post: 'Chuyên viên',
      isLeader: false,
      onDate: '2026-11-24',
    });
    const never = 'where: { tier: [NEVER] }';
    const text = `{ officers(first: 50) { totalCount nodes { code latestFinding { tier } } }
      known: officers(${never}) { totalCount nodes { code } edges { cursor } } found: officers(search: "${other.officerCode}", ${never}) { totalCount }
      agency(id: "${own.agency}") { officers(${never}) { totalCount nodes { code } } }
      findings(where: { officerId: { eq: "${other.officer}" } }) { totalCount } finding(id: "${other.finding}") { id } }`;
    const ofAgency = (code: string, ...names: string[]) => [...names, ...RESPONDENTS].map((name) => `${code}-${name}`).sort();
    const mine = ofAgency('SNV', 'IDLE', 'PEER', 'WEAK');
    const seen = await data('AGENCY_CONTACT', text);
    expect(seen.officers.nodes.find((o: any) => o.code === other.officerCode)).toEqual({ code: other.officerCode, latestFinding: null });
    expect(codes(seen.known).sort()).toEqual(mine);
    expect([seen.known.totalCount, seen.known.edges.length, seen.found.totalCount]).toEqual([8, 8, 0]);
    expect(seen.agency.officers.totalCount).toBe(8);
    expect([seen.findings.totalCount, seen.finding]).toEqual([0, null]);
    // The agency it was counted in keeps the finding, and of the officer what goes with the name.
    const former = world.as('AGENCY_CONTACT', other.agency);
    const { data: kept } = await asking.ask(
      `{ finding(id: "${other.finding}") { tier reason officer { code agency { code } phone otherEmail mailbox { id } postings { id } absences { id } } }
         officer(id: "${other.officer}") { id } officers(${never}) { nodes { code } } }`,
      former.actor,
    );
    expect(kept!.finding).toEqual({
      tier: 'NEVER',
      reason: expect.any(String),
      officer: {
        code: other.officerCode,
        agency: { code: 'SNV' },
        phone: null,
        otherEmail: null,
        mailbox: null,
        postings: [],
        absences: [],
      },
    });
    expect(kept!.officer).toBeNull();
    expect(codes(kept!.officers).sort()).toEqual(ofAgency('Q1', 'PEER', 'WEAK'));
  });

  test('a mailbox is found by nobody who may not read it: by no state and no search', async () => {
    const text = `{ active: officers(where: { mailboxState: [ACTIVE] }) { totalCount } none: officers(where: { mailboxState: [NONE] }) { totalCount }
      address: officers(search: "idle@q1") { totalCount } ownAddress: officers(search: "idle@snv") { totalCount } domain: officers(search: "q1.example") { totalCount }
      name: officers(search: "idle") { totalCount } code: officers(search: "q1-idle") { totalCount } }`;
    const counts = async (viewer: ViewerName) => {
      const found = await data(viewer, text);
      return Object.fromEntries(Object.entries<any>(found).map(([name, page]) => [name, page.totalCount]));
    };
    expect(await counts('TASK_FORCE')).toEqual({ active: 20, none: 2, address: 1, ownAddress: 1, domain: 9, name: 2, code: 1 });
    expect(await counts('TRAINER')).toEqual({ active: 0, none: 0, address: 0, ownAddress: 0, domain: 0, name: 2, code: 1 });
    expect(await counts('key findings:read')).toEqual({ active: 0, none: 0, address: 0, ownAddress: 0, domain: 0, name: 2, code: 1 });
    expect(await counts('TRAINER+AGENCY_CONTACT')).toEqual({ active: 9, none: 1, address: 0, ownAddress: 1, domain: 0, name: 2, code: 1 });
    expect(await counts('AGENCY_CONTACT')).toEqual({ active: 9, none: 1, address: 0, ownAddress: 1, domain: 0, name: 1, code: 0 });
    expect(await counts('OFFICER')).toEqual({ active: 1, none: 0, address: 0, ownAddress: 1, domain: 0, name: 1, code: 0 });
  });

  test('a holder of a mailbox is named only to those who see that officer', async () => {
    const { own, other } = here;
    // As after a slip of entry: the file shows a mailbox that somebody of another agency holds.
    await world.asOwner(`update officer set mailbox_id = null where id = '${other.officer}'`);
    await world.asOwner(
      `update officer set mailbox_id = (select id from mailbox where address = '${other.address}') where id = '${own.officer}'`,
    );
    const text = `{ officer(id: "${own.officer}") { mailbox { address officer { code } } } }`;
    expect((await data('AGENCY_CONTACT', text)).officer.mailbox).toEqual({ address: other.address, officer: null });
    expect((await data('TASK_FORCE', text)).officer.mailbox.officer).toEqual({ code: other.officerCode });
  });

  test('figures are those of the own side, and no order tells the others', async () => {
    const figures = async (viewer: ViewerName) =>
      (await data(viewer, `{ review(id: "${here.review}") { figures { officers } } }`)).review.figures.officers;
    expect(await Promise.all((['TASK_FORCE', 'COMMITTEE_MEMBER', 'AGENCY_CONTACT', 'OFFICER'] as const).map(figures))).toEqual([
      18, 18, 9, 1,
    ]);
    const byShare = `{ agencies(orderBy: [{ field: LEADER_SHARE }]) { edges { cursor } } }`;
    for (const viewer of ['ADMIN', 'TRAINER', 'AGENCY_CONTACT', 'OFFICER', 'key findings:read', 'AGENCY_CONTACT+OFFICER'] as const) {
      expect([viewer, outcomeOfMutation(await ask(viewer, byShare), 'agencies')]).toEqual([viewer, 'FORBIDDEN']);
    }
    for (const viewer of ['TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER', 'key awards:read'] as const) {
      expect((await data(viewer, byShare)).agencies.edges.length).toBeGreaterThan(1);
    }
  });

  test('a committee member meets nobody by name: not in agencies, not in reviews', async () => {
    const seen = await data(
      'COMMITTEE_MEMBER',
      `{ agencies { nodes { officers { totalCount nodes { id } } } } reviews { nodes { findings { totalCount nodes { id } } files { fileName } } } }`,
    );
    expect(seen.agencies.nodes.length).toBeGreaterThan(3);
    for (const { officers } of seen.agencies.nodes) expect(officers).toEqual({ totalCount: 0, nodes: [] });
    for (const { findings, files } of seen.reviews.nodes) expect([findings, files]).toEqual([{ totalCount: 0, nodes: [] }, []]);
  });

  test('of a class everybody sees only the lines that concern them: by no roster, no filter, no count of the own view', async () => {
    const { own, other } = here;
    const rosters = async (viewer: ViewerName) =>
      (
        await data(viewer, `{ trainingClasses(where: { state: [OPEN] }) { nodes { id roster { officer { code } } } } }`)
      ).trainingClasses.nodes
        .flatMap((held: any) => held.roster.map((line: any) => line.officer.code))
        .sort();
    const lines = (code: string) => [`${code}-HEAD`, `${code}-IDLE`, `${code}-PEER`];
    expect(await rosters('TASK_FORCE')).toEqual([...lines('Q1'), ...lines('SNV')]);
    expect(await rosters('TRAINER')).toEqual(lines('SNV'));
    expect(await rosters('AGENCY_CONTACT')).toEqual(lines('SNV'));
    expect(await rosters('OFFICER')).toEqual(['SNV-IDLE']);
    const withOfficer = (viewer: ViewerName, officer: string) =>
      data(viewer, `{ trainingClasses(where: { officerId: { eq: "${officer}" } }) { totalCount } }`).then(
        (d) => d.trainingClasses.totalCount,
      );
    expect(await Promise.all([withOfficer('OFFICER', own.officer), withOfficer('OFFICER', own.colleague)])).toEqual([1, 0]);
    expect(await Promise.all([withOfficer('AGENCY_CONTACT', own.leader), withOfficer('AGENCY_CONTACT', other.leader)])).toEqual([1, 0]);
    const planned = async (viewer: ViewerName) =>
      (await data(viewer, `{ trainingClasses(where: { state: [PLANNED] }) { totalCount } }`)).trainingClasses.totalCount;
    expect(await Promise.all((['TASK_FORCE', 'TRAINER', 'AGENCY_CONTACT', 'OFFICER'] as const).map(planned))).toEqual([2, 1, 0, 0]);
  });

  test('what one may not see is refused in the words for what is not there', async () => {
    const select = 'userErrors { code rule path message }';
    const both = (call: (id: string) => string, id: string) => [id, NOBODY].map((one) => `mutation { ${call(one)} }`);
    const { own, other } = here;
    for (const [viewer, [real, none]] of [
      ['AGENCY_CONTACT', both((id) => `findingSetCause(ids: ["${id}"], cause: NO_NEED) { ${select} }`, other.finding)],
      ['AGENCY_CONTACT', both((id) => `findingContest(id: "${id}", note: "x") { ${select} }`, other.openFinding)],
      ['OFFICER', both((id) => `findingContest(id: "${id}", note: "x") { ${select} }`, other.openFinding)],
      [
        'AGENCY_CONTACT',
        both(
          (id) => `officerRecordAbsence(id: "${id}", fromOn: "2026-10-01", untilOn: "2026-10-01", document: "1") { ${select} }`,
          other.officer,
        ),
      ],
      ['AGENCY_CONTACT', both((id) => `enrolmentWithdraw(ids: ["${id}"]) { ${select} }`, other.training.enrolment)],
      ['OFFICER', both((id) => `enrolmentWithdraw(ids: ["${id}"]) { ${select} }`, own.training.requested)],
      ['TRAINER', both((id) => `enrolmentApprove(ids: ["${id}"]) { ${select} }`, other.training.requested)],
      ['TRAINER', both((id) => `trainingClassOpen(id: "${id}") { ${select} }`, other.training.plannedClass)],
      [
        'AGENCY_CONTACT',
        both((id) => `enrolmentRequest(classId: "${own.training.trainingClass}", officerIds: ["${id}"]) { ${select} }`, other.officer),
      ],
      [
        'AGENCY_CONTACT',
        both(
          (id) => `enrolmentRequest(classId: "${own.training.trainingClass}", officerIds: [], findingIds: ["${id}"]) { ${select} }`,
          other.finding,
        ),
      ],
      [
        'OFFICER',
        both((id) => `enrolmentRequest(classId: "${id}", officerIds: ["${own.officer}"]) { ${select} }`, own.training.plannedClass),
      ],
    ] as const) {
      const answer = await data(viewer, real!);
      expect(Object.values<any>(answer)[0].userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect(answer).toEqual(await data(viewer, none!));
    }
    expect(await before.changed()).toEqual([]);
  });

  test('of many ids only those are changed that one may change, and the rest are told apart by nothing', async () => {
    const { own, other } = here;
    const { findingSetCause } = await data(
      'AGENCY_CONTACT',
      `mutation { findingSetCause(ids: ["${own.openFinding}", "${other.openFinding}", "${NOBODY}"], cause: HARD_TO_USE) { findings { id cause } userErrors { code path message } } }`,
    );
    expect(findingSetCause.findings).toEqual([{ id: own.openFinding, cause: 'HARD_TO_USE' }]);
    const [hidden, absent] = findingSetCause.userErrors;
    expect(findingSetCause.userErrors.map((e: any) => e.path)).toEqual([
      ['ids', '1'],
      ['ids', '2'],
    ]);
    expect({ ...hidden, path: null }).toEqual({ ...absent, path: null });
    expect((await data('TASK_FORCE', `{ finding(id: "${other.openFinding}") { cause } }`)).finding.cause).toBeNull();
  });

  test('nobody answers, settles or sets the cause in the own case, whatever other role they hold', async () => {
    const { own } = here;
    await ask('TASK_FORCE+OFFICER', `mutation { findingContest(id: "${own.openFinding}", note: "Tôi có dùng") { userErrors { code } } }`);
    const calls = [
      `findingSetCause(ids: ["${own.openFinding}"], cause: EXCUSED, note: "x")`,
      `findingAnswerContest(id: "${own.openFinding}", accept: true, note: "x")`,
      `findingSettleSignals(ids: ["${own.finding}"], takeImproved: true, note: "x")`,
    ];
    for (const call of calls) {
      const name = /^\w+/.exec(call)![0];
      const answer = await ask('TASK_FORCE+OFFICER', `mutation { ${call} { userErrors { code } } }`);
      expect([name, outcomeOfMutation(answer, name)]).toEqual([name, 'RULE_VIOLATED']);
      expect((await data('TASK_FORCE', `mutation { ${call} { userErrors { code } } }`))[name].userErrors).toEqual([]);
    }
  });

  test('a spreadsheet changes the own file as little as a form does: that row is refused, the others stand', async () => {
    const { own } = here;
    const sheet = [
      'officer_code,full_name,agency_code,post,is_leader,mailbox,since',
      `${own.officerCode},Nguyễn Văn Khác,${own.agencyCode},Chuyên viên,0,${own.address},2020-01-01`,
      `SNV-PEER,Nguyễn Văn Mới,${own.agencyCode},Chuyên viên,0,peer@snv.example,2020-01-01`,
    ].join('\n');
    const upload = async (viewer: ViewerName) => {
      const headers = { authorization: `Bearer ${here.tokens.get(viewer)}`, 'content-type': 'text/csv' };
      const { body } = await world.app.http.inject({ method: 'POST', url: '/registry/officers', headers, payload: sheet });
      return JSON.parse(body.trim().split('\n').at(-1)!).report.results.map((r: any) => [r.subject, r.outcome, r.code, r.message]);
    };
    const name = async () => (await data('TASK_FORCE', `{ officer(id: "${own.officer}") { fullName isLeader } }`)).officer;
    expect(await upload('TASK_FORCE+OFFICER')).toEqual([
      [own.officerCode, 'REFUSED', 'RULE_VIOLATED', 'Không ai được sửa hồ sơ của chính mình.'],
      ['SNV-PEER', 'ACCEPTED', null, null],
    ]);
    expect(await name()).toEqual({ fullName: 'Nguyễn Văn IDLE', isLeader: true });
    expect((await upload('TASK_FORCE'))[0]).toEqual([own.officerCode, 'ACCEPTED', null, null]);
    expect(await name()).toEqual({ fullName: 'Nguyễn Văn Khác', isLeader: false });
  });

  test('a key of idempotency is the own: the same key of somebody else answers nothing of it', async () => {
    const open = (agency: string) =>
      `mutation { reviewOpen(input: { title: "Đợt", windowTo: "2026-11-24", agencyIds: ["${agency}"], idempotencyKey: "k" }) { review { id } userErrors { code } } }`;
    const first = await data('TASK_FORCE', open(here.freeAgency));
    expect((await data('TASK_FORCE', open(here.freeAgency))).reviewOpen.review).toEqual(first.reviewOpen.review);
    const again = await data('TASK_FORCE+OFFICER', open(here.freeAgency));
    expect(again.reviewOpen).toEqual({ review: null, userErrors: [{ code: 'NOT_ALLOWED_NOW' }] });
  });

  test('me { rights } names what is held for anything at all, and nothing more', async () => {
    const rights = async (viewer: ViewerName): Promise<string[]> => (await data(viewer, '{ me { rights } }')).me.rights;
    expect(await rights('COMMITTEE_MEMBER')).toEqual([
      'agency.orderByShare',
      'agency.read',
      'award.readEligibility',
      'committee.read',
      'decision.closeVote',
      'decision.openVote',
      'decision.read',
      'decision.readBallots',
      'decision.readDockets',
      'decision.readGrounds',
      'decision.settleAppeal',
      'decision.vote',
      'decision.withdraw',
      'finding.readEvidence',
      'paper.read',
      'review.read',
      'review.readFigures',
      'usagePolicy.read',
      'user.readAccount',
    ]);
    expect(await rights('password code')).toEqual(['mailbox.resetPassword', 'officer.read', 'officer.readMailbox']);
    expect(await rights('key awards:read')).toEqual(['agency.orderByShare', 'agency.read', 'award.readEligibility', 'review.readFigures']);
    expect(await rights('key findings:read')).toEqual(['agency.read', 'finding.read', 'officer.read', 'review.read']);
    expect(await rights('key evidence:write')).toEqual(['evidence.changeSources', 'evidence.import', 'evidence.read']);
    expect((await rights('ADMIN')).filter((right) => /^(finding|review|decision|award)\./.test(right))).toEqual([]);
  });

  test('an id in capitals is the same id: no command does more for it, and the record names the thing as ever', async () => {
    const capitals = (text: string) => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => id.toUpperCase());
    const viewers: ViewerName[] = ['TASK_FORCE+OFFICER', 'AGENCY_CONTACT+OFFICER', 'ADMIN'];
    const different: string[] = [];
    for (const viewer of viewers) {
      for (const [name, sample] of Object.entries(mutationSamples)) {
        const call = sample(here, here.own);
        if (call === capitals(call)) continue;
        const outcomes: unknown[] = [];
        for (const text of [call, capitals(call)]) {
          const answer = await ask(viewer, `mutation { ${text} ${selectionOf(hopthuSchema(), name)} }`);
          const [last] = await world.asOwner<{ subject: string }>('select subject from audit_event order by seq desc limit 1');
          outcomes.push([outcomeOfMutation(answer, name), last?.subject.toLowerCase() === last?.subject]);
          await before.restore();
        }
        if (JSON.stringify(outcomes[0]) !== JSON.stringify(outcomes[1])) different.push(`${viewer} ${name} ${JSON.stringify(outcomes)}`);
      }
    }
    expect(different).toEqual([]);
    const own = here.own.officer.toUpperCase();
    const absence = `mutation { officerRecordAbsence(id: "${own}", fromOn: "2026-10-01", untilOn: "2026-10-02", document: "tự ghi") { userErrors { code } } }`;
    expect(outcomeOfMutation(await ask('AGENCY_CONTACT+OFFICER', absence), 'officerRecordAbsence')).toBe('FORBIDDEN');
    expect((await data('OFFICER', `{ officer(id: "${own}") { id } }`)).officer).toEqual({ id: here.own.officer });
  });
});
