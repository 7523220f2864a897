/**
 * What rights-world.ts has of mail systems: one that answers and one that nobody uses; and on each side mailboxes, orders and a difference with which
 * somebody can do something.
 */
import { executeBound } from '../../server/kernel/bulk.js';
import { suspendMailbox } from '../../server/provisioning/emergency.service.js';
import { mailRunnerOf } from '../../server/provisioning/mail-runner.js';
import { checkSystem, createSystem, switchSystem } from '../../server/provisioning/mail-system.service.js';
import { type MailAccount, rightsMailServer, type RightsMailServer } from './rights-mail-server.js';
import type { World } from './world.js';

export interface MailThings {
  /** Of the officer who looks: open; an emergency suspension of it is over. */
  mailbox: string;
  address: string;
  /** Of the leader, under an emergency suspension. */
  lockedMailbox: string;
  /** Of the colleague: on no mail system yet, with an account at the one that answers. */
  strayMailbox: string;
  strayAccount: string;
  /** Orders about the open mailbox. */
  failedOrder: string;
  heldOrder: string;
  /** The open mailbox is suspended at the mail system; at which system that was found. */
  drift: string;
  driftsAt: string;
}

export interface MailSystemThings {
  name: string;
  system: string;
  /** Known to no mailbox and no order. */
  idleSystem: string;
  /** Run by people, to whom orders are told in files; a line by which they say that one is done. */
  paperSystem: string;
  confirmation: string;
  server: RightsMailServer;
}

export interface Holders {
  officer: string;
  leader: string;
  colleague: string;
  /** Whose mailbox is at the system that people run by hand. */
  needy: string;
}

export const SYSTEM = 'Thư thành phố';
const ABLE = 'Thư của các sở';
const PAPER = 'Thư do Sở tự quản';
const SECRET = 'token-of-the-city';

/** Nothing is carried out by itself while rights are tried. */
export async function mailSystemThings(
  world: World,
  holders: readonly Holders[],
): Promise<{ systems: MailSystemThings; sides: MailThings[] }> {
  await mailRunnerOf(world.ground).stop();
  const admin = world.as('ADMIN');
  const accounts: MailAccount[] = [];
  const server = await rightsMailServer(() => accounts);
  const system = await createSystem(admin, {
    name: SYSTEM,
    kind: 'SCIM',
    domains: ['snv.example', 'q1.example'],
    settings: { baseUrl: server.url, timeoutSeconds: 5, suspendKeepsDelivery: true },
    secrets: { secret: SECRET },
    leaverDays: 30,
  });
  await checkSystem(admin, system);
  const idleSystem = await createSystem(admin, {
    name: 'Chưa dùng',
    kind: 'FILE',
    domains: ['cu.example'],
    settings: {},
    secrets: {},
    leaverDays: 30,
  });
  // It can do everything; its address is that of the other one, where whoever comes is counted.
  const ableSystem = await createSystem(admin, {
    name: ABLE,
    kind: 'SQL',
    domains: ['so.example'],
    settings: {},
    secrets: { databaseUrl: `postgres://${new URL(server.url).host}/mail` },
    leaverDays: 30,
  });
  const paperSystem = await createSystem(admin, {
    name: PAPER,
    kind: 'FILE',
    domains: ['giay.example'],
    settings: {},
    secrets: {},
    leaverDays: 30,
  });
  await switchSystem(admin, { id: paperSystem, isOn: true });
  const rows = <R extends object>(statement: string, values: unknown[] = []) =>
    executeBound<R>(world.ground.orm.em.fork(), statement, values);
  const now = world.ground.clock.now();
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const names = ['id', 'created_at', 'updated_at', ...Object.keys(values)];
    const places = Object.keys(values).map((_, i) => `$${i + 1}`);
    const [row] = await rows<{ id: string }>(
      `insert into ${table} (${names.join(', ')}) values (gen_random_uuid(), now(), now(), ${places.join(', ')}) returning id`,
      Object.values(values),
    );
    return row!.id;
  };
  const comparisonOf = (id: string) =>
    insert('mail_comparison', { mail_system_id: id, result: 'COMPARED', problem: 'hai dòng lạ', checked: 6, differing: 2 });
  // Those of each side at a system of its own, so that they can be asked for apart.
  const driftSystems = [
    { id: system, name: SYSTEM, comparison: await comparisonOf(system) },
    { id: ableSystem, name: ABLE, comparison: await comparisonOf(ableSystem) },
  ];
  const mailboxOf = async (officerId: string) => {
    const [row] = await rows<{ id: string; address: string; name: string }>(
      'select m.id, m.address, o.full_name as name from officer o join mailbox m on m.id = o.mailbox_id where o.id = $1::uuid',
      [officerId],
    );
    return row!;
  };

  const sides: MailThings[] = [];
  for (const [side, { officer, leader, colleague, needy }] of holders.entries()) {
    const [open, locked, stray] = [await mailboxOf(officer), await mailboxOf(leader), await mailboxOf(colleague)];
    for (const { id, address, name } of [open, locked, stray])
      accounts.push({ id: `acc-${address}`, userName: address, displayName: name, active: id !== open.id });
    for (const { id, address } of [open, locked])
      await rows(`update mailbox set connector = $2, account_id = $3, verified_at = now(), awaits_password = true where id = $1::uuid`, [
        id,
        ABLE,
        `acc-${address}`,
      ]);
    const order = (values: Record<string, unknown>) =>
      insert('mail_order', { mailbox_id: open.id, connector: SYSTEM, attempts: 0, verified: false, ...values });
    // An emergency suspension that is over, and has not been ended yet; one session stayed.
    await order({
      kind: 'SUSPEND',
      state: 'DONE',
      attempts: 1,
      live_sessions_remaining: 1,
      ends_at: at(-1),
      reason: 'Nghi lộ mật khẩu',
      ordered_by: 'user:x',
    });
    await rows(`update mailbox set locked_until = $2::timestamptz where id = $1::uuid`, [open.id, at(-1)]);
    const failedOrder = await order({ kind: 'RESTORE', state: 'FAILED', attempts: 3, message: 'no such account', next_try_at: at(1) });
    await insert('mail_order_attempt', {
      order_id: failedOrder,
      fence: 1,
      ended_at: at(0),
      outcome: 'permanent',
      message: 'no such account',
    });
    const heldOrder = await order({ kind: 'RESTORE', state: 'WAITING', held_for: 'BRAKE', ordered_by: 'user:x' });
    const drift = await insert('mail_drift', {
      mail_system_id: driftSystems[side]!.id,
      comparison_id: driftSystems[side]!.comparison,
      mailbox_id: open.id,
      kind: 'OTHER_STATE',
      account_id: `acc-${open.address}`,
      address: open.address,
      name: open.name,
      found_address: `x.${open.address}`,
      expected: 'ACTIVE',
      found: 'SUSPENDED',
    });
    const byHand = (await mailboxOf(needy)).id;
    await rows(`update mailbox set connector = $2 where id = $1::uuid`, [byHand, PAPER]);
    await insert('mail_order', { mailbox_id: byHand, connector: PAPER, kind: 'SUSPEND', state: 'WAITING', attempts: 0, verified: false });
    await suspendMailbox(admin, { id: locked.id, reason: 'Nghi lộ mật khẩu' });
    sides.push({
      mailbox: open.id,
      address: open.address,
      lockedMailbox: locked.id,
      strayMailbox: stray.id,
      strayAccount: `acc-${stray.address}`,
      failedOrder,
      heldOrder,
      drift,
      driftsAt: driftSystems[side]!.name,
    });
  }
  const [told] = await rows<{ number: number }>(
    `update mail_order set held_for = 'FILE', handed_over_at = $2::timestamptz, begun_at = $2::timestamptz, attempts = 1
     where id = (select id from mail_order where connector = $1 order by number limit 1) returning number`,
    [PAPER, now.toISOString()],
  );
  const confirmation = `order_no,outcome,done_at\nHT-${told!.number},done,${world.ground.clock.today()}\n`;
  return { systems: { name: SYSTEM, system, idleSystem, paperSystem, confirmation, server }, sides };
}

