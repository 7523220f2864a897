/** A file that comes after the review was opened: nobody gets worse, who would get better is flagged, and settled by the task force (T-5, E-6). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, daysOf } from '../../server/kernel/calendar.js';
import { EvidenceWorld } from '../support/evidence-world.js';
import { type Ask, World } from '../support/world.js';

const FROM = '2026-10-05';
const TO = '2026-10-18';
const HEADER = 'date,address,sent,read,logins,received,forwarded,polled\n';
const row = (date: string, user: string, read: number) => `${date},${user}@snv.example,0,${read},1,2,0,0\n`;

describe('a file that comes late', () => {
  let world: World;
  let evidence: EvidenceWorld;
  let ask: Ask;
  let review: any;

  const file = (days: readonly string[], user: string, read: number) => HEADER + days.map((day) => row(day, user, read)).join('');
  const findings = async () => {
    const { data } = await ask(
      'query ($id: ID!) { review(id: $id) { findings { nodes { id tier improvedTier signals daysOfUse version officer { code } } } } }',
      {
        id: review.id,
      },
    );
    return Object.fromEntries(data.review.findings.nodes.map((finding: any) => [finding.officer.code, finding]));
  };

  beforeAll(async () => {
    world = await World.open();
    world.ground.clock.stopAt(new Date('2026-10-20T02:00:00Z'));
    evidence = new EvidenceWorld(world);
    ask = await world.signIn('TASK_FORCE');
    const agency = await world.agency('SNV', 'snv.example');
    for (const code of ['LAN', 'MINH']) {
      await world.officer(agency, { code, mailboxAddress: `${code.toLowerCase()}@snv.example`, sinceOn: '2020-01-01' });
    }
    await evidence.source('mail', 'HOPTHU_DAY', { mailDomains: ['snv.example'], timeZone: 'Asia/Ho_Chi_Minh' });
    await evidence.import(
      'mail',
      'HOPTHU_DAY',
      file(daysOf(FROM, TO), 'lan', 3) +
        daysOf(FROM, TO)
          .map((day) => row(day, 'minh', 0))
          .join(''),
    );
    const input = {
      effectiveOn: '2026-01-01',
      windowDays: 14,
      regularShare: 0.6,
      minimumCoverage: 0.8,
      minimumAssessableDays: 10,
      contestDays: 0,
    };
    await ask('mutation ($input: UsagePolicyInput!) { usagePolicyAdopt(input: $input) { userErrors { code } } }', { input });
    const opened = await ask(
      'mutation { reviewOpen(input: { title: "Nửa tháng", windowTo: "2026-10-18" }) { review { id windowFrom } userErrors { message } } }',
    );
    review = opened.data.reviewOpen.review;
  });
  afterAll(() => world.close());

  test('before it comes, one uses the mailbox regularly and one never', async () => {
    expect(review.windowFrom).toBe(FROM);
    expect(await findings()).toMatchObject({ LAN: { tier: 'REGULAR', daysOfUse: 10 }, MINH: { tier: 'NEVER', improvedTier: null } });
  });

  test('afterwards the better tier is flagged, the worse one is not, and no number has moved', async () => {
    world.ground.clock.stopAt(new Date('2026-10-21T02:00:00Z'));
    ask = await world.signIn('TASK_FORCE');
    await evidence.import('mail', 'HOPTHU_DAY', file(daysOf(addDays(FROM, 1), TO), 'minh', 4));
    await evidence.import('mail', 'HOPTHU_DAY', file(daysOf(FROM, TO), 'lan', 0));
    await world.ground.outbox.drain();
    expect(await findings()).toMatchObject({
      LAN: { tier: 'REGULAR', daysOfUse: 10, improvedTier: null, version: 1 },
      MINH: { tier: 'NEVER', daysOfUse: 0, improvedTier: 'REGULAR', signals: ['NEWER_EVIDENCE'], version: 1 },
    });
  });

  test('the review still names the file it rests on, and not those that came later (T-7)', async () => {
    const files = (await ask('query ($id: ID!) { review(id: $id) { files { source fileName lines importId } } }', { id: review.id })).data
      .review.files;
    expect(files).toMatchObject([{ source: 'mail', fileName: 'mail.log', lines: 28 }]);
    const { data } = await ask('query ($id: ID!) { evidenceImport(id: $id) { state } }', { id: files[0].importId });
    expect(data.evidenceImport.state).toBe('DONE');
  });

  test('the task force takes it, and the finding is a new version', async () => {
    const { MINH } = await findings();
    const taken = await ask(
      'mutation ($ids: [ID!]!) { findingSettleSignals(ids: $ids, takeImproved: true, note: "Đã đối chiếu nhật ký") { findings { tier daysOfUse version } userErrors { message } } }',
      { ids: [MINH.id] },
    );
    expect(taken.data.findingSettleSignals).toEqual({ findings: [{ tier: 'REGULAR', daysOfUse: 9, version: 2 }], userErrors: [] });
  });
});
