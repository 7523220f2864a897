/** Every way into the system by which a secret or something personal can come, each walked through with canaries (G-17, G-30). */
import { expect } from '@jest/globals';
import { generateSync } from 'otplib';
import { importsOf } from '../../server/evidence/import.service.js';
import type { RoleName } from '../../server/identity/actor.js';
import { createSession } from '../../server/identity/session.service.js';
import { createUser } from '../../server/identity/user.service.js';
import { type Canaries, SECRET, STORED, TYPED } from './canaries.js';
import { awardsDoors } from './leak-doors-awards.js';
import { paperDoors } from './leak-doors-papers.js';
import { exportDoors } from './leak-doors-exports.js';
import { keepingDoors } from './leak-doors-keeping.js';
import { noticesDoors } from './leak-doors-notices.js';
import { publicDoors } from './leak-doors-public.js';
import { provisioningDoors } from './leak-doors-provisioning.js';
import type { RightsWorld } from './rights-world.js';
import type { World } from './world.js';

const PASSWORD = 'test-password';
/** A code that is taken is named to whoever wants it too. */
const CODE = ['database', 'errors'] as const;

export interface LeakDoors {
  /** Answers that refuse something. */
  errors: string[];
  goThrough(): Promise<void>;
  /** Asks everything that nobody need sign in for; all that was ever answered to nobody. */
  everythingPublic(): Promise<string>;
}

