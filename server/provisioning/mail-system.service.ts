/** Mail systems as an administrator sets them up: recorded, tried, switched on and off. Secrets go in and never come out. */
import { type Act, type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { cleanText } from '../kernel/name.rules.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { CONNECTOR_KINDS } from './connector-kinds.js';
import type { Health } from './connector.js';
import { mailRunnerOf } from './mail-runner.js';
import { MailSystem } from './mail-system.entity.js';
import { sealSecrets, secretsIfAny } from './mail-system-secrets.js';
import { mailSystemsOf } from './mail-systems.js';
import { domainFault, mailDomains, nameFault } from './mail-system.rules.js';
import { provisioningAccess } from './provisioning.access.js';
import { provisioningMessages } from './provisioning.messages.js';
import { secretsToTellAgain, type SettingValue } from './setting-fields.rules.js';
import type { MailSystemKind } from './vocabulary.js';

export interface SystemInput {
  name: string;
  kind: MailSystemKind;
  domains: readonly string[];
  settings: Readonly<Record<string, SettingValue>>;
  /** Those that are told; an edit keeps the others. */
  secrets: Readonly<Record<string, string>>;
  parallel?: number | null;
  mostAnHour?: number | null;
  leaverDays?: number | null;
}

const refusal = (
  reason: Omit<Reason, 'message'> & { text: Reason['message']['text']; values?: Record<string, string | number> },
): Refusal => {
  const { text, values, ...rest } = reason;
  return new Refusal({ ...rest, message: { text, values } });
};

/** Names and domains belong to one system each; the lock keeps two administrators from taking the same. */
async function refuseTaken(act: Act, { name, domains }: Pick<SystemInput, 'name' | 'domains'>, ownId: string | null): Promise<void> {
  await act.em.execute(`select pg_advisory_xact_lock(hashtext('mail_system'))`);
  const others = (await act.em.find(MailSystem, {})).filter(({ id }) => id !== ownId);
  if (others.some((other) => other.name === name))
    throw refusal({ code: 'DUPLICATE', path: ['input', 'name'], text: provisioningMessages.systemNameTaken });
  for (const domain of domains) {
    const holder = others.find((other) => other.domains.includes(domain));
    if (holder)
      throw refusal({
        code: 'DUPLICATE',
        path: ['input', 'domains'],
        text: provisioningMessages.domainTaken,
        values: { domain, system: holder.name },
      });
  }
}

const underInput = (reasons: Reason[]): Reason[] => reasons.map((reason) => ({ ...reason, path: ['input', ...(reason.path ?? [])] }));

function checked(input: SystemInput, keptSecrets: Readonly<Record<string, string>>): SystemInput & { name: string; domains: string[] } {
  const name = cleanText(input.name);
  const domains = mailDomains(input.domains);
  const secrets = { ...keptSecrets, ...Object.fromEntries(Object.entries(input.secrets).filter(([, value]) => value !== '')) };
  const faults = [
    ...nameFault(name),
    ...domainFault(domains),
    ...numberFaults(input),
    ...CONNECTOR_KINDS[input.kind].faults({ settings: input.settings, secrets }),
  ];
  if (faults.length > 0) throw new Refusal(...underInput(faults));
  return { ...input, name, domains, secrets };
}

function numberFaults({ parallel, mostAnHour, leaverDays }: SystemInput): Reason[] {
  const isIn = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;
  return [
    ...(parallel != null && !isIn(parallel, 1, 20)
      ? [{ code: 'INVALID' as const, path: ['parallel'], message: { text: provisioningMessages.parallel } }]
      : []),
    ...(mostAnHour != null && !isIn(mostAnHour, 0, 100_000)
      ? [{ code: 'INVALID' as const, path: ['mostAnHour'], message: { text: provisioningMessages.mostAnHour } }]
      : []),
    ...(leaverDays != null && !isIn(leaverDays, 0, 3_650)
      ? [{ code: 'INVALID' as const, path: ['leaverDays'], message: { text: provisioningMessages.leaverDays } }]
      : []),
  ];
}

/** A new mail system, switched off. */
export async function createSystem(acting: Acting, input: SystemInput): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(provisioningAccess.changeSystems, undefined);
    const fit = checked(input, {});
    await refuseTaken(act, fit, null);
    const system = act.em.create(MailSystem, {
      name: fit.name,
      kind: fit.kind,
      domains: fit.domains,
      settings: { ...fit.settings },
      parallel: fit.parallel ?? undefined,
      mostAnHour: fit.mostAnHour ?? undefined,
      leaverDays: fit.leaverDays ?? null,
      createdAt: act.now,
      updatedAt: act.now,
    } as never);
    system.secrets = sealSecrets(act.ground.key, system.id, fit.secrets);
    act.em.persist(system);
    act.record('mailSystem.create', `mailSystem:${system.id}`, {
      name: fit.name,
      kind: fit.kind,
      domains: fit.domains,
      settings: fit.settings,
      leaverDays: fit.leaverDays ?? null,
    });
    return system.id;
  });
}

