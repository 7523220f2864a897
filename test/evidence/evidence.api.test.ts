import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RoleName } from '../../server/identity/actor.js';
import { importsOf } from '../../server/evidence/import.service.js';
import { EvidenceWorld } from '../support/evidence-world.js';
import { type Ask, World } from '../support/world.js';

const AT = 'Oct  5 08:17:00 mail dovecot: ';
const LOG = `${AT}imap-login: Login: user=<lan@example.test>, rip=1.2.3.4\n${AT}imap-login: Signed in: user=<lan@example.test>, rip=1.2.3.4\n`;

let world: World;
let evidence: EvidenceWorld;
let taskForce: Ask;
beforeAll(async () => {
  world = await World.open();
  evidence = new EvidenceWorld(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.clear();
  taskForce = await world.signIn('TASK_FORCE');
});

const post = (path: string, payload: string | Buffer = LOG, token: string | null = world.app.operatorToken) =>
  world.app.http.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/octet-stream', ...(token && { authorization: `Bearer ${token}` }) },
    payload,
  });

const SAVE = `mutation ($input: EvidenceSourceInput!) { evidenceSourceSave(input: $input) {
  source { name format mailDomains timeZone shows ignoredAddresses ignoredAccounts } userErrors { code path message rule } } }`;
const INPUT = { name: 'Dovecot', format: 'DOVECOT', mailDomains: ['Example.test'] };

