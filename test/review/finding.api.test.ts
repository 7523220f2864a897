import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { recordAbsence } from '../../server/registry/officer.service.js';
import { onEvidenceChanged } from '../../server/review/late-facts.js';
import { type Ask, World } from '../support/world.js';
import { addEvidence, city, type City, WINDOW, WORKDAYS } from './review-world.js';
import { CONTEST, FINALISE, FINDING, OPEN, SETTLE, SET_CAUSE, findingOf } from './review-documents.js';

const LATER = '2026-11-26T00:00:00Z';

describe('findings over GraphQL', () => {
  let world: World;
  let here: City;
  let taskForce: Ask;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    here = await city(world);
    taskForce = await world.signIn('TASK_FORCE');
  });
  afterAll(() => world.close());

  async function open(input: Record<string, unknown> = {}) {
    const { data, errors } = await taskForce(OPEN, { input: { title: 'Quý IV', windowTo: WINDOW.to, ...input } });
    expect(errors).toBeUndefined();
    return data.reviewOpen;
  }

  test('causes stand alone, need their notes, and lead to the next step (D-2, D-2a)', async () => {
    const { review } = await open();
    const ids = ['DAILY', 'IDLE', 'HEAD'].map((code) => findingOf(review, code).id);
    const contact = await world.signIn('AGENCY_CONTACT', here.agency);
    const set = await contact(SET_CAUSE, { ids: [...ids, 'nothing'], cause: 'NO_NEED' });
    expect(set.errors).toBeUndefined();
    expect(set.data.findingSetCause.findings).toMatchObject([{ id: ids[1], cause: 'NO_NEED', nextStep: 'REVOCATION', version: 2 }]);
    expect(set.data.findingSetCause.userErrors).toMatchObject([
      { code: 'RULE_VIOLATED', rule: 'D-2', path: ['ids', '0'] },
      { code: 'RULE_VIOLATED', rule: 'D-2a', path: ['ids', '2'] },
      { code: 'NOT_FOUND', path: ['ids', '3'] },
    ]);
    expect((await taskForce(SET_CAUSE, { ids: [ids[2]], cause: 'REFUSES' })).data.findingSetCause.userErrors).toMatchObject([
      { code: 'REQUIRED', rule: 'D-2a' },
    ]);
    const refuses = await taskForce(SET_CAUSE, { ids: [ids[2]], cause: 'REFUSES', note: 'Công văn 12 ngày 02/11/2026; lớp LH-3' });
    expect(refuses.data.findingSetCause.findings).toMatchObject([
      { cause: 'REFUSES', nextStep: 'EXCLUSION', causeNote: 'Công văn 12 ngày 02/11/2026; lớp LH-3' },
    ]);
    expect((await taskForce(SET_CAUSE, { ids: [ids[1]], cause: 'EXCUSED' })).data.findingSetCause.userErrors).toMatchObject([
      { code: 'REQUIRED' },
    ]);
    const missing = await taskForce('{ findings(where: { causeMissing: true }) { totalCount } }');
    expect(missing.data.findings.totalCount).toBe(0);
    const ending = (from: string) =>
      taskForce('query ($from: Date) { findings(where: { windowTo: { gte: $from } }) { totalCount } }', { from });
    expect((await ending(WINDOW.to)).data.findings.totalCount).toBe(3);
    expect((await ending('2026-11-25')).data.findings.totalCount).toBe(0);
  });

  test('a contact of another agency, and the administrator, see nothing (product.md §2)', async () => {
    const { review } = await open();
    const idle = findingOf(review, 'IDLE').id;
    const other = await world.signIn('AGENCY_CONTACT', await world.agency('Q1', null));
    expect((await other('{ findings { totalCount nodes { id } } }')).data.findings).toEqual({ totalCount: 0, nodes: [] });
    expect((await other('query ($id: ID!) { finding(id: $id) { tier } }', { id: idle })).data.finding).toBeNull();
    expect((await other(SET_CAUSE, { ids: [idle], cause: 'NO_NEED' })).data.findingSetCause.userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect((await other(CONTEST, { id: idle, note: 'x' })).data.findingContest.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const admin = await world.signIn('ADMIN');
    expect((await admin('{ findings { totalCount } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const officers = await admin('{ officers { nodes { code latestFinding { tier } } } }');
    expect(officers.data.officers.nodes.every((officer: any) => officer.latestFinding === null)).toBe(true);
    const officer = await world.signIn('OFFICER', here.never);
    expect((await officer('{ findings { nodes { officer { code } reason days { date } causeNote } } }')).data.findings.nodes).toMatchObject(
      [{ officer: { code: 'IDLE' } }],
    );
    expect((await officer('{ reviews { nodes { figures { officers } } } }')).data.reviews.nodes).toEqual([{ figures: { officers: 1 } }]);
  });

  test('later evidence never worsens, flags what it would improve, and is settled by the task force (T-5)', async () => {
    const { review } = await open();
    const idle = findingOf(review, 'IDLE');
    await addEvidence(world, 'idle@snv.example', WORKDAYS.slice(0, 50), { read: 1 });
    await addEvidence(world, 'daily@snv.example', WORKDAYS, { read: 0, sent: 0 });
    const late = () => onEvidenceChanged({ at: LATER, from: WINDOW.from, to: WINDOW.to }, world.ground);
    const read = async (code: string) =>
      (
        await taskForce(
          `{ officer(code: "${code}") { id } findings(where: { reviewId: { eq: "${review.id}" } }) { nodes { ${FINDING} } } }`,
        )
      ).data.findings.nodes.find((f: any) => f.officer.code === code);
    await onEvidenceChanged({ at: '2026-11-24T00:00:00Z', from: WINDOW.from, to: WINDOW.to }, world.ground);
    expect(await read('IDLE')).toMatchObject({ improvedTier: null });
    await late();
    expect(await read('IDLE')).toMatchObject({ tier: 'NEVER', improvedTier: 'REGULAR', signals: ['NEWER_EVIDENCE'], version: 1 });
    expect(await read('DAILY')).toMatchObject({ tier: 'REGULAR', improvedTier: null, version: 1 });
    await taskForce(FINALISE, { id: review.id });
    const kept = await taskForce(SETTLE, { ids: [idle.id], take: false, note: 'Dữ liệu của người khác' });
    expect(kept.data.findingSettleSignals.findings).toMatchObject([{ tier: 'NEVER', improvedTier: null, signals: [], version: 2 }]);
    await late();
    expect(await read('IDLE')).toMatchObject({ improvedTier: null });
    expect((await taskForce(SETTLE, { ids: [idle.id], take: true, note: 'x' })).data.findingSettleSignals.userErrors).toMatchObject([
      { code: 'RULE_VIOLATED', rule: 'T-5', path: ['ids', '0'] },
    ]);
  });

  test('an improved tier that is taken is a new version with new numbers, in the lists too (T-5)', async () => {
    const { review } = await open();
    const idle = findingOf(review, 'IDLE');
    await taskForce(FINALISE, { id: review.id });
    await addEvidence(world, 'idle@snv.example', WORKDAYS.slice(0, 50), { read: 1 });
    await onEvidenceChanged({ at: LATER, from: '2026-09-01', to: '2026-09-01' }, world.ground);
    const taken = await taskForce(SETTLE, { ids: [idle.id], take: true, note: 'Đã đối chiếu' });
    expect(taken.data.findingSettleSignals).toMatchObject({
      findings: [{ tier: 'REGULAR', daysOfUse: 50, improvedTier: null, version: 2 }],
      userErrors: [],
    });
    const { data } = await taskForce(
      `{ officer(code: "IDLE") { latestFinding { tier reason days { isDayOfUse } } } officers(where: { tier: [REGULAR] }) { totalCount } }`,
    );
    expect(data.officers.totalCount).toBe(2);
    expect(data.officer.latestFinding.reason).toContain('đã được điều chỉnh');
    expect(data.officer.latestFinding.days.filter((day: any) => day.isDayOfUse)).toHaveLength(50);
    const kept = await world.ground.orm.em.fork().execute('select version, change, content from finding_version');
    expect(kept).toMatchObject([{ version: 1, change: 'IMPROVED_TAKEN' }]);
  });

  test('forwarding waits for the task force, which keeps the tier with a reason (T-5, example j)', async () => {
    await addEvidence(world, 'idle@snv.example', WORKDAYS, { forwarded: 3, received: 3 });
    const { review } = await open();
    const idle = findingOf(review, 'IDLE');
    expect(idle).toMatchObject({ tier: 'NEVER', signals: ['FORWARDED'] });
    const settled = await taskForce(SETTLE, { ids: [idle.id, findingOf(review, 'DAILY').id], take: false, note: 'Chuyển tiếp cho thư ký' });
    expect(settled.data.findingSettleSignals.findings).toMatchObject([{ tier: 'NEVER', signals: [] }]);
    expect(settled.data.findingSettleSignals.userErrors).toMatchObject([{ rule: 'T-5', path: ['ids', '1'] }]);
  });

  test('an absence recorded later works the finding out again from the frozen evidence, only for the better (T-5)', async () => {
    const { review } = await open();
    await addEvidence(world, 'idle@snv.example', WORKDAYS, { read: 1 });
    await recordAbsence(world.operator(), here.never, { fromOn: WINDOW.from, untilOn: WINDOW.to, document: 'QĐ 34/2026' });
    await recordAbsence(world.operator(), here.regular, { fromOn: WINDOW.from, untilOn: WINDOW.to, document: 'QĐ 35/2026' });
    await world.ground.outbox.drain();
    const { data } = await taskForce(`{ findings(where: { reviewId: { eq: "${review.id}" } }) { nodes { ${FINDING} } } }`);
    expect(findingOf({ findings: data.findings }, 'IDLE')).toMatchObject({
      tier: 'NOT_ASSESSED',
      notAssessedReason: 'EXCUSED',
      read: 0,
      version: 2,
    });
    expect(findingOf({ findings: data.findings }, 'DAILY')).toMatchObject({ tier: 'REGULAR', version: 1 });
  });

  test('reading somebody’s evidence is recorded once a request with those it is about, reading one’s own is not (R-1)', async () => {
    const { review } = await open();
    const readings = () =>
      world.ground.orm.em
        .fork()
        .execute<{ details: string }[]>(`select details from audit_event where action = 'finding.readEvidence' order by seq`);
    const before = (await readings()).length;
    const contact = await world.signIn('AGENCY_CONTACT', here.agency);
    await contact('{ findings { nodes { tier signals } } }');
    expect(await readings()).toHaveLength(before);
    await contact('{ findings { nodes { reason days { date } causeNote } } }');
    const after = await readings();
    expect(after).toHaveLength(before + 1);
    const ids = review.findings.nodes.map((finding: any) => finding.id);
    expect(JSON.parse(after.at(-1)!.details).findings.sort()).toEqual([...ids].sort());
    const officer = await world.signIn('OFFICER', here.never);
    await officer('{ findings { nodes { reason } } }');
    expect(await readings()).toHaveLength(before + 1);
  });
});
