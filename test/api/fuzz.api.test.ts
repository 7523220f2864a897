/** G-20: 1,000 documents (daily 200) nobody would write, from a stranger and from somebody signed in: no fault, no trace of the program. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hopthuSchema } from '../../server/app.js';
import { dice, DocumentFuzz } from '../support/document-fuzz.js';
import { inFull } from '../support/in-full.js';
import { World } from '../support/world.js';

const SEED = Number(process.env.HOPTHU_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const DOCUMENTS = inFull(1000, 200);
const TRACES = /node_modules|\.(ts|js):\d+|at async |at Object\.|select .* from |syntax error at|violates|relation "|stack/i;

describe('G-20: fuzzed documents', () => {
  let world: World;
  const headers: Record<string, Record<string, string>> = { stranger: {} };
  beforeAll(async () => {
    world = await World.open();
    const agencyId = await world.agency();
    for (let i = 0; i < 3; i++) await world.officer(agencyId);
    headers['task force'] = await world.bearer('TASK_FORCE', 'ADMIN');
    process.stdout.write(`fuzz seed: HOPTHU_FUZZ_SEED=${SEED}\n`);
  });
  afterAll(() => world.close());

  test.each(['stranger', 'task force'])(
    `${DOCUMENTS} as %s: no HTTP 500, no fault, no stack trace (seed ${SEED})`,
    async (who) => {
      const fuzz = new DocumentFuzz(hopthuSchema(), dice(SEED));
      const codes = new Map<string, number>();
      const finds: string[] = [];
      for (let i = 0; i < DOCUMENTS; i++) {
        const query = fuzz.document();
        const answer = await world.app.http.inject({
          method: 'POST',
          url: '/graphql',
          headers: { 'content-type': 'application/json', ...headers[who] },
          payload: { query },
        });
        const { data, errors } = answer.json();
        const code = errors?.[0]?.extensions?.code ?? (data ? 'DATA' : 'NOTHING');
        // Some documents end the session they are sent with.
        if (who !== 'stranger' && code === 'UNAUTHENTICATED') headers[who] = await world.bearer('TASK_FORCE', 'ADMIN');
        codes.set(code, (codes.get(code) ?? 0) + 1);
        const isFault = errors?.some((error: any) => error.extensions.code === 'INTERNAL_SERVER_ERROR');
        const isTrace = errors?.some((error: any) => TRACES.test(error.message) || 'stacktrace' in error.extensions);
        if (answer.statusCode >= 500 || isFault || isTrace || code === 'NOTHING') finds.push(`${query}\n→ ${answer.body.slice(0, 600)}`);
      }
      process.stdout.write(`${who}: ${[...codes].map(([code, n]) => `${code} ${n}`).join(', ')}\n`);
      expect(finds).toEqual([]);
      if (who === 'stranger') expect(codes.get('UNAUTHENTICATED')).toBeGreaterThan(DOCUMENTS / 10);
      else expect(codes.get('DATA')).toBeGreaterThan(DOCUMENTS / 10);
    },
    240_000,
  );
});
