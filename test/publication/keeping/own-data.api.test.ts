/** Everything held about an officer in one file (K-4): complete, no secrets, no names of others, and recorded. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { allHoldings } from '../../../server/kernel/personal-data.js';
import { World } from '../../support/world.js';
import { IN_THE_WORK_OF_OTHERS, type WholePerson, wholePerson } from './whole-person.js';

let world: World;
let person: WholePerson;
let own: Record<string, string>;
let force: Record<string, string>;
beforeAll(async () => {
  world = await World.open();
  person = await wholePerson(world);
  own = await world.bearer({ role: 'OFFICER', scopeId: person.officerId });
  force = await world.bearer('TASK_FORCE');
}, 180_000);
afterAll(() => world.close());

const get = (url: string, headers: Record<string, string> = {}) => world.app.http.inject({ url, headers });
const partsOf = (body: string): Map<string, Record<string, unknown>[]> =>
  new Map((JSON.parse(body).parts as { name: string; rows: Record<string, unknown>[] }[]).map(({ name, rows }) => [name, rows]));

describe('the own file', () => {
  test('holds every part, and every text that was written to or about the person', async () => {
    const answer = await get('/my-data.json', own);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    const parts = partsOf(answer.body);
    expect([...parts.keys()]).toEqual([...allHoldings().map(({ name }) => name), 'audit.about', 'audit.own']);
    // Of these the person of this world has nothing.
    const without =
      /^(decisions.(ballots|orders|seats)|identity.(accessCodes|factors)|notices.letterAttempts|provisioning.drifts|training.(attendance|calendarLink|teaching))$/;
    expect([...parts].filter(([name, rows]) => rows.length === 0 && !without.test(name)).map(([name]) => name)).toEqual([]);
    // What others wrote in confidence about the vote is not the officer's to read.
    const hidden = ['declared conflict', 'reason of a vote', 'former name', 'e-mail of the account'];
    const missing = person.canaries.all.filter((canary) => person.canaries.foundIn(answer.body, [canary]).length === 0);
    expect(missing.map(({ kind }) => kind).filter((kind) => !hidden.includes(kind) && !kind.startsWith(IN_THE_WORK_OF_OTHERS))).toEqual([]);
  });

  test('says the reason of each finding, the counts of each vote, and not who voted how or why', async () => {
    const { body } = await get('/my-data.json', own);
    const parts = partsOf(body);
    expect(parts.get('review.findings')![0]!.reason).toMatch(/\d+ ngày/);
    expect(parts.get('decisions.votes')![0]).toMatchObject({ result: 'ADOPTED', against: 0 });
    for (const kind of ['declared conflict', 'reason of a vote'])
      expect(person.canaries.foundIn(body).map((canary) => canary.kind)).not.toContain(kind);
    expect(parts.get('decisions.history')!.map(({ action }) => action)).not.toContain('CAST_VOTE');
    // Who signed stands in the letter that the person got.
    for (const name of ['Ủy viên 1', 'Ủy viên 2', 'Ủy viên 3'])
      expect(
        [...parts]
          .filter(([, rows]) => JSON.stringify(rows).includes(name))
          .map(([part]) => part)
          .filter((part) => part !== 'notices.letters'),
      ).toEqual([]);
  });

  test('holds no secret and no hash of one', async () => {
    const { body } = await get('/my-data.json', own);
    const [{ hash }] = (await person.town.rows<{ hash: string }>(
      `select password_hash as hash from app_user where password_hash is not null limit 1`,
    )) as [{ hash: string }];
    expect(body).not.toContain(hash);
    expect(body).not.toMatch(/token|argon2|hts_|password_hash/i);
  });

  test('is one page that can be read and printed, in both languages, in which nothing runs', async () => {
    const vi = await get('/my-data.html', own);
    expect(vi.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(vi.headers['content-security-policy']).toContain("default-src 'none'");
    expect(vi.body).toContain('Toàn bộ dữ liệu được lưu về');
    expect(vi.body).toContain('Không sử dụng'.toLowerCase().slice(1));
    expect(vi.body).not.toMatch(/<script|onclick|javascript:/i);
    const en = await get('/my-data.html?lang=en', own);
    expect(en.body).toContain('Everything held about');
    expect(en.body).toContain('Posts held');
  });

  test('what somebody wrote does not become part of the page', async () => {
    await person.town.rows(`update decision set answer = '<img src=x onerror=alert(1)>' where id = ?`, [person.caseId]);
    const { body } = await get('/my-data.html', own);
    expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(body).not.toContain('<img');
  });
});

describe('who may', () => {
  test('the person and the task force, nobody else', async () => {
    const other = await world.bearer({ role: 'OFFICER', scopeId: person.town.never[1]!.officerId });
    const theirs = `/officers/${person.officerId}/data.json`;
    expect((await get(theirs, force)).statusCode).toBe(200);
    expect((await get(theirs, own)).statusCode).toBe(200);
    expect((await get(theirs, other)).statusCode).toBe(403);
    for (const role of ['ADMIN', 'SECRETARY', 'COMMITTEE_MEMBER', 'TRAINER'] as const) {
      const headers = await world.bearer(role);
      expect([role, (await get(theirs, headers)).statusCode]).toEqual([role, 403]);
      expect([role, (await get('/my-data.json', headers)).statusCode]).toEqual([role, 403]);
    }
    expect((await get(theirs, await world.bearer({ role: 'AGENCY_CONTACT', scopeId: person.town.agency }))).statusCode).toBe(403);
    expect((await get(theirs)).statusCode).toBe(401);
    expect((await get('/my-data.html')).statusCode).toBe(401);
    expect((await get('/officers/0190a7e0-0000-7000-8000-000000000000/data.json', force)).statusCode).toBe(400);
    expect((await get('/officers/x/data.html', other)).statusCode).toBe(403);
  });

  test('for the task force it leaves out how and when the person signed in', async () => {
    const { body } = await get(`/officers/${person.officerId}/data.json`, force);
    const names = [...partsOf(body).keys()];
    expect(names).not.toContain('identity.sessions');
    expect(names).not.toContain('audit.own');
    expect(names).toContain('decisions.cases');
    expect(person.canaries.foundIn(body).map(({ kind }) => kind)).not.toContain('device');
  });

  test('R-1: each time it is recorded under the person', async () => {
    const before = await person.town.rows(`select 1 from audit_event where action = 'officer.export'`);
    await get(`/officers/${person.officerId}/data.html`, force);
    const after = await person.town.rows<{ subject: string; actor: string }>(
      `select subject, actor from audit_event where action = 'officer.export' order by seq`,
    );
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)!.subject).toBe(`officer:${person.officerId}`);
  });
});
