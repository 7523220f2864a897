/** Are the queries of the documentation those of the schema, and do its programs do what they say? */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { newWebhookSecret, signedHeaders } from '../server/awards/webhook-signature.js';
import { read } from './guards/source.js';

const schema = buildSchema(read('schema.graphql').text);
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, block]) => block!);
const faultsOf = (query: string): string[] => validate(schema, parse(query)).map(({ message }) => message);

const pages = ['README.md', ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))];
/** Page, first line, query. */
const queries = pages.flatMap((page) =>
  blocks(read(page).text, 'graphql').map((query): [string, string, string] => [page, query.split('\n')[0]!, query]),
);

describe('queries in the documentation', () => {
  test('are there', () => expect(queries.filter(([page]) => page === 'docs/api.md').length).toBeGreaterThan(5));
  test.each(queries)('%s: %s', (_page, _first, query) => expect(faultsOf(query)).toEqual([]));
  test('a field that is not in the schema is found', () => expect(faultsOf('{ officers { nodes { salary } } }')).toHaveLength(1));
});

describe('programs that check signatures', () => {
  const page = read('docs/api.md').text;
  const folder = mkdtempSync(join(tmpdir(), 'hopthu-docs-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const secret = newWebhookSecret();
  const body = JSON.stringify({ type: 'award.eligibility.changed', data: { title: 'Chiến sĩ thi đua' } });
  const now = Math.floor(Date.now() / 1000);
  const headers = signedHeaders(secret, 'id-1', now, body);
  /** What is genuine, and what is not: another body, secret or id, an old message, two signatures of which one is right, none. */
  const cases: [boolean, string, Record<string, string>, string][] = [
    [true, secret, headers, body],
    [true, secret, { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }, body],
    [false, secret, headers, body.replace('thi', 'Thi')],
    [false, newWebhookSecret(), headers, body],
    [false, secret, { ...headers, 'webhook-id': 'id-2' }, body],
    [false, secret, signedHeaders(secret, 'id-1', now - 600, body), body],
    [false, secret, { ...headers, 'webhook-signature': 'v1,' }, body],
    [false, secret, {}, body],
  ];
  const expected = cases.map(([isGenuine]) => isGenuine);

  test('in Node', () => {
    const path = join(folder, 'genuine.mjs');
    writeFileSync(path, blocks(page, 'js')[0]!);
    const input = JSON.stringify(cases.map(([, ...rest]) => rest));
    const program = `import { isGenuine } from '${pathToFileURL(path).href}'; console.log(JSON.stringify(${input}.map((rest) => isGenuine(...rest))));`;
    const answer = execFileSync(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, NODE_OPTIONS: '' } });
    expect(JSON.parse(answer.toString())).toEqual(expected);
  });

  const runs = (path: string) => spawnSync(path, ['--version']).status === 0;
  test('in Python', () => {
    // Hopthu needs no Python, so a machine may have none; where everything is to be shown it is missed.
    if (!runs('python3')) {
      if (process.env.CI) throw new Error('There is no python3 on this machine.');
      process.stderr.write('Left out: there is no python3 on this machine.\n');
      return;
    }
    const input = JSON.stringify(JSON.stringify(cases.map(([, ...rest]) => rest)));
    const program = `${blocks(page, 'python')[0]!}\nimport json\nprint(json.dumps([is_genuine(s, h, b.encode()) for s, h, b in json.loads(${input})]))\n`;
    expect(JSON.parse(execFileSync('python3', ['-c', program]).toString())).toEqual(expected);
  });

  test('are short: fifteen lines', () => {
    for (const language of ['js', 'python']) expect(blocks(page, language)[0]!.trim().split('\n').length).toBeLessThanOrEqual(15);
  });
});
