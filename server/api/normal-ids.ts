/**
 * An id has one spelling. The database reads a UUID in capitals too, but rights, records and comparisons are of text: whatever comes
 * in as an ID is therefore made lower case before anybody sees it (G-15).
 */
import {
  type GraphQLArgument,
  type GraphQLInputType,
  GraphQLID,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

type Normal = (value: unknown) => unknown;

const known = new WeakMap<object, Normal | null>();
const lower: Normal = (value) => (typeof value === 'string' ? value.toLowerCase() : value);

/** How values of a type are changed; null where no ID is in it. */
function normalOf(type: GraphQLInputType): Normal | null {
  if (isNonNullType(type)) return normalOf(type.ofType);
  if (isListType(type)) {
    const one = normalOf(type.ofType as GraphQLInputType);
    return one && ((value) => (Array.isArray(value) ? value.map(one) : one(value)));
  }
  if (getNamedType(type) === GraphQLID) return lower;
  if (!isInputObjectType(type)) return null;
  const before = known.get(type);
  if (before !== undefined) return before;
  const fields: [string, Normal][] = [];
  // Set first: an input may hold itself.
  known.set(type, (value) => change(value, fields));
  for (const field of Object.values(type.getFields())) {
    const normal = normalOf(field.type);
    if (normal) fields.push([field.name, normal]);
  }
  if (!fields.length) known.set(type, null);
  return known.get(type)!;
}

/** The same object with some of its values changed; inputs keep their class. */
function change(value: unknown, fields: readonly [string, Normal][]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const changed = Object.assign(Object.create(Object.getPrototypeOf(value) as object), value) as Record<string, unknown>;
  for (const [name, normal] of fields) if (name in changed) changed[name] = normal(changed[name]);
  return changed;
}

/** What makes the ids among a field's arguments lower case; undefined where there are none. */
export function normalIds(args: readonly GraphQLArgument[]): ((values: Record<string, unknown>) => Record<string, unknown>) | undefined {
  const fields = args.flatMap(({ name, type }): [string, Normal][] => {
    const normal = normalOf(type);
    return normal ? [[name, normal]] : [];
  });
  return fields.length ? (values) => change(values, fields) as Record<string, unknown> : undefined;
}
