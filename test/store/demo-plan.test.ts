import { beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, dayNumber } from '../../server/kernel/calendar.js';
import { domainOf, mailAddress } from '../../server/registry/address.rules.js';
import { nameDefect } from '../../server/kernel/name.rules.js';
import { tierFigures, usageFigures } from '../../server/review/figures.rules.js';
import { calendarOf, policyFaults } from '../../server/review/policy.rules.js';
import { demoWindows, publicHolidays } from '../../server/store/demo-calendar.js';
import { DEMO_DAY_FIELDS } from '../../server/store/demo-mail-log.js';
import type { DemoPlan } from '../../server/store/demo-plan.js';
import { demoPlan } from '../../server/store/demo-plan.js';
import { BLIND_AGENCY, LAGGING_AGENCY } from '../../server/store/demo-facts.js';
import type { DemoFinding } from './demo-city.figures.js';
import { evidenceOf, findingsOf } from './demo-city.figures.js';

const TODAY = '2026-11-23';

describe('the whole city', () => {
  let plan: DemoPlan;
  let evidence: ReturnType<typeof evidenceOf>;
  let reviews: DemoFinding[][];
  beforeAll(() => {
    plan = demoPlan({ today: TODAY });
    evidence = evidenceOf(plan);
    reviews = [0, 1, 2].map((review) => findingsOf(plan, evidence.byAddress, review));
  }, 120_000);

  const mainPosting = (code: string) =>
    plan.registry.officers
      .find((officer) => officer.code === code)!
      .postings.filter(({ isMain }) => isMain)
      .at(-1)!;
  const agencyFigures = (review: number) =>
    plan.registry.agencies.map(({ code }) => {
      const findings = reviews[review]!.filter(({ agencyCode }) => agencyCode === code);
      return { code, all: tierFigures(findings), leaders: tierFigures(findings.filter(({ isLeader }) => isLeader)) };
    });

  test('has 57 agencies, an officer for each of the 12,993 posts, and about 12 % leaders', () => {
    const { agencies, officers } = plan.registry;
    expect(agencies).toHaveLength(57);
    expect(officers).toHaveLength(12_993);
    for (const { code, staffQuota } of agencies)
      expect(officers.filter((officer) => officer.code.startsWith(`${code}-`))).toHaveLength(staffQuota);
    const leaders = reviews[2]!.filter(({ isLeader }) => isLeader).length / officers.length;
    expect(leaders).toBeGreaterThan(0.11);
    expect(leaders).toBeLessThan(0.13);
  }, 60_000);

  test('gives each officer an own code, each mailbox an own address, and names the registry accepts', () => {
    const { officers, sharedMailboxes } = plan.registry;
    const addresses = [...officers.flatMap(({ mailboxes }) => mailboxes), ...sharedMailboxes].map(({ address }) => address);
    expect(new Set(officers.map(({ code }) => code)).size).toBe(12_993);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((address) => mailAddress(address) !== address)).toEqual([]);
    expect(officers.filter(({ fullName }) => nameDefect(fullName) || fullName !== fullName.normalize('NFC'))).toEqual([]);
  });

  test('keeps main postings one after another, with transfers, promotions, newcomers, leavers and posts beside the main one', () => {
    const { officers, windows } = plan.registry;
    for (const { postings, leftOn } of officers) {
      const main = postings.filter(({ isMain }) => isMain);
      main.slice(1).forEach(({ fromOn }, i) => expect(main[i]!.untilOn).toBe(addDays(fromOn, -1)));
      expect(main.at(-1)!.untilOn).toBe(leftOn);
    }
    const some = (test: (officer: (typeof officers)[number]) => boolean) => expect(officers.filter(test).length).toBeGreaterThan(10);
    some(({ postings }) => postings.some(({ agencyCode, isMain }) => isMain && agencyCode !== postings[0]!.agencyCode));
    some(({ postings }) => postings.some(({ isLeader, isMain }) => isMain && isLeader !== postings[0]!.isLeader));
    some(({ postings }) => postings[0]!.fromOn > windows[0]!.from);
    some(({ leftOn }) => leftOn !== null);
    some(({ postings }) => postings.some(({ isMain }) => !isMain));
    some(({ absences }) => absences.length > 0);
    some(({ mailboxes }) => mailboxes.length === 0);
    some(({ mailboxes }) => mailboxes.some(({ kind }) => kind === 'ROLE'));
    expect(plan.registry.sharedMailboxes.filter(({ kind }) => kind === 'MACHINE').length).toBeGreaterThan(10);
  });

  test('uses its mailboxes more and more: of its leaders 40, 50 and 60 %, of its staff more than of its leaders', () => {
    const figures = reviews.map(usageFigures);
    [0.4, 0.5, 0.6].forEach((share, i) => expect(figures[i]!.leaders.usingShare!).toBeCloseTo(share, 2));
    for (const { all, leaders } of figures) expect(all.usingShare!).toBeGreaterThan(leaders.usingShare! + 0.05);
    expect(figures[2]!.officers).toBe(12_993);
  });

  test('has agencies in which nearly all leaders use the mailbox and agencies in which nearly none does', () => {
    const shares = agencyFigures(2).flatMap(({ leaders }) => leaders.usingShare ?? []);
    expect(shares.filter((share) => share >= 0.95).length).toBeGreaterThanOrEqual(5);
    expect(shares.filter((share) => share <= 0.05).length).toBeGreaterThanOrEqual(5);
  });

  test('has one agency with the fewest users, by number and by share, in the last review', () => {
    const [least, next] = agencyFigures(2).sort((a, b) => a.all.regular + a.all.irregular - (b.all.regular + b.all.irregular));
    expect(least!.code).toBe(LAGGING_AGENCY);
    expect(least!.all.usingShare!).toBeLessThan(
      Math.min(...agencyFigures(2).flatMap(({ code, all }) => (code === LAGGING_AGENCY ? [] : (all.usingShare ?? [])))),
    );
    expect(next!.all.regular + next!.all.irregular).toBeGreaterThan(least!.all.regular + least!.all.irregular);
  });

  test('signs in as the persons it promises', () => {
    const { accounts, registry } = plan;
    expect(accounts.map(({ email }) => email.split('@')[0])).toEqual([
      'admin',
      'taskforce',
      'secretary',
      'chair',
      ...Array.from({ length: 8 }, (_, i) => `member${i + 1}`),
      'trainer',
      'contact',
      'officer',
    ]);
    const named = (user: string) => accounts.find(({ email }) => email === `${user}@demo.example`)!;
    const officerOf = (user: string) => registry.officers.find(({ code }) => code === named(user).officerCode)!;
    expect(named('contact').agencyCode).toBe(LAGGING_AGENCY);
    expect(mainPosting(named('contact').officerCode!).agencyCode).toBe(LAGGING_AGENCY);
    expect(officerOf('member1').postings.map(({ agencyCode }) => agencyCode)).toContain(LAGGING_AGENCY);
    const codes = accounts.flatMap(({ officerCode }) => officerCode ?? []);
    expect(new Set(codes).size).toBe(accounts.length - 1);
    const finding = reviews[2]!.find(({ officer }) => officer.code === named('officer').officerCode)!;
    expect(finding).toMatchObject({ tier: 'NEVER', agencyCode: LAGGING_AGENCY, isLeader: false });
    expect(finding.outcome).toMatchObject({ logins: 0, forwarded: 0, polledDays: 0 });
    const others = reviews[2]!.filter(({ officer }) => codes.includes(officer.code) && officer.code !== finding.officer.code);
    expect(others.map(({ tier }) => tier).filter((tier) => tier !== 'REGULAR' && tier !== 'IRREGULAR')).toEqual([]);
  });

  test('shows every tier, every reason for not assessing, and the habits that are no use', () => {
    const all = reviews.flat();
    for (const reason of ['NO_MAILBOX', 'EXCUSED', 'TOO_FEW_DAYS', 'SOURCE_CANNOT_SHOW_USE', 'COVERAGE']) {
      expect(all.filter(({ notAssessedReason }) => notAssessedReason === reason).length).toBeGreaterThan(5);
    }
    const never = reviews[2]!.filter(({ tier }) => tier === 'NEVER');
    expect(never.filter(({ outcome }) => outcome.polledDays > 30).length).toBeGreaterThan(10);
    expect(never.filter(({ outcome }) => outcome.forwarded > 30).length).toBeGreaterThan(10);
    expect(never.filter(({ outcome }) => outcome.logins > 0 && outcome.polledDays === 0).length).toBeGreaterThan(100);
    expect(reviews[2]!.filter(({ outcome }) => outcome.daysOfUse === 0 && outcome.daysOfUseOutside > 4).length).toBeGreaterThan(10);
    expect(
      reviews[2]!.filter(
        ({ agencyCode, notAssessedReason }) => agencyCode === BLIND_AGENCY && notAssessedReason === 'SOURCE_CANNOT_SHOW_USE',
      ).length,
    ).toBe(12);
  });

  test('logs 1 to 1.8 million days in the 270 days before today, each once, none empty, all of a served domain', () => {
    expect(evidence.rows).toBeGreaterThan(1_000_000);
    expect(evidence.rows).toBeLessThan(1_800_000);
    const [first, last] = [dayNumber(TODAY) - 270, dayNumber(TODAY) - 1];
    let faults = 0;
    for (const { source, address, days } of plan.evidence()) {
      if (!plan.sources.find(({ name }) => name === source)!.mailDomains.includes(domainOf(address))) faults++;
      for (let at = 0; at < days.length; at += DEMO_DAY_FIELDS) {
        const isInOrder = at === 0 || days[at]! > days[at - DEMO_DAY_FIELDS]!;
        const isEmpty = !(days[at + 1] || days[at + 2] || days[at + 3] || days[at + 4]);
        if (!isInOrder || isEmpty || days[at]! < first || days[at]! > last) faults++;
      }
    }
    expect(faults).toBe(0);
  });

  test('E-8: has days of outage and one thin day, and no other working day that would look thin', () => {
    const calendar = calendarOf(plan.policy);
    for (const { name, outages, thinDays } of plan.sources) {
      const seen = evidence.seen.get(name)!;
      const working = [...seen].filter(([day]) => calendar.isWorkingNumber(day));
      const median = working.map(([, count]) => count).sort((a, b) => a - b)[working.length >> 1]!;
      const thin = working.filter(([, count]) => count < median / 2).map(([day]) => day);
      expect({ name, thin }).toEqual({ name, thin: [...thinDays] });
      expect([...outages].filter((day) => seen.has(day))).toEqual([]);
    }
    expect(plan.sources.map(({ outages }) => outages.size)).toEqual([3, 20, 1]);
  });
});

