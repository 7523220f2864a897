/** Evidence packs: everything a finding rests on, recomputed from the file alone, on record, and for nobody else (G-5). */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { recordAbsence } from '../../server/registry/officer.service.js';
import { PackCheck, type PackReport } from '../../server/review/pack-check.js';
import { type Ask, World } from '../support/world.js';
import { addEvidence, city, type City, WINDOW, WORKDAYS } from './review-world.js';
import { ANSWER, CONTEST, OPEN } from './review-documents.js';

function check(lines: readonly string[]): PackReport {
  const reading = new PackCheck();
  for (const line of lines) reading.line(line);
  return reading.report();
}

describe('evidence packs', () => {
  let world: World;
  let here: City;
  let taskForce: Ask;
  let reviewId: string;
  const findings = new Map<string, string>();
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    here = await city(world);
    taskForce = await world.signIn('TASK_FORCE');
    const { data } = await taskForce(OPEN, { input: { title: 'Quý IV', windowTo: WINDOW.to } });
    reviewId = data.reviewOpen.review.id;
    for (const { id, officer } of data.reviewOpen.review.findings.nodes) findings.set(officer.code, id);
  });
  afterAll(() => world.close());

  type Grant = Parameters<World['bearer']>[0];
  async function fetched(grant: Grant, path: string): Promise<{ status: number; lines: string[] }> {
    const answer = await world.app.http.inject({ method: 'GET', url: path, headers: await world.bearer(grant) });
    const lines = answer.statusCode === 200 ? gunzipSync(answer.rawPayload).toString().split('\n').filter(Boolean) : [];
    return { status: answer.statusCode, lines };
  }
  const ofReview = (grant: Grant = 'TASK_FORCE') => fetched(grant, `/reviews/${reviewId}/evidence-pack.jsonl.gz`);
  const ofFinding = (grant: Grant, code: string) => fetched(grant, `/findings/${findings.get(code)}/evidence-pack.jsonl.gz`);

  test('of a review bears out every tier by itself, and is on record', async () => {
    const { lines } = await ofReview();
    const report = check(lines);
    expect(report).toMatchObject({ fault: null, findings: 3, versions: 3, byPeople: 0, deviations: [] });
    expect(report.head).toMatchObject({
      review: { reference: 'DR-2026-0001', agencies: null },
      policy: { version: 1, acts: ['SENT', 'READ'] },
    });
    const sha256 = createHash('sha256')
      .update(
        lines
          .slice(0, -1)
          .map((line) => `${line}\n`)
          .join(''),
      )
      .digest('hex');
    expect(JSON.parse(lines.at(-1)!)).toEqual({ findings: 3, sha256 });
    const { data } = await taskForce('query ($id: ID!) { review(id: $id) { evidencePacks { sha256 findings madeBy } } }', { id: reviewId });
    expect(data.review.evidencePacks).toEqual([{ sha256, findings: 3, madeBy: expect.any(String) }]);
    const events = await world.ground.orm.em
      .fork()
      .execute<{ action: string; details: string }[]>(
        `select action, details::text from audit_event where action like 'evidencePack.%' order by seq`,
      );
    expect(events.map(({ action }) => action)).toEqual(['evidencePack.begin', 'evidencePack.make']);
    expect(events[1]!.details).toContain(sha256);
  });

  test('recomputes what a finding said before and after it was changed', async () => {
    await recordAbsence(world.operator(), here.never, { fromOn: WINDOW.from, untilOn: WINDOW.to, document: 'QĐ 12' });
    await world.settled();
    const officer = await world.signIn('OFFICER', here.leader);
    await officer(CONTEST, { id: findings.get('HEAD'), note: 'Tôi đi biệt phái.' });
    await taskForce(ANSWER, { id: findings.get('HEAD'), accept: true, note: 'Đúng.' });
    const { lines } = await ofReview();
    const report = check(lines);
    expect(report).toMatchObject({ fault: null, deviations: [], byPeople: 1 });
    expect(report.versions).toBeGreaterThan(5);
    // Nobody's words are in it.
    expect(lines.join('\n')).not.toContain('biệt phái');
  });

  test('takes the facts of later evidence for the version that rests on them', async () => {
    await addEvidence(world, 'idle@snv.example', WORKDAYS.slice(0, 50), { read: 2 });
    await world.ground.orm.em.fork().execute(`update finding set improved_tier = 'REGULAR' where id = ?`, [findings.get('IDLE')]);
    const { data } = await taskForce(
      'mutation ($ids: [ID!]!) { findingSettleSignals(ids: $ids, takeImproved: true, note: "Có nhật ký bổ sung") { findings { tier } userErrors { message } } }',
      { ids: [findings.get('IDLE')] },
    );
    expect(data.findingSettleSignals).toEqual({ findings: [{ tier: 'REGULAR' }], userErrors: [] });
    const { lines } = await ofReview();
    expect(check(lines)).toMatchObject({ fault: null, deviations: [], versions: 4 });
  });

  test.each([
    ['a tier', (text: string) => text.replace('"tier":"NEVER"', '"tier":"REGULAR"'), 'tier'],
    ['a number', (text: string) => text.replace('"daysOfUse":64', '"daysOfUse":20'), 'daysOfUse'],
    ['a day', (text: string) => text.replace(/"counters":"\d+,/, '"counters":"3,'), undefined],
    ['a threshold', (text: string) => text.replace('"regularShare":0.6', '"regularShare":0.4'), 'tier'],
  ])('shows that somebody changed %s', async (_what, change, field) => {
    const { lines } = await ofReview();
    const text = lines.join('\n');
    const changed = change(text);
    expect(changed).not.toBe(text);
    const report = check(changed.split('\n'));
    expect(report.fault).toBe('ALTERED');
    if (field) expect(report.deviations.map((one) => one.field)).toContain(field);
  });

  test('shows that it is cut, that a line is missing, twice or broken, or that it is something else', async () => {
    const { lines } = await ofReview();
    expect(check(lines.slice(0, -1)).fault).toBe('NO_END');
    expect(check(lines.toSpliced(1, 1)).fault).toBe('ALTERED');
    expect(check(lines.toSpliced(1, 0, lines[1]!)).fault).toBe('ALTERED');
    expect(check([...lines, lines[1]!]).fault).toBe('ALTERED');
    const end = JSON.stringify({ ...(JSON.parse(lines.at(-1)!) as object), note: 'thêm vào' });
    expect(check([...lines.slice(0, -1), end]).fault).toBe('ALTERED');
    expect(check(lines.toSpliced(1, 1, '{"officer":')).fault).toBe('UNREADABLE');
    expect(check(['{"format":"something"}', ...lines.slice(1)]).fault).toBe('OTHER_FORMAT');
    expect(check([]).fault).toBe('NO_END');
  });

  test('of one finding is for whoever may read its evidence, the officer too, and holds nobody else', async () => {
    const officer = { role: 'OFFICER', scopeId: here.never } as const;
    const contact = { role: 'AGENCY_CONTACT', scopeId: here.agency } as const;
    for (const grant of [officer, contact, 'TASK_FORCE'] as const) {
      const { status, lines } = await ofFinding(grant, 'IDLE');
      expect(status).toBe(200);
      expect(check(lines)).toMatchObject({ fault: null, findings: 1, deviations: [] });
      expect(lines.join('\n')).not.toContain('DAILY');
    }
    expect((await ofFinding(officer, 'DAILY')).status).toBe(404);
    const { data } = await taskForce('query ($id: ID!) { review(id: $id) { evidencePacks { sha256 } } }', { id: reviewId });
    expect(data.review.evidencePacks).toEqual([]);
  });

  test('of a review is for the task force and the secretary alone', async () => {
    expect((await ofReview('SECRETARY')).status).toBe(200);
    const scoped = [
      { role: 'AGENCY_CONTACT', scopeId: here.agency },
      { role: 'OFFICER', scopeId: here.never },
    ] as const;
    for (const grant of ['ADMIN', 'COMMITTEE_MEMBER', 'TRAINER', ...scoped] as const)
      expect({ grant, status: (await ofReview(grant)).status }).toEqual({ grant, status: 403 });
    const anonymous = await world.app.http.inject({ method: 'GET', url: `/reviews/${reviewId}/evidence-pack.jsonl.gz` });
    expect(anonymous.statusCode).toBe(401);
    for (const id of ['nothing', '0190a1b2-0000-7000-8000-000000000000'])
      expect((await fetched('TASK_FORCE', `/reviews/${id}/evidence-pack.jsonl.gz`)).status).toBe(404);
  });
});
