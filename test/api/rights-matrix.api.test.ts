import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { ROLES } from '../../server/identity/actor.js';
import { mutationSamples, mutationText } from '../support/mutation-samples.js';
import {
  Asking,
  expectedOfField,
  expectedOfMutation,
  fieldText,
  isAmong,
  isNobody,
  outcomeOf,
  outcomeOfMutation,
  pathThrough,
  valuesAt,
} from '../support/rights-matrix.js';
import { ACTIONS, MUTATIONS, ROUTES } from '../support/rights-of-commands.js';
import { FIELD_ARGUMENTS, INPUTS, ROOTS, TYPES, type TypeRow } from '../support/rights-table.js';
import { rightsWorld, type RightsWorld, type ViewerName, VIEWERS, WHOSE } from '../support/rights-world.js';
import { Snapshot } from '../support/snapshot.js';
import { World } from '../support/world.js';

const names = (text: string) => text.split(' ').filter(Boolean);

describe('who may do what: every field × every viewer × own and other (G-15)', () => {
  let world: World;
  let here: RightsWorld;
  let asking: Asking;
  let cells = 0;
  let fields = 0;
  let surprises = 0;
  /** What was met and expected, and by whom. */
  const unexpected = new Map<string, string[]>();

  beforeAll(async () => {
    world = await World.open();
    here = await rightsWorld(world);
    asking = new Asking(world);
  });
  afterAll(() => world.close());

  /** On which sides a text differs; what belongs to nobody is asked once. */
  const sides = (textOf: (whose: 'own' | 'other') => string) => (textOf('own') === textOf('other') ? (['own'] as const) : WHOSE);
  const typeOf = (name: string) => asking.schema.getType(name) as GraphQLObjectType;

  const report = (what: string, who: string) => unexpected.set(what, [...(unexpected.get(what) ?? []), who]);

  function compare(cell: string, viewer: string, expected: string, got: string): void {
    cells++;
    if (expected !== got) report(`${cell}: ${got}, expected ${expected}`, viewer);
  }

  function expectNothingFound(): void {
    const found = [...unexpected].map(([what, who]) => `${what}, as ${who.join(', ')}`);
    surprises += found.length;
    unexpected.clear();
    expect(found).toEqual([]);
  }

  test('every field, argument and mutation has a line in the table, and every line a field', () => {
    const missing: string[] = [];
    const same = (what: string, inSchema: string[], inTable: string[]) => {
      for (const name of inSchema) if (!inTable.includes(name)) missing.push(`${what}${name} has no expectation`);
      for (const name of inTable) if (!inSchema.includes(name)) missing.push(`${what}${name} is expected and not in the schema`);
    };
    const query = asking.schema.getQueryType()!;
    const reachable = new Set<string>();
    const inputs = new Map<string, string[]>();
    const ofArgument = ({ type }: Pick<GraphQLArgument, 'type'>): void => {
      const named = getNamedType(type);
      if (inputs.has(named.name)) return;
      if (isInputObjectType(named)) {
        const parts = Object.values(named.getFields());
        inputs.set(
          named.name,
          parts.map(({ name }) => name),
        );
        parts.forEach(ofArgument);
      }
      if (isEnumType(named) && named.name.endsWith('OrderField'))
        inputs.set(
          named.name,
          named.getValues().map(({ name }) => name),
        );
    };
    const withArguments: string[] = [];
    const walk = (type: GraphQLObjectType) => {
      if (reachable.has(type.name)) return;
      reachable.add(type.name);
      for (const field of Object.values(type.getFields())) {
        const named = getNamedType(field.type);
        field.args.forEach(ofArgument);
        if (type !== query && field.args.length) {
          withArguments.push(`${type.name}.${field.name}`);
          same(
            `${type.name}.${field.name} argument `,
            field.args.map((a) => a.name),
            names(FIELD_ARGUMENTS[`${type.name}.${field.name}`] ?? ''),
          );
        }
        if (isObjectType(named)) walk(named);
      }
    };
    walk(query);
    reachable.delete('Query');
    same('arguments of ', withArguments, Object.keys(FIELD_ARGUMENTS));
    same('input ', [...inputs.keys()], Object.keys(INPUTS));
    for (const [name, parts] of inputs) same(`input ${name}.`, parts, names(INPUTS[name] ?? ''));
    for (const role of ROLES) {
      const isTried = VIEWERS.some((viewer) => viewer.split('+').includes(role)) || role === 'SERVICE';
      if (!isTried) missing.push(`nobody looks with the role ${role} (rights-world.ts)`);
    }
    same('type ', [...reachable].sort(), Object.keys(TYPES));
    same('Query.', Object.keys(query.getFields()), Object.keys(ROOTS));
    for (const [name, { args }] of Object.entries(ROOTS)) {
      const field = query.getFields()[name];
      if (field)
        same(
          `Query.${name} argument `,
          field.args.map((a) => a.name),
          names(args),
        );
    }
    for (const [name, row] of Object.entries(TYPES)) {
      if (reachable.has(name)) same(`${name}.`, Object.keys(typeOf(name).getFields()), Object.keys(row.fields).flatMap(names));
    }
    const mutations = Object.keys(asking.schema.getMutationType()!.getFields());
    same('Mutation.', mutations, Object.keys(MUTATIONS));
    for (const name of mutations) if (!mutationSamples[name]) missing.push(`Mutation.${name} has no sample (mutation-samples.ts)`);
    expect(missing).toEqual([]);
  });

  /** Each field under an alias of its own; in one request where a refusal of one leaves the others standing. */
  async function look(type: string, row: TypeRow): Promise<void> {
    const all = Object.entries(row.fields).flatMap(([text, entry]) => names(text).map((name) => ({ name, entry })));
    fields += all.length;
    for (const whose of sides((side) => row.at(here[side], here))) {
      const at = row.at(here[whose], here);
      const root = asking.schema.getQueryType()!.getFields()[/^\w+/.exec(at)![0]]!;
      const path = pathThrough(at);
      const asked = all.map(({ name, entry }, i) => {
        const text = fieldText(typeOf(type).getFields()[name]!);
        const way = [
          ...path,
          ...text
            .replace(/\([^)]*\)/g, '')
            .replace(/[{}]/g, '')
            .split(' ')
            .filter((step) => step && step !== '__typename'),
        ];
        return { name, entry, way, alias: `f${i}`, text: `f${i}: ${at.replace('*', text)}` };
      });
      for (const viewer of VIEWERS) {
        const actor = here.viewers.get(viewer)!;
        const parts = isNonNullType(root.type) ? asked.map((one) => [one]) : [asked];
        for (const part of parts) {
          const answer = await asking.ask(`{ ${part.map(({ text }) => text).join(' ')} }`, actor);
          for (const { name, entry, way, alias } of part) {
            compare(`${type}.${name} of ${whose}`, viewer, expectedOfField(viewer, whose, row, entry), outcomeOf(answer, alias, way));
          }
        }
      }
    }
  }

  test('reading: root fields', async () => {
    for (const [name, { at, who, door }] of Object.entries(ROOTS)) {
      fields++;
      const row = { door: door ?? (typeof who === 'string' ? who : who.who) };
      for (const whose of sides((side) => at(here[side], here))) {
        const text = at(here[whose], here);
        const path = text
          .replace(/\([^()]*\)/g, '')
          .replace(/"[^"]*"/g, '')
          .split(/[{}]/)
          .map((s) => s.trim())
          .filter(Boolean)
          .slice(1);
        for (const viewer of VIEWERS) {
          const answer = await asking.ask(`{ ${text} }`, here.viewers.get(viewer)!);
          compare(`Query.${name} of ${whose}`, viewer, expectedOfField(viewer, whose, row, who), outcomeOf(answer, name, path));
        }
      }
    }
    expectNothingFound();
  });

  test('reading: fields of objects', async () => {
    for (const [type, row] of Object.entries(TYPES)) for (const way of [row, ...(row.also ?? [])]) await look(type, way);
    expectNothingFound();
  }, 600_000);

  test('what is offered by availableActions is what would be done, and nothing else', async () => {
    for (const { at, door, acts } of ACTIONS) {
      for (const whose of sides((side) => at(here[side], here))) {
        const place = at(here[whose], here);
        const text = place.includes('*') ? place : `${place} { * }`;
        for (const viewer of VIEWERS) {
          const answer = await asking.ask(`{ on: ${text.replace('*', 'availableActions')} }`, here.viewers.get(viewer)!);
          const offered = valuesAt(answer.data?.on, [...pathThrough(text), 'availableActions']);
          for (const [act, mutation] of Object.entries(acts)) {
            const isSeen = isAmong(viewer, door, whose);
            const expected = isSeen && expectedOfMutation(viewer, whose, MUTATIONS[mutation]!) === 'done' ? 'offered' : 'not offered';
            compare(`${act} by ${mutation} of ${whose}`, viewer, expected, offered.includes(act) ? 'offered' : 'not offered');
          }
        }
      }
    }
    expectNothingFound();
  });

  test('over HTTP the doors are the same: root fields and every route', async () => {
    const headersOf = (viewer: ViewerName): Record<string, string> => {
      const token = here.tokens.get(viewer);
      return token ? { authorization: `Bearer ${token}` } : {};
    };
    for (const [name, { at, who, door }] of Object.entries(ROOTS)) {
      fields++;
      const row = { door: door ?? (typeof who === 'string' ? who : who.who) };
      for (const viewer of VIEWERS) {
        const { data, errors } = await world.query(`{ ${at(here.other, here)} }`, {}, headersOf(viewer));
        const expected = expectedOfField(viewer, 'other', row, who);
        const value = data?.[name];
        const isEmpty = value == null || (Array.isArray(value) ? value : (value.nodes ?? [value])).length === 0;
        compare(`POST /graphql ${name}`, viewer, expected, errors?.[0]?.extensions.code ?? (isEmpty ? 'nothing' : 'data'));
      }
    }
    await world.app.http.ready();
    const above: string[] = [];
    const routes = world.app.http
      .printRoutes({ commonPrefix: false })
      .split('\n')
      .flatMap((line) => {
        const [, indent, part, methods] = /^(.*)── (\/\S*) \(([A-Z, ]+)\)/.exec(line) ?? [];
        if (indent === undefined || !part || !methods) return [];
        const depth = Math.floor(indent.length / 4);
        above.splice(depth, above.length, (above[depth - 1] ?? '') + part);
        const ways = methods.split(', ').filter((method) => ['GET', 'POST'].includes(method) && (part !== '/graphql' || method === 'POST'));
        return ways.map((way) => `${way} ${above[depth]}`);
      });
    const asWritten = (route: string) =>
      route
        .replace(/\?.*/, '')
        .replace('/evidence/hopthu-day', '/evidence/:format')
        .replace(/\/[\da-f-]{36}(?=\/|$)/, '/:id')
        .replace(/^GET \/lists\/x(\.\w+)$/, 'GET /lists/:slug(^[a-z0-9-]+)$1')
        .replace('/lists/x', '/lists/:slug')
        .replace('/exports/x', '/exports/:file')
        .replace('/verify/x', '/verify/:code')
        .replace(/\/papers\/decision\/.*/, '/papers/:kind/:file')
        .replace('/calendar/x.ics', '/calendar/:file');
    const known = Object.keys(ROUTES).map(asWritten);
    expect(routes.filter((route) => !known.includes(route))).toEqual([]);
    expect(known.filter((route) => !routes.includes(route))).toEqual([]);
    const before = await Snapshot.of(world);
    for (const [route, entry] of Object.entries(ROUTES)) {
      if (entry === 'elsewhere') continue;
      fields++;
      const [method, url] = route.split(' ') as ['GET' | 'POST', string];
      for (const viewer of VIEWERS) {
        const headers = { ...headersOf(viewer), ...(entry.type && { 'content-type': entry.type }) };
        const { statusCode } = await world.app.http.inject({ method, url, headers, payload: entry.body });
        const got =
          statusCode === 401 ? 'UNAUTHENTICATED' : statusCode === 403 ? 'FORBIDDEN' : statusCode < 500 ? 'let in' : `status ${statusCode}`;
        const expected = isAmong(viewer, entry.who) ? 'let in' : isNobody(viewer) ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        compare(route, viewer, expected, got);
      }
    }
    // Keys and sessions keep when they were used last.
    expect((await before.restore()).filter((table) => !['api_key', 'session'].includes(table))).toEqual([]);
    expectNothingFound();
  });

  test('changing: what is allowed is done, what is refused changes nothing', async () => {
    const before = await Snapshot.of(world);
    for (const [name, row] of Object.entries(MUTATIONS)) {
      if (!mutationSamples[name]) continue;
      fields++;
      for (const whose of sides((side) => mutationSamples[name]!(here, here[side]))) {
        const text = mutationText(asking.schema, name, here, here[whose]);
        const refused: string[] = [];
        for (const viewer of VIEWERS) {
          const expected = expectedOfMutation(viewer, whose, row);
          const got = outcomeOfMutation(await asking.ask(text, here.viewers.get(viewer)!), name);
          compare(`Mutation.${name} of ${whose}`, viewer, expected, got);
          if (got === 'done') await before.restore();
          else refused.push(viewer);
        }
        const changed = (await before.restore()).filter((table) => table !== row.leaves);
        if (changed.length) report(`Mutation.${name} of ${whose} was refused and changed ${changed.join(', ')}`, refused.join(', '));
      }
    }
    expectNothingFound();
  }, 600_000);

  afterAll(() => {
    process.stdout.write(`G-15: ${fields} fields × ${VIEWERS.length} viewers × own/other = ${cells} cells, ${surprises} unexpected\n`);
  });
});
