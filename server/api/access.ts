/**
 * Who may pass a field's door? Every root field names a right, `signedIn` or `everyone`; one that names nothing does not build
 * (G-15). Types that hold personal data say of each field whether it is open to whoever sees the thing or needs a right for it:
 * without the right it is null, an empty list where the room says so, else FORBIDDEN.
 */
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { type FieldRight, type FieldRights, holds, may, open, type Right } from '../identity/right.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { Denial } from '../kernel/refusal.js';
import type { Context } from './context.js';
import { normalIds } from './normal-ids.js';

export const everyone = 'everyone';
/** Whoever is signed in and is restricted to nothing. */
export const signedIn = 'signedIn';
/** Whoever is signed in, even with the code of a paper notice. */
export const evenByCode = 'evenByCode';

export type FieldAccess = Right<never> | typeof everyone | typeof signedIn | typeof evenByCode;

/** Says who may ask for this field. */
export const Access = (access: FieldAccess) => Extensions({ access });

function passes(context: Context, access: FieldAccess): void {
  if (access === everyone) return;
  if (!context.actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
  if (access === evenByCode) return;
  if (access === signedIn ? !context.actor.restrictedTo : holds(context.actor, access)) return;
  throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
}

/** What of each type is open and what needs a right, by the name of the type. */
export type RightsOfTypes = Readonly<Record<string, FieldRights>>;

/** Gives every field its ids in one spelling. */
function spellIdsOneWay(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const spelled = normalIds(field.args);
      if (!spelled) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context, info) => resolve(source, spelled(args as Record<string, unknown>), context, info);
    }
  }
}

/** Puts the doors in; throws when a root field, or a field of a type with rights, names no access. */
export function guarded(schema: GraphQLSchema, rightsOfTypes: RightsOfTypes = {}): GraphQLSchema {
  spellIdsOneWay(schema);
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const access = field.extensions.access as FieldAccess | undefined;
      if (!access) throw new Error(`${root!.name}.${field.name} says of nobody that they may ask for it.`);
      const resolve = field.resolve ?? defaultFieldResolver;
      const door: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
        passes(context, access);
        return resolve(source, args, context, info);
      };
      field.resolve = door as typeof field.resolve;
    }
  }
  for (const [name, rights] of Object.entries(rightsOfTypes)) {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? type.getFields() : {};
    for (const gone of Object.keys(rights)) if (!fields[gone]) throw new Error(`${name}.${gone} has a right and is no field.`);
    for (const field of Object.values(fields)) {
      const right = rights[field.name];
      if (!right) throw new Error(`${name}.${field.name} is neither open to whoever sees it nor under a right (G-15).`);
      if (right !== open) shut(field, right);
    }
  }
  return schema;
}

/** Answers a field only to whoever holds the right for the thing it is a field of. */
function shut(field: GraphQLField<unknown, unknown>, right: FieldRight): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const isRequired = isNonNullType(field.type);
  field.extensions = { ...field.extensions, right: right.name };
  const door: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
    if (context.actor && may(context.actor, right, source as never)) return resolve(source, args, context, info);
    if (right.isEmptyWithout) return [];
    if (isRequired) throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
    return null;
  };
  field.resolve = door as typeof field.resolve;
}
