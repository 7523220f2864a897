/** The awards' answers over GraphQL (A-1), on exclusions as they stand on record. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createApiKey } from '../../server/identity/api-key.service.js';
import { type Ask, World } from '../support/world.js';
import { committeeOf, decision, exclusion } from './award-world.js';

const NOW = new Date('2026-11-25T02:00:00Z');
const at = (day: string) => `${day}T00:00:00.000Z`;
let world: World;
let force: Ask;
let agency: string;
/** Ids by code. */
let officers: Record<string, string>;
let committee: string;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.clear();
  world.ground.clock.stopAt(new Date('2026-01-05T02:00:00Z'));
  agency = await world.agency();
  officers = {};
  for (const code of ['SNV-1', 'SNV-2', 'SNV-3']) officers[code] = await world.officer(agency, { code });
  committee = await committeeOf(world);
  world.ground.clock.stopAt(NOW);
  force = await world.signIn('TASK_FORCE');
});

const QUESTION = `query ($codes: [String!]!, $year: Int!, $title: String!, $asOf: DateTime) {
  awardEligibility(officerCodes: $codes, year: $year, title: $title, asOf: $asOf) {
    officerCode year title status isEligible decisionNumber inForceOn asOf } }`;
const question = (more: object) => ({ codes: ['SNV-1'], year: 2026, title: 'CSTDCS', ...more });
const answers = async (more: object = {}, ask = force) => {
  const { data, errors } = await ask(QUESTION, question(more));
  expect(errors).toBeUndefined();
  return data.awardEligibility as Record<string, any>[];
};
const statuses = async (more: object = {}, ask = force) => (await answers(more, ask)).map(({ status }) => status as string);
const refused = async (more: object) => {
  const { data, errors } = await force(QUESTION, question(more));
  expect(data ?? null).toBeNull();
  return errors![0]!;
};
const excluded = async (code: string, facts: Partial<Parameters<typeof exclusion>[2]> & { from: string }) => {
  const id = await decision(world, committee, officers[code]!);
  await exclusion(world, id, { officerId: officers[code]!, ...facts });
  return id;
};