describe('chance', () => {
  const facts = (seed?: number) => {
    const plan = demoPlan({ today: TODAY, scale: 0.03, seed });
    return JSON.stringify([plan.registry, plan.habits, plan.accounts, [...plan.evidence()].map(({ address, days }) => [address, ...days])]);
  };

  test('gives the same city for the same seed and another one for another', () => {
    expect(facts()).toBe(facts());
    expect(facts(7)).not.toBe(facts());
  });

  test('keeps the shares in a small city and on any day', () => {
    for (const today of [TODAY, '2027-03-01', '2028-02-29']) {
      const plan = demoPlan({ today, scale: 0.03 });
      const { byAddress } = evidenceOf(plan);
      [0.4, 0.5, 0.6].forEach((share, review) => {
        const { usingShare } = usageFigures(findingsOf(plan, byAddress, review)).leaders;
        expect(Math.abs(usingShare! - share)).toBeLessThan(0.02);
      });
    }
  });
});

describe('the calendar', () => {
  test('has three windows of 90 days one after another, the last ending yesterday', () => {
    expect(demoWindows(TODAY)).toEqual([
      { from: '2026-02-26', to: '2026-05-26' },
      { from: '2026-05-27', to: '2026-08-24' },
      { from: '2026-08-25', to: '2026-11-22' },
    ]);
  });

  test('knows the public holidays, with a day off for those on a weekend', () => {
    expect(publicHolidays('2026-02-01', '2026-09-30')).toEqual([
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-04-26',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
      '2026-09-01',
      '2026-09-02',
    ]);
    expect(publicHolidays('2027-01-01', '2027-05-31')).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2027-02-11',
      '2027-04-16',
      '2027-04-30',
      '2027-05-01',
      '2027-05-03',
    ]);
  });

  test('T-1: its policy is sound', () => {
    expect(policyFaults(demoPlan({ today: TODAY, scale: 0.01 }).policy)).toEqual([]);
  });
});
