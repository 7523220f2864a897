/** Builds the schema from the resolvers: scalars of the contract, a door before every root field, sorted for schema.graphql. */
import 'reflect-metadata';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { CalendarDate, Instant } from '../kernel/scalars.js';
import { guarded, type RightsOfTypes } from './access.js';

export type Resolvers = NonEmptyArray<new () => object>;

export function schemaOf(resolvers: Resolvers, rightsOfTypes: RightsOfTypes = {}): GraphQLSchema {
  return guarded(
    buildSchemaSync({
      resolvers: resolvers as never,
      scalarsMap: [
        { type: Date, scalar: Instant },
        { type: CalendarDate as never, scalar: CalendarDate },
      ],
      validate: false,
      nullableByDefault: false,
    }),
    rightsOfTypes,
  );
}

export const schemaText = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
