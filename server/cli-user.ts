/** `hopthu user …`: accounts from the server's own machine; the first administrator of a city is made here. */
import { accountWords as m, roleWords } from './cli-account.messages.js';
import { type Connection, connect } from './cli-connection.js';
import { complain, EXIT, json, type Output, shown, table, tell, type UserErrorShown } from './cli-output.js';
import { cliMessages } from './cli.messages.js';
import { dateIn, type Text } from './kernel/language.js';
import { choiceOfEnvironment } from './store/choice.js';

const USER = `id name email disabledAt invitedUntil lastSignInAt hasPassword hasSecondFactor hasSingleSignOn version
  grants { role scopeId agency { code } officer { code } }`;
const PAYLOAD = `{ user { ${USER} } invitation { url expiresAt } userErrors { code message path rule } }`;
const PAGE = 100;

interface User {
  id: string;
  name: string;
  email: string;
  disabledAt: string | null;
  invitedUntil: string | null;
  lastSignInAt: string | null;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  hasSingleSignOn: boolean;
  grants: { role: string; agency: { code: string } | null; officer: { code: string } | null }[];
}

interface Payload {
  user: User | null;
  invitation: { url: string; expiresAt: string } | null;
  userErrors: UserErrorShown[];
}

/** 23/11/2026 14:30 on the city's clock. */
export function momentIn({ language }: Output, instant: string): string {
  const timeZone = choiceOfEnvironment('').timeZone ?? 'Asia/Ho_Chi_Minh';
  const local = new Date(instant).toLocaleString('sv-SE', { timeZone });
  return `${dateIn(language, local.slice(0, 10))} ${local.slice(11, 16)}`;
}

async function withConnection(output: Output, purpose: string, work: (connection: Connection) => Promise<number>): Promise<number> {
  const connection = await connect(purpose, output.language);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

function stateOf({ language }: Output, user: User): string {
  if (user.disabledAt) return m.disabled[language];
  if (user.hasPassword || user.hasSingleSignOn) return m.active[language];
  return user.invitedUntil ? m.invited[language] : m.cannotSignIn[language];
}

const roleIn = ({ language }: Output, { role, agency, officer }: User['grants'][number]) =>
  [roleWords[role]?.[language] ?? role, agency?.code ?? officer?.code].filter(Boolean).join(' ');

function tellLink(output: Output, { invitation }: Payload): void {
  if (invitation) tell(output, m.link, { url: invitation.url, until: momentIn(output, invitation.expiresAt) });
}

export interface NewUserOptions {
  name: string;
  email: string;
  role: string[];
  agency?: string;
  officer?: string;
}

const idOf = async (connection: Connection, kind: 'agency' | 'officer', code: string): Promise<string | undefined> =>
  (await connection.ask(`query ($code: String!) { found: ${kind}(code: $code) { id } }`, { code })).found?.id;

/** The account with its one-time link. `--officer` says which officer the person is, and so gives the role OFFICER too. */
export async function addUser(output: Output, { name, email, role, agency, officer }: NewUserOptions): Promise<number> {
  const roles = [...new Set([...role, ...(officer ? ['OFFICER'] : [])])];
  const wrong =
    roles.includes('AGENCY_CONTACT') !== Boolean(agency) ? m.agencyWanted : roles.includes('OFFICER') && !officer && m.officerWanted;
  if (wrong) {
    complain(output, wrong);
    return EXIT.usage;
  }
  return withConnection(output, 'hopthu user add', async (connection) => {
    const scopes: Record<string, string | undefined> = {};
    for (const [scoped, kind, code, text] of [
      ['AGENCY_CONTACT', 'agency', agency, m.noAgency],
      ['OFFICER', 'officer', officer, m.noOfficer],
    ] as const) {
      if (!code) continue;
      scopes[scoped] = await idOf(connection, kind, code);
      if (scopes[scoped]) continue;
      complain(output, text, { code });
      return EXIT.refused;
    }
    const input = { name, email, grants: roles.map((each) => ({ role: each, scopeId: scopes[each] })) };
    const { userCreate } = await connection.ask<{ userCreate: Payload }>(
      `mutation ($input: UserInput!) { userCreate(input: $input) ${PAYLOAD} }`,
      {
        input,
      },
    );
    return shown(output, userCreate, (payload) => {
      tell(output, m.created, { name: payload.user!.name, email: payload.user!.email });
      tellLink(output, payload);
    });
  });
}

async function allUsers(connection: Connection, search?: string): Promise<User[]> {
  const users: User[] = [];
  for (let after: string | null = null; ;) {
    const { page }: { page: { nodes: User[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await connection.ask(
      `query ($search: String, $after: String) { page: users(first: ${PAGE}, search: $search, after: $after) { nodes { ${USER} } pageInfo { hasNextPage endCursor } } }`,
      { search, after },
    );
    users.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return users;
    after = page.pageInfo.endCursor;
  }
}

export async function listUsers(output: Output, { search }: { search?: string }): Promise<number> {
  return withConnection(output, 'hopthu user list', async (connection) => {
    const users = await allUsers(connection, search);
    if (output.isJson) json(users);
    else if (users.length === 0) tell(output, cliMessages.none);
    else
      table(
        output,
        [cliMessages.name, m.email, m.roles, cliMessages.state, m.secondFactor, m.lastSignIn],
        users.map((user) => [
          user.name,
          user.email,
          user.grants.map((grant) => roleIn(output, grant)).join('\n'),
          stateOf(output, user),
          user.hasSecondFactor ? m.yes[output.language] : '',
          user.lastSignInAt && momentIn(output, user.lastSignInAt),
        ]),
      );
    return EXIT.done;
  });
}

export type UserCommand = 'disable' | 'enable' | 'invite' | 'reset-second-factor' | 'end-sessions';

const COMMANDS: Record<UserCommand, { field: string; says: Text }> = {
  disable: { field: 'userDisable', says: m.changed },
  enable: { field: 'userEnable', says: m.changed },
  invite: { field: 'userInvite', says: m.changed },
  'reset-second-factor': { field: 'userResetSecondFactor', says: m.secondFactorReset },
  'end-sessions': { field: 'userEndSessions', says: m.sessionsEnded },
};

/** One command about an account that is named by its address. */
export async function changeUser(output: Output, command: UserCommand, address: string, reason?: string): Promise<number> {
  const { field, says } = COMMANDS[command];
  return withConnection(output, `hopthu user ${command}`, async (connection) => {
    const email = address.trim().toLowerCase();
    const user = (await allUsers(connection, email)).find((each) => each.email === email);
    if (!user) {
      complain(output, m.noUser, { email });
      return EXIT.refused;
    }
    const [declared, given] = reason === undefined ? ['', ''] : [', $reason: String!', ', reason: $reason'];
    const { payload } = await connection.ask<{ payload: Payload }>(
      `mutation ($id: ID!${declared}) { payload: ${field}(id: $id${given}) ${PAYLOAD} }`,
      { id: user.id, reason },
    );
    return shown(output, payload, (done) => {
      const { name } = done.user!;
      tell(output, says, { name, email, state: stateOf(output, done.user!) });
      tellLink(output, done);
    });
  });
}
