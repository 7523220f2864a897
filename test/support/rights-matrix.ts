/** Asks every field as every viewer, straight of the schema, and says what came of it; what is expected stands in rights-table.ts. */
import { execute, getNamedType, GraphQLError, type GraphQLField, type GraphQLSchema, isObjectType, parse, validate } from 'graphql';
import { hopthuSchema } from '../../server/app.js';
import type { Context } from '../../server/api/context.js';
import type { Actor } from '../../server/identity/actor.js';
import { Denial, Refusal } from '../../server/kernel/refusal.js';
import type { MutationRow } from './rights-of-commands.js';
import type { FieldsOf, TypeRow } from './rights-table.js';
import type { Outcome, Who } from './rights-who.js';
import { type ViewerName, type Whose } from './rights-world.js';
import type { World } from './world.js';

const NOBODIES: readonly ViewerName[] = ['nobody', 'disabled user', 'expired session', 'revoked key'];
export const isNobody = (viewer: ViewerName): boolean => NOBODIES.includes(viewer);
export const isOneself = (viewer: ViewerName, whose: Whose): boolean => whose === 'own' && viewer.endsWith('+OFFICER');

/** Whether one of the roles of a viewer is named; without `whose` an `own` counts for the door. */
export function isAmong(viewer: ViewerName, who: Who, whose?: Whose): boolean {
  if (who === 'anybody') return true;
  if (isNobody(viewer)) return false;
  const roles = viewer.split('+');
  return who.split(', ').some((entry) => {
    if (entry === 'everyone') return viewer !== 'paper code' && viewer !== 'password code';
    const isOwnOnly = entry.endsWith(' own');
    return roles.includes(isOwnOnly ? entry.slice(0, -4) : entry) && (!isOwnOnly || whose !== 'other');
  });
}

export function expectedOfField(
  viewer: ViewerName,
  whose: Whose,
  row: Pick<TypeRow, 'door' | 'sees' | 'exceptions'>,
  entry: Who | FieldsOf,
): Outcome {
  const { who, otherwise, oneself, exceptions } = typeof entry === 'string' ? ({ who: entry } as FieldsOf) : entry;
  if (!isAmong(viewer, row.door)) return isNobody(viewer) ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  const which = whose === 'own' ? viewer : (`${viewer} other` as const);
  const exception = row.exceptions?.[which] ?? exceptions?.[which];
  if (exception) return exception;
  if (who === '–') return 'nothing';
  if (isAmong(viewer, who, whose)) return oneself && isOneself(viewer, whose) ? oneself : 'data';
  return otherwise && isAmong(viewer, row.sees ?? row.door, whose) ? otherwise : 'nothing';
}

export function expectedOfMutation(viewer: ViewerName, whose: Whose, row: MutationRow): Outcome {
  const exception = row.exceptions?.[whose === 'own' ? viewer : (`${viewer} other` as const)];
  if (exception) return exception;
  if (isAmong(viewer, row.done, whose)) return row.oneself && isOneself(viewer, whose) ? row.oneself : (row.outcome ?? 'done');
  if (isNobody(viewer)) return 'UNAUTHENTICATED';
  return row.past && isAmong(viewer, row.past) ? (row.told ?? 'FORBIDDEN') : 'FORBIDDEN';
}

export interface Answered {
  data?: Record<string, any> | null;
  errors?: readonly GraphQLError[];
}

export class Asking {
  readonly schema: GraphQLSchema = hopthuSchema();
  private requests = 0;

  constructor(private readonly world: World) {}

  async ask(text: string, actor: Actor | null): Promise<Answered> {
    const document = parse(text);
    const wrong = validate(this.schema, document);
    if (wrong.length) throw new Error(`${wrong[0]!.message} in ${text}`);
    const contextValue: Context = {
      ground: this.world.ground,
      actor,
      language: 'vi',
      requestId: `matrix-${++this.requests}`,
      address: '127.0.0.1',
      isPanel: false,
      reply: undefined,
      batches: new Map(),
      beforeAnswer: [],
    };
    const answer = (await execute({ schema: this.schema, document, contextValue })) as Answered;
    for (const last of contextValue.beforeAnswer) await last();
    return answer;
  }
}

/** What fields are asked with that cannot be asked without. */
const NEEDED: Readonly<Record<string, string>> = { rule: '(kind: AWARD_EXCLUSION)' };

/** A field as it is asked for: objects by their name, lists by how many. */
export function fieldText({ name, type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return name;
  return `${name}${NEEDED[name] ?? ''} { ${named.name.endsWith('Connection') ? 'totalCount' : '__typename'} }`;
}

/** What stands at the end of a path, through whatever lists are on the way. */
export function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (value == null) return [];
  if (Array.isArray(value)) return value.flatMap((inner) => valuesAt(inner, path));
  const [name, ...rest] = path;
  return name === undefined ? [value] : valuesAt((value as Record<string, unknown>)[name], rest);
}

/** Words for an error that is no refusal. */
const codeOf = ({ originalError, message }: GraphQLError): Outcome => {
  if (originalError instanceof Denial) return originalError.code;
  if (originalError instanceof Refusal) return originalError.reasons[0]!.code;
  return `FAULT ${message}`;
};

/** What came of one field under an alias; `path` leads from there to the field. */
export function outcomeOf({ data, errors }: Answered, alias: string, path: readonly string[]): Outcome {
  const error = errors?.find((e) => e.path?.[0] === alias);
  if (error) return codeOf(error);
  const found = valuesAt(data?.[alias], path).filter((value) => (path.at(-1) === 'totalCount' ? value !== 0 : true));
  return found.length ? 'data' : 'nothing';
}

/** The names on the way through a text like `officer(id: "…") { mailbox { * } }`, without the first. */
export function pathThrough(at: string): string[] {
  return at
    .replace(/"[^"]*"/g, '')
    .replace(/\([^()]*\)/g, '')
    .split('{')
    .slice(1, -1)
    .map((part) => part.trim());
}

/** What came of a mutation: done, or the first code of its refusal. */
export function outcomeOfMutation({ data, errors }: Answered, name: string): Outcome {
  if (errors?.length) return codeOf(errors[0]!);
  const answer = data?.[name];
  const [first] = [answer, ...(answer?.results ?? [])].flatMap((part) => (part?.userErrors ?? []) as { code: string }[]);
  return first ? first.code : 'done';
}
