/** Is docs/workflow.md what the table of transitions says, and is every step of it put into words? */
import { expect, test } from '@jest/globals';
import { decisionWorkflow } from '../../server/decisions/decision.workflow.js';
import { read } from './source.js';
import { sentenceFaults, workflowPage } from './workflow-page.js';

const { steps } = decisionWorkflow;

test('every step has its sentences, and every sentence its step', () => expect(sentenceFaults(steps)).toEqual([]));

test('a step without words and words without a step are found', () => {
  expect(sentenceFaults([...steps, { from: ['READY'], act: 'MERGE', to: 'VOTING', who: [] }])).toEqual(['MERGE to VOTING has no sentence']);
  expect(sentenceFaults(steps.filter(({ act }) => act !== 'JOIN'))).toEqual(['JOIN is no step of the table']);
});

test('docs/workflow.md is current; `node .config/workflow.mjs` writes it anew', () => {
  expect(read('docs/workflow.md').text).toBe(workflowPage(steps));
});

test('another table makes another page', () => expect(workflowPage(steps.slice(1))).not.toBe(workflowPage(steps)));
