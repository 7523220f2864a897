/** Publishing the list of a review: versions, audiences, what is in it and what never is, its end (P-1, P-2). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '../../server/kernel/calendar.js';
import { finaliseReview } from '../../server/review/close-review.service.js';
import { openReview } from '../../server/review/open-review.service.js';
import { addEvidence, city, type City, WINDOW, WORKDAYS } from '../review/review-world.js';
import { type Ask, World } from '../support/world.js';

let world: World;
let here: City;
let force: Ask;
let review = '';
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.clear();
  here = await city(world);
  // Six without a mailbox, who cannot be assessed.
  for (let i = 0; i < 6; i++)
    await world.officer(here.agency, {
      code: `NEW${i}`,
      fullName: `Lê Thị ${i}`,
      isLeader: false,
      mailboxAddress: null,
      sinceOn: '2020-01-01',
    });
  force = await world.signIn('TASK_FORCE');
  review = await openReview(world.as('TASK_FORCE'), { title: 'Quý IV', windowTo: WINDOW.to });
});

const LIST = `slug version title audience legalBasis expiresOn withdrawnAt withdrawReason supersededBy corrections figures { all { regular irregular never notAssessed assessed regularShare usingShare isSuppressed } leaders { notAssessed assessed isSuppressed } }
  agencies { code name regular irregular never assessed } rows { totalCount nodes { name post agency tier isCorrected } }`;
const PUBLISH = `mutation ($id: ID!, $input: PublishInput!) { reviewPublish(id: $id, input: $input) { list { ${LIST} } userErrors { code rule path message } } }`;

async function publish(input: object, ask = force): Promise<any> {
  const given = { slug: 'quy-4-2026', audience: 'PUBLIC', legalBasis: 'Quyết định 12/2026/QĐ-UBND', ...input };
  return (await ask(PUBLISH, { id: review, input: given })).data.reviewPublish;
}
const finalise = () => finaliseReview(world.as('TASK_FORCE'), review);
async function read(ask: Ask, version?: number, slug = 'quy-4-2026', more = ''): Promise<any> {
  const query = `query ($slug: String!, $version: Int) { publishedList(slug: $slug, version: $version) { ${LIST} ${more} } }`;
  return (await ask(query, { slug, version })).data.publishedList;
}
const slugs = async (ask: Ask) => (await ask('{ publishedLists { slug } }')).data.publishedLists.map(({ slug }: { slug: string }) => slug);
const tomorrow = (days = 1) => world.ground.clock.stopAt(new Date(world.ground.clock.now().getTime() + days * 86_400_000));

describe('a list', () => {
  test('is published of a review that holds, and read by everybody without signing in', async () => {
    expect(await publish({})).toMatchObject({ list: null, userErrors: [{ code: 'NOT_ALLOWED_NOW', rule: 'P-1' }] });
    expect(await read(world.nobody)).toBeNull();
    await finalise();
    const { list, userErrors } = await publish({});
    expect(userErrors).toEqual([]);
    expect(list).toMatchObject({
      slug: 'quy-4-2026',
      version: 1,
      title: 'Quý IV',
      audience: 'PUBLIC',
      corrections: [],
      supersededBy: null,
    });
    expect(await read(world.nobody)).toEqual(list);
    expect(list.rows).toEqual({
      totalCount: 3,
      nodes: [
        { name: 'Nguyễn Văn HEAD', post: null, agency: 'Sở SNV', tier: 'IRREGULAR', isCorrected: false },
        { name: 'Nguyễn Văn DAILY', post: null, agency: 'Sở SNV', tier: 'REGULAR', isCorrected: false },
        { name: 'Nguyễn Văn IDLE', post: null, agency: 'Sở SNV', tier: 'NEVER', isCorrected: false },
      ].map((row) => ({ ...row, agency: list.rows.nodes[0].agency })),
    });
    expect(list.figures.all).toEqual({
      regular: 1,
      irregular: 1,
      never: 1,
      notAssessed: 6,
      assessed: 3,
      regularShare: 1 / 3,
      usingShare: 2 / 3,
      isSuppressed: false,
    });
    expect(list.figures.leaders).toEqual({ notAssessed: 0, assessed: 1, isSuppressed: false });
    expect(list.agencies).toEqual([{ code: 'SNV', name: list.rows.nodes[0].agency, regular: 1, irregular: 1, never: 1, assessed: 3 }]);
    expect(await slugs(world.nobody)).toEqual(['quy-4-2026']);
    expect((await force('query ($id: ID!) { review(id: $id) { state availableActions } }', { id: review })).data.review).toEqual({
      state: 'PUBLISHED',
      availableActions: ['PUBLISH'],
    });
  });

  test('has rows that are asked for by agency and tier, page by page', async () => {
    await finalise();
    await publish({});
    const rows = async (args: string) =>
      (
        await world.nobody(
          `{ publishedList(slug: "quy-4-2026") { rows(${args}) { totalCount nodes { name } pageInfo { endCursor hasNextPage } } } }`,
        )
      ).data.publishedList.rows;
    expect(await rows('tier: NEVER')).toMatchObject({ totalCount: 1, nodes: [{ name: 'Nguyễn Văn IDLE' }] });
    expect(await rows('agencyCode: "snv", first: 2')).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(await rows('agencyCode: "KHAC"')).toMatchObject({ totalCount: 0, nodes: [] });
    const { pageInfo } = await rows('first: 2');
    expect(await rows(`first: 2, after: "${pageInfo.endCursor}"`)).toMatchObject({ nodes: [{ name: 'Nguyễn Văn IDLE' }] });
    expect(await rows('tier: NOT_ASSESSED')).toMatchObject({ totalCount: 0 });
  });

  test('for inside is read by whoever is signed in, and by nobody else', async () => {
    await finalise();
    await publish({ audience: 'INTERNAL', legalBasis: '' });
    expect(await read(world.nobody)).toBeNull();
    expect(await slugs(world.nobody)).toEqual([]);
    for (const role of ['TRAINER', 'ADMIN', 'COMMITTEE_MEMBER'] as const)
      expect(await read(await world.signIn(role))).toMatchObject({ version: 1, audience: 'INTERNAL' });
    // One that is taken back to the inside is read outside in none of its versions.
    await publish({});
    expect(await read(world.nobody)).toMatchObject({ version: 2 });
    expect(await read(world.nobody, 1)).toBeNull();
    await publish({ audience: 'INTERNAL' });
    expect(await read(world.nobody, 2)).toBeNull();
  });

  test.each([
    ['an address with capitals', { slug: 'Quy-4' }, 'INVALID', ['input', 'slug']],
    ['no legal basis although public', { legalBasis: '  ' }, 'REQUIRED', ['input', 'legalBasis']],
    ['a last day that is past', { expiresOn: '2026-11-24' }, 'INVALID', ['input', 'expiresOn']],
  ])('is refused with %s', async (_, input, code, path) => {
    await finalise();
    expect((await publish(input)).userErrors).toMatchObject([{ code, path }]);
    expect(await slugs(world.nobody)).toEqual([]);
  });

  test('is published by the task force alone', async () => {
    await finalise();
    for (const role of ['ADMIN', 'SECRETARY', 'COMMITTEE_MEMBER', 'TRAINER'] as const) {
      const answer = await (
        await world.signIn(role)
      )(PUBLISH, {
        id: review,
        input: { slug: 'quy-4-2026', audience: 'PUBLIC', legalBasis: 'x' },
      });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  test('of another review takes no address that is taken', async () => {
    await finalise();
    await publish({});
    tomorrow(1);
    const other = await openReview(world.as('TASK_FORCE'), { title: 'Khác', windowTo: WINDOW.to });
    await finaliseReview(world.as('TASK_FORCE'), other);
    review = other;
    force = await world.signIn('TASK_FORCE');
    expect((await publish({})).userErrors).toMatchObject([{ code: 'DUPLICATE', path: ['input', 'slug'] }]);
  });

  test('is up to the end of its last day', async () => {
    await finalise();
    const last = addDays(world.ground.clock.today(), 3);
    await publish({ expiresOn: last });
    tomorrow(3);
    expect(await read(world.nobody)).toMatchObject({ expiresOn: last });
    tomorrow(1);
    expect(await read(world.nobody)).toBeNull();
    expect(await slugs(world.nobody)).toEqual([]);
    expect(await read(await world.signIn('TRAINER'))).toBeNull();
    expect(await read(await world.signIn('TASK_FORCE'))).toMatchObject({ version: 1 });
    // Published again it is up again, as a new version.
    force = await world.signIn('TASK_FORCE');
    expect((await publish({})).list).toMatchObject({ version: 2, expiresOn: null, corrections: [] });
    expect(await read(world.nobody, 1)).toMatchObject({ supersededBy: 2 });
  });

  test('that is withdrawn says so and why, and nothing about anybody', async () => {
    await finalise();
    await publish({});
    const WITHDRAW = `mutation ($reason: String!) { publishedListWithdraw(slug: "quy-4-2026", reason: $reason) { list { ${LIST} } userErrors { code path } } }`;
    const withdraw = async (reason: string) => (await force(WITHDRAW, { reason })).data.publishedListWithdraw;
    expect((await withdraw(' ')).userErrors).toEqual([{ code: 'REQUIRED', path: ['reason'] }]);
    expect((await withdraw('Công khai nhầm đợt')).userErrors).toEqual([]);
    const list = await read(world.nobody);
    expect(list).toMatchObject({ withdrawReason: 'Công khai nhầm đợt', rows: { totalCount: 0, nodes: [] }, agencies: [] });
    expect(list.withdrawnAt).not.toBeNull();
    expect(list.figures.all).toMatchObject({ regular: null, notAssessed: null, assessed: null });
    expect(JSON.stringify(list)).not.toContain('Nguyễn');
    expect(await slugs(world.nobody)).toEqual([]);
    expect((await withdraw('Lần nữa')).userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW' }]);
  });

  test('published again without anything new is refused; with something new it is a version', async () => {
    await finalise();
    await publish({});
    expect((await publish({})).userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW', rule: 'P-1' }]);
    expect((await publish({ legalBasis: 'Luật' })).list).toMatchObject({ version: 2, legalBasis: 'Luật', corrections: [] });
    expect(await read(world.nobody, 1)).toMatchObject({ legalBasis: 'Quyết định 12/2026/QĐ-UBND', supersededBy: 2 });
  });
});

/** A file that came late shows that somebody used the mailbox; the task force takes it, and IDLE is REGULAR. */
async function lateEvidenceIsTaken(): Promise<void> {
  tomorrow(1);
  await addEvidence(world, 'idle@snv.example', WORKDAYS, { read: 2, sent: 1, logins: 1, received: 1 });
  const { onEvidenceChanged } = await import('../../server/review/late-facts.js');
  await onEvidenceChanged({ at: world.ground.clock.now().toISOString(), from: WINDOW.from, to: WINDOW.to }, world.ground);
  force = await world.signIn('TASK_FORCE');
  const { findings } = (await force(`query ($id: ID!) { review(id: $id) { findings { nodes { id improvedTier } } } }`, { id: review })).data
    .review;
  const improved = findings.nodes.filter((finding: any) => finding.improvedTier);
  expect(improved).toHaveLength(1);
  const settled = await force(
    `mutation ($ids: [ID!]!) { findingSettleSignals(ids: $ids, takeImproved: true, note: "Đã đối chiếu tệp") { userErrors { code message } } }`,
    { ids: [improved[0].id] },
  );
  expect(settled.data?.findingSettleSignals.userErrors).toEqual([]);
  await world.settled();
}

