/** The main job on real input, through the doors that everybody uses: registry → evidence → tiers (G-14). */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Ask, World } from '../support/world.js';

const log = (name: string) => readFileSync(new URL(`../data/mail-logs/${name}`, import.meta.url));

interface Truth {
  date: string;
  address: string;
  sent: number;
  read: number;
  logins: number;
  received: number;
  forwarded: number;
}

const truth: Truth[] = log('ground-truth.csv')
  .toString('utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [, date, address, counters] = /^([^,]+),([^,]+),(?:"[^"]*"|[^,]*),(.*)$/.exec(line)!;
    const [sent, read, logins, received, forwarded] = counters!.split(',').map(Number) as [number, number, number, number, number];
    return { date: date!, address: address!, sent, read, logins, received, forwarded };
  });

describe('fourteen days of real Dovecot and Postfix logs', () => {
  let world: World;
  let ask: Ask;
  let findings: any[];

  const upload = async (format: string, source: string, body: Buffer, fileName: string, newestDay = '2026-10-18') => {
    const response = await world.app.http.inject({
      method: 'POST',
      url: `/evidence/${format}?source=${source}&fileName=${fileName}&newestDay=${newestDay}`,
      headers: { authorization: `Bearer ${world.app.operatorToken}`, 'content-type': 'application/octet-stream' },
      payload: body,
    });
    expect(response.statusCode).toBe(202);
    return finished(response.json().importId);
  };

  const finished = async (id: string): Promise<any> => {
    for (;;) {
      const { data } = await ask(
        `query ($id: ID!) { evidenceImport(id: $id) { state lines used ignored duplicate quarantined unknownCount unknownAddresses firstDay lastDay message } }`,
        { id },
      );
      if (data.evidenceImport.state !== 'RUNNING') return data.evidenceImport;
      await new Promise((later) => setTimeout(later, 20));
    }
  };

  beforeAll(async () => {
    world = await World.open();
    ask = await world.signIn('TASK_FORCE');
    const agency = await world.agency('CITY', 'example.test');
    for (let i = 1; i <= 20; i++) {
      const user = `u${String(i).padStart(2, '0')}`;
      await world.officer(agency, { code: user, mailboxAddress: `${user}@example.test`, isLeader: i <= 5 });
    }
    for (const [name, format] of [
      ['imap', 'DOVECOT'],
      ['smtp', 'POSTFIX'],
    ]) {
      const { data } = await ask(
        `mutation ($input: EvidenceSourceInput!) { evidenceSourceSave(input: $input) { source { name shows } userErrors { message } } }`,
        {
          input: { name, format, mailDomains: ['example.test'], timeZone: 'UTC' },
        },
      );
      expect(data.evidenceSourceSave.userErrors).toEqual([]);
    }
    const dovecot = await upload('dovecot', 'imap', log('dovecot-14days.log'), 'dovecot.log');
    const postfix = await upload('postfix', 'smtp', gzipSync(log('postfix-14days.log')), 'mail.log.1.gz');
    for (const done of [dovecot, postfix]) {
      expect(done.state).toBe('DONE');
      expect(done.lines).toBe(done.used + done.ignored + done.duplicate + done.quarantined);
      expect(done.quarantined).toBe(0);
    }
    const policy = {
      effectiveOn: '2026-01-01',
      windowDays: 14,
      regularShare: 0.6,
      minimumCoverage: 0.8,
      minimumAssessableDays: 10,
      contestDays: 0,
    };
    const adopted = await ask(
      `mutation ($input: UsagePolicyInput!) { usagePolicyAdopt(input: $input) { policy { version } userErrors { message } } }`,
      { input: policy },
    );
    expect(adopted.data.usagePolicyAdopt.userErrors).toEqual([]);
    const opened = await ask(
      `mutation { reviewOpen(input: { title: "Hai tuần tháng 10", windowTo: "2026-10-18" }) { review { id } userErrors { message } } }`,
    );
    expect(opened.data.reviewOpen.userErrors).toEqual([]);
    const read = await ask(
      `query ($id: ID!) { findings(first: 100, where: { reviewId: { eq: $id } }) { nodes { tier reason signals daysOfUse assessableDays coverage officer { code }
         days { date sent read logins received forwarded polled isDayOfUse } } } }`,
      { id: opened.data.reviewOpen.review.id },
    );
    expect(read.errors).toBeUndefined();
    findings = read.data.findings.nodes;
  });
  afterAll(() => world.close());

  const of = (user: string) => findings.find((f) => f.officer.code === user.toUpperCase());

  test('counters equal the truth on at least 99 % of officer-days (G-14)', () => {
    const wrong = truth.filter((t) => {
      const day = of(t.address.split('@')[0]!).days.find((d: any) => d.date === t.date) ?? {
        sent: 0,
        read: 0,
        logins: 0,
        received: 0,
        forwarded: 0,
      };
      return (['sent', 'read', 'logins', 'received', 'forwarded'] as const).some((counter) => day[counter] !== t[counter]);
    });
    expect(truth.length).toBe(280);
    expect(wrong.length / truth.length).toBeLessThanOrEqual(0.01);
  });

  test('every tier is the one the habit deserves', () => {
    const tiers = Object.fromEntries(findings.map((f) => [f.officer.code.toLowerCase(), f.tier]));
    expect(tiers).toMatchObject({
      u01: 'REGULAR',
      u02: 'REGULAR',
      u03: 'REGULAR',
      u04: 'REGULAR',
      u05: 'REGULAR',
      u06: 'IRREGULAR',
      u07: 'IRREGULAR',
      u08: 'NEVER',
      u09: 'NEVER',
      u10: 'NEVER',
      u11: 'NEVER',
      u12: 'NEVER',
      u13: 'NEVER',
      u14: 'NEVER',
      u15: 'NEVER',
      u16: 'NEVER',
      u20: 'REGULAR',
    });
    expect(findings.every((f) => f.assessableDays === 10 && f.coverage === 1)).toBe(true);
    expect([of('u12').signals, of('u13').signals]).toEqual([['FORWARDED'], ['FORWARDED']]);
    for (const phone of ['u14', 'u15', 'u16']) expect(of(phone).signals).toEqual(['POLLING']);
  });

  test('no failed login and no forwarded message counts as use', () => {
    const used = findings
      .filter((f) => ['U08', 'U09', 'U12', 'U13'].includes(f.officer.code))
      .flatMap((f) => f.days.filter((d: any) => d.isDayOfUse));
    expect(used).toEqual([]);
  });

  test('the same files again, cut and renamed, change nothing', async () => {
    const whole = log('postfix-14days.log');
    const again = [
      await upload('dovecot', 'imap', gzipSync(log('dovecot-14days.log')), 'x.gz'),
      await upload('postfix', 'smtp', whole.subarray(0, 100_000), 'y.log'),
    ];
    expect(again.map((i) => i.used)).toEqual([0, 0]);
    const days = await world.ground.orm.em
      .fork()
      .execute('select sum(sent)::int as sent, sum(read)::int as read, sum(logins)::int as logins from evidence_day');
    const sum = (counter: 'sent' | 'read' | 'logins') => truth.reduce((n, t) => n + t[counter], 0);
    expect(days).toEqual([{ sent: sum('sent'), read: sum('read'), logins: sum('logins') }]);
  });

  test('each finding is explained in a paragraph in both languages (T-7)', async () => {
    const { data } = await ask(
      `{ officer(code: "U06") { code } findings(first: 1) { nodes { reason } } }`,
      {},
      { 'accept-language': 'en' },
    );
    expect(of('u08').reason).toMatch(/không/i);
    expect(data.findings.nodes[0].reason).toMatch(/working day/i);
  });
});