describe('an answer', () => {
  test('says since when, by which decision, and as of when', async () => {
    await excluded('SNV-1', { from: at('2026-03-01') });
    expect(await answers({ codes: ['snv-1 ', 'SNV-2', 'NOBODY'] })).toEqual([
      {
        officerCode: 'snv-1 ',
        year: 2026,
        title: 'CSTDCS',
        status: 'EXCLUDED',
        isEligible: false,
        decisionNumber: '7/QĐ-BCĐ',
        inForceOn: '2026-03-01',
        asOf: NOW.toISOString(),
      },
      expect.objectContaining({ officerCode: 'SNV-2', status: 'ELIGIBLE', isEligible: true, decisionNumber: null, inForceOn: null }),
      expect.objectContaining({ officerCode: 'NOBODY', status: 'UNKNOWN_OFFICER', isEligible: false, decisionNumber: null }),
    ]);
  });

  test('is one a code in the order asked, for a code named twice twice', async () => {
    await excluded('SNV-2', { from: at('2026-03-01') });
    const got = await answers({ codes: ['SNV-3', 'SNV-2', 'SNV-1', 'SNV-2', 'X', 'SNV-3'] });
    expect(got.map(({ officerCode, status }) => `${officerCode} ${status}`)).toEqual([
      'SNV-3 ELIGIBLE',
      'SNV-2 EXCLUDED',
      'SNV-1 ELIGIBLE',
      'SNV-2 EXCLUDED',
      'X UNKNOWN_OFFICER',
      'SNV-3 ELIGIBLE',
    ]);
  });

  test('is about the title and the year asked for', async () => {
    await excluded('SNV-1', { from: at('2026-03-01'), titles: ['CSTDCS', 'CSTDTP'] });
    expect(await statuses({ title: 'CSTDTP' })).toEqual(['EXCLUDED']);
    expect(await statuses({ title: 'LDTT' })).toEqual(['ELIGIBLE']);
    expect(await statuses({ year: 2027 })).toEqual(['ELIGIBLE']);
  });

  test('as of a moment is what was on record then, from its first moment to its last (A-1)', async () => {
    // In force in March, appealed in April, upheld in June, lifted in September.
    const id = await excluded('SNV-1', { from: at('2026-03-01'), until: at('2026-04-01') });
    const again = { officerId: officers['SNV-1']! };
    await exclusion(world, id, { ...again, status: 'UNDER_APPEAL', from: at('2026-04-01'), until: at('2026-06-01') });
    await exclusion(world, id, { ...again, from: at('2026-06-01'), until: at('2026-09-01') });
    const moments: [string, string][] = [
      ['2026-02-28T23:59:59.999Z', 'ELIGIBLE'],
      [at('2026-03-01'), 'EXCLUDED'],
      ['2026-03-31T23:59:59.999Z', 'EXCLUDED'],
      [at('2026-04-01'), 'UNDER_APPEAL'],
      [at('2026-06-01'), 'EXCLUDED'],
      ['2026-08-31T23:59:59.999Z', 'EXCLUDED'],
      [at('2026-09-01'), 'ELIGIBLE'],
    ];
    for (const [asOf, status] of moments) expect([asOf, ...(await statuses({ asOf }))]).toEqual([asOf, status]);
    const [appealed] = await answers({ asOf: at('2026-05-01') });
    expect(appealed).toMatchObject({ isEligible: true, decisionNumber: '7/QĐ-BCĐ', inForceOn: null, asOf: at('2026-05-01') });
    expect(await statuses()).toEqual(['ELIGIBLE']);
    // On 1 January after, nothing is different: the answer for a year stays (D-11).
    await exclusion(world, id, { ...again, number: '9/QĐ-BCĐ', from: at('2026-10-01') });
    world.ground.clock.stopAt(new Date('2028-01-02T00:00:00Z'));
    force = await world.signIn('TASK_FORCE');
    expect(await statuses({ codes: ['SNV-1'] })).toEqual(['EXCLUDED']);
    expect(await statuses({ asOf: at('2026-09-01') })).toEqual(['ELIGIBLE']);
  });

  test('an officer who was entered later was not known before', async () => {
    await world.officer(agency, { code: 'SNV-9' });
    expect(await statuses({ codes: ['SNV-9'] })).toEqual(['ELIGIBLE']);
    expect(await statuses({ codes: ['SNV-9', 'SNV-1'], asOf: new Date(NOW.getTime() - 1).toISOString() })).toEqual([
      'UNKNOWN_OFFICER',
      'ELIGIBLE',
    ]);
  });

  test('of 1,000 codes is one statement, of 1,001 and of none is refused', async () => {
    const codes = Array.from({ length: 1_000 }, (_, i) => (i % 2 ? 'SNV-1' : `X-${i}`));
    const { run } = world.ground.read;
    const statements: string[] = [];
    Object.assign(world.ground.read, {
      run: (query: { compile(): { sql: string } }) => {
        statements.push(query.compile().sql);
        return run(query as never);
      },
    });
    try {
      expect(await statuses({ codes })).toHaveLength(1_000);
    } finally {
      Object.assign(world.ground.read, { run });
    }
    expect(statements.filter((text) => text.includes('award_answers'))).toHaveLength(1);
    expect(statements.filter((text) => text.includes('officer'))).toEqual([]);
    expect((await refused({ codes: [...codes, 'SNV-1'] })).extensions.code).toBe('BAD_USER_INPUT');
    expect((await refused({ codes: [] })).extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['officerCodes'], rule: 'A-1' });
  });

  test('an unknown title and a moment to come are refused', async () => {
    expect((await refused({ title: 'GIAI-NHAT' })).extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['title'], rule: 'A-1' });
    const later = new Date(NOW.getTime() + 1).toISOString();
    expect((await refused({ asOf: later })).extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['asOf'], rule: 'A-1' });
    expect(await statuses({ asOf: NOW.toISOString() })).toEqual(['ELIGIBLE']);
  });

  test('while the clock runs, the moment of an answer is over when it is given', async () => {
    world.ground.clock.stopAt();
    force = await world.signIn('TASK_FORCE');
    const before = Date.now();
    const [{ asOf }] = (await answers()) as [{ asOf: string }];
    expect(Date.parse(asOf)).toBeGreaterThanOrEqual(before - 1);
    expect(Date.parse(asOf)).toBeLessThan(Date.now());
  });
});

