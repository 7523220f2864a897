import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RoleName } from '../../server/identity/actor.js';
import { type Ask, World } from '../support/world.js';

describe('the registry over GraphQL', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(() => world.clear());
  afterAll(() => world.close());

  test('nobody who is not signed in gets anything but me', async () => {
    const { data } = await world.nobody('{ me { id } }');
    expect(data.me).toBeNull();
    const { errors } = await world.nobody('{ agencies { totalCount } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const created = await world.nobody('mutation { officerLeave(id: "x", onDate: "2026-01-01") { userErrors { code } } }');
    expect(created.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('an officer is made, found without diacritics, moved, and the history stays', async () => {
    const ask = await world.signIn('TASK_FORCE');
    const snv = await world.agency('SNV');
    const q1 = await world.agency('Q1');
    const made = await ask(
      `mutation ($input: OfficerInput!) { officerCreate(input: $input) { officer { id code fullName agency { code } mailbox { address state expectedState } postings { fromOn untilOn } version } userErrors { code message } } }`,
      {
        input: {
          code: 'snv-0001',
          fullName: '  Đặng  Thị Thủy ',
          agencyId: snv,
          isLeader: true,
          post: 'Giám đốc',
          mailboxAddress: 'Thuy.DT@snv.example',
          sinceOn: '2020-01-01',
        },
      },
    );
    expect(made.errors).toBeUndefined();
    const { officer, userErrors } = made.data.officerCreate;
    expect(userErrors).toEqual([]);
    expect(officer).toMatchObject({
      code: 'SNV-0001',
      fullName: 'Đặng Thị Thủy',
      agency: { code: 'SNV' },
      mailbox: { address: 'thuy.dt@snv.example', state: 'ACTIVE' },
      version: 1,
    });
    const found = await ask(
      `{ officers(search: "thuy dang") { totalCount nodes { code } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(found.data.officers).toMatchObject({ totalCount: 1, nodes: [{ code: 'SNV-0001' }] });
    const moved = await ask(
      `mutation ($id: ID!, $agency: ID!) { officerTransfer(id: $id, agencyId: $agency, post: "Phó Chủ tịch", isLeader: true, onDate: "2026-01-10") { officer { agency { code } post postings { agency { code } fromOn untilOn } } userErrors { code message } } }`,
      { id: officer.id, agency: q1 },
    );
    expect(moved.data.officerTransfer.officer).toEqual({
      agency: { code: 'Q1' },
      post: 'Phó Chủ tịch',
      postings: [
        { agency: { code: 'Q1' }, fromOn: '2026-01-10', untilOn: null },
        { agency: { code: 'SNV' }, fromOn: '2020-01-01', untilOn: '2026-01-09' },
      ],
    });
  });

  test('a second editor of the same version is refused STALE (G-3)', async () => {
    const ask = await world.signIn('ADMIN');
    const id = await world.agency('SNV');
    const edit = (name: string) =>
      ask(
        `mutation ($id: ID!, $input: AgencyInput!) { agencyUpdate(id: $id, input: $input, expectedVersion: 1) { agency { name version } userErrors { code path } } }`,
        {
          id,
          input: { code: 'SNV', name, kind: 'DEPARTMENT', staffQuota: 11 },
        },
      );
    expect((await edit('Sở Nội vụ')).data.agencyUpdate.agency).toEqual({ name: 'Sở Nội vụ', version: 2 });
    expect((await edit('Sở khác')).data.agencyUpdate).toEqual({ agency: null, userErrors: [{ code: 'STALE', path: ['expectedVersion'] }] });
  });

  test('of twenty who make an officer with one code at once one succeeds, the others are refused DUPLICATE', async () => {
    const ask = await world.signIn('TASK_FORCE');
    const agencyId = await world.agency('SNV');
    const make = (n: number) =>
      ask('mutation ($input: OfficerInput!) { officerCreate(input: $input) { officer { id } userErrors { code } } }', {
        input: { code: 'SNV-0001', fullName: 'Trần Thị Lan', agencyId, isLeader: false, mailboxAddress: `lan${n}@snv.example` },
      });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => make(n)));
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    const codes = answers.map(({ data }) => data.officerCreate.userErrors[0]?.code ?? 'MADE');
    expect(codes.sort()).toEqual([...Array.from({ length: 19 }, () => 'DUPLICATE'), 'MADE']);
  });

  test('lists are walked by cursor without gaps and read by page', async () => {
    const ask = await world.signIn('TASK_FORCE');
    const snv = await world.agency('SNV');
    const names = ['Trần An', 'Lê Ánh', 'Võ Ân', 'Ngô Đức', 'Hồ Bình', 'Lý Em'];
    for (const fullName of names) await world.officer(snv, { fullName });
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const { data }: any = await ask(
        `query ($after: String) { officers(first: 2, after: $after) { edges { cursor node { fullName } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      walked.push(...data.officers.edges.map((e: any) => e.node.fullName));
      after = data.officers.pageInfo.hasNextPage ? data.officers.pageInfo.endCursor : null;
    } while (after);
    expect(walked).toEqual(['Trần An', 'Lê Ánh', 'Võ Ân', 'Hồ Bình', 'Ngô Đức', 'Lý Em']);
    const page = await ask(
      `{ officers(first: 2, offset: 2) { totalCount nodes { fullName } } agencies { nodes { code officers(first: 1) { totalCount nodes { fullName mailbox { address } } } } } }`,
    );
    expect(page.data.officers).toEqual({ totalCount: 6, nodes: [{ fullName: 'Võ Ân' }, { fullName: 'Hồ Bình' }] });
    expect(page.data.agencies.nodes[0]).toMatchObject({ code: 'SNV', officers: { totalCount: 6, nodes: [{ fullName: 'Trần An' }] } });
    const tooMany = await ask(`{ officers(first: 101) { totalCount } }`);
    expect(tooMany.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a contact sees the own agency only and cannot change officers', async () => {
    const snv = await world.agency('SNV');
    const q1 = await world.agency('Q1');
    await world.officer(snv, { phone: '0901234567' });
    const other = await world.officer(q1, { phone: '0901234568' });
    const ask = await world.signIn('AGENCY_CONTACT', snv);
    const { data } = await ask(`query ($id: ID!) { officers { totalCount nodes { phone agency { code } } } officer(id: $id) { id } }`, {
      id: other,
    });
    expect(data.officers).toEqual({ totalCount: 1, nodes: [{ phone: '0901234567', agency: { code: 'SNV' } }] });
    expect(data.officer).toBeNull();
    const change = await ask(`mutation ($id: ID!) { officerLeave(id: $id, onDate: "2026-01-01") { userErrors { code } } }`, { id: other });
    expect(change.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const absence = (id: string) =>
      ask(
        `mutation ($id: ID!) { officerRecordAbsence(id: $id, fromOn: "2026-01-01", untilOn: "2026-01-02", document: "12/GNP") { userErrors { code message } } }`,
        { id },
      );
    const toldOfNobody = await absence('0190a7e0-0000-7000-8000-000000000000');
    expect(toldOfNobody.data.officerRecordAbsence.userErrors).toEqual([{ code: 'NOT_FOUND', message: 'Không tìm thấy.' }]);
    expect(await absence(other)).toEqual(toldOfNobody);
  });

  test('a filter or an order tells nothing that may not be read: tiers and shares stay hidden (G-15)', async () => {
    const snv = await world.agency('SNV');
    const never = await world.officer(snv);
    const own = await world.officer(snv);
    await world.ground.orm.em.fork().execute(`update officer set current_tier = 'NEVER'`);
    const byTier = `{ officers(where: { tier: [NEVER] }) { totalCount } agencies { nodes { officers(where: { tier: [NEVER] }) { totalCount } } } }`;
    const counted = async (ask: Ask) => {
      const { data } = await ask(byTier);
      expect(data.agencies.nodes[0].officers.totalCount).toBe(data.officers.totalCount);
      return data.officers.totalCount;
    };
    for (const role of ['ADMIN', 'TRAINER'] as const) expect([role, await counted(await world.signIn(role))]).toEqual([role, 0]);
    for (const role of ['TASK_FORCE', 'SECRETARY'] as const) expect([role, await counted(await world.signIn(role))]).toEqual([role, 2]);
    // A tier is known by the finding it comes from (T-6), and here nobody's finding may be read: there is none.
    expect(await counted(await world.signIn('AGENCY_CONTACT', snv))).toBe(0);
    expect(await counted(await world.signIn('OFFICER', own))).toBe(0);
    expect(never).not.toBe(own);
    const byShare = `{ agencies(orderBy: [{ field: LEADER_SHARE }]) { edges { cursor } } }`;
    const boundTo: Partial<Record<RoleName, string>> = { AGENCY_CONTACT: snv, OFFICER: own };
    for (const role of ['ADMIN', 'TRAINER', 'AGENCY_CONTACT', 'OFFICER'] as const) {
      const { errors } = await (await world.signIn(role, boundTo[role]))(byShare);
      expect([role, errors?.[0]?.extensions.code]).toEqual([role, 'FORBIDDEN']);
    }
    for (const role of ['TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER'] as const) {
      expect((await (await world.signIn(role))(byShare)).data.agencies.edges).toHaveLength(1);
    }
  });

  test('nobody changes the own file, whatever other role they hold (G-15)', async () => {
    const snv = await world.agency('SNV');
    const own = await world.officer(snv, { code: 'OWN-1', mailboxAddress: 'own@snv.example' });
    const other = await world.officer(snv);
    const contact = await world.signInAs([
      { role: 'AGENCY_CONTACT', scopeId: snv },
      { role: 'OFFICER', scopeId: own },
    ]);
    const force = await world.signInAs([{ role: 'TASK_FORCE' }, { role: 'OFFICER', scopeId: own }]);
    const absence = (id: string) =>
      `mutation { officerRecordAbsence(id: "${id}", fromOn: "2026-01-01", untilOn: "2026-01-02", document: "12/GNP") { userErrors { code } } }`;
    const input = `{ code: "OWN-1", fullName: "Trần Ân", agencyId: "${snv}", isLeader: false }`;
    const mutations = [
      absence(own),
      `mutation { officerUpdate(id: "${own}", input: ${input}, expectedVersion: 1) { userErrors { code } } }`,
      `mutation { officerTransfer(id: "${own}", agencyId: "${snv}", isLeader: true, onDate: "2026-01-10") { userErrors { code } } }`,
      `mutation { officerLeave(id: "${own}", onDate: "2026-01-10") { userErrors { code } } }`,
      `mutation { officerRecordOtherPost(id: "${own}", input: { agencyId: "${snv}", isLeader: false, fromOn: "2026-01-01" }) { userErrors { code } } }`,
      `mutation { mailboxRecord(input: { address: "own@snv.example", kind: MACHINE }) { userErrors { code } } }`,
      `mutation { mailboxRecord(input: { address: "new@snv.example", officerId: "${own}" }) { userErrors { code } } }`,
    ];
    for (const mutation of mutations) {
      const { errors } = await force(mutation);
      expect([mutation, errors?.[0]?.extensions.code]).toEqual([mutation, 'FORBIDDEN']);
    }
    const refused = await contact(absence(own));
    expect(refused.errors?.[0]).toMatchObject({ message: 'Không ai được sửa hồ sơ của chính mình.', extensions: { code: 'FORBIDDEN' } });
    expect((await contact(absence(other))).data.officerRecordAbsence.userErrors).toEqual([]);
    expect((await force(absence(other))).data.officerRecordAbsence.userErrors).toEqual([]);
  });

  test('a mistake is answered in the language asked for', async () => {
    const ask = await world.signIn('TASK_FORCE');
    const query = `mutation { officerLeave(id: "0190a7e0-0000-7000-8000-000000000000", onDate: "2026-01-01") { userErrors { code message } } }`;
    expect((await ask(query)).data.officerLeave.userErrors).toEqual([{ code: 'NOT_FOUND', message: 'Không tìm thấy.' }]);
    expect((await ask(query, {}, { 'accept-language': 'en-GB' })).data.officerLeave.userErrors).toEqual([
      { code: 'NOT_FOUND', message: 'Not found.' },
    ]);
  });
});

describe('posts beside the main one', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  test('are recorded and ended, and the officer stays counted in the main agency (T-2)', async () => {
    const ask = await world.signIn('TASK_FORCE');
    const snv = await world.agency('SNV');
    const q1 = await world.agency('Q1');
    const id = await world.officer(snv, { sinceOn: '2020-01-01', post: 'Giám đốc', isLeader: true });
    const record = (untilOn: string | null) =>
      ask(
        `mutation ($id: ID!, $input: OtherPostInput!) { officerRecordOtherPost(id: $id, input: $input) { officer { agency { code } postings { isMain agency { code } untilOn } } userErrors { code } } }`,
        { id, input: { agencyId: q1, post: 'Ủy viên', isLeader: true, fromOn: '2026-01-01', untilOn } },
      );
    expect((await record(null)).data.officerRecordOtherPost.userErrors).toEqual([]);
    const { data } = await record('2026-06-30');
    expect(data.officerRecordOtherPost.officer).toEqual({
      agency: { code: 'SNV' },
      postings: [
        { isMain: false, agency: { code: 'Q1' }, untilOn: '2026-06-30' },
        { isMain: true, agency: { code: 'SNV' }, untilOn: null },
      ],
    });
    const reversed = await record('2025-06-30');
    expect(reversed.data.officerRecordOtherPost.userErrors).toEqual([{ code: 'INVALID' }]);
  });
});

describe('a mailbox that changes hands', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(() => world.clear());
  afterAll(() => world.close());

  const periods = () =>
    world.ground.orm.em
      .fork()
      .execute(
        `select o.code, p.from_on::text as from, p.until_on::text as until from mailbox_period p join officer o on o.id = p.officer_id order by o.code, p.from_on nulls first`,
      );
  const RELEASE = `mutation ($address: String!, $lastDay: Date) { mailboxRelease(address: $address, lastDay: $lastDay) { mailbox { address officer { code } } userErrors { code } } }`;
  const RECORD = `mutation ($input: MailboxInput!) { mailboxRecord(input: $input) { mailbox { officer { code } } userErrors { code } } }`;

  test('a slip of entry is taken back as if it had never been, and the right officer gets the mailbox', async () => {
    const ask = await world.signIn('TASK_FORCE');
    const snv = await world.agency('SNV');
    const wrong = await world.officer(snv, { code: 'A-1', mailboxAddress: 'lan@snv.example', mailboxCreatedOn: '2020-01-01' });
    const right = await world.officer(snv, { code: 'A-2', mailboxAddress: null });
    const taken = await ask(RECORD, { input: { address: 'lan@snv.example', officerId: right } });
    expect(taken.data.mailboxRecord.userErrors).toEqual([{ code: 'DUPLICATE' }]);
    const released = await ask(RELEASE, { address: 'LAN@snv.example' });
    expect(released.data.mailboxRelease).toEqual({ mailbox: { address: 'lan@snv.example', officer: null }, userErrors: [] });
    expect((await ask(RECORD, { input: { address: 'lan@snv.example', officerId: right } })).data.mailboxRecord.mailbox.officer).toEqual({
      code: 'A-2',
    });
    expect(await periods()).toEqual([{ code: 'A-2', from: '2020-01-01', until: null }]);
    const { data } = await ask(
      `query ($a: ID!, $b: ID!) { a: officer(id: $a) { mailbox { id } } b: officer(id: $b) { mailbox { address } } found: officers(search: "lan@snv") { nodes { code } } }`,
      {
        a: wrong,
        b: right,
      },
    );
    expect(data).toEqual({ a: { mailbox: null }, b: { mailbox: { address: 'lan@snv.example' } }, found: { nodes: [{ code: 'A-2' }] } });
  });

  test('given up on a day, it is the next holder’s from the day after, whenever that is entered', async () => {
    const ask = await world.signIn('TASK_FORCE');
    const snv = await world.agency('SNV');
    const first = await world.officer(snv, { code: 'B-1', mailboxAddress: 'so@snv.example', mailboxCreatedOn: '2020-01-01' });
    const second = await world.officer(snv, { code: 'B-2', mailboxAddress: null });
    await ask(RELEASE, { address: 'so@snv.example', lastDay: '2026-03-31' });
    await ask(RECORD, { input: { address: 'so@snv.example', officerId: second } });
    expect(await periods()).toEqual([
      { code: 'B-1', from: '2020-01-01', until: '2026-03-31' },
      { code: 'B-2', from: '2026-04-01', until: null },
    ]);
    await ask(`mutation ($id: ID!) { officerLeave(id: $id, onDate: "2026-05-10") { userErrors { code } } }`, { id: second });
    const third = await world.officer(snv, { code: 'B-3', mailboxAddress: 'so@snv.example', sinceOn: '2026-05-15' });
    expect([first, second, third]).toHaveLength(3);
    expect((await periods()).slice(1)).toEqual([
      { code: 'B-2', from: '2026-04-01', until: '2026-05-10' },
      { code: 'B-3', from: '2026-05-11', until: null },
    ]);
    expect((await ask(RELEASE, { address: 'nobody@snv.example' })).data.mailboxRelease.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
  });
});
