/** The two scalars of the contract: a day of the city's calendar, and an instant. */
import { GraphQLScalarType, Kind } from 'graphql';
import { isDay } from './calendar.js';
import { kernelMessages } from './kernel.messages.js';
import { Refusal } from './refusal.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

function readDay(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new Refusal({ code: 'INVALID', path: [], message: { text: kernelMessages.day } });
}

function readInstant(value: unknown): Date {
  if (typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10))) {
    const at = new Date(value);
    if (!Number.isNaN(at.getTime())) return at;
  }
  throw new Refusal({ code: 'INVALID', path: [], message: { text: kernelMessages.instant } });
}

export const CalendarDate = new GraphQLScalarType({
  name: 'Date',
  description: 'A day of the city’s calendar, YYYY-MM-DD.',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10)),
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : undefined),
});

export const Instant = new GraphQLScalarType({
  name: 'DateTime',
  description: 'An instant, RFC 3339, in UTC.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : undefined),
});