describe('about whom is answered (product.md §2)', () => {
  const NOBODY_ELSE = ['EXCLUDED', 'UNKNOWN_OFFICER', 'UNKNOWN_OFFICER', 'UNKNOWN_OFFICER'];
  beforeEach(async () => {
    const other = await world.agency('Q1');
    world.ground.clock.stopAt(new Date('2026-01-05T02:00:00Z'));
    officers['Q1-1'] = await world.officer(other, { code: 'Q1-1' });
    world.ground.clock.stopAt(NOW);
    for (const code of Object.keys(officers)) await excluded(code, { from: at('2026-03-01') });
  });
  const codes = ['SNV-1', 'Q1-1', 'SNV-1X', 'NOBODY'];

  test.each(['TASK_FORCE', 'SECRETARY', 'COMMITTEE_MEMBER'] as const)('a %s is answered about everybody', async (role) => {
    expect(await statuses({ codes }, await world.signIn(role))).toEqual(['EXCLUDED', 'EXCLUDED', 'UNKNOWN_OFFICER', 'UNKNOWN_OFFICER']);
  });

  test('a contact about officers of the own agency; others look like codes that nobody has', async () => {
    const contact = await world.signIn('AGENCY_CONTACT', agency);
    expect(await statuses({ codes }, contact)).toEqual(NOBODY_ELSE);
    const [, other, , unknown] = await answers({ codes }, contact);
    expect({ ...other, officerCode: '' }).toEqual({ ...unknown, officerCode: '' });
  });

  test('an officer about themselves', async () => {
    const own = await world.signIn('OFFICER', officers['SNV-1']);
    expect(await statuses({ codes: [...codes, 'SNV-2'] }, own)).toEqual([...NOBODY_ELSE, 'UNKNOWN_OFFICER']);
  });

  test('a key with the scope awards:read about everybody, one without it about nobody', async () => {
    const withKey = async (scope: string) => {
      const { secret } = await createApiKey(world.as('ADMIN'), { name: scope, scopes: [scope], expiresOn: '2027-01-31' });
      return world.query(QUESTION, question({ codes }), { authorization: `Bearer ${secret}` });
    };
    expect((await withKey('awards:read')).data.awardEligibility.map(({ status }: any) => status).slice(0, 2)).toEqual([
      'EXCLUDED',
      'EXCLUDED',
    ]);
    expect((await withKey('findings:read')).errors![0]!.extensions.code).toBe('FORBIDDEN');
    for (const role of ['ADMIN', 'TRAINER'] as const)
      expect((await (await world.signIn(role))(QUESTION, question({}))).errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await world.nobody(QUESTION, question({}))).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  });
});

test('titles are named in the language of whoever asks', async () => {
  const titles = async (language: string) => {
    const { data } = await force('{ awardTitles { code name } }', {}, { 'accept-language': language });
    return data.awardTitles.map(({ code, name }: any) => `${code} ${name}`)[1];
  };
  expect([await titles('vi'), await titles('en')]).toEqual(['CSTDCS Chiến sĩ thi đua cơ sở', 'CSTDCS Emulation fighter of the unit']);
});
