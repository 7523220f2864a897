import { describe, expect, test } from '@jest/globals';
import { TrialLine } from '../../server/review/policy-trial.js';

describe('trials of a policy (T-6, G-20)', () => {
  test('run one at a time in the order they were asked for; one that fails does not hold the next', async () => {
    const line = new TrialLine();
    const seen: string[] = [];
    let running = 0;
    const trial = (name: string, fails = false) =>
      line.inTurn(async () => {
        expect(++running).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running--;
        seen.push(name);
        if (fails) throw new Error(name);
        return name;
      });
    const answers = await Promise.allSettled([trial('a'), trial('b', true), trial('c')]);
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
