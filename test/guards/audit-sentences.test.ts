/** Has every act that is recorded anywhere a sentence for the audit log, in both languages? Beside the check stands a broken house it must find. */
import { describe, expect, test } from '@jest/globals';
import '../../server/app-resolvers.js';
import { knownActions, sentenceOf } from '../../server/identity/audit-words.js';
import { actionsIn } from './audit-sentences.js';
import { codeOf } from './source.js';

const recorded = actionsIn(codeOf('server'));

describe('acts in the audit log', () => {
  test('are found in the code', () => {
    expect(recorded.actions.size).toBeGreaterThan(40);
    expect([...recorded.actions]).toEqual(
      expect.arrayContaining(['review.open', 'provisioning.pause', 'provisioning.resume', 'officer.transfer']),
    );
  });
  test('are all named in the code where they can be found', () => expect(recorded.hidden).toEqual([]));
  test('have a sentence each', () => expect([...recorded.actions].filter((action) => !knownActions().includes(action))).toEqual([]));
  test('have no sentence that nothing records', () => expect(knownActions().filter((action) => !recorded.actions.has(action))).toEqual([]));
  test('have sentences that differ between the languages and end', () => {
    const wrong = knownActions().filter(
      (a) => sentenceOf(a, 'vi') === sentenceOf(a, 'en') || !sentenceOf(a, 'vi').endsWith('.') || !sentenceOf(a, 'en').endsWith('.'),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the check finds', () => {
  const file = (text: string) => [{ path: 'server/review/x.service.ts', text }];
  test('an action written out, one of two, one with a name in capitals, a line of a table, and one handed to a function that records', () => {
    const text = "act.record('a.do', s); act.record(x ? 'b.do' : 'b.undo', s); act.record(ERASE, s); act.record(ACTS[act], s);";
    expect(actionsIn(file(`export const ERASE = 'e.rase';\nconst ACTS = { X: 'x.do', Y: 'y.do' };\n${text}`))).toEqual({
      actions: new Set(['a.do', 'b.do', 'b.undo', 'e.rase', 'x.do', 'y.do']),
      hidden: [],
    });
    const handed = "export async function write(act: Act, action: string) {\n act.record(action, s);\n}\nawait write(act, 'c.do');";
    expect(actionsIn(file(handed))).toEqual({ actions: new Set(['c.do']), hidden: [] });
  });
  test('one that is made up on the way', () => {
    expect(actionsIn(file('act.record(`a.${verb}`, s);')).hidden).toEqual(['server/review/x.service.ts: `a.${verb}`']);
  });
});
