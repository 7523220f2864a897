/** `hopthu mail …`: mail systems, their orders and comparisons, for whoever runs the server. Secrets come from the environment, never from the command line. */
import { connect } from './cli-connection.js';
import { complain, EXIT, json, type Output, shown, table, tell, type UserErrorShown } from './cli-output.js';
import { cliMessages } from './cli.messages.js';
import { mailValueWords, mailWords as m } from './cli-mail.messages.js';
import { dayIn } from './kernel/calendar.js';
import { dateIn } from './kernel/language.js';
import { sqlSchema } from './provisioning/connectors/sql-schema.js';
import { choiceOfEnvironment } from './store/choice.js';

const ERRORS = 'userErrors { code message path rule }';
const SYSTEM =
  'id version name kind domains isOn isWell checkedAt mailboxes waiting held handedOver failed drifts comparedAt parallel mostAnHour leaverDays settings { name value } secretsSet';

interface System {
  id: string;
  version: number;
  name: string;
  kind: string;
  domains: string[];
  isOn: boolean;
  isWell: boolean | null;
  mailboxes: number;
  waiting: number;
  held: number;
  handedOver: number;
  failed: number;
  drifts: number;
  comparedAt: string | null;
  parallel: number;
  mostAnHour: number;
  leaverDays: number | null;
  settings: { name: string; value: string }[];
}

const worded = ({ language }: Output, value: string): string => mailValueWords[value]?.[language] ?? value;

type Asker = Awaited<ReturnType<typeof connect>>;

async function systemNamed({ ask }: Asker, output: Output, name: string): Promise<System | undefined> {
  const { mailSystems } = await ask<{ mailSystems: System[] }>(`{ mailSystems { ${SYSTEM} } }`);
  const found = mailSystems.find((system) => system.name === name);
  if (!found) complain(output, m.noSystem, { name });
  return found;
}

export async function listSystems(output: Output): Promise<number> {
  const connection = await connect('hopthu mail systems', output.language);
  try {
    const { mailSystems } = await connection.ask<{ mailSystems: System[] }>(`{ mailSystems { ${SYSTEM} } }`);
    if (output.isJson) json(mailSystems);
    else if (mailSystems.length === 0) tell(output, cliMessages.none);
    else
      table(
        output,
        [cliMessages.name, m.kind, m.domains, m.on, m.mailboxes, m.waiting, m.handedOver, m.held, m.failed, m.drifts],
        mailSystems.map((system) => [
          system.name,
          system.kind,
          system.domains.join(' '),
          (system.isOn ? m.yes : m.no)[output.language],
          ...[system.mailboxes, system.waiting, system.handedOver, system.held, system.failed, system.drifts].map(String),
        ]),
      );
    return EXIT.done;
  } finally {
    await connection.close();
  }
}

/** `name=value`; what follows `env:` is read from that variable, so that no secret stands on the command line. */
function settingsIn(output: Output, given: readonly string[]): { name: string; value: string }[] | undefined {
  const settings: { name: string; value: string }[] = [];
  for (const [i, one] of given.entries()) {
    const [, name, value] = /^(\w+)=(.*)$/s.exec(one) ?? [];
    const variable = value?.startsWith('env:') ? value.slice(4) : undefined;
    const told = variable === undefined ? value : process.env[variable];
    if (name === undefined || told === undefined) {
      // What is not understood may hold a secret, so it is not repeated.
      if (variable === undefined) complain(output, m.settingShape, { place: i + 1 });
      else complain(output, m.noVariable, { setting: one });
      return undefined;
    }
    settings.push({ name, value: told });
  }
  return settings;
}

export interface SystemOptions {
  name: string;
  kind?: string;
  domains?: string[];
  set: string[];
  parallel?: number;
  mostAnHour?: number;
  leaverDays?: number | 'never';
}

