import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { codeRights } from '../../server/identity/access-code-holder.js';
import { issueAccessCode, openByCode, revokeAccessCodes } from '../../server/identity/access-code.service.js';
import { allRights } from '../../server/identity/all-rights.js';
import { perform } from '../../server/identity/command.js';
import { forgetSessions } from '../../server/identity/session-cache.js';
import { World } from '../support/world.js';

const NOW = new Date('2026-11-25T02:00:00Z');
const HOUR = 3_600_000;
const OPEN = `mutation ($code: String!) { sessionCreateByCode(code: $code) {
  token expiresAt viewer { id name roles rights isByCode officer { id fullName } email factors { hasPassword } needsSecondFactor secondFactorUntil }
  userErrors { code path message } } }`;

describe('the code of a paper notice opens the own file (D-3, D-9)', () => {
  let world: World;
  let officer: string;
  let about: string;

  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    forgetSessions();
    world.ground.clock.stopAt(NOW);
    officer = await world.officer(await world.agency());
    about = `decision:${officer}`;
  });
  afterAll(() => world.close());

  const issue = (of = about) =>
    perform(world.system(), async (act) => {
      act.allowAnyone('a room writes a notice');
      return issueAccessCode(act, { scopeId: officer, about: of });
    });
  const later = (ms: number) => {
    world.ground.clock.stopAt(new Date(world.ground.clock.now().getTime() + ms));
    forgetSessions();
  };
  const open = async (code: string) => (await world.query(OPEN, { code })).data.sessionCreateByCode;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const me = async (token: string) => (await world.query('{ me { id name } }', {}, bearer(token))).data.me;
  const events = () =>
    world.asOwner<{ actor: string; action: string; subject: string }>(
      `select actor, action, subject from audit_event where action like 'accessCode.%' or action like 'session.%' order by seq`,
    );

  test('however it is typed, once, and for 24 hours without rest', async () => {
    const code = await issue();
    const { token, expiresAt, viewer, userErrors } = await open(` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(userErrors).toEqual([]);
    expect(expiresAt).toBe('2026-11-26T02:00:00.000Z');
    expect(viewer).toEqual({
      id: expect.stringMatching(/^code:[0-9a-f-]{36}$/),
      name: 'Nguyễn Thị Lan',
      roles: ['OFFICER'],
      rights: [
        'attachment.upload',
        'decision.appeal',
        'decision.explain',
        'decision.read',
        'decision.readGrounds',
        'finding.read',
        'finding.readEvidence',
        'officer.read',
        'paper.read',
      ],
      isByCode: true,
      officer: { id: officer, fullName: 'Nguyễn Thị Lan' },
      email: null,
      factors: { hasPassword: false },
      needsSecondFactor: false,
      secondFactorUntil: null,
    });
    expect((await open(code)).userErrors).toMatchObject([{ code: 'INVALID', path: ['code'] }]);
    later(23 * HOUR);
    expect(await me(token)).toMatchObject({ name: 'Nguyễn Thị Lan' });
    later(HOUR);
    expect(await me(token)).toBeNull();
    expect(await events()).toEqual([
      { actor: 'system', action: 'accessCode.issue', subject: viewer.id },
      { actor: viewer.id, action: 'accessCode.use', subject: viewer.id },
    ]);
  });

  test('in the panel as a cookie, and it can be left', async () => {
    const response = await world.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', 'x-hopthu-panel': '1' },
      payload: { query: OPEN, variables: { code: await issue() } },
    });
    expect(response.json().data.sessionCreateByCode).toMatchObject({ token: null, viewer: { isByCode: true } });
    const token = /__Host-hopthu=([\w-]+)/.exec(String(response.headers['set-cookie']))![1]!;
    expect(String(response.headers['set-cookie'])).toMatch(/HttpOnly; Secure; SameSite=Strict/);
    expect((await world.query('mutation { sessionEnd }', {}, bearer(token))).data).toEqual({ sessionEnd: true });
    expect(await me(token)).toBeNull();
    expect((await events()).at(-1)).toMatchObject({ action: 'session.end', actor: expect.stringMatching(/^code:/) });
  });

  test('not when it never was, was used, was replaced, was revoked or is too old: in the same words', async () => {
    const [replaced, revoked, old] = [await issue(), await issue('decision:two'), await issue('decision:three')];
    const used = await issue();
    expect((await open(used)).userErrors).toEqual([]);
    await perform(world.system(), async (act) => {
      act.allowAnyone('a case is withdrawn');
      expect(await revokeAccessCodes(act, 'decision:two')).toBe(1);
    });
    const said = [];
    for (const code of ['2222-2222-2222', 'không phải mã', '', used, replaced, revoked]) said.push(await open(code));
    later(90 * 24 * HOUR);
    said.push(await open(old));
    for (const answer of said) expect(answer).toEqual({ ...said[0], token: null, viewer: null });
    expect(said[0].userErrors).toMatchObject([{ code: 'INVALID', path: ['code'] }]);
  });

  test('a day before its 90 days are over it still does', async () => {
    const code = await issue();
    later(90 * 24 * HOUR - 1);
    expect((await open(code)).userErrors).toEqual([]);
  });

  test('of two who come at once one is let in', async () => {
    const code = await issue();
    const both = await Promise.allSettled(Array.from({ length: 5 }, () => openByCode(world.ground, code, {})));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.asOwner('select id from session')).toHaveLength(1);
  });

  test('a new code leaves the session of the one before alone until it is used; other matters are not touched', async () => {
    const first = (await open(await issue())).token;
    const other = (await open(await issue('decision:other'))).token;
    const second = await issue();
    expect(await me(first)).not.toBeNull();
    const next = (await open(second)).token;
    expect([await me(first), await me(next), await me(other)]).toEqual([null, expect.anything(), expect.anything()]);
  });

  test('revoking ends what was opened', async () => {
    const { token } = await open(await issue());
    await perform(world.system(), async (act) => {
      act.allowAnyone('a case is withdrawn');
      await revokeAccessCodes(act, about);
    });
    forgetSessions();
    const { data, errors } = await world.query('{ me { id } officers { totalCount } }', {}, bearer(token));
    expect([data, errors?.[0]?.message]).toEqual([null, 'Phiên làm việc này đã được kết thúc từ nơi khác. Vui lòng đăng nhập lại.']);
  });

  test('guessing ends after ten failures of an address, for right codes too, and passwords are not shut out by it (G-16)', async () => {
    const code = await issue();
    const tried = [];
    for (let i = 0; i < 12; i++) tried.push((await open('2222-2222-2222')).userErrors[0].code);
    expect(tried).toEqual([...Array(10).fill('INVALID'), 'LIMIT', 'LIMIT']);
    expect((await open(code)).userErrors).toMatchObject([{ code: 'LIMIT', path: ['code'] }]);
    expect(await events()).toMatchObject([
      { action: 'accessCode.issue' },
      { action: 'session.lock', subject: expect.stringMatching(/^address:/) },
    ]);
    await world.signIn('ADMIN');
    const { data } = await world.query('mutation { sessionCreate(email: "x@x.example", password: "y") { userErrors { code } } }');
    expect(data.sessionCreate.userErrors).toEqual([{ code: 'INVALID' }]);
    later(15 * 60_000 + 1);
    expect((await open(code)).userErrors).toEqual([]);
  });

  test('is in no table as it was printed, and its hash needs the key of the installation (G-17)', async () => {
    const code = await issue();
    const [row] = await world.asOwner<{ code_hash: string }>('select code_hash from access_code');
    expect(row!.code_hash).toBe(world.ground.key.mac(`access code\n${code.replaceAll('-', '')}`));
    const [{ dump }] = (await world.asOwner<{ dump: string }>(
      `select string_agg(t::text, ' ') as dump from (select row_to_json(a) t from access_code a union all select row_to_json(e) from audit_event e) all_of_it`,
    )) as [{ dump: string }];
    for (const form of [code, code.replaceAll('-', '')]) expect(dump.toUpperCase()).not.toContain(form);
  });

  test('whoever has it is named in the log as its holder', async () => {
    const { viewer } = await open(await issue());
    const admin = await world.signIn('ADMIN');
    const log = await admin(`{ auditEvents(subject: "officer:${officer}") { nodes { action actor actorName summary subjectName } } }`);
    const [used, issued] = log.data.auditEvents.nodes;
    expect(used).toEqual({
      action: 'accessCode.use',
      actor: viewer.id,
      actorName: 'Người giữ mã trên giấy thông báo',
      summary: 'Mở hồ sơ của mình bằng mã trên giấy thông báo.',
      subjectName: 'mã trên giấy thông báo',
    });
    expect(issued).toMatchObject({ action: 'accessCode.issue', summary: 'Cấp mã trên giấy thông báo.' });
  });

  test('opens rights of the own file alone', () => {
    const held = allRights().filter(({ name }) => codeRights('decision').has(name));
    const ofAnyFile = held.filter(({ holders }) => holders.some(({ role, when }) => role === 'OFFICER' && !when));
    // For a paper to be brought there is no thing yet it could be about; whose case it is, is asked of the case itself (rights-decisions-commands.ts).
    expect(ofAnyFile.map(({ name }) => name)).toEqual(['attachment.upload', 'decision.explain', 'decision.appeal']);
  });

  test('a restricted session is signed in nowhere else: its own account, others, and what it was not given stay shut', async () => {
    const stranger = await world.officer(await world.agency('Q1'));
    const { token } = await open(await issue());
    const ask = async (query: string) => {
      const { data, errors } = await world.query(query, {}, bearer(token));
      return errors?.[0]?.extensions.code ?? data;
    };
    expect(await ask('{ officers { nodes { id } } }')).toEqual({ officers: { nodes: [{ id: officer }] } });
    expect(await ask(`{ officer(id: "${stranger}") { id } }`)).toEqual({ officer: null });
    for (const query of [
      '{ agencies { totalCount } }',
      '{ mySessions { id } }',
      '{ letters { totalCount } }',
      '{ auditEvents { totalCount } }',
      '{ trainingClasses { totalCount } }',
      '{ reviews { totalCount } }',
      `mutation { passwordChange(currentPassword: "a", newPassword: "b") { userErrors { code } } }`,
      `mutation { findingContest(id: "${officer}", note: "x") { userErrors { code } } }`,
    ])
      expect([query, await ask(query)]).toEqual([query, 'FORBIDDEN']);
    expect(await ask(`{ officer(id: "${officer}") { phone otherEmail mailbox { address } postings { id } enrolments { id } } }`)).toEqual({
      officer: { phone: null, otherEmail: null, mailbox: null, postings: [], enrolments: [] },
    });
  });
});
