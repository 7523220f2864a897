/** Doors to mail systems: who may not, causes no connection (G-15, G-20); what a mail system obeys asks for a second factor (G-18); secrets and passwords stay where they belong (G-30). */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { hopthuSchema } from '../../server/app.js';
import { mailboxDetailsOf } from '../support/leak-doors-provisioning.js';
import { mutationSamples, mutationText } from '../support/mutation-samples.js';
import { Asking, outcomeOfMutation } from '../support/rights-matrix.js';
import { PROVISIONING_MUTATIONS } from '../support/rights-provisioning-table.js';
import { rightsWorld, type RightsWorld, type ViewerName, VIEWERS } from '../support/rights-world.js';
import { Snapshot } from '../support/snapshot.js';
import { World } from '../support/world.js';

const NOBODY = '0190a7e0-0000-7000-8000-000000000000';
/** What goes out to the mail system. */
const REACHING = ['mailSystemCheck', 'mailReconcile', 'mailMatch', 'mailAdopt'];
const OF_SYSTEMS = ['mailSystemCreate', 'mailSystemEdit', 'mailSystemSwitch', 'mailSystemRemove'];

describe('doors to mail systems', () => {
  let world: World;
  let here: RightsWorld;
  let asking: Asking;
  let before: Snapshot;

  beforeAll(async () => {
    world = await World.open();
    here = await rightsWorld(world);
    asking = new Asking(world);
    before = await Snapshot.of(world);
  });
  afterEach(() => before.restore());
  afterAll(() => world.close());

  const ask = (viewer: ViewerName, text: string) => asking.ask(text, here.viewers.get(viewer)!);
  const change = async (viewer: ViewerName, name: string, whose: 'own' | 'other' = 'own') =>
    outcomeOfMutation(await ask(viewer, mutationText(hopthuSchema(), name, here, here[whose])), name);
  const headersOf = (viewer: ViewerName): Record<string, string> => {
    const token = here.tokens.get(viewer);
    return token ? { authorization: `Bearer ${token}` } : {};
  };

  test('whoever may not, reaches nothing: no connection to a mail system is opened for anybody but the administrator', async () => {
    const questions = [
      `{ mailOrderPlan(id: "${here.own.mail.failedOrder}") { text } }`,
      `{ mailSystemKinds { kind } }`,
      `{ mailSystems { id settings { value } secretsSet } }`,
      `{ officer(id: "${here.own.officer}") { mailbox { availableActions liveSessionsRemaining } } }`,
    ];
    const { server } = here.mail;
    server.connections = 0;
    for (const viewer of VIEWERS.filter((one) => !one.split('+').includes('ADMIN'))) {
      for (const question of questions) await world.query(question, {}, headersOf(viewer));
      for (const name of Object.keys(PROVISIONING_MUTATIONS))
        for (const whose of ['own', 'other'] as const)
          await world.query(mutationText(hopthuSchema(), name, here, here[whose]), {}, headersOf(viewer));
    }
    expect(server.connections).toBe(0);
    // The same by the administrator does, each of them: the test could fail.
    for (const name of REACHING) {
      server.connections = 0;
      expect([name, await change('ADMIN', name)]).toEqual([name, 'done']);
      expect([name, server.connections > 0]).toEqual([name, true]);
    }
    server.connections = 0;
    expect((await ask('ADMIN', questions[0]!)).data!.mailOrderPlan).toHaveLength(1);
    expect(server.connections).toBeGreaterThan(0);
    for (const question of questions.slice(1)) await ask('ADMIN', question);
    expect(server.connections).toBe(2);
  });

  test('a mail system is told of, changed, switched and taken off only in a session that showed a second factor (G-18)', async () => {
    const admin = here.viewers.get('ADMIN')!;
    const long = new Date(world.ground.clock.now().getTime() - 12 * 3_600_000 - 1);
    for (const secondFactorAt of [null, long]) {
      for (const name of OF_SYSTEMS) {
        const { data } = await asking.ask(mutationText(hopthuSchema(), name, here, here.own), { ...admin, secondFactorAt });
        expect([name, data![name].userErrors]).toEqual([name, [expect.objectContaining({ code: 'NOT_ALLOWED_NOW', rule: 'G-18' })]]);
      }
    }
    expect(await before.changed()).toEqual([]);
    for (const name of OF_SYSTEMS) {
      expect([name, await change('ADMIN', name)]).toEqual([name, 'done']);
      await before.restore();
    }
    // In an emergency nobody looks for the telephone first.
    const { data } = await asking.ask(mutationText(hopthuSchema(), 'mailboxSuspend', here, here.own), { ...admin, secondFactorAt: null });
    expect(data!.mailboxSuspend.userErrors).toEqual([]);
  });

  test('of a mailbox that is not the own nobody is told whether it is there: a new password is refused in the same words', async () => {
    const role = await world.asOwner<{ id: string }>(`select id from mailbox where officer_id is null limit 1`);
    const ids = [here.other.mail.mailbox, here.other.mail.lockedMailbox, NOBODY, 'x', ...role.map(({ id }) => id)];
    for (const viewer of [
      'AGENCY_CONTACT',
      'OFFICER',
      'AGENCY_CONTACT+OFFICER',
      'TRAINER+AGENCY_CONTACT',
      'TRAINER',
      'paper code',
    ] as const) {
      const answers = await Promise.all(
        ids.map((id) =>
          world.query(`mutation { mailboxResetPassword(id: "${id}") { password userErrors { code } } }`, {}, headersOf(viewer)),
        ),
      );
      const plain = answers.map(({ errors, data }) =>
        JSON.stringify([data, errors!.map(({ message, extensions }) => [message, extensions.code])]),
      );
      expect([viewer, new Set(plain).size, answers[0]!.errors![0]!.extensions.code]).toEqual([viewer, 1, 'FORBIDDEN']);
    }
    expect(await before.changed()).toEqual([]);
  });

  test('a new password is in its own answer and nowhere else: not stored, not on record, not in the next answer', async () => {
    const reset = `mutation { mailboxResetPassword(id: "${here.own.mail.mailbox}") { password orders { id message reason attemptLog { message } } userErrors { code } } }`;
    const [first, second] = [await ask('OFFICER', reset), await ask('OFFICER', reset)];
    const passwords = [first, second].map(({ data }) => data!.mailboxResetPassword.password as string);
    expect(new Set(passwords).size).toBe(2);
    for (const password of passwords) expect(password).toMatch(/^([2-9a-z]{4}-){4}[2-9a-z]{4}$/);
    const everything = await mailboxDetailsOf(world);
    expect(everything).toContain('{ARGON2ID}$argon2id$');
    const plan = await ask('ADMIN', `{ mailOrderPlan(id: "${first.data!.mailboxResetPassword.orders[0].id}") { text } }`);
    const seen = JSON.stringify([everything, plan, second.data!.mailboxResetPassword.orders]);
    for (const password of [...passwords, passwords.map((one) => one.replaceAll('-', '')).join()]) expect(seen).not.toContain(password);
    expect(JSON.stringify(plan)).not.toContain('$argon2id$');
    const trail = await ask('OFFICER', `{ auditEvents(first: 5) { nodes { action summary } } }`);
    expect(trail.data!.auditEvents.nodes.map(({ action }: { action: string }) => action)).toContain('mailbox.resetPassword');
  });

  test('what a mail system said is not told to whoever it concerns, in no language and by no field of the order', async () => {
    const text = `{ officer(id: "${here.own.officer}") { decisions(first: 10) { nodes { orders { state isTrouble message attemptLog { message } } } } } }`;
    await world.asOwner(`update mail_order set message = 'connect ECONNREFUSED 10.1.2.3:5432' where decision_id is not null`);
    for (const viewer of ['OFFICER', 'AGENCY_CONTACT', 'COMMITTEE_MEMBER', 'paper code'] as const)
      expect([viewer, JSON.stringify(await ask(viewer, text))]).not.toEqual([viewer, expect.stringContaining('10.1.2.3')]);
    expect(JSON.stringify(await ask('TASK_FORCE', text))).toContain('10.1.2.3');
  });

  test('an order tells the administrator nothing of the case that gave it', async () => {
    const { data } = await ask(
      'ADMIN',
      `{ mailOrders(mailboxId: "${here.own.mail.mailbox}") { nodes { decision { grounds reference } } } }`,
    );
    expect(data!.mailOrders.nodes.length).toBeGreaterThan(2);
    for (const { decision } of data!.mailOrders.nodes) expect(decision).toBeNull();
  });

  test('what is dear is counted before anything is asked: the largest report passes, a dozen lists of mail systems do not (G-20)', async () => {
    const headers = await world.bearer('ADMIN');
    const { server } = here.mail;
    server.connections = 0;
    const nested = 'address mailbox { address availableActions officer { fullName agency { name parent { name } } } }';
    const reconcile = `mutation { mailReconcile(connector: "không có") { drifts { ${nested} } userErrors { code } } }`;
    expect((await world.query(reconcile, {}, headers)).data.mailReconcile.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    const systems = Array.from({ length: 12 }, (_, i) => `s${i}: mailSystems { mailboxes waiting held }`).join(' ');
    expect((await world.query(`{ ${systems} }`, {}, headers)).errors?.[0]?.extensions.code).toBe('TOO_COSTLY');
    for (const dear of [`mutation { mailMatch(connector: "x") { complete } }`, `mutation { mailReconcile(connector: "x") { complete } }`])
      expect((await world.query(dear)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(server.connections).toBe(0);
  });

  test('every command at a mail system has a sample here', () => {
    const names = Object.keys(hopthuSchema().getMutationType()!.getFields()).filter((name) =>
      /^(mail(System|Order|Drift|Match|Adopt|Reconcile)|mailbox(Suspend|EndSuspension|ResetPassword|SendPassword|Forward)|provisioning)/.test(
        name,
      ),
    );
    expect(names.filter((name) => !mutationSamples[name] || !PROVISIONING_MUTATIONS[name])).toEqual([]);
  });
});