/** What was written on the command line although it is secret: other people on the machine can read it there. */
async function secretsOnTheLine({ ask }: Asker, set: readonly string[]): Promise<string[]> {
  type Kinds = { mailSystemKinds: { fields: { name: string; type: string }[] }[] };
  const { mailSystemKinds } = await ask<Kinds>('{ mailSystemKinds { fields { name type } } }');
  const secrets = mailSystemKinds.flatMap(({ fields }) => fields.filter(({ type }) => type === 'SECRET').map(({ name }) => name));
  return secrets.filter((name) => set.some((one) => one.startsWith(`${name}=`) && !one.startsWith(`${name}=env:`)));
}

/** Makes it, or changes the one of this name. What is not given stays. */
export async function saveSystem(output: Output, options: SystemOptions): Promise<number> {
  const settings = settingsIn(output, options.set);
  if (!settings) return EXIT.usage;
  const connection = await connect('hopthu mail save', output.language);
  try {
    const [secret] = await secretsOnTheLine(connection, options.set);
    if (secret !== undefined) {
      complain(output, m.secretOnLine, { name: secret });
      return EXIT.usage;
    }
    const { mailSystems } = await connection.ask<{ mailSystems: System[] }>(`{ mailSystems { ${SYSTEM} } }`);
    const before = mailSystems.find(({ name }) => name === options.name);
    const [kind, domains] = [options.kind ?? before?.kind, options.domains ?? before?.domains];
    if (!kind || !domains) {
      complain(output, m.newNeeds, { name: options.name });
      return EXIT.usage;
    }
    const kept = (before?.settings ?? []).filter(({ name }) => !settings.some((one) => one.name === name));
    const input = {
      name: options.name,
      kind,
      domains,
      settings: [...kept, ...settings],
      parallel: options.parallel,
      mostAnHour: options.mostAnHour,
      leaverDays: options.leaverDays === 'never' ? null : options.leaverDays,
    };
    type Payload = { mailSystem: System | null; userErrors: UserErrorShown[] };
    const payload = before
      ? (
          await connection.ask<{ mailSystemEdit: Payload }>(
            `mutation ($id: ID!, $input: MailSystemInput!, $version: Int!) { mailSystemEdit(id: $id, input: $input, expectedVersion: $version) { mailSystem { ${SYSTEM} } ${ERRORS} } }`,
            { id: before.id, input, version: before.version },
          )
        ).mailSystemEdit
      : (
          await connection.ask<{ mailSystemCreate: Payload }>(
            `mutation ($input: MailSystemInput!) { mailSystemCreate(input: $input) { mailSystem { ${SYSTEM} } ${ERRORS} } }`,
            { input },
          )
        ).mailSystemCreate;
    return shown(output, payload, ({ mailSystem }) => tell(output, mailSystem!.isOn ? m.saved : m.savedOff, { name: mailSystem!.name }));
  } finally {
    await connection.close();
  }
}

interface Check {
  isWell: boolean;
  steps: { name: string; isWell: boolean; detail: string | null }[];
  userErrors: UserErrorShown[];
}

export async function checkSystem(output: Output, name: string): Promise<number> {
  const connection = await connect('hopthu mail check', output.language);
  try {
    const system = await systemNamed(connection, output, name);
    if (!system) return EXIT.refused;
    const { mailSystemCheck } = await connection.ask<{ mailSystemCheck: Check }>(
      `mutation ($id: ID!) { mailSystemCheck(id: $id) { isWell steps { name isWell detail } ${ERRORS} } }`,
      { id: system.id },
    );
    const code = shown(output, mailSystemCheck, ({ steps }) => {
      for (const step of steps) tell(output, step.isWell ? m.stepWell : m.stepIll, { step: step.name, detail: step.detail ?? '' });
    });
    return code === EXIT.done && !mailSystemCheck.isWell ? EXIT.refused : code;
  } finally {
    await connection.close();
  }
}

