/**
 * Requests that are well formed, with one value in them nobody would write: for every argument of every field of the schema, however deep
 * in an input, each hostile value of its kind, the rest as in a request that is carried out.
 */
import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import { mutationSamples, selectionOf } from './mutation-samples.js';
import type { RightsWorld } from './rights-world.js';

export interface HostileRequest {
  /** What is hostile in it. */
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

type Path = (string | number)[];

const ID = '0190a7e0-0000-7000-8000-000000000000';
const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const forged = [
  'x',
  1,
  -1,
  2 ** 31,
  2 ** 53,
  1e308,
  0.5,
  true,
  null,
  [],
  '\0',
  '',
  '0000-01-01T00:00:00.000Z',
  '2026-02-30T25:61:61.000Z',
  ID,
];
const CURSORS = [
  ...forged.flatMap((part) => [cursor(part), cursor(part, ID), cursor(part, ID, ID), cursor(ID, part)]),
  cursor(),
  Buffer.from('[1e999,"x"]').toString('base64url'),
  'WyJhIl0',
  'bnVsbA',
  '\0',
  '%',
];
const TEXTS = [
  '\0',
  'a\0b',
  '\u0007\u001b[2J',
  '\ud800',
  'x'.repeat(5000),
  '',
  '\u202e\ufeff',
  "' or 1=1 --",
  '\\',
  '"{}',
  ID.toUpperCase(),
];
const DAYS = ['0000-01-01', '0099-12-31', '1899-12-31', '1900-01-01', '2200-12-31', '2201-01-01', '9999-12-31', '2026-02-30', '\0'];
const WHOLE = [2147483647, -2147483648, -1, 0];
const BROKEN = [1e308, -1e308, 5e-324, -1, 0, 1e10];
const LONGEST = 1000;

function valuesOf(type: GraphQLInputType, name: string): unknown[] {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map((value) => value.name);
  switch (named.name) {
    case 'Date':
      return DAYS;
    case 'DateTime':
      return DAYS.map((day) => `${day}T00:00:00Z`);
    case 'Int':
      return WHOLE;
    case 'Float':
      return BROKEN;
    case 'Boolean':
      return [true, false];
    default:
      return name === 'after' ? CURSORS : TEXTS;
  }
}

/** A value that stands for nothing in particular. */
function plainValue(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return plainValue(type.ofType as GraphQLInputType);
  if (isListType(type)) return [plainValue(type.ofType as GraphQLInputType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
    return Object.fromEntries(required.map((field) => [field.name, plainValue(field.type)]));
  }
  return { Date: '2026-09-01', DateTime: '2026-09-01T00:00:00Z', Int: 1, Float: 0.5, Boolean: true, ID }[getNamedType(type).name] ?? 'x';
}

/** Every place below a value, with what to write there. */
function* places(type: GraphQLInputType, path: Path, depth = 0): Generator<{ path: Path; value: unknown }> {
  const plain = getNullableType(type);
  const name = String(path.findLast((part) => typeof part === 'string'));
  if (!isNonNullType(type)) yield { path, value: null };
  if (isListType(plain)) {
    const inner = plain.ofType as GraphQLInputType;
    yield { path, value: [] };
    yield { path, value: Array.from({ length: LONGEST }, () => plainValue(inner)) };
    yield { path, value: Array.from({ length: LONGEST + 1 }, () => plainValue(inner)) };
    yield* places(inner, [...path, 0], depth);
  } else if (isInputObjectType(plain)) {
    if (depth < 4) for (const field of Object.values(plain.getFields())) yield* places(field.type, [...path, field.name], depth + 1);
  } else for (const value of valuesOf(plain, name)) yield { path, value };
}

/** `whole` with something else at the path; what was missing on the way is made. */
function withAt(whole: unknown, [at, ...rest]: Path, value: unknown, type: GraphQLInputType): unknown {
  if (at === undefined) return value;
  const plain = getNullableType(type);
  if (isListType(plain)) return [withAt((whole as unknown[] | null)?.[0], rest, value, plain.ofType as GraphQLInputType)];
  if (!isInputObjectType(plain)) throw new Error(`Nothing is at ${at}.`);
  const held = (whole ?? plainValue(plain)) as Record<string, unknown>;
  return { ...held, [at]: withAt(held[at], rest, value, plain.getFields()[at]!.type) };
}

type Field = GraphQLField<unknown, unknown>;

export class HostileValues {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly city: RightsWorld,
  ) {}

  private sampleOf(field: Field): Record<string, unknown> {
    const sample = mutationSamples[field.name];
    const isMutation = this.schema.getMutationType()!.getFields()[field.name] === field;
    if (!sample || !isMutation) {
      const required = field.args.filter((arg) => isNonNullType(arg.type));
      return Object.fromEntries(required.map((arg) => [arg.name, this.idFor(arg.name, field.name) ?? plainValue(arg.type)]));
    }
    const node = (parse(`mutation { ${sample(this.city, this.city.own)} }`).definitions[0] as OperationDefinitionNode).selectionSet
      .selections[0] as FieldNode;
    return Object.fromEntries((node.arguments ?? []).map((arg) => [arg.name.value, valueFromASTUntyped(arg.value)]));
  }

  /** Ids of things that are there, so that the fields below them are asked for. */
  private idFor(argument: string, field: string): string | undefined {
    const { review, own, import: importId } = this.city;
    const known: Record<string, string> = {
      review,
      agency: own.agencyCode,
      officer: own.officerCode,
      finding: own.finding,
      evidenceImport: importId,
      user: this.city.user,
      mailbox: own.address,
    };
    return argument === 'id' || argument === 'code' || argument === 'address' ? known[field] : undefined;
  }

  /** Values of an object that need no arguments. */
  private selection(type: GraphQLObjectType, depth = 0): string {
    const parts = Object.values(type.getFields()).flatMap((field) => {
      if (field.args.some((arg) => isNonNullType(arg.type))) return [];
      const inner = getNamedType(field.type);
      if (!isObjectType(inner)) return field.name === 'totalCount' ? [] : [field.name];
      const isPart = ['nodes', 'edges', 'node', 'pageInfo'].includes(field.name);
      return isPart && depth < 3 ? [`${field.name} ${this.selection(inner, depth + 1)}`] : [];
    });
    return `{ ${[...new Set(parts.length ? parts : ['__typename'])].join(' ')} }`;
  }

  /** The shortest way of questions to each field that takes arguments. */
  private *ways(): Generator<Field[]> {
    const seen = new Set<Field>();
    let front: { type: GraphQLObjectType; way: Field[] }[] = [{ type: this.schema.getQueryType()!, way: [] }];
    while (front.length) {
      const next: typeof front = [];
      for (const { type, way } of front) {
        for (const field of Object.values(type.getFields())) {
          if (seen.has(field)) continue;
          seen.add(field);
          if (field.args.length) yield [...way, field];
          const inner = getNamedType(field.type);
          if (isObjectType(inner) && way.length < 5) next.push({ type: inner, way: [...way, field] });
        }
      }
      front = next;
    }
    for (const field of Object.values(this.schema.getMutationType()!.getFields())) if (field.args.length) yield [field];
    const trial = this.schema.getMutationType()!.getFields().usagePolicyTry!;
    yield [trial, (getNamedType(trial.type) as GraphQLObjectType).getFields().sample!];
  }

  *requests(): Generator<HostileRequest> {
    for (const way of this.ways()) {
      const field = way.at(-1)!;
      for (const arg of field.args) {
        for (const { path, value } of places(arg.type, [arg.name])) {
          const sample = this.sampleOf(field);
          const [, ...rest] = path;
          const hostile = { ...sample, [arg.name]: withAt(sample[arg.name], rest, value, arg.type) };
          const shown = JSON.stringify(value)?.slice(0, 40);
          yield { name: `${way.map((step) => step.name).join('.')} ${path.join('.')} = ${shown}`, ...this.request(way, hostile) };
        }
      }
    }
  }

  private request(way: Field[], last: Record<string, unknown>): Omit<HostileRequest, 'name'> {
    const isMutation = Object.values(this.schema.getMutationType()!.getFields()).includes(way[0]!);
    const variables: Record<string, unknown> = {};
    const declared: string[] = [];
    const parts = way.map((field, i) => {
      const values = i === way.length - 1 ? last : this.sampleOf(field);
      const given = field.args.filter((arg) => arg.name in values);
      const args = given.map((arg) => {
        const name = `v${declared.length}`;
        declared.push(`$${name}: ${String(arg.type)}`);
        variables[name] = values[arg.name];
        return `${arg.name}: $${name}`;
      });
      return `${field.name}${args.length ? `(${args.join(', ')})` : ''}`;
    });
    const field = way.at(-1)!;
    const type = getNamedType(field.type);
    const inner = !isObjectType(type) ? '' : isMutation && way.length === 1 ? selectionOf(this.schema, field.name) : this.selection(type);
    const text = parts.reduceRight((below, part) => `${part} ${below ? (below.startsWith('{') ? below : `{ ${below} }`) : ''}`, inner);
    return { query: `${isMutation ? 'mutation' : 'query'}${declared.length ? ` (${declared.join(', ')})` : ''} { ${text} }`, variables };
  }
}
