/**
 * The whole circle, unattended, on real servers: officers get mailboxes by decision, use them with different habits over simulated days, the servers' own
 * logs are imported and reviewed, and one mailbox is revoked by decision: its login is refused.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importsOf } from '../../server/evidence/import.service.js';
import { mailRunnerOf } from '../../server/provisioning/mail-runner.js';
import { settleAllDue } from '../../server/decisions/falling-due.js';
import { incoming, logIn, send, tryLogin, until } from '../support/mail-clients.js';
import { type MailStack, startMailStack } from '../support/mail-stack.js';
import { type Ask, World } from '../support/world.js';

const minutes = 60_000;
const DAY = 86_400_000;
/** Working days on which the mailboxes are used: four weeks from Monday, 5 October 2026. */
const FIRST = Date.parse('2026-10-05T00:00:00Z');
const DAYS = Array.from({ length: 28 }, (_, i) => i).filter((i) => i % 7 < 5);

/** How somebody uses a mailbox on the i-th working day. */
type Habit = 'DAILY' | 'NOW_AND_THEN' | 'POLLS' | 'WRONG_PASSWORD' | 'NOT_AT_ALL';
const HABITS: readonly Habit[] = [
  ...Array.from({ length: 9 }, () => 'DAILY' as const),
  ...Array.from({ length: 4 }, () => 'NOW_AND_THEN' as const),
  ...Array.from({ length: 2 }, () => 'POLLS' as const),
  ...Array.from({ length: 2 }, () => 'WRONG_PASSWORD' as const),
  ...Array.from({ length: 3 }, () => 'NOT_AT_ALL' as const),
];
const TIERS: Record<Habit, string> = {
  DAILY: 'REGULAR',
  NOW_AND_THEN: 'IRREGULAR',
  POLLS: 'NEVER',
  WRONG_PASSWORD: 'NEVER',
  NOT_AT_ALL: 'NEVER',
};

interface Person {
  officerId: string;
  mailboxId: string;
  address: string;
  password: string;
  habit: Habit;
}

let world: World;
let stack: MailStack;
let force: Ask;
let secretary: Ask;
let admin: Ask;
const members: Ask[] = [];
const people: Person[] = [];

