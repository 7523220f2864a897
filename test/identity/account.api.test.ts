import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '../../server/kernel/calendar.js';
import { type Ask, World } from '../support/world.js';
import { askingWith, type Person, PASSWORD, person, showsSecondFactor } from './account-world.js';

const USER = `id name email disabledAt invitedUntil lastSignInAt hasPassword hasSecondFactor hasSingleSignOn version availableActions
  grants { id role scopeId agency { code } officer { code fullName } } officer { code }`;
const PAYLOAD = `{ user { ${USER} } invitation { url expiresAt } userErrors { code path rule message } }`;
const CREATE = `mutation ($input: UserInput!) { userCreate(input: $input) ${PAYLOAD} }`;
const UPDATE = `mutation ($id: ID!, $input: UserInput!, $version: Int!) { userUpdate(id: $id, input: $input, expectedVersion: $version) ${PAYLOAD} }`;
const USERS = `query ($search: String, $role: [Role!], $first: Int, $after: String) {
  users(search: $search, role: $role, first: $first, after: $after) { nodes { ${USER} } totalCount pageInfo { hasNextPage endCursor } } }`;
const KEY = 'id name prefix scopes createdAt expiresOn lastUsedAt endedAt createdBy availableActions';
const KEY_CREATE = `mutation ($name: String!, $scopes: [String!]!, $expiresOn: Date!) {
  apiKeyCreate(name: $name, scopes: $scopes, expiresOn: $expiresOn) { id secret apiKey { ${KEY} } userErrors { code path rule message } } }`;
const KEY_REVOKE = `mutation ($id: ID!) { apiKeyRevoke(id: $id) { apiKey { ${KEY} } userErrors { code path rule } } }`;

const command = (name: string, more = '') => `mutation ($id: ID!) { done: ${name}(id: $id${more}) ${PAYLOAD} }`;
const COMMANDS = [
  command('userDisable', ', reason: "x"'),
  command('userEnable'),
  command('userInvite'),
  command('userResetSecondFactor', ', reason: "x"'),
  command('userEndSessions'),
];