export async function leakDoors(world: World, city: RightsWorld, canaries: Canaries, logged: readonly string[]): Promise<LeakDoors> {
  const errors: string[] = [];
  const anonymous: string[] = [];
  const tokens = new Map<RoleName, string>();
  for (const [role, scopeId] of [['ADMIN'], ['TASK_FORCE'], ['OFFICER', city.own.officer], ['AGENCY_CONTACT', city.own.agency]] as const) {
    const email = `${role.toLowerCase()}@doors.example`;
    await createUser(world.system(), { name: role, email, password: PASSWORD, grants: [{ role, scopeId }] });
    tokens.set(role, (await createSession(world.ground, email, PASSWORD)).token);
  }
  await world.asOwner(`update session set second_factor_at = '9999-01-01'`);

  type Headers = Record<string, string>;
  const send = async (method: 'GET' | 'POST', url: string, payload?: string | object, headers: Headers = {}) => {
    const response = await world.app.http.inject({ method, url, payload, headers } as never);
    const isSignedIn = Boolean(headers.authorization);
    if (response.statusCode >= 400 || /"(errors|userErrors|refused|fault)":\[?\{/.test(response.body)) errors.push(response.body);
    if (!isSignedIn) anonymous.push(`${response.body}\n${JSON.stringify(response.headers)}`);
    return response;
  };
  const graphql = async (query: string, variables: object = {}, headers: Headers = {}) =>
    (await send('POST', '/graphql', { query, variables }, { 'content-type': 'application/json', ...headers })).json();
  const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
  const as = (viewer: 'ADMIN' | 'TASK_FORCE' | 'OFFICER' | 'AGENCY_CONTACT') => bearer(tokens.get(viewer)!);
  /** Of a secret the answer tells once: planted by the server itself. */
  const given = (kind: string, text: string) => canaries.add(kind, SECRET, text);

  const SIGN_IN =
    'mutation ($email: String!, $password: String!, $code: String) { sessionCreate(email: $email, password: $password, code: $code) { token userErrors { code message path } } }';
  async function signInDoors() {
    const known = 'task_force@doors.example';
    await graphql(SIGN_IN, { email: known, password: canaries.add('wrong password', SECRET) });
    await graphql(SIGN_IN, {
      email: `${canaries.add('e-mail of nobody', SECRET)}@leak.example`,
      password: canaries.add('password of nobody', SECRET),
    });
    await graphql(SIGN_IN, { email: known, password: canaries.add('password with the character 0', SECRET) + '\0' });
    await graphql(SIGN_IN, { email: known, password: PASSWORD, code: canaries.add('code', SECRET) });
    await graphql(
      `mutation { sessionCreate(email: "${known}", password: "${canaries.add('password written into the document', SECRET)}") { token } }`,
    );
    await graphql(SIGN_IN, { email: known, password: { text: canaries.add('password of the wrong type', SECRET) } });
    const { data } = await graphql(SIGN_IN, { email: known, password: PASSWORD }, bearer('none'));
    given('session token', data.sessionCreate.token);
    const { data: me } = await graphql(
      '{ me { id } mySessions { id device } }',
      {},
      { ...bearer(data.sessionCreate.token), 'user-agent': canaries.add('user agent', SECRET) },
    );
    expect(me.me).not.toBeNull();
    await graphql('mutation { sessionEnd }', {}, bearer(data.sessionCreate.token));
    const panel = { 'x-hopthu-panel': '1', 'content-type': 'application/json' };
    await send('POST', '/auth/invitation', { token: canaries.add('wrong invitation', SECRET) }, panel);
    await send(
      'POST',
      '/auth/invitation/accept',
      { token: canaries.add('wrong invitation', SECRET), password: canaries.add('new password', SECRET) },
      panel,
    );
    await send(
      'POST',
      '/auth/passkey/verify',
      { response: { id: canaries.add('passkey', SECRET), rawId: canaries.add('passkey', SECRET) } },
      panel,
    );
    await send(
      'GET',
      `/auth/oidc/callback?code=${canaries.add('code of single sign-on', SECRET)}&state=${canaries.add('state of single sign-on', SECRET)}`,
    );
    await send('GET', `/auth/oidc/start?then=${canaries.add('where one wanted to go', SECRET)}`);
  }

  async function accountDoors() {
    const create = await graphql(
      'mutation ($input: UserInput!) { userCreate(input: $input) { user { id } invitation { url } userErrors { code } } }',
      {
        input: {
          name: canaries.add('name of a user', STORED),
          email: `${canaries.add('e-mail of a user', STORED).toLowerCase()}@people.example`,
          grants: [{ role: 'TASK_FORCE' }],
        },
      },
      as('ADMIN'),
    );
    const { user } = create.data.userCreate;
    const invite = async () =>
      (
        await graphql(
          'mutation ($id: ID!) { userInvite(id: $id) { invitation { url } userErrors { code message } } }',
          { id: user.id },
          as('ADMIN'),
        )
      ).data.userInvite.invitation.url as string;
    const url = create.data.userCreate.invitation?.url ?? (await invite());
    const token = /token=([\w-]+)/.exec(url)![1]!;
    given('invitation', token);
    const password = canaries.add('password', SECRET, 'Canary-mat-khau-rat-dai-88');
    const panel = { 'x-hopthu-panel': '1', 'content-type': 'application/json' };
    const accepted = await send('POST', '/auth/invitation/accept', { token, password }, panel);
    const cookie = String(accepted.headers['set-cookie']);
    const session = given('session in a cookie', /__Host-hopthu=([\w-]+)/.exec(cookie)![1]!);
    anonymous.splice(anonymous.length - 1);
    const own = bearer(session);
    const begun = await graphql(
      'mutation ($password: String!) { totpBegin(password: $password) { secret uri userErrors { code } } }',
      { password },
      own,
    );
    const secret = given('secret of the code app', begun.data.totpBegin.secret);
    const epoch = Math.floor(world.ground.clock.now().getTime() / 1000);
    const confirmed = await graphql(
      'mutation ($code: String!) { totpConfirm(code: $code) { recoveryCodes userErrors { code message } } }',
      { code: generateSync({ secret, epoch }) },
      own,
    );
    for (const code of confirmed.data.totpConfirm.recoveryCodes) given('recovery code', code);
    await graphql(
      'mutation ($code: String!) { sessionProve(code: $code) { token userErrors { code } } }',
      { code: canaries.add('wrong recovery code', SECRET) },
      own,
    );
    const changed = canaries.add('changed password', SECRET, 'Canary-mat-khau-da-doi-99');
    await graphql(
      'mutation ($a: String!, $b: String!) { passwordChange(currentPassword: $a, newPassword: $b) { token userErrors { code } } }',
      { a: password, b: changed },
      own,
    );
    const key = await graphql(
      'mutation ($name: String!) { apiKeyCreate(name: $name, scopes: ["findings:read"], expiresOn: "2027-01-31") { secret userErrors { code message } } }',
      { name: canaries.add('name of a key', STORED) },
      as('ADMIN'),
    );
    given('API key', key.data.apiKeyCreate.secret);
    for (const action of ['userResetSecondFactor', 'userDisable']) {
      await graphql(
        `mutation ($id: ID!, $reason: String!) { ${action}(id: $id, reason: $reason) { userErrors { code message } } }`,
        { id: user.id, reason: canaries.add('reason about an account', STORED) },
        as('ADMIN'),
      );
    }
  }

  async function httpDoors() {
    const header = () => canaries.add('header', SECRET);
    await send(
      'GET',
      `/officers/${canaries.add('address of a page', SECRET)}?phone=${canaries.add('query of a page', SECRET)}`,
      undefined,
      {
        authorization: `Bearer ${canaries.add('wrong token', SECRET)}`,
        cookie: `__Host-hopthu=${canaries.add('wrong cookie', SECRET)}; other=${header()}`,
        'x-forwarded-for': header(),
        'x-real-ip': header(),
        referer: `https://x.example/${header()}`,
        origin: `https://${header()}.example`,
        'x-request-id': header(),
        traceparent: header(),
      },
    );
    const json = { 'content-type': 'application/json' };
    await send('POST', '/graphql', `{"query": "${canaries.add('broken JSON', SECRET)}`, json);
    await send('POST', '/graphql', { query: `{ ${canaries.add('unknown field', TYPED)} }` }, json);
    await send('POST', '/graphql', { query: `query ${canaries.add('name of an operation', SECRET)} { me { id } }` }, json);
    await send('POST', '/graphql', { query: '{ me { id } }', variables: { x: canaries.add('variable nobody asked for', SECRET) } }, json);
    await send('POST', '/graphql', { query: '{ me { id } }', extensions: { x: canaries.add('extension', SECRET) } }, json);
    await send('POST', '/registry/officers', canaries.add('spreadsheet of nobody', SECRET), { 'content-type': 'text/csv' });
  }

  async function registryDoors() {
    const input = {
      code: canaries.add('officer code', CODE),
      fullName: canaries.add('name of an officer', STORED),
      agencyId: city.own.agency,
      isLeader: false,
      post: canaries.add('post', STORED),
      otherEmail: `${canaries.add('other e-mail', STORED).toLowerCase()}@else.example`,
      phone: canaries.add('phone', STORED, '0987654321'),
      mailboxAddress: `${canaries.add('mailbox', STORED).toLowerCase()}@snv.example`,
    };
    const { data } = await graphql(
      'mutation ($input: OfficerInput!) { officerCreate(input: $input) { officer { id } userErrors { code message path } } }',
      { input },
      as('TASK_FORCE'),
    );
    const { id } = data.officerCreate.officer;
    await graphql(
      'mutation ($input: OfficerInput!) { officerCreate(input: $input) { userErrors { code message } } }',
      { input },
      as('TASK_FORCE'),
    );
    await graphql(
      'mutation ($id: ID!, $document: String!) { officerRecordAbsence(id: $id, fromOn: "2026-10-01", untilOn: "2026-10-02", document: $document) { userErrors { code message } } }',
      { id, document: canaries.add('document of an absence', STORED) },
      as('TASK_FORCE'),
    );
    const sql = `'; drop table ${canaries.add('SQL-ish text', TYPED)}; --`;
    await graphql('query ($text: String!) { officers(search: $text) { nodes { id } } }', { text: sql }, as('TASK_FORCE'));
    await graphql('query ($text: String!) { officer(code: $text) { id } }', { text: `${sql}\0` }, as('TASK_FORCE'));
    const sheet = `officer_code,full_name,agency_code,post,is_leader,mailbox,since\nX-1,${canaries.add('row of a spreadsheet', TYPED)},NOWHERE,x,maybe,y,z\n`;
    await send('POST', '/registry/officers?dryRun=true', sheet, { 'content-type': 'text/csv', ...as('TASK_FORCE') });
  }

  async function reviewDoors() {
    const about = async (query: string, variables: object, viewer: 'TASK_FORCE' | 'OFFICER' | 'AGENCY_CONTACT' = 'TASK_FORCE') => {
      const answer = await graphql(query, variables, as(viewer));
      expect({ query, errors: answer.errors, refused: Object.values(answer.data as Record<string, any>)[0].userErrors }).toEqual({
        query,
        errors: undefined,
        refused: [],
      });
    };
    await about(
      'mutation ($ids: [ID!]!, $note: String!) { findingSetCause(ids: $ids, cause: HARD_TO_USE, note: $note) { userErrors { code message } } }',
      {
        ids: [city.own.openFinding],
        note: canaries.add('note of a cause', STORED),
      },
    );
    await about(
      'mutation ($id: ID!, $note: String!) { findingContest(id: $id, note: $note) { userErrors { code message } } }',
      { id: city.own.openFinding, note: canaries.add('note of a contest', STORED) },
      'OFFICER',
    );
    await about(
      'mutation ($id: ID!, $note: String!) { findingAnswerContest(id: $id, accept: false, note: $note) { userErrors { code message } } }',
      {
        id: city.own.openFinding,
        note: canaries.add('answer to a contest', STORED),
      },
    );
    await about('mutation ($id: ID!, $reason: String!) { reviewCancel(id: $id, reason: $reason) { userErrors { code message } } }', {
      id: city.quietReview,
      reason: canaries.add('reason of a cancelled review', STORED),
    });
    await about(
      'mutation ($reason: String!) { coverageSettle(input: { source: "log", date: "2026-09-03", decision: OUTAGE, reason: $reason }) { userErrors { code message } } }',
      { reason: canaries.add('reason of an outage', STORED) },
    );
  }

  async function evidenceDoors() {
    await graphql(
      'mutation { evidenceSourceSave(input: { name: "leaky", format: DOVECOT, mailDomains: ["snv.example"], timeZone: "UTC" }) { userErrors { code } } }',
      {},
      as('TASK_FORCE'),
    );
    await graphql(
      'mutation { evidenceSourceSave(input: { name: "leaky-out", format: POSTFIX, mailDomains: ["snv.example"], timeZone: "UTC" }) { userErrors { code } } }',
      {},
      as('TASK_FORCE'),
    );
    const secret = (kind: string) => canaries.add(kind, SECRET);
    const dovecot = [
      `2026-10-05T08:17:00Z mail dovecot: imap-login: Login: user=<idle@snv.example>, method=PLAIN, rip=10.0.0.9, session=<${secret('session in a log')}>`,
      `2026-10-05T08:17:01Z mail dovecot: imap-login: Disconnected (auth failed, 1 attempts): user=<${secret('password typed as a name')}>, rip=10.0.0.9, session=<a1>`,
      `2026-10-05T08:17:02Z mail dovecot: auth: passwd-file(idle@snv.example): unknown user (given password: ${secret('password in a log')})`,
      `2026-10-05T08:17:03Z mail dovecot: imap(idle@snv.example)<77><s>: save: box=INBOX, uid=12, msgid=<1@x>, size=5, subject=${secret('subject of a mail')}`,
      `2026-10-05T08:17:04Z mail dovecot: imap(idle@snv.example)<77><s>: flag_change: box=${secret('folder of a mailbox')}, uid=12, msgid=<2@x>, flags=(\\Seen)`,
      `2026-10-05T08:17:05Z mail dovecot: nonsense ${secret('line nobody can read')} token=${secret('token in a log')}`,
      `${secret('line without a stamp')} idle@snv.example`,
    ].join('\n');
    const postfix = [
      `2026-10-05T08:17:00Z mail postfix/submission/smtpd[1]: 4XAAAA1: client=pc[10.0.0.9], sasl_method=PLAIN, sasl_username=idle@snv.example`,
      `2026-10-05T08:17:00Z mail postfix/cleanup[2]: 4XAAAA1: warning: header Subject: ${secret('subject of a mail')} from pc[10.0.0.9]; from=<idle@snv.example>`,
      `2026-10-05T08:17:01Z mail postfix/smtp[3]: 4XAAAA1: to=<x@elsewhere.example>, relay=mx[10.0.0.8]:25, status=sent (${secret('what a server answered')})`,
      `2026-10-05T08:17:02Z mail postfix/smtpd[4]: warning: pc[10.0.0.9]: SASL LOGIN authentication failed: ${secret('password in a log')}, sasl_username=idle@snv.example`,
    ].join('\n');
    const fileName = `${canaries.add('name of a file', STORED)}.log`;
    const upload = (format: string, query: string, body: string, headers: Headers = as('TASK_FORCE')) =>
      send('POST', `/evidence/${format}?${query}`, body, { 'content-type': 'application/octet-stream', ...headers });
    expect((await upload('dovecot', `source=leaky&newestDay=2026-10-18&fileName=${fileName}`, dovecot)).statusCode).toBe(202);
    expect((await upload('postfix', 'source=leaky-out&newestDay=2026-10-18&fileName=x', postfix)).statusCode).toBe(202);
    await upload('dovecot', `source=${canaries.add('name of no source', TYPED)}`, dovecot);
    await upload('dovecot', 'source=leaky', canaries.add('log of nobody', SECRET), {});
    await importsOf(world.ground).idle();
  }

  /** The database fails in the middle of it: what was being written stands in its complaint. */
  async function faultDoors() {
    await world.asOwner('alter table officer rename to officer_away');
    try {
      const search = await graphql(
        'query ($text: String!) { officers(search: $text) { nodes { id } } }',
        { text: canaries.add('search during a fault', SECRET) },
        as('TASK_FORCE'),
      );
      expect(search.errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
      const input = {
        code: canaries.add('officer during a fault', SECRET),
        fullName: canaries.add('officer during a fault', SECRET),
        agencyId: city.own.agency,
        isLeader: false,
        phone: canaries.add('phone during a fault', SECRET, '0912345678'),
      };
      const write = await graphql(
        'mutation ($input: OfficerInput!) { officerCreate(input: $input) { userErrors { code } } }',
        { input },
        as('TASK_FORCE'),
      );
      expect(write.errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    } finally {
      await world.asOwner('alter table officer_away rename to officer');
    }
    await world.asOwner('alter table session rename to session_away');
    try {
      await graphql(SIGN_IN, { email: 'task_force@doors.example', password: PASSWORD });
      await graphql('{ me { id } }', {}, bearer(`hts_${canaries.add('token during a fault', SECRET)}`));
    } finally {
      await world.asOwner('alter table session_away rename to session');
    }
    expect(logged.join('')).toContain('A request failed');
  }

  let paperCode = '';

  return {
    errors,
    everythingPublic: async () => {
      await publicDoors({ send, graphql, paperCode });
      return anonymous.join('\n');
    },
    goThrough: async () => {
      const letters = () => noticesDoors({ world, city, canaries, send, graphql, force: as('TASK_FORCE') });
      const keeping = () => keepingDoors({ city, canaries, send, graphql, force: as('TASK_FORCE') });
      const webhooks = () => awardsDoors({ world, canaries, graphql, admin: as('ADMIN') });
      const exports = () => exportDoors({ canaries, send, force: as('TASK_FORCE') });
      const mail = () =>
        provisioningDoors({ world, city, canaries, graphql, send, admin: as('ADMIN'), force: as('TASK_FORCE'), officer: as('OFFICER') });
      const papers = async () => void (paperCode = await paperDoors({ world, city, canaries, graphql, send }));
      for (const door of [
        signInDoors,
        accountDoors,
        httpDoors,
        registryDoors,
        reviewDoors,
        keeping,
        evidenceDoors,
        exports,
        letters,
        webhooks,
        mail,
        papers,
        faultDoors,
      ])
        await door();
    },
  };
}
