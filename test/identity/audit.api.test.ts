/** Who reads what of the audit log (product.md §2, R-1), and that reading somebody's evidence stands in it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { importsOf } from '../../server/evidence/import.service.js';
import { type Ask, World } from '../support/world.js';
import { finaliseReview } from '../../server/review/close-review.service.js';
import { city, type City, NOW, WINDOW } from '../review/review-world.js';
import { CONTEST, findingOf, OPEN, SET_CAUSE } from '../review/review-documents.js';
import { perform } from '../../server/identity/command.js';

const EVENTS = `query ($subject: String, $first: Int, $after: String, $offset: Int) { auditEvents(subject: $subject, first: $first, after: $after, offset: $offset) {
  nodes { seq at actor actorName action summary subject subjectName hash } pageInfo { hasNextPage endCursor } totalCount } }`;

interface Event {
  seq: number;
  at: string;
  actor: string;
  actorName: string;
  action: string;
  summary: string;
  subject: string;
  subjectName: string | null;
  hash: string;
}

describe('the audit log over GraphQL', () => {
  let world: World;
  let here: City;
  let taskForce: Ask;
  let review: any;
  let never: string;
  beforeAll(async () => {
    world = await World.open();
  });
  beforeEach(async () => {
    await world.clear();
    here = await city(world, { contestDays: 5 });
    taskForce = await world.signIn('TASK_FORCE');
    ({ review } = (await taskForce(OPEN, { input: { title: 'Quý IV', windowTo: WINDOW.to } })).data.reviewOpen);
    never = findingOf(review, 'IDLE').id;
  });
  afterAll(() => world.close());

  async function events(ask: Ask, variables: Record<string, unknown> = {}, headers = {}): Promise<Event[]> {
    const { data, errors } = await ask(EVENTS, { first: 100, ...variables }, headers);
    expect(errors).toBeUndefined();
    expect(data.auditEvents.totalCount).toBe(data.auditEvents.nodes.length);
    return data.auditEvents.nodes;
  }
  const actions = (list: Event[]) => list.map(({ action }) => action);
  const code = async (ask: Ask) => (await ask(EVENTS)).errors?.[0]?.extensions.code;

  test('the administrator reads all of it, newest first, page by page, with names but without anything of the evidence', async () => {
    await taskForce(SET_CAUSE, { ids: [never], cause: 'NO_NEED', note: 'bí mật riêng tư' });
    const admin = await world.signIn('ADMIN');
    const all = await events(admin);
    const [{ n }] = (await world.asOwner<{ n: number }>('select count(*)::int as n from audit_event')) as [{ n: number }];
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: n }, (_, i) => n - i));
    expect(JSON.stringify(all)).not.toContain('riêng tư');
    const cause = all.find(({ action }) => action === 'finding.setCause')!;
    expect(cause).toMatchObject({ summary: 'Xác định nguyên nhân của kết quả rà soát.', actorName: 'TASK_FORCE', subjectName: null });
    expect(all.find(({ subject }) => subject === `officer:${here.never}`)).toMatchObject({ subjectName: 'Nguyễn Văn IDLE' });
    expect(all.find(({ subject }) => subject === `agency:${here.agency}`)?.subjectName).toBe('Sở SNV');
    const first = (await admin(EVENTS, { first: 3 })).data.auditEvents;
    expect(first).toMatchObject({ totalCount: n, pageInfo: { hasNextPage: true } });
    const second = (await admin(EVENTS, { first: 3, after: first.pageInfo.endCursor })).data.auditEvents;
    expect(second.nodes.map((e: Event) => e.seq)).toEqual([n - 3, n - 4, n - 5]);
    expect((await admin(EVENTS, { first: 2, offset: 1 })).data.auditEvents.nodes.map((e: Event) => e.seq)).toEqual([n - 1, n - 2]);
    for (const after of ['nonsense', Buffer.from('[9e99]').toString('base64url'), Buffer.from('["x"]').toString('base64url')])
      expect((await admin(EVENTS, { after })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await events(admin, {}, { 'accept-language': 'en' })).find(({ action }) => action === 'review.open')!.summary).toBe(
      'A review was opened.',
    );
  });

  test('the administrator does not learn from it about whom a finding was set or contested', async () => {
    await taskForce(SET_CAUSE, { ids: [never], cause: 'NO_NEED' });
    await taskForce(`{ finding(id: "${never}") { reason } }`);
    const admin = await world.signIn('ADMIN');
    const about = await events(admin, { subject: `officer:${here.never}` });
    expect(actions(about)).toContain('officer.create');
    expect(actions(about).filter((action) => action.startsWith('finding.'))).toEqual([]);
    expect(actions(await events(admin, { subject: `finding:${never}` }))).toEqual(['finding.readEvidence', 'finding.setCause']);
  });

  test('the task force and the secretary read their own acts; the secretary every case too', async () => {
    await perform(world.system(), async (act) => {
      act.allowAnyone('a test: cases come later');
      act.record('review.open', 'decision:0190a7e0-0000-7000-8000-000000000000');
    });
    const secretary = await world.signIn('SECRETARY');
    await secretary(`{ finding(id: "${never}") { reason } }`);
    const own = await events(taskForce);
    expect(new Set(own.map(({ actorName }) => actorName))).toEqual(new Set(['TASK_FORCE']));
    expect(actions(own)).toEqual(expect.arrayContaining(['session.create', 'review.open']));
    const theirs = await events(secretary);
    expect(theirs.map(({ action, subject }) => `${action} ${subject.split(':')[0]}`)).toEqual([
      'finding.readEvidence finding',
      'session.create user',
      'review.open decision',
    ]);
    expect(theirs[0]!.subjectName).toBe(`Nguyễn Văn IDLE – ${review.reference}`);
    expect(actions(await events(secretary, { subject: `officer:${here.never}` }))).toEqual(['finding.readEvidence']);
  });

  test('an officer reads the own file: what was changed, by which office, and every reading of the own evidence', async () => {
    await taskForce(`{ findings(where: { reviewId: { eq: "${review.id}" } }) { nodes { reason } } }`);
    await taskForce(SET_CAUSE, { ids: [never], cause: 'NO_NEED' });
    await taskForce(`{ finding(id: "${findingOf(review, 'DAILY').id}") { reason } }`);
    const officer = await world.signIn('OFFICER', here.never);
    await officer(CONTEST, { id: never, note: 'Tôi đi vắng' });
    const own = await events(officer);
    expect(actions(own)).toEqual([
      'finding.contest',
      'user.create',
      'finding.setCause',
      'finding.readEvidence',
      'finding.readEvidence',
      'officer.create',
    ]);
    expect(own.map(({ actorName }) => actorName)).toEqual([
      'OFFICER',
      'Hopthu (tự động)',
      'Tổ công tác',
      'Tổ công tác',
      'Tổ công tác',
      'Hopthu (tự động)',
    ]);
    expect(own[2]!.subjectName).toBe(`Nguyễn Văn IDLE – ${review.reference}`);
    expect(await events(officer, { subject: `officer:${here.regular}` })).toEqual([]);
    expect(actions(await events(officer, { subject: `officer:${here.never}` }))).toEqual(actions(own));
    const contact = await world.signInAs([
      { role: 'AGENCY_CONTACT', scopeId: here.agency },
      { role: 'OFFICER', scopeId: here.regular },
    ]);
    expect(new Set((await events(contact)).map(({ action }) => action))).toEqual(
      new Set(['finding.readEvidence', 'officer.create', 'user.create']),
    );
  });

  test.each(['COMMITTEE_MEMBER', 'TRAINER', 'AGENCY_CONTACT'] as const)('%s reads nothing of it', async (role) => {
    expect(await code(await world.signIn(role, role === 'AGENCY_CONTACT' ? here.agency : undefined))).toBe('FORBIDDEN');
    expect(await code(world.nobody)).toBe('UNAUTHENTICATED');
  });

  describe('reading somebody’s evidence (R-1)', () => {
    const readings = async () =>
      await world.asOwner<{ seq: number; subject: string; actor: string }>(
        `select seq, subject, actor from audit_event where action = 'finding.readEvidence' order by seq`,
      );
    const mentionsOf = async (seq: number) =>
      (await world.asOwner<{ subject: string }>(`select subject from audit_mention where seq = ${seq} order by subject`)).map(
        (m) => m.subject,
      );

    test.each([
      ['a list', `{ findings { nodes { reason } } }`],
      ['days', `{ findings { nodes { days { date } } } }`],
      ['what is nested in a review', `{ reviews { nodes { findings(first: 10) { nodes { reason } } } } }`],
      [
        'several ways in one request',
        `{ a: findings { nodes { days { date } } } b: reviews { nodes { findings { nodes { reason } } } } officers { nodes { latestFinding { reason days { date } causeNote } } } }`,
      ],
    ])('%s is one event a request, naming everybody', async (_, document) => {
      await taskForce(SET_CAUSE, { ids: [never], cause: 'NO_NEED', note: 'vì sao' });
      world.ground.clock.stopAt(new Date('2026-12-15T02:00:00Z'));
      await finaliseReview(world.as('TASK_FORCE'), review.id);
      world.ground.clock.stopAt(NOW);
      const before = await readings();
      const { errors } = await taskForce(document);
      expect(errors).toBeUndefined();
      const after = await readings();
      expect(after).toHaveLength(before.length + 1);
      const mentioned = await mentionsOf(after.at(-1)!.seq);
      for (const officer of [here.never, here.regular, here.leader]) expect(mentioned).toContain(`officer:${officer}`);
    });

    test.each([
      ['a note of a cause', 'causeNote'],
      ['a contest', 'contestNote'],
      ['a reason', 'reason'],
      ['days', 'days { date }'],
    ])('%s of one is an event about that finding', async (_, field) => {
      await taskForce(SET_CAUSE, { ids: [never], cause: 'NO_NEED', note: 'vì sao' });
      const officer = await world.signIn('OFFICER', here.never);
      await officer(CONTEST, { id: never, note: 'Tôi đi vắng' });
      const before = (await readings()).length;
      await taskForce(`{ finding(id: "${never}") { ${field} } }`);
      const [last, ...more] = (await readings()).slice(before).reverse();
      expect(more).toEqual([]);
      expect(last!.subject).toBe(`finding:${never}`);
      expect(await mentionsOf(last!.seq)).toEqual([`officer:${here.never}`]);
      await officer(`{ finding(id: "${never}") { ${field} } }`);
      expect(await readings()).toHaveLength(before + 1);
    });

    test('where it cannot be recorded, nothing is shown (G-23)', async () => {
      await world.asOwner(
        `create function unrecordable() returns trigger language plpgsql as $$ begin raise exception 'no record'; end $$`,
      );
      await world.asOwner('create trigger unrecordable before insert on audit_event for each row execute function unrecordable()');
      const answer = await taskForce(`{ finding(id: "${never}") { reason } }`);
      await world.asOwner('drop trigger unrecordable on audit_event');
      await world.asOwner('drop function unrecordable()');
      expect(answer.status).toBe(500);
      expect(JSON.stringify(answer)).not.toContain('reason');
      expect((await taskForce(`{ finding(id: "${never}") { reason } }`)).data.finding.reason).toBeTruthy();
    });
  });

  describe('verifying over HTTP', () => {
    const verify = (headers: Record<string, string>, query = '') =>
      world.app.http.inject({ method: 'GET', url: `/audit/verify${query}`, headers });
    const last = (body: string) => JSON.parse(body.trim().split('\n').at(-1)!);

    test('is for administrators, and tells whether it is whole', async () => {
      await importsOf(world.ground).idle();
      const operator = { authorization: `Bearer ${world.app.operatorToken}` };
      const answer = await verify(operator);
      expect(answer.headers['content-type']).toContain('application/x-ndjson');
      expect(last(answer.body).report).toMatchObject({ isWhole: true, isSealVerified: true, breaks: [] });
      await world.asOwner('set session_replication_role = replica');
      await world.asOwner(`update audit_event set action = 'x' where seq = 2`);
      await world.asOwner('set session_replication_role = default');
      expect(last((await verify(operator)).body).report).toMatchObject({ isWhole: false, breaks: [{ kind: 'HASH', seq: 2 }] });
      expect((await verify({})).statusCode).toBe(401);
    });

    test('no file is named but on the server itself', async () => {
      const admin = await adminToken();
      expect((await verify(admin)).statusCode).toBe(200);
      expect((await verify(admin, '?from=/etc/passwd')).statusCode).toBe(403);
      const seal = {
        method: 'POST',
        url: '/audit/seal',
        headers: { ...admin, 'content-type': 'application/json' },
        payload: { reason: 'x' },
      } as const;
      expect((await world.app.http.inject(seal)).statusCode).toBe(403);
    });

    async function adminToken() {
      let headers: Record<string, string> = {};
      const query = world.query.bind(world);
      world.query = ((text: string, variables: object, sent: Record<string, string>) => {
        headers = sent;
        return query(text, variables as never, sent);
      }) as never;
      await (
        await world.signIn('ADMIN')
      )('{ me { id } }');
      world.query = query as never;
      return { authorization: headers.authorization! };
    }
  });
});