describe('accounts over GraphQL', () => {
  let world: World;
  let admin: Person;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    admin = await person(world, 'Admin', 'ADMIN');
  });
  afterAll(() => world.close());

  const input = (more: object = {}) => ({ name: 'Lê Thị Hoa', email: 'Hoa@City.example', grants: [{ role: 'TRAINER' }], ...more });
  const create = async (more: object = {}) => (await admin.ask(CREATE, { input: input(more) })).data.userCreate;
  const keyFor = async (scopes = ['findings:read']) => {
    const { data } = await admin.ask(KEY_CREATE, { name: 'Thi đua', scopes, expiresOn: addDays(world.ground.clock.today(), 365) });
    return data.apiKeyCreate;
  };

  test('a file has one owner: nobody makes a second account that reads it as its own and leaves no trace (R-1)', async () => {
    const officer = await world.officer(await world.agency());
    const grants = [{ role: 'OFFICER', scopeId: officer }];
    const first = await create({ grants });
    const second = await create({ email: 'second@city.example', grants });
    expect(second).toMatchObject({
      user: null,
      userErrors: [{ code: 'DUPLICATE', path: ['input', 'grants', '0', 'scopeId'], message: expect.stringContaining('Lê Thị Hoa') }],
    });
    const other = (await create({ email: 'third@city.example' })).user;
    const taken = { id: other.id, version: other.version, input: input({ email: 'third@city.example', grants }) };
    expect((await admin.ask(UPDATE, taken)).data.userUpdate.userErrors).toMatchObject([{ code: 'DUPLICATE' }]);
    const same = { id: first.user.id, version: first.user.version, input: input({ name: 'Lê Thị Hồng', grants }) };
    expect((await admin.ask(UPDATE, same)).data.userUpdate.userErrors).toEqual([]);
    const trail = await world
      .system()
      .ground.orm.em.fork()
      .execute<{ action: string }[]>(
        `select e.action from audit_event e join audit_mention m on m.seq = e.seq where m.subject = ? order by e.seq`,
        [`officer:${officer}`],
      );
    expect(trail.map(({ action }) => action)).toContain('user.create');
  });

  test('an account is made with its roles and a link, changed, disabled and enabled', async () => {
    const agency = await world.agency();
    const officer = await world.officer(agency, { code: 'CB-1' });
    const grants = [
      { role: 'AGENCY_CONTACT', scopeId: agency },
      { role: 'OFFICER', scopeId: officer },
    ];
    const { user, invitation, userErrors } = await create({ grants });
    expect(userErrors).toEqual([]);
    expect(invitation.url).toMatch(/\/#\/invitation\?token=hti_[\w-]{43}$/);
    expect(user).toMatchObject({
      name: 'Lê Thị Hoa',
      email: 'hoa@city.example',
      invitedUntil: invitation.expiresAt,
      disabledAt: null,
      lastSignInAt: null,
      hasPassword: false,
      hasSecondFactor: false,
      hasSingleSignOn: false,
      version: 1,
      officer: { code: 'CB-1' },
      availableActions: ['UPDATE', 'DISABLE', 'INVITE', 'END_SESSIONS'],
      grants: [
        { role: 'AGENCY_CONTACT', scopeId: agency, agency: { code: 'SNV' }, officer: null },
        { role: 'OFFICER', scopeId: officer, agency: null, officer: { code: 'CB-1', fullName: 'Nguyễn Thị Lan' } },
      ],
    });
    const changed = await admin.ask(UPDATE, { id: user.id, input: input({ name: 'Lê Hoa' }), version: 1 });
    expect(changed.data.userUpdate.user).toMatchObject({ name: 'Lê Hoa', version: 2, officer: null, grants: [{ role: 'TRAINER' }] });
    const stale = await admin.ask(UPDATE, { id: user.id, input: input(), version: 1 });
    expect(stale.data.userUpdate).toMatchObject({ user: null, userErrors: [{ code: 'STALE', path: ['expectedVersion'] }] });
    const disabled = (await admin.ask(COMMANDS[0]!, { id: user.id })).data.done.user;
    expect(disabled).toMatchObject({ invitedUntil: null, availableActions: ['UPDATE', 'ENABLE'] });
    expect(disabled.disabledAt).not.toBeNull();
    expect((await admin.ask(COMMANDS[1]!, { id: user.id })).data.done.user.disabledAt).toBeNull();
  });

  test('what is wrong is told at its field', async () => {
    const wrong = await create({ name: '', email: 'x', grants: [{ role: 'OFFICER' }, { role: 'SERVICE' }] });
    expect(wrong.userErrors.map(({ code, path }: any) => `${code} ${path.join('.')}`)).toEqual([
      'REQUIRED input.name',
      'INVALID input.email',
      'REQUIRED input.grants.0.scopeId',
      'INVALID input.grants.1.role',
    ]);
    const nobody = await admin.ask(COMMANDS[2]!, { id: '01890000-0000-7000-8000-000000000000' });
    expect(nobody.data.done.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['id'] }]);
    expect((await admin.ask(COMMANDS[2]!, { id: 'x' })).data.done.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('a link opens the door over HTTP, and the account shows it', async () => {
    const { user, invitation } = await create();
    const token = invitation.url.split('token=')[1];
    const accepted = await world.app.http.inject({
      method: 'POST',
      url: '/auth/invitation/accept',
      headers: { 'content-type': 'application/json', 'x-hopthu-panel': '1' },
      payload: { token, password: PASSWORD },
    });
    expect(accepted.statusCode).toBe(200);
    const { data } = await admin.ask(`query ($id: ID!) { user(id: $id) { ${USER} } }`, { id: user.id });
    expect(data.user).toMatchObject({ hasPassword: true, invitedUntil: null });
    expect(data.user.lastSignInAt).not.toBeNull();
  });

  test('users are found by words of name and address without diacritics, by role, and page by page', async () => {
    await create();
    await create({ name: 'Đặng Văn Ánh', email: 'anh.dv@q1.example', grants: [{ role: 'SECRETARY' }] });
    await create({ name: 'Đặng Thị An', email: 'an@q1.example', grants: [] });
    const names = async (variables: object) => (await admin.ask(USERS, { ...variables })).data.users.nodes.map((u: any) => u.name);
    expect(await names({ search: 'dang' })).toEqual(['Đặng Thị An', 'Đặng Văn Ánh']);
    expect(await names({ search: 'ĐẶNG anh' })).toEqual(['Đặng Văn Ánh']);
    expect(await names({ search: 'q1.example' })).toEqual(['Đặng Thị An', 'Đặng Văn Ánh']);
    expect(await names({ search: 'ang' })).toEqual([]);
    expect(await names({ search: '%' })).toEqual([]);
    expect(await names({ role: ['SECRETARY', 'TRAINER'] })).toEqual(['Đặng Văn Ánh', 'Lê Thị Hoa']);
    expect(await names({ role: [] })).toEqual([]);
    const walked: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 10; pages++) {
      const { users }: any = (await admin.ask(USERS, { first: 3, after })).data;
      expect(users.totalCount).toBe(4);
      walked.push(...users.nodes.map((u: any) => u.name));
      if (!users.pageInfo.hasNextPage) break;
      after = users.pageInfo.endCursor;
    }
    expect(walked).toEqual(['Admin', 'Đặng Thị An', 'Đặng Văn Ánh', 'Lê Thị Hoa']);
  });

  test('task force and secretary see who is active by id and name, and nothing else of an account (G-15)', async () => {
    const { user } = await create();
    const gone = (await create({ email: 'gone@city.example', name: 'Gone' })).user;
    await admin.ask(COMMANDS[0]!, { id: gone.id });
    for (const role of ['TASK_FORCE', 'SECRETARY'] as const) {
      const ask = await world.signIn(role);
      const { data } = await ask(USERS, { role: ['TRAINER'] });
      const bare = { id: user.id, name: 'Lê Thị Hoa', version: 1, availableActions: [], grants: [], officer: null };
      const hidden = ['email', 'disabledAt', 'invitedUntil', 'lastSignInAt', 'hasPassword', 'hasSecondFactor', 'hasSingleSignOn'];
      const expected = { ...bare, ...Object.fromEntries(hidden.map((field) => [field, null])) };
      expect(data.users).toMatchObject({ totalCount: 1, nodes: [expected] });
      expect((await ask(`query ($id: ID!) { user(id: $id) { ${USER} } }`, { id: user.id })).data.user).toEqual(expected);
      // A search or filter over what may not be read would tell it.
      expect((await ask(USERS, { search: 'hoa@city.example' })).data.users.totalCount).toBe(0);
      expect((await ask(USERS, { role: ['ADMIN'] })).errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
  });

  test('everybody reads their own account and nobody else’s; a key has none (G-15)', async () => {
    const agency = await world.agency();
    const officer = await world.officer(agency);
    const own = await person(world, 'Own', 'OFFICER', officer);
    const one = `query ($id: ID!) { user(id: $id) { ${USER} } me { id email } }`;
    const { data } = await own.ask(one, { id: own.id });
    expect(data.user).toMatchObject({ email: 'own@city.example', hasPassword: true, grants: [{ role: 'OFFICER' }], availableActions: [] });
    expect(data.me).toEqual({ id: own.id, email: 'own@city.example' });
    expect((await own.ask(one, { id: admin.id })).data.user).toBeNull();
    const colleague = await world.officer(agency);
    for (const role of ['COMMITTEE_MEMBER', 'TRAINER', 'AGENCY_CONTACT', 'OFFICER'] as const) {
      const scope = { AGENCY_CONTACT: agency, OFFICER: colleague }[role as string];
      const ask = await world.signIn(role, scope);
      expect((await ask(one, { id: admin.id })).data.user).toBeNull();
      expect((await ask(USERS)).errors![0]!.extensions.code).toBe('FORBIDDEN');
      expect((await ask(`{ apiKeys { id } }`)).errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
    const ask = askingWith(world, (await keyFor()).secret);
    const answer = await ask(one, { id: admin.id });
    expect(answer.data).toMatchObject({ user: null, me: { email: null } });
  });

  test('nobody but an administrator changes accounts or keys, and nobody without signing in', async () => {
    const { id } = (await create()).user;
    const key = (await keyFor()).id;
    const asks: [Ask, string][] = [
      [await world.signIn('TASK_FORCE'), 'FORBIDDEN'],
      [await world.signIn('SECRETARY'), 'FORBIDDEN'],
      [askingWith(world, (await keyFor(['awards:read', 'evidence:write', 'findings:read'])).secret), 'FORBIDDEN'],
      [world.nobody, 'UNAUTHENTICATED'],
      [askingWith(world, `htk_${'a'.repeat(51)}`), 'UNAUTHENTICATED'],
    ];
    for (const [ask, code] of asks) {
      const answers = [
        await ask(CREATE, { input: input({ email: 'x@city.example' }) }),
        await ask(UPDATE, { id, input: input(), version: 1 }),
        ...(await Promise.all(COMMANDS.map((document) => ask(document, { id })))),
        await ask(KEY_CREATE, { name: 'x', scopes: ['awards:read'], expiresOn: '2030-01-01' }),
        await ask(KEY_REVOKE, { id: key }),
      ];
      expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(answers.map(() => code));
    }
  });

  test('a key is shown once, opens what its scopes say, and nothing once it is revoked', async () => {
    const { id, secret, apiKey, userErrors } = await keyFor();
    expect(userErrors).toEqual([]);
    expect(apiKey).toMatchObject({ id, prefix: secret.slice(0, 12), createdBy: 'Admin', availableActions: ['REVOKE'], lastUsedAt: null });
    const asKey = askingWith(world, secret);
    expect((await asKey('{ me { name roles rights } officers { totalCount } }')).data).toMatchObject({
      me: { name: 'Thi đua', roles: ['SERVICE'] },
      officers: { totalCount: 0 },
    });
    expect((await asKey('{ evidenceSources { id } }')).errors![0]!.extensions.code).toBe('FORBIDDEN');
    const listed = (await admin.ask(`{ apiKeys { ${KEY} } }`)).data.apiKeys;
    expect(listed).toHaveLength(1);
    expect(listed[0].lastUsedAt).not.toBeNull();
    expect(JSON.stringify(listed)).not.toContain(secret.slice(12));
    const revoked = (await admin.ask(KEY_REVOKE, { id })).data.apiKeyRevoke.apiKey;
    expect(revoked).toMatchObject({ availableActions: [] });
    expect(revoked.endedAt).not.toBeNull();
    expect((await asKey('{ officers { totalCount } }')).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect((await asKey('{ me { id } }')).data.me).toBeNull();
  });

  test('a key lives 365 days at most, and its scopes must exist', async () => {
    const today = world.ground.clock.today();
    const attempt = async (scopes: string[], expiresOn: string) =>
      (await admin.ask(KEY_CREATE, { name: 'x', scopes, expiresOn })).data.apiKeyCreate;
    expect((await attempt(['awards:read'], addDays(today, 366))).userErrors).toMatchObject([{ code: 'LIMIT', path: ['expiresOn'] }]);
    expect((await attempt(['awards:read'], today)).userErrors).toMatchObject([{ code: 'INVALID', path: ['expiresOn'] }]);
    const unknown = await attempt(['root'], addDays(today, 1));
    expect(unknown).toMatchObject({ id: null, secret: null, userErrors: [{ code: 'INVALID', path: ['scopes', '0'] }] });
    expect(unknown.userErrors[0].message).toContain('evidence:write');
  });

  describe('keys and accounts need a second factor no older than 12 hours (G-18)', () => {
    const HOUR = 3_600_000;
    /** What each change answers, for a session that showed its second factor at some time. */
    const outcomes = async (shownAt: Date | null) => {
      const { id } = (await create()).user;
      const key = (await keyFor()).id;
      await showsSecondFactor(world, admin.token, shownAt);
      const { forgetSessions } = await import('../../server/identity/session.service.js');
      forgetSessions(world.ground);
      const answers = [
        await admin.ask(CREATE, { input: input({ email: 'neu@city.example' }) }),
        await admin.ask(UPDATE, { id, input: input(), version: 1 }),
        await admin.ask(COMMANDS[2]!, { id }),
        await admin.ask(COMMANDS[4]!, { id }),
        await admin.ask(COMMANDS[0]!, { id }),
        await admin.ask(COMMANDS[1]!, { id }),
        await admin.ask(KEY_CREATE, { name: 'x', scopes: ['awards:read'], expiresOn: addDays(world.ground.clock.today(), 1) }),
        await admin.ask(KEY_REVOKE, { id: key }),
      ];
      return answers.map(({ data }) => {
        const [payload] = Object.values<any>(data);
        return payload.userErrors.map(({ code, rule }: any) => `${code} ${rule}`).join() || 'done';
      });
    };
    const refused = Array.from({ length: 8 }, () => 'NOT_ALLOWED_NOW G-18');
    const done = Array.from({ length: 8 }, () => 'done');

    test('without one: refused', async () => expect(await outcomes(null)).toEqual(refused));
    test('13 hours old: refused', async () =>
      expect(await outcomes(new Date(world.ground.clock.now().getTime() - 13 * HOUR))).toEqual(refused));
    test('fresh: done', async () => expect(await outcomes(world.ground.clock.now())).toEqual(done));

    test('reading needs none', async () => {
      await showsSecondFactor(world, admin.token, null);
      const { data } = await admin.ask(`{ users { totalCount } apiKeys { id } }`);
      expect(data).toEqual({ users: { totalCount: 1 }, apiKeys: [] });
    });

    test('in the demonstration city none is asked for unless it is switched on', async () => {
      const ground = world.ground as { -readonly [K in keyof typeof world.ground]: (typeof world.ground)[K] };
      expect(ground.asksSecondFactor).toBe(true);
      ground.asksSecondFactor = false;
      try {
        expect(await outcomes(null)).toEqual(done);
      } finally {
        ground.asksSecondFactor = true;
      }
    });
  });
});