describe('later evidence that is taken', () => {
  test('corrects the list by itself, in a version that names what changed', async () => {
    await finalise();
    await publish({});
    await lateEvidenceIsTaken();
    const list = await read(world.nobody);
    expect(list).toMatchObject({ version: 2, corrections: [expect.stringContaining('Nguyễn Văn IDLE')] });
    expect(list.rows.nodes.find(({ name }: any) => name === 'Nguyễn Văn IDLE')).toMatchObject({ tier: 'REGULAR', isCorrected: true });
    expect(await read(world.nobody, 1)).toMatchObject({ supersededBy: 2, corrections: [] });
  });

  test.each([
    ['stood only in a list for inside', { audience: 'INTERNAL' }, false],
    ['was withdrawn', {}, true],
  ])('is not told to everybody by correcting what %s', async (_, first, isWithdrawn) => {
    await finalise();
    await publish(first);
    if (isWithdrawn) await force(`mutation { publishedListWithdraw(slug: "quy-4-2026", reason: "Nhầm") { userErrors { code } } }`);
    await lateEvidenceIsTaken();
    await publish({});
    const list = await read(world.nobody);
    expect(list).toMatchObject({ audience: 'PUBLIC', corrections: [] });
    expect(list.rows.nodes.find(({ name }: any) => name === 'Nguyễn Văn IDLE')).toMatchObject({ tier: 'REGULAR', isCorrected: false });
    expect(list.rows.nodes.some(({ isCorrected }: any) => isCorrected)).toBe(false);
  });

  test('is told to those inside, who read the version before', async () => {
    await finalise();
    await publish({ audience: 'INTERNAL' });
    await lateEvidenceIsTaken();
    expect(await read(force)).toMatchObject({
      version: 2,
      audience: 'INTERNAL',
      corrections: [expect.stringContaining('Nguyễn Văn IDLE')],
    });
  });
});