/** Changes what was told of it. A secret goes to no other address than that it was told for. Its name stays while mailboxes know it by it; its kind stays. */
export async function editSystem(acting: Acting, id: string, input: SystemInput & { expectedVersion: number }): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(provisioningAccess.changeSystems, undefined);
    const system = await act.load(MailSystem, id);
    act.expectVersion(system, input.expectedVersion);
    if (system.kind !== input.kind) throw refusal({ code: 'INVALID', path: ['input', 'kind'], text: provisioningMessages.kindStays });
    const stored = secretsIfAny(act.ground.key, id, system.secrets);
    const fit = checked(input, stored);
    const again = secretsToTellAgain(CONNECTOR_KINDS[input.kind].fields, system.settings, input, stored);
    if (again.length > 0) throw new Refusal(...underInput(again));
    if (system.name !== fit.name && (await isKnown(act, system.name)))
      throw refusal({ code: 'INVALID', path: ['input', 'name'], text: provisioningMessages.systemNameStays });
    await refuseTaken(act, fit, id);
    Object.assign(system, {
      name: fit.name,
      domains: fit.domains,
      settings: { ...fit.settings },
      secrets: sealSecrets(act.ground.key, id, fit.secrets),
      parallel: fit.parallel ?? system.parallel,
      mostAnHour: fit.mostAnHour ?? system.mostAnHour,
      leaverDays: fit.leaverDays === undefined ? system.leaverDays : fit.leaverDays,
      isWell: null,
    });
    act.record('mailSystem.edit', `mailSystem:${id}`, {
      name: fit.name,
      domains: fit.domains,
      settings: fit.settings,
      leaverDays: system.leaverDays ?? null,
      newSecrets: Object.keys(input.secrets),
    });
    return id;
  });
}

async function isKnown(act: Act, name: string): Promise<boolean> {
  const [known] = await executeBound<{ is: boolean }>(
    act.em,
    'select exists (select 1 from mailbox where connector = $1) or exists (select 1 from mail_order where connector = $1) as is',
    [name],
  );
  return known!.is;
}

/**
 * Switches it on or off. On the embedded store, which does not survive a power failure and has no second server, mailboxes of people are moved only
 * when an administrator says so in as many words.
 */
export async function switchSystem(
  acting: Acting,
  input: { id: string; isOn: boolean; acceptsEmbedded?: boolean | null },
): Promise<string> {
  const id = await perform(acting, async (act) => {
    act.allow(provisioningAccess.changeSystems, undefined);
    const system = await act.load(MailSystem, input.id);
    if (input.isOn && system.kind !== 'FILE' && act.ground.native.kind === 'embedded' && !input.acceptsEmbedded)
      throw refusal({ code: 'NOT_ALLOWED_NOW', rule: 'D-8', path: ['acceptsEmbedded'], text: provisioningMessages.embeddedStore });
    if (system.isOn === input.isOn) {
      act.unchanged();
      return system.id;
    }
    system.isOn = input.isOn;
    act.record(input.isOn ? 'mailSystem.switchOn' : 'mailSystem.switchOff', `mailSystem:${system.id}`, {
      name: system.name,
      ...(input.isOn && act.ground.native.kind === 'embedded' ? { acceptsEmbedded: true } : {}),
    });
    return system.id;
  });
  mailRunnerOf(acting.ground).wake();
  return id;
}

/** Takes off a mail system that no mailbox and no order knows. */
export async function removeSystem(acting: Acting, id: string): Promise<void> {
  await perform(acting, async (act) => {
    act.allow(provisioningAccess.changeSystems, undefined);
    const system = await act.load(MailSystem, id);
    if (await isKnown(act, system.name))
      throw refusal({ code: 'NOT_ALLOWED_NOW', rule: 'D-8', path: ['id'], text: provisioningMessages.systemInUse });
    act.em.remove(system);
    act.record('mailSystem.remove', `mailSystem:${id}`, { name: system.name });
  });
}

/** Tries every part of the connection, with the stored secrets, and records that; nothing is written at the mail system. */
export async function checkSystem(acting: Acting, id: string): Promise<Health> {
  const { ground } = acting;
  await perform(acting, async (act) => {
    act.allow(provisioningAccess.readSystems, undefined);
    act.unchanged();
    await act.load(MailSystem, id, ['id'], false);
  });
  const row = (await mailSystemsOf(ground).rows()).find((other) => other.id === id);
  if (!row) throw new Refusal({ code: 'NOT_FOUND', path: ['id'], message: { text: kernelMessages.notFound } });
  const health = await mailSystemsOf(ground).opened(row).connector.check();
  await perform(acting, async (act) => {
    act.allow(provisioningAccess.readSystems, undefined);
    // How it went is no edit: whoever has the form open is not told that somebody else changed it.
    await executeBound(act.em, 'update mail_system set checked_at = $2::timestamptz, is_well = $3::boolean where id = $1::uuid', [
      id,
      act.now.toISOString(),
      health.isWell,
    ]);
    act.record('mailSystem.check', `mailSystem:${id}`, { isWell: health.isWell });
  });
  return health;
}
