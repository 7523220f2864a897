import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSession } from '../../server/identity/session.service.js';
import { DEMO_PASSWORD, demoAddresses } from '../../server/store/demo-accounts.js';
import { buildDemoCity, isDemoUnfinished } from '../../server/store/demo-city.js';
import { LAGGING_AGENCY } from '../../server/store/demo-facts.js';
import type { DemoPlan } from '../../server/store/demo-plan.js';
import { CITY, DEMONSTRATION } from '../../server/store/open.js';
import { type Ask, World } from '../support/world.js';

const SCALE = 0.03;

describe('a small demonstration city, built through the services', () => {
  let world: World;
  let plan: DemoPlan;
  const told: { step: string; done: number; total: number }[] = [];
  const count = async (sql: string) =>
    Number((await world.ground.orm.em.fork().execute<{ n: number }[]>(`select count(*)::int as n from ${sql}`))[0]!.n);
  const as = async (user: string): Promise<Ask> => {
    const { token } = await createSession(world.ground, `${user}@demo.example`, DEMO_PASSWORD);
    return (query, variables) => world.query(query, variables, { authorization: `Bearer ${token}` });
  };

  beforeAll(async () => {
    // Building it anew empties tables, which only their owner may.
    world = await World.open({ asOwner: true });
    plan = await buildDemoCity(world.ground, (step, done, total) => void told.push({ step: step.en, done, total }), { scale: SCALE });
  }, 120_000);
  afterAll(() => world.close());

  test('stores everybody and everything of the plan', async () => {
    const { agencies, officers, sharedMailboxes } = plan.registry;
    expect(await count('agency')).toBe(agencies.length);
    expect(await count('officer')).toBe(officers.length);
    expect(await count('posting')).toBe(officers.reduce((sum, { postings }) => sum + postings.length, 0));
    expect(await count('mailbox')).toBe(officers.reduce((sum, { mailboxes }) => sum + mailboxes.length, sharedMailboxes.length));
    expect(await count('absence')).toBe(officers.reduce((sum, { absences }) => sum + absences.length, 0));
    expect(await count('officer where left_on is not null')).toBe(officers.filter(({ leftOn }) => leftOn).length);
    expect(await count('evidence_day')).toBe([...plan.evidence()].reduce((sum, { days }) => sum + days.length / 6, 0));
    expect(await count('evidence_import')).toBe(plan.sources.length);
  });

  test('T-6: has three finalised reviews in which 40, 50 and 60 % of the leaders use their mailbox', async () => {
    const ask = await as('taskforce');
    const { data } = await ask(
      `{ reviews(first: 10) { nodes { state windowFrom windowTo openedAt figures { officers leaders { usingShare } all { usingShare } } } } }`,
    );
    const reviews = data.reviews.nodes.sort((a: any, b: any) => a.windowTo.localeCompare(b.windowTo));
    expect(reviews.map(({ windowFrom, windowTo }: any) => ({ from: windowFrom, to: windowTo }))).toEqual(plan.registry.windows);
    expect(reviews.map(({ state }: any) => state)).toEqual(['PUBLISHED', 'PUBLISHED', 'FINALISED']);
    [0.4, 0.5, 0.6].forEach((share, i) => expect(Math.abs(reviews[i].figures.leaders.usingShare - share)).toBeLessThan(0.02));
    for (const { figures } of reviews) expect(figures.all.usingShare).toBeGreaterThan(figures.leaders.usingShare);
    expect(reviews[2].figures.officers).toBe(plan.registry.officers.length);
    expect(reviews.every(({ openedAt, windowTo }: any) => openedAt > windowTo && openedAt <= new Date().toISOString())).toBe(true);
  });

  test('lets everybody sign in, as the person they are', async () => {
    expect(demoAddresses()).toHaveLength(15);
    for (const address of demoAddresses()) {
      const ask = await as(address.split('@')[0]!);
      const { data } = await ask(`{ me { name roles officer { code } agency { code } } }`);
      const account = plan.accounts.find(({ email }) => email === address)!;
      expect(data.me).toMatchObject({ name: account.name, officer: account.officerCode && { code: account.officerCode } });
      expect(data.me.roles).toContain(account.role);
    }
  });

  test('has its contact and its officer in the lagging agency, where member1 has a post too', async () => {
    const contact = await (await as('contact'))(`{ me { agency { code } } }`);
    expect(contact.data.me.agency.code).toBe(LAGGING_AGENCY);
    const officer = await (await as('officer'))(`{ me { officer { agency { code } latestFinding { tier cause signals reason } } } }`);
    expect(officer.data.me.officer).toMatchObject({
      agency: { code: LAGGING_AGENCY },
      latestFinding: { tier: 'NEVER', cause: null, signals: [] },
    });
    const member = await (await as('member1'))(`{ me { officer { postings { isMain agency { code } } } } }`);
    expect(member.data.me.officer.postings).toContainEqual({ isMain: false, agency: { code: LAGGING_AGENCY } });
  });

  test('E-8: shows its outages and its thin day as not covered', async () => {
    const [first, , last] = plan.registry.windows;
    const { data } = await (
      await as('taskforce')
    )(`query ($from: Date!, $to: Date!) { evidenceCoverage(from: $from, to: $to) { date source isThin isCovered } }`, {
      from: first!.from,
      to: last!.to,
    });
    const thin = new Set(
      data.evidenceCoverage.filter(({ source, isThin }: any) => source === 'Dovecot' && isThin).map(({ date }: any) => date),
    );
    expect(thin.size).toBeGreaterThanOrEqual(1);
  });

  test('has classes of the past with their effect, one of today, one with a waiting list, one planned, and a demand', async () => {
    const ask = await as('trainer');
    const { data } =
      await ask(`{ trainingClasses(first: 20) { nodes { state isOwn seatsLeft waitlistedCount startsAt roster { state attendance { mark } }
      effect { completed assessedAfter improved } } } }`);
    const classes = data.trainingClasses.nodes;
    expect(classes.map(({ state }: any) => state).sort()).toEqual(['COMPLETED', 'COMPLETED', 'OPEN', 'PLANNED', 'RUNNING']);
    expect(classes.every(({ isOwn }: any) => isOwn)).toBe(true);
    for (const { effect } of classes.filter(({ state }: any) => state === 'COMPLETED')) {
      expect(effect.completed).toBeGreaterThan(5);
      expect(effect.assessedAfter).toBeGreaterThan(effect.completed / 2);
    }
    const running = classes.find(({ state }: any) => state === 'RUNNING');
    expect(running.seatsLeft).toBe(0);
    expect(running.roster.filter((line: any) => line.attendance[0].mark !== null)).toHaveLength(16);
    expect(classes.some(({ state, waitlistedCount }: any) => state === 'OPEN' && waitlistedCount > 0)).toBe(true);
    const { data: need } = await (await as('taskforce'))(`{ trainingDemand { totalCount } trainingDemandByAgency { officers } }`);
    expect(need.trainingDemand.totalCount).toBeGreaterThan(10);
  });

  test('tells how far it is, forward only, to the end', () => {
    expect(new Set(told.map(({ step }) => step)).size).toBe(7);
    told.slice(1).forEach(({ done }, i) => expect(done).toBeGreaterThanOrEqual(told[i]!.done));
    expect(told.at(-1)!.done).toBe(told.at(-1)!.total);
  });

  test('marks the store as the demonstration city, and builds anew where the building was cut off', async () => {
    const em = world.ground.orm.em.fork();
    const city = async () => (await em.execute<{ value: string }[]>(`select value from setting where name = '${CITY}'`))[0]!.value;
    expect(await city()).toBe(DEMONSTRATION);
    await em.execute(`update setting set value = 'DEMONSTRATION_UNFINISHED' where name = '${CITY}'`);
    expect(await isDemoUnfinished(world.ground)).toBe(true);
    await buildDemoCity(world.ground, undefined, { scale: SCALE });
    expect(await city()).toBe(DEMONSTRATION);
    expect(await count('officer')).toBe(plan.registry.officers.length);
    expect(await count('review')).toBe(3);
  }, 120_000);
});