const text = (value: string) => JSON.stringify(value);

type Sample = (world: { mail: MailSystemThings }, things: { mail: MailThings }) => string;

/** A call of every command that is carried out here. */
export const provisioningSamples: Readonly<Record<string, Sample>> = {
  mailSystemCreate: () =>
    `mailSystemCreate(input: { name: "Thư mới", kind: SCIM, domains: ["moi.example"], settings: [{ name: "baseUrl", value: "https://scim.example/v2" }, { name: "secret", value: "t" }] })`,
  mailSystemEdit: ({ mail }) =>
    `mailSystemEdit(id: "${mail.system}", expectedVersion: 1, input: { name: ${text(mail.name)}, kind: SCIM, domains: ["snv.example"], settings: [{ name: "baseUrl", value: "${mail.server.url}" }, { name: "suspendKeepsDelivery", value: "true" }] })`,
  mailSystemSwitch: ({ mail }) => `mailSystemSwitch(id: "${mail.system}", isOn: true, acceptsEmbedded: true)`,
  mailSystemRemove: ({ mail }) => `mailSystemRemove(id: "${mail.idleSystem}")`,
  mailSystemCheck: ({ mail }) => `mailSystemCheck(id: "${mail.system}")`,
  mailOrderRetry: (_w, { mail }) => `mailOrderRetry(ids: ["${mail.failedOrder}"])`,
  mailOrderSettle: (_w, { mail }) => `mailOrderSettle(id: "${mail.failedOrder}", done: true, note: "Đã mở bằng tay")`,
  mailOrderApprove: (_w, { mail }) => `mailOrderApprove(ids: ["${mail.heldOrder}"])`,
  mailReconcile: ({ mail }) => `mailReconcile(connector: ${text(mail.name)})`,
  mailDriftRepair: (_w, { mail }) => `mailDriftRepair(ids: ["${mail.drift}"])`,
  mailDriftAccept: (_w, { mail }) => `mailDriftAccept(ids: ["${mail.drift}"], note: "Đang xử lý")`,
  mailMatch: ({ mail }) => `mailMatch(connector: ${text(mail.name)})`,
  mailAdopt: (world, { mail }) =>
    `mailAdopt(input: { connector: ${text(world.mail.name)}, pairs: [{ mailboxId: "${mail.strayMailbox}", accountId: "${mail.strayAccount}" }] })`,
  mailboxSuspend: (_w, { mail }) => `mailboxSuspend(id: "${mail.mailbox}", reason: "Nghi lộ mật khẩu")`,
  mailboxEndSuspension: (_w, { mail }) => `mailboxEndSuspension(id: "${mail.lockedMailbox}", reason: "Đã đổi mật khẩu")`,
  mailboxResetPassword: (_w, { mail }) => `mailboxResetPassword(id: "${mail.mailbox}")`,
  mailboxSendPassword: (_w, { mail }) => `mailboxSendPassword(id: "${mail.mailbox}")`,
  mailboxForward: (_w, { mail }) => `mailboxForward(id: "${mail.mailbox}", forwardTo: ["noi.khac@else.example"], keepCopy: true)`,
};
