// What the browser tests of training ask the server beside the browser: classes by their state, marks as it holds them.
import { password } from './visitor.js';

export type Ask = <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;

/** Signs in beside the browser; the answer asks in that name. */
export async function askAs(url: string, name: string): Promise<Ask> {
  const post = async (query: string, variables: Record<string, unknown>, token?: string) => {
    const headers = { 'content-type': 'application/json', 'accept-language': 'vi', ...(token && { authorization: `Bearer ${token}` }) };
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await answer.json()) as { data: any; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { sessionCreate } = await post(
    'mutation ($email: String!, $password: String!) { sessionCreate(email: $email, password: $password) { token } }',
    { email: `${name}@demo.example`, password },
  );
  return (query, variables = {}) => post(query, variables, sessionCreate.token);
}

export interface HeldClass {
  id: string;
  title: string;
  version: number;
  startsAt: string;
  sessions: { id: string; startsAt: string; endsAt: string }[];
  roster: {
    id: string;
    state: string;
    officer: { id: string; code: string; fullName: string };
    attendance: { session: { id: string }; mark: string | null }[];
  }[];
}

const fields =
  'id title version startsAt sessions { id startsAt endsAt } roster { id state officer { id code fullName } attendance { session { id } mark } }';

export async function classIn(ask: Ask, state: string): Promise<HeldClass> {
  const { trainingClasses } = await ask<{ trainingClasses: { nodes: HeldClass[] } }>(
    `{ trainingClasses(first: 5, where: { state: [${state}] }) { nodes { ${fields} } } }`,
  );
  return trainingClasses.nodes[0]!;
}

export async function classOf(ask: Ask, id: string): Promise<HeldClass> {
  const { trainingClass } = await ask<{ trainingClass: HeldClass }>(`query ($id: ID!) { trainingClass(id: $id) { ${fields} } }`, { id });
  return trainingClass;
}

/** The marks of a session by the name of whom they are about. */
export function marksOf(held: HeldClass, sessionId: string): Map<string, string> {
  return new Map(
    held.roster.flatMap(({ officer, attendance }) => {
      const mark = attendance.find(({ session }) => session.id === sessionId)?.mark;
      return mark ? [[officer.fullName, mark] as const] : [];
    }),
  );
}

/** The session of today, as the city counts days. */
export function todays(held: HeldClass): HeldClass['sessions'][number] {
  const day = (at: string | Date) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(new Date(at));
  return held.sessions.find(({ startsAt }) => day(startsAt) === day(new Date()))!;
}

/** A class made beside the browser, with a session now. */
export async function makeClass(ask: Ask, title: string, officers: number, also: Record<string, unknown> = {}): Promise<HeldClass> {
  const { users } = await ask<{ users: { nodes: { id: string }[] } }>('{ users(first: 1, role: [TRAINER]) { nodes { id } } }');
  const hour = 3_600_000;
  const at = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
  const input = {
    title,
    capacity: 30,
    trainerId: users.nodes[0]!.id,
    place: 'Phòng họp 1',
    sessions: [
      { startsAt: at(-0.5), endsAt: at(0.5) },
      { startsAt: at(47), endsAt: at(48) },
    ],
    ...also,
  };
  const { trainingClassCreate } = await ask<{ trainingClassCreate: { trainingClass: { id: string } } }>(
    'mutation ($input: TrainingClassInput!) { trainingClassCreate(input: $input) { trainingClass { id } } }',
    { input },
  );
  const { id } = trainingClassCreate.trainingClass;
  const { people } = await ask<{ people: { nodes: { id: string }[] } }>(
    'query ($first: Int!) { people: officers(first: $first, orderBy: [{ field: CODE, direction: DESC }]) { nodes { id } } }',
    { first: officers },
  );
  await ask('mutation ($id: ID!, $officers: [ID!]!) { enrolmentRequest(classId: $id, officerIds: $officers) { userErrors { message } } }', {
    id,
    officers: people.nodes.map((one) => one.id),
  });
  return classOf(ask, id);
}
