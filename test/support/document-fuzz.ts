/** Documents nobody would write: valid grammar with random fields, arguments and values of the schema, and texts broken at random. */
import {
  getNamedType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A small generator with a seed (mulberry32), so that a find can be made again. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Values that have broken programs elsewhere. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  "' OR '1'='1",
  "'; DROP TABLE officer; --",
  "1' UNION SELECT null, version() --",
  "') or pg_sleep(5)--",
  '$1',
  '%',
  '_%\\',
  '\\',
  '"',
  '`id`',
  '$(id)',
  '; cat /etc/passwd',
  '| ping -c 1 127.0.0.1',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '{{7*7}}${7*7}<%= 7*7 %>',
  'a\r\nSet-Cookie: x=y',
  '\nERROR forged line',
  '\u0000',
  '\u202eabc',
  '\ud800',
  'ﷺ'.repeat(50),
  'x'.repeat(5000),
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'QD-2026-0001',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '2026-01-01',
  '-1',
  '1e999',
  'NaN',
  'null',
  '__proto__',
  'constructor',
  'WyJhIl0',
  'W10',
  'bnVsbA',
  'eyJhIjoxfQ',
];
const NUMBERS = ['0', '1', '-1', '25', '100', '101', '2147483647', '-2147483648', '2147483648', '1.5', '1e400', '-0'];
const OFTEN_ENOUGH = 0.85;

export class DocumentFuzz {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly next: () => number,
  ) {}

  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!;
  }

  private chance(share: number): boolean {
    return this.next() < share;
  }

  value(type: GraphQLInputType, depth = 0): string {
    if (isNonNullType(type)) return this.chance(0.03) ? 'null' : this.value(type.ofType as GraphQLInputType, depth);
    if (this.chance(0.05)) return this.pick(['null', '{}', '[]', '""', 'true', 'WHAT', '3']);
    if (isListType(type))
      return `[${Array.from({ length: Math.floor(this.next() * 3) }, () => this.value(type.ofType as GraphQLInputType, depth)).join(' ')}]`;
    if (isEnumType(type)) return this.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) =>
        isNonNullType(field.type) ? this.chance(0.97) : depth < 3 && this.chance(0.4),
      );
      return `{${fields.map((field) => `${field.name}: ${this.value(field.type, depth + 1)}`).join(' ')}}`;
    }
    switch (getNamedType(type).name) {
      case 'Int':
      case 'Float':
        return this.pick(NUMBERS);
      case 'Boolean':
        return this.pick(['true', 'false']);
      default:
        return JSON.stringify(this.pick(HOSTILE_TEXTS));
    }
  }

  private selection(type: GraphQLObjectType, depth: number): string {
    const all = Object.values(type.getFields());
    const count = 1 + Math.floor(this.next() * 4);
    const parts: string[] = [];
    for (let i = 0; i < count; i++) {
      const field = this.pick(all);
      const inner = getNamedType(field.type);
      if (isObjectType(inner) && depth <= 0) continue;
      const given = field.args.filter((argument) => (isNonNullType(argument.type) ? this.chance(0.97) : this.chance(0.4)));
      const values = given.map((argument) => `${argument.name}: ${this.value(argument.type)}`).join(', ');
      const alias = this.chance(0.1) ? `a${i}: ` : '';
      const directive = this.chance(0.05) ? ` @${this.pick(['include', 'skip', 'unknown'])}(if: ${this.pick(['true', 'false', '1'])})` : '';
      const name = this.chance(0.01) ? `${field.name}X` : field.name;
      const one = `${alias}${name}${values && `(${values})`}${directive}${isObjectType(inner) ? this.selection(inner, depth - 1) : ''}`;
      parts.push(this.chance(0.05) ? `... on ${type.name} { ${one} }` : one);
    }
    return ` { ${parts.length ? parts.join(' ') : '__typename'} }`;
  }

  document(): string {
    const isMutation = this.chance(0.25);
    const root = isMutation ? this.schema.getMutationType()! : this.schema.getQueryType()!;
    const field = this.pick(Object.values(root.getFields()));
    const values = field.args
      .filter((argument) => isNonNullType(argument.type) || this.chance(0.5))
      .map((argument) => `${argument.name}: ${this.value(argument.type)}`)
      .join(', ');
    const inner = getNamedType(field.type);
    const text = `${isMutation ? 'mutation' : 'query'} { ${field.name}${values && `(${values})`}${isObjectType(inner) ? this.selection(inner, Math.floor(this.next() * 5)) : ''} }`;
    return this.chance(OFTEN_ENOUGH) ? text : this.broken(text);
  }

  /** Cut, doubled, swapped or salted somewhere. */
  private broken(text: string): string {
    const at = Math.floor(this.next() * text.length);
    const salt = this.pick([
      '{',
      '}',
      '(',
      '"',
      '"""',
      '\\u{110000}',
      '...',
      '$x',
      '@',
      '\u0000',
      '\ufeff',
      '#',
      '!',
      '&',
      '🏃',
      '[[[[',
      'fragment F on Query { ...F }',
    ]);
    return this.pick([text.slice(0, at), text.slice(at), text + text, text.slice(0, at) + salt + text.slice(at), salt.repeat(50) + text]);
  }
}
