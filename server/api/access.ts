/**
 * Who may pass a field's door? Every root field names a right, `signedIn` or `everyone`; one that names nothing does not build
 * (G-15). A field of a type may name a right too: without it the field is null.
 */
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import { holds, type Right } from '../identity/right.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { Denial } from '../kernel/refusal.js';
import type { Context } from './context.js';

export const everyone = 'everyone';
export const signedIn = 'signedIn';

export type FieldAccess = Right<never> | typeof everyone | typeof signedIn;

/** Says who may ask for this field. */
export const Access = (access: FieldAccess) => Extensions({ access });

function passes(context: Context, access: FieldAccess): void {
  if (access === everyone) return;
  if (!context.actor) throw new Denial('UNAUTHENTICATED', { text: kernelMessages.signIn });
  if (access === signedIn || holds(context.actor, access)) return;
  throw new Denial('FORBIDDEN', { text: kernelMessages.forbidden });
}

/** Puts the doors in; throws when a root field names no access. */
export function guarded(schema: GraphQLSchema): GraphQLSchema {
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
  return schema;
}
