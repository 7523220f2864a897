/** Papers are printed beside the server's own work. */
import { afterAll, expect, test } from '@jest/globals';
import { USUAL_LAYOUT } from '../../../server/publication/papers/layout.rules.js';
import { closePress, printPaper } from '../../../server/publication/papers/press.js';
import { individualDecision } from '../../support/sample-papers.js';

afterAll(() => closePress());

test('while a paper is printed the server goes on with everything else, and gets the bytes of the file', async () => {
  let turns = 0;
  const printing = Promise.all(
    (['pdf', 'docx'] as const).map((format) => printPaper({ format, paper: individualDecision(), layout: USUAL_LAYOUT })),
  );
  let turn = setImmediate(function next() {
    turns += 1;
    turn = setImmediate(next);
  });
  const files = await printing;
  clearImmediate(turn);
  expect(files.map((file) => file.subarray(0, 4).toString('latin1'))).toEqual(['%PDF', 'PK\u0003\u0004']);
  expect(turns).toBeGreaterThan(1000);
}, 120_000);

test('a paper that cannot be printed is a fault of its own; the next one is printed', async () => {
  const broken = { ...individualDecision(), body: [{ kind: 'NOTHING' } as never] };
  await expect(printPaper({ format: 'pdf', paper: broken, layout: USUAL_LAYOUT })).rejects.toThrow();
  const file = await printPaper({ format: 'pdf', paper: individualDecision(), layout: USUAL_LAYOUT });
  expect(file.subarray(0, 4).toString()).toBe('%PDF');
}, 120_000);