export async function switchSystem(output: Output, name: string, isOn: boolean, acceptsEmbedded: boolean): Promise<number> {
  const connection = await connect(`hopthu mail ${isOn ? 'on' : 'off'}`, output.language);
  try {
    const system = await systemNamed(connection, output, name);
    if (!system) return EXIT.refused;
    const { mailSystemSwitch } = await connection.ask<{ mailSystemSwitch: { mailSystem: System | null; userErrors: UserErrorShown[] } }>(
      `mutation ($id: ID!, $isOn: Boolean!, $accepts: Boolean) { mailSystemSwitch(id: $id, isOn: $isOn, acceptsEmbedded: $accepts) { mailSystem { ${SYSTEM} } ${ERRORS} } }`,
      { id: system.id, isOn, accepts: acceptsEmbedded },
    );
    return shown(output, mailSystemSwitch, () => tell(output, isOn ? m.switchedOn : m.switchedOff, { name }));
  } finally {
    await connection.close();
  }
}

interface Reconciled {
  result: 'COMPARED' | 'INCOMPLETE' | 'TOO_MUCH' | null;
  complete: boolean;
  checked: number;
  problem: string | null;
  drifts: { address: string; kind: string; expected: string; found: string }[];
  userErrors: UserErrorShown[];
}

export async function reconcile(output: Output, name: string): Promise<number> {
  const connection = await connect('hopthu mail reconcile', output.language);
  try {
    const { mailReconcile } = await connection.ask<{ mailReconcile: Reconciled }>(
      `mutation ($name: String!) { mailReconcile(connector: $name) { result complete checked problem drifts { address kind expected found } ${ERRORS} } }`,
      { name },
    );
    const code = shown(output, mailReconcile, ({ result, complete, checked, problem, drifts }) => {
      if (!complete) return tell(output, m.incomplete, { checked, problem: problem ?? '' });
      tell(output, m.compared, { checked, drifts: drifts.length });
      if (drifts.length > 0)
        table(
          output,
          [m.address, m.expected, m.found],
          drifts.map(({ address, expected, found }) => [address, worded(output, expected), worded(output, found)]),
        );
      if (result === 'TOO_MUCH') complain(output, m.stopped);
    });
    return code === EXIT.done && mailReconcile.result !== 'COMPARED' ? EXIT.refused : code;
  } finally {
    await connection.close();
  }
}

interface Orders {
  mailOrders: {
    nodes: {
      number: number;
      kind: string;
      state: string;
      heldFor: string | null;
      attempts: number;
      connector: string;
      message: string | null;
      createdAt: string;
      mailbox: { address: string };
    }[];
  };
}

export async function listOrders(output: Output, states: readonly string[] | undefined): Promise<number> {
  const zone = choiceOfEnvironment('').timeZone ?? 'Asia/Ho_Chi_Minh';
  const connection = await connect('hopthu mail orders', output.language);
  try {
    const { mailOrders } = await connection.ask<Orders>(
      `query ($state: [OrderState!]) { mailOrders(first: 100, state: $state) { nodes { id number kind state heldFor attempts connector message verified liveSessionsRemaining createdAt nextTryAt handedOverAt doneAt mailbox { address } } } }`,
      { state: states?.length ? states : undefined },
    );
    if (output.isJson) json(mailOrders.nodes);
    else if (mailOrders.nodes.length === 0) tell(output, cliMessages.none);
    else
      table(
        output,
        [m.number, m.day, m.order, m.address, m.system, cliMessages.state, m.attempts, m.said],
        mailOrders.nodes.map((order) => [
          String(order.number),
          dateIn(output.language, dayIn(zone, new Date(order.createdAt))),
          worded(output, order.kind),
          order.mailbox.address,
          order.connector,
          worded(output, order.heldFor ?? order.state),
          String(order.attempts),
          order.message ?? '',
        ]),
      );
    return EXIT.done;
  } finally {
    await connection.close();
  }
}

/** The tables and views of a mail system whose accounts Hopthu keeps: to be run once by the owner of the database. Needs no store. */
export function printSchema(): number {
  process.stdout.write(`${sqlSchema()}\n`);
  return EXIT.done;
}