/** Asks and fails where anything was refused. */
async function ask<T = any>(as: Ask, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await as(query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  const [answer] = Object.values(data) as any[];
  const refused = [...(answer?.userErrors ?? []), ...(answer?.results ?? []).flatMap((result: any) => result.userErrors)];
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return answer as T;
}

const RESULTS = 'results { id decision { id } userErrors { code message rule } }';
/** The city's clock stands at a moment; who is signed in stays so, as somebody who signs in again would be. */
async function on(at: number): Promise<void> {
  world.ground.clock.stopAt(new Date(at));
  await world.ground.orm.em.fork().execute('update session set expires_at = ?, last_used_at = ?', [new Date(at + DAY), new Date(at)]);
}
const orders = () => mailRunnerOf(world.ground).drain();

/** Adopted by three of three. */
async function adopted(ids: string[]): Promise<void> {
  await ask(secretary, `mutation ($ids: [ID!]!) { decisionOpenVote(ids: $ids) { ${RESULTS} } }`, { ids });
  for (const member of members) {
    const { data } = await secretary('query ($id: ID!) { decision(id: $id) { state } }', { id: ids[0] });
    // A vote closes by itself as soon as nothing can turn it.
    if (data.decision.state !== 'VOTING') break;
    await ask(member, `mutation ($ids: [ID!]!) { decisionCastVote(ids: $ids, choice: FOR) { ${RESULTS} } }`, { ids });
  }
  await ask(secretary, `mutation ($ids: [ID!]!) { decisionEnterIntoForce(ids: $ids) { ${RESULTS} } }`, { ids });
}

beforeAll(async () => {
  stack = await startMailStack();
  world = await World.open();
  await on(FIRST - 3 * DAY);
  [force, secretary, admin] = [await world.signIn('TASK_FORCE'), await world.signIn('SECRETARY'), await world.signIn('ADMIN')];
  const agency = await world.agency('SNV', 'example.test');
  const office = await world.agency('VPUB', 'office.example');
  for (const [i, habit] of HABITS.entries()) {
    const officerId = await world.officer(agency, {
      code: `CC${i}`,
      fullName: `Nguyễn Văn ${String.fromCharCode(65 + i)}`,
      mailboxAddress: null,
      sinceOn: '2020-01-01',
    });
    people.push({ officerId, mailboxId: '', address: '', password: '', habit });
  }
  const seats: { userId: string; seat: string }[] = [];
  for (const seat of ['CHAIR', 'MEMBER', 'MEMBER']) {
    const officerId = await world.officer(office, { mailboxAddress: null, sinceOn: '2020-01-01', isLeader: true });
    const member = await world.signInAs([{ role: 'COMMITTEE_MEMBER' }, { role: 'OFFICER', scopeId: officerId }]);
    members.push(member);
    seats.push({ userId: (await member('{ me { id } }')).data.me.id, seat });
  }
  const input = {
    code: 'BCD',
    name: 'Ban Chỉ đạo',
    competences: ['MAILBOX_PROVISION', 'MAILBOX_REVOCATION', 'MAILBOX_RESTORATION'],
    effectiveOn: '2026-01-01',
    legalBasis: 'Quyết định số 1/QĐ-UBND',
    members: seats,
  };
  await ask(
    secretary,
    `mutation ($input: CommitteeInput!) { committeeCreate(input: $input) { committee { id } userErrors { message } } }`,
    { input },
  );
}, 3 * minutes);
afterAll(async () => {
  await world?.close();
  await stack?.stop();
}, minutes);

test(
  'twenty officers get their mailboxes by decision, on the mail servers, and their passwords by a service act',
  async () => {
    const { url, key } = stack.doveadm;
    const settings = [
      { name: 'databaseUrl', value: stack.productDatabaseUrl },
      { name: 'doveadmUrl', value: url },
      { name: 'doveadmKey', value: key },
    ];
    const input = { name: 'Thư thành phố', kind: 'SQL', domains: ['example.test'], settings };
    const { mailSystem } = await ask(
      admin,
      `mutation ($input: MailSystemInput!) { mailSystemCreate(input: $input) { mailSystem { id } userErrors { message } } }`,
      { input },
    );
    const check = await ask(
      admin,
      `mutation ($id: ID!) { mailSystemCheck(id: $id) { isWell steps { name isWell detail } userErrors { message } } }`,
      { id: mailSystem.id },
    );
    expect(check.steps.filter((step: any) => !step.isWell)).toEqual([]);
    await ask(
      admin,
      `mutation ($id: ID!) { mailSystemSwitch(id: $id, isOn: true, acceptsEmbedded: true) { mailSystem { isOn } userErrors { message } } }`,
      { id: mailSystem.id },
    );

    const proposal = {
      kind: 'MAILBOX_PROVISION',
      officerIds: people.map(({ officerId }) => officerId),
      legalBasis: 'Quy chế sử dụng thư điện tử',
      grounds: 'Chưa có hộp thư',
    };
    const { results } = await ask(force, `mutation ($input: ProposeInput!) { decisionPropose(input: $input) { ${RESULTS} } }`, {
      input: proposal,
    });
    await adopted(results.map((result: any) => result.decision.id));
    await orders();
    const done = await ask(
      admin,
      '{ mailOrders(first: 100) { nodes { kind state verified connector mailbox { id address state officer { id } } } } }',
    );
    expect(done.nodes).toHaveLength(20);
    expect(new Set(done.nodes.map((order: any) => `${order.kind} ${order.state} ${order.verified} ${order.mailbox.state}`))).toEqual(
      new Set(['PROVISION DONE true ACTIVE']),
    );
    for (const { mailbox } of done.nodes) {
      const one = people.find(({ officerId }) => officerId === mailbox.officer.id)!;
      [one.mailboxId, one.address] = [mailbox.id, mailbox.address];
      one.password = (
        await ask(admin, `mutation ($id: ID!) { mailboxResetPassword(id: $id) { password userErrors { message } } }`, { id: mailbox.id })
      ).password;
    }
    await orders();
    for (const one of people) expect(await tryLogin(stack, one.address, one.password)).toBe('OK');
  },
  2 * minutes,
);

/** What happens at a mailbox on a day. */
async function use(one: Person, day: number): Promise<void> {
  const colleague = people[(people.indexOf(one) + 1) % people.length]!;
  if (one.habit === 'WRONG_PASSWORD') await tryLogin(stack, one.address, 'not the password');
  if (one.habit === 'POLLS')
    for (let i = 0; i < 6; i++) {
      const phone = await logIn(stack, one.address, one.password);
      await phone.mailboxOpen('INBOX', { readOnly: true });
      await phone.logout();
    }
  if (one.habit === 'NOT_AT_ALL' || (one.habit === 'NOW_AND_THEN' && day % 7 !== 2)) return;
  if (one.habit !== 'DAILY' && one.habit !== 'NOW_AND_THEN') return;
  await send(stack, { from: one.address, password: one.password, to: colleague.address, subject: `ngày ${day}` });
  const reader = await logIn(stack, one.address, one.password);
  if ((await reader.mailboxOpen('INBOX')).exists > 0) await reader.messageFlagsAdd('1:*', ['\\Seen']);
  await reader.logout();
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The lines a day's use left in a log, with the date of the simulated day. */
function onDay(lines: string, day: number): string {
  const date = new Date(FIRST + day * DAY);
  const iso = date.toISOString().slice(0, 10);
  const old = `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)}`;
  return lines.replace(/^\d{4}-\d\d-\d\d/gm, iso).replace(/^[A-Z][a-z]{2} [ \d]\d(?= \d\d:)/gm, old);
}

test(
  'four weeks of different habits, read from the servers’ own logs, give each the tier they deserve',
  async () => {
    const logs = { dovecot: '', postfix: '' };
    const read = (path: string) => readFileSync(path, 'utf8');
    let [fromDovecot, fromPostfix] = [read(stack.dovecotLog).length, read(stack.postfixLog).length];
    for (const day of DAYS) {
      await Promise.all(people.map((one) => use(one, day)));
      await until(() => read(stack.postfixLog).slice(fromPostfix).includes('status=sent') || day < 0);
      const [dovecot, postfix] = [read(stack.dovecotLog), read(stack.postfixLog)];
      logs.dovecot += onDay(dovecot.slice(fromDovecot), day);
      logs.postfix += onDay(postfix.slice(fromPostfix), day);
      [fromDovecot, fromPostfix] = [dovecot.length, postfix.length];
    }
    await on(FIRST + 28 * DAY + 6 * 3_600_000);
    for (const [name, format] of [
      ['dovecot', 'DOVECOT'],
      ['postfix', 'POSTFIX'],
    ] as const) {
      const input = { name, format, mailDomains: ['example.test'], timeZone: 'UTC' };
      await ask(
        force,
        `mutation ($input: EvidenceSourceInput!) { evidenceSourceSave(input: $input) { source { id } userErrors { message } } }`,
        { input },
      );
      const response = await world.app.http.inject({
        method: 'POST',
        url: `/evidence/${name}?source=${name}&fileName=mail.log&newestDay=2026-10-31`,
        headers: { authorization: `Bearer ${world.app.operatorToken}`, 'content-type': 'application/octet-stream' },
        payload: Buffer.from(logs[name]),
      });
      expect(response.statusCode).toBe(202);
      await importsOf(world.ground).idle();
      const imported = await ask(force, `query ($id: ID!) { evidenceImport(id: $id) { state quarantined used unknownAddresses } }`, {
        id: response.json().importId,
      });
      expect(imported).toMatchObject({ state: 'DONE', quarantined: 0, unknownAddresses: [] });
    }
    const policy = {
      effectiveOn: '2026-01-01',
      windowDays: 28,
      regularShare: 0.6,
      minimumCoverage: 0.8,
      minimumAssessableDays: 15,
      contestDays: 0,
    };
    await ask(
      force,
      `mutation ($input: UsagePolicyInput!) { usagePolicyAdopt(input: $input) { policy { version } userErrors { message } } }`,
      { input: policy },
    );
    const opened = await ask(
      force,
      `mutation { reviewOpen(input: { title: "Tháng 10", windowTo: "2026-11-01" }) { review { id } userErrors { message } } }`,
    );
    await ask(force, `mutation ($id: ID!) { reviewFinalise(id: $id) { review { state } userErrors { message } } }`, {
      id: opened.review.id,
    });
    const { nodes } = await ask(
      force,
      `query ($id: ID!) { findings(first: 100, where: { reviewId: { eq: $id } }) { nodes { id tier reason daysOfUse officer { id } } } }`,
      { id: opened.review.id },
    );
    const tiers = people.map((one) => `${one.habit} ${nodes.find((finding: any) => finding.officer.id === one.officerId).tier}`);
    expect(tiers).toEqual(people.map(({ habit }) => `${habit} ${TIERS[habit]}`));
  },
  5 * minutes,
);

test(
  'one is revoked by decision: login and submission are refused, incoming mail 550, the open session ends; the others go on',
  async () => {
    const [one, other] = [people.find(({ habit }) => habit === 'NOT_AT_ALL')!, people[0]!];
    const { nodes } = await ask(force, `query ($id: [ID!]) { findings(first: 1, where: { officerId: { in: $id } }) { nodes { id } } }`, {
      id: [one.officerId],
    });
    const findingId = nodes[0].id;
    await ask(
      force,
      `mutation ($ids: [ID!]!) { findingSetCause(ids: $ids, cause: NO_NEED) { findings { cause } userErrors { message } } }`,
      { ids: [findingId] },
    );
    const proposal = { kind: 'MAILBOX_REVOCATION', findingIds: [findingId], legalBasis: 'Quy chế', grounds: 'Không có nhu cầu sử dụng' };
    const { results } = await ask(force, `mutation ($input: ProposeInput!) { decisionPropose(input: $input) { ${RESULTS} } }`, {
      input: proposal,
    });
    const id = results[0].decision.id;
    await ask(secretary, `mutation ($ids: [ID!]!) { decisionGiveNotice(ids: $ids, means: HANDED_OVER) { ${RESULTS} } }`, { ids: [id] });
    await on(FIRST + 50 * DAY);
    await settleAllDue(world.ground);
    const session = await logIn(stack, one.address, one.password);
    const ended = new Promise((isOver) => session.once('close', () => isOver('ended')));
    await adopted([id]);
    await orders();
    const held = await ask(
      secretary,
      `query ($id: ID!) { decision(id: $id) { state orders { kind state verified liveSessionsRemaining } } }`,
      { id },
    );
    expect(held).toEqual({ state: 'IN_FORCE', orders: [{ kind: 'REVOKE', state: 'DONE', verified: true, liveSessionsRemaining: 0 }] });
    expect(await ended).toBe('ended');
    expect(await tryLogin(stack, one.address, one.password)).toBe('REFUSED');
    expect(await send(stack, { from: one.address, password: one.password, to: other.address, subject: 'x' })).toBe(535);
    expect(await incoming(stack, one.address)).toMatch(/^550 5\.1\.1 /);
    expect(await tryLogin(stack, other.address, other.password)).toBe('OK');

    const compared = await ask(
      admin,
      `mutation { mailReconcile(connector: "Thư thành phố") { complete checked drifts { address } userErrors { message } } }`,
    );
    expect(compared).toMatchObject({ complete: true, checked: 20, drifts: [] });
  },
  2 * minutes,
);