describe('Sources over GraphQL (E-8)', () => {
  test('are made with what their format shows, and changed by name', async () => {
    const { data } = await taskForce(SAVE, { input: INPUT });
    expect(data.evidenceSourceSave).toEqual({
      source: {
        ...INPUT,
        mailDomains: ['example.test'],
        timeZone: 'Asia/Ho_Chi_Minh',
        shows: ['READ', 'LOGIN', 'RECEIVED'],
        ignoredAddresses: [],
        ignoredAccounts: [],
      },
      userErrors: [],
    });
    const changed = await taskForce(SAVE, {
      input: { ...INPUT, shows: ['LOGIN'], ignoredAddresses: ['203.0.113.0/24'], ignoredAccounts: ['Mon@example.test'] },
    });
    expect(changed.data.evidenceSourceSave.source).toMatchObject({ shows: ['LOGIN'], ignoredAccounts: ['mon@example.test'] });
    const { data: all } = await taskForce('{ evidenceSources { name } }');
    expect(all.evidenceSources).toEqual([{ name: 'Dovecot' }]);
  });

  test('how a server logs reading, bare logins, deliveries and polling is part of their settings, and stays when it is not given', async () => {
    const more = 'defaultDomain reads countsReceived pollingLogins';
    const save = SAVE.replace('ignoredAccounts }', `ignoredAccounts ${more} }`);
    const first = await taskForce(save, {
      input: { ...INPUT, defaultDomain: 'Example.test', reads: 'BODIES', countsReceived: true, pollingLogins: 6 },
    });
    const kept = { defaultDomain: 'example.test', reads: 'BODIES', countsReceived: true, pollingLogins: 6 };
    expect(first.data.evidenceSourceSave.source).toMatchObject(kept);
    const again = await taskForce(save, { input: INPUT });
    expect(again.data.evidenceSourceSave.source).toMatchObject(kept);
    const cleared = await taskForce(save, { input: { ...INPUT, defaultDomain: null } });
    expect(cleared.data.evidenceSourceSave.source.defaultDomain).toBeNull();
    const bare = `${AT}imap-login: Login: user=<lan>, rip=1.2.3.4, session=<s1>\n${AT}imap(lan)<1><s1>: Disconnected: Logged out in=1 out=1 deleted=0 expunged=0 trashed=0 hdr_count=1 hdr_bytes=1 body_count=2 body_bytes=9\n`;
    await taskForce(save, { input: { ...INPUT, defaultDomain: 'example.test' } });
    const response = await post('/evidence/dovecot?source=Dovecot&newestDay=2026-10-18', bare);
    await importsOf(world.ground).idle();
    const { data } = await taskForce(`query ($id: ID!) { evidenceImport(id: $id) { used quarantined unknownAddresses } }`, {
      id: response.json().importId,
    });
    expect(data.evidenceImport).toEqual({ used: 2, quarantined: 0, unknownAddresses: ['lan@example.test'] });
  });

  test.each([
    [{ pollingLogins: 1 }, 'INVALID', ['input', 'pollingLogins']],
    [{ defaultDomain: 'other.test' }, 'INVALID', ['input', 'defaultDomain', '0']],
    [{ name: ' ' }, 'REQUIRED', ['input', 'name']],
    [{ mailDomains: [] }, 'REQUIRED', ['input', 'mailDomains']],
    [{ mailDomains: ['example.test', 'not a domain'] }, 'INVALID', ['input', 'mailDomains', '1']],
    [{ timeZone: 'Asia/Saigon_City' }, 'INVALID', ['input', 'timeZone']],
    [{ shows: ['SENT'] }, 'INVALID', ['input', 'shows']],
    [{ ignoredAddresses: ['1.2.3.4/99'] }, 'INVALID', ['input', 'ignoredAddresses', '0']],
    [{ ignoredAccounts: ['nobody'] }, 'INVALID', ['input', 'ignoredAccounts', '0']],
  ])('%j is refused', async (part, code, path) => {
    const { data } = await taskForce(SAVE, { input: { ...INPUT, ...part } });
    expect(data.evidenceSourceSave.userErrors).toMatchObject([{ code, path }]);
    expect(data.evidenceSourceSave.source).toBeNull();
  });

  test('are the business of administrators and the task force', async () => {
    const agency = await world.agency('SNV');
    const boundTo: Partial<Record<RoleName, string>> = { AGENCY_CONTACT: agency, OFFICER: await world.officer(agency) };
    for (const role of ['SECRETARY', 'AGENCY_CONTACT', 'OFFICER', 'TRAINER', 'COMMITTEE_MEMBER'] as const) {
      const ask = await world.signIn(role, boundTo[role]);
      expect((await ask('{ evidenceSources { name } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await ask(SAVE, { input: INPUT })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await world.nobody('{ evidenceSources { name } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('Uploads (house.md §3)', () => {
  beforeEach(async () => {
    await taskForce(SAVE, { input: INPUT });
  });

  test('202 with the import, whose four counts add up', async () => {
    const response = await post('/evidence/dovecot?source=Dovecot&fileName=mail.log.1&newestDay=2026-10-18');
    expect(response.statusCode).toBe(202);
    await importsOf(world.ground).idle();
    const { data } = await taskForce(
      `query ($id: ID!) { evidenceImport(id: $id) { format source fileName state lines used ignored duplicate quarantined unknownAddresses unknownCount firstDay lastDay message startedAt finishedAt }
        quarantinedLines(importId: $id, first: 5) { totalCount nodes { line reason sample count } edges { cursor } pageInfo { hasNextPage } } }`,
      { id: response.json().importId },
    );
    expect(data.evidenceImport).toMatchObject({
      format: 'DOVECOT',
      source: 'Dovecot',
      fileName: 'mail.log.1',
      state: 'DONE',
      lines: 2,
      used: 1,
      ignored: 0,
      duplicate: 0,
      quarantined: 1,
      unknownAddresses: ['lan@example.test'],
      unknownCount: 1,
      firstDay: '2026-10-05',
      lastDay: '2026-10-05',
      message: expect.stringContaining('flag_change'),
      finishedAt: expect.any(String),
    });
    expect(data.quarantinedLines).toMatchObject({
      totalCount: 1,
      nodes: [{ line: 2, reason: 'Dòng có dạng chưa biết.', sample: 'imap-login: Signed … user= rip=', count: 1 }],
      pageInfo: { hasNextPage: false },
    });
    const { data: list } = await taskForce(
      '{ evidenceImports(first: 5, state: [DONE]) { totalCount nodes { fileName source } } none: evidenceImports(state: [FAILED]) { totalCount } }',
    );
    expect(list).toEqual({
      evidenceImports: { totalCount: 1, nodes: [{ fileName: 'mail.log.1', source: 'Dovecot' }] },
      none: { totalCount: 0 },
    });
  });

  test.each([
    ['/evidence/sendmail?source=Dovecot', 400],
    ['/evidence/DOVECOT?source=Dovecot', 400],
    ['/evidence/zimbra-audit?source=Dovecot', 400],
    ['/evidence/postfix?source=Dovecot', 400],
    ['/evidence/dovecot?source=Unknown', 400],
    ['/evidence/dovecot', 400],
    ['/evidence/dovecot?source=Dovecot&newestDay=yesterday', 400],
  ])('%s is answered %i with a reason', async (path, status) => {
    const response = await post(path);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });

  test('413 when the file is larger than the site allows, and nothing is kept of it', async () => {
    await taskForce(SAVE, { input: INPUT });
    process.env.HOPTHU_LARGEST_UPLOAD = '100';
    const small = await World.open();
    try {
      const saved = await (await small.signIn('TASK_FORCE'))(SAVE, { input: INPUT });
      expect(saved.data.evidenceSourceSave.userErrors).toEqual([]);
      const response = await small.app.http.inject({
        method: 'POST',
        url: '/evidence/dovecot?source=Dovecot',
        headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${small.app.operatorToken}` },
        payload: LOG,
      });
      expect(response.statusCode).toBe(413);
      expect(await small.ground.orm.em.fork().execute('select 1 from evidence_import')).toEqual([]);
    } finally {
      delete process.env.HOPTHU_LARGEST_UPLOAD;
      await small.close();
    }
  });

  test('401 without sign-in, 403 without the right', async () => {
    expect((await post('/evidence/dovecot?source=Dovecot', LOG, null)).statusCode).toBe(401);
    const { token } = await signedInToken('SECRETARY');
    expect((await post('/evidence/dovecot?source=Dovecot', LOG, token)).statusCode).toBe(403);
  });

  test('409 while the same file is being read, 202 again afterwards', async () => {
    const responses = await Promise.all([1, 2].map(() => post('/evidence/dovecot?source=Dovecot')));
    expect(responses.map((r) => r.statusCode).sort()).toEqual([202, 409]);
    await importsOf(world.ground).idle();
    expect((await post('/evidence/dovecot?source=Dovecot')).statusCode).toBe(202);
    await importsOf(world.ground).idle();
  });

  async function signedInToken(role: 'SECRETARY'): Promise<{ token: string }> {
    const { createUser } = await import('../../server/identity/user.service.js');
    const { createSession } = await import('../../server/identity/session.service.js');
    await createUser(world.system(), {
      name: role,
      email: 'upload@test.example',
      password: 'test-password',
      grants: [{ role, scopeId: undefined }],
    });
    return createSession(world.ground, 'upload@test.example', 'test-password');
  }
});

describe('Coverage over GraphQL (E-8)', () => {
  const COVERAGE =
    'query ($from: Date!, $to: Date!) { evidenceCoverage(from: $from, to: $to) { date source mailDomain shows mailboxesSeen isThin isCovered } }';
  const SETTLE = `mutation ($input: CoverageSettleInput!) { coverageSettle(input: $input) { days { isThin isCovered } userErrors { code rule } } }`;
  const day = async (date: string) => (await taskForce(COVERAGE, { from: date, to: date })).data.evidenceCoverage[0];

  beforeEach(async () => {
    await evidence.source('Tay', 'HOPTHU_DAY');
    const rows = ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08'].flatMap((date) =>
      Array.from({ length: date === '2026-10-07' ? 1 : 4 }, (_, i) => `${date},u${i}@example.test,1`),
    );
    await evidence.import('Tay', 'HOPTHU_DAY', `date,address,sent\n${rows.join('\n')}\n2026-10-10,u1@example.test,1\n`);
  });

  test('a day with fewer than half of the usual mailboxes is thin, a weekend is judged by weekends, silence is no data', async () => {
    expect(await day('2026-10-06')).toEqual({
      date: '2026-10-06',
      source: 'Tay',
      mailDomain: 'example.test',
      shows: ['SENT', 'READ', 'LOGIN', 'RECEIVED'],
      mailboxesSeen: 4,
      isThin: false,
      isCovered: true,
    });
    expect(await day('2026-10-07')).toMatchObject({ mailboxesSeen: 1, isThin: true, isCovered: false });
    expect(await day('2026-10-10')).toMatchObject({ mailboxesSeen: 1, isThin: false, isCovered: true });
    expect(await day('2026-10-09')).toMatchObject({ mailboxesSeen: 0, isThin: false, isCovered: false });
  });

  test('a holiday of the policy is judged by days off, not as a thin working day (T-1)', async () => {
    await taskForce(SAVE, { input: { ...INPUT, name: 'Rows', format: 'HOPTHU_DAY' } });
    const rows = (day: string, count: number) => Array.from({ length: count }, (_, i) => `${day},u${i}@example.test,1,1,1,1,0,0`);
    const days = [rows('2026-08-31', 9), rows('2026-09-01', 9), rows('2026-09-02', 1), rows('2026-09-03', 9), rows('2026-09-05', 1)].flat();
    await post('/evidence/hopthu-day?source=Rows', ['date,address,sent,read,logins,received,forwarded,polled', ...days, ''].join('\n'));
    await importsOf(world.ground).idle();
    const holiday = async () =>
      (
        await taskForce('{ evidenceCoverage(from: "2026-09-02", to: "2026-09-02") { source isThin isCovered } }')
      ).data.evidenceCoverage.filter((day: { source: string }) => day.source === 'Rows');
    expect(await holiday()).toEqual([{ source: 'Rows', isThin: true, isCovered: false }]);
    const policy = {
      effectiveOn: '2026-01-01',
      windowDays: 30,
      regularShare: 0.6,
      minimumCoverage: 0.8,
      minimumAssessableDays: 5,
      holidays: ['2026-09-02'],
    };
    await taskForce('mutation ($input: UsagePolicyInput!) { usagePolicyAdopt(input: $input) { userErrors { code } } }', { input: policy });
    expect(await holiday()).toEqual([{ source: 'Rows', isThin: false, isCovered: true }]);
  });

  test('the task force accepts a thin day or marks an outage, with a reason', async () => {
    const settle = async (date: string, decision: string, reason?: string) =>
      (await taskForce(SETTLE, { input: { source: 'Tay', date, decision, reason } })).data.coverageSettle;
    expect(await settle('2026-10-07', 'ACCEPT', 'Nghỉ bù theo văn bản')).toEqual({
      days: [{ isThin: true, isCovered: true }],
      userErrors: [],
    });
    expect(await settle('2026-10-06', 'OUTAGE', 'Mất điện')).toEqual({ days: [{ isThin: false, isCovered: false }], userErrors: [] });
    expect(await settle('2026-10-06', 'NONE')).toEqual({ days: [{ isThin: false, isCovered: true }], userErrors: [] });
    expect((await settle('2026-10-07', 'OUTAGE')).userErrors).toEqual([{ code: 'REQUIRED', rule: 'E-8' }]);
    expect((await settle('2026-10-09', 'ACCEPT', 'x')).userErrors).toEqual([{ code: 'NOT_ALLOWED_NOW', rule: 'E-8' }]);
  });

  test('at most 400 days, and not backwards', async () => {
    expect((await taskForce(COVERAGE, { from: '2025-01-01', to: '2026-02-04' })).data.evidenceCoverage).toHaveLength(400);
    expect((await taskForce(COVERAGE, { from: '2025-01-01', to: '2026-02-05' })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await taskForce(COVERAGE, { from: '2026-01-02', to: '2026-01-01' })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
