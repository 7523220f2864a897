/** Writes docs/workflow.md from the table of transitions and its words, so that what an official reads is what the program does. */
import { ACT_WORDS, PARTY_WORDS, STATE_WORDS, STEP_SENTENCES, type StepSentence } from '../../server/decisions/workflow-words.js';
import { table } from './markdown-table.js';
import type { decisionWorkflow } from '../../server/decisions/decision.workflow.js';
import type { DecisionState } from '../../server/decisions/vocabulary.js';

type Step = (typeof decisionWorkflow)['steps'][number];

const INTRO = `# The way of a case

Written from \`server/decisions/decision.workflow.ts\` and \`workflow-words.ts\` by \`node .config/workflow.mjs\`; \`test/guards/workflow.test.ts\` keeps it true. A case is about one officer. It moves by these steps and no others;
everything else is refused NOT_ALLOWED_NOW, and what one may do is offered as \`availableActions\`. Who has which right at all stands in [who may do what](rights.md), what the ids mean in the [rules book](rules.md).

_Adverse_ are revocation of a mailbox and exclusion from awards: they take something away, so that the officer is heard first. In the own case one is the officer and nothing else. A deputy stands in for a chair who is
recused or absent. _By itself_ is done by the clock, on the city's day.
`;

const sentencesOf = ({ act, to }: Step): StepSentence | undefined => STEP_SENTENCES[`${act} ${to}`] ?? STEP_SENTENCES[act];

/** Steps of the table that nobody has put into a sentence, and sentences of which the table knows no step. */
export function sentenceFaults(steps: readonly Step[]): string[] {
  const known = new Set(steps.flatMap(({ act, to }) => [act, `${act} ${to}`]));
  return [
    ...steps.filter((step) => !sentencesOf(step)).map(({ act, to }) => `${act} to ${to} has no sentence`),
    ...Object.keys(STEP_SENTENCES)
      .filter((key) => !known.has(key))
      .map((key) => `${key} is no step of the table`),
  ];
}

const both = ({ vi, en }: { vi: string; en: string }) => `${en} (_${vi}_)`;
const stateOf = (state: DecisionState) => both(STATE_WORDS[state]);

function diagram(steps: readonly Step[]): string {
  const arrows = new Map<string, Set<string>>();
  for (const { from, act, to } of steps)
    for (const state of from) {
      // What leaves a case where it is stands in the table below, else the picture would be full of loops.
      if (state === to) continue;
      const key = `${state} --> ${to}`;
      arrows.set(key, (arrows.get(key) ?? new Set()).add(ACT_WORDS[act].en));
    }
  const left = new Set(steps.flatMap(({ from, to }) => from.filter((state) => state !== to)));
  const ends = Object.keys(STATE_WORDS).filter((state) => !left.has(state as DecisionState));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...Object.entries(STATE_WORDS).map(([state, { vi }]) => `  ${state} : ${vi}`),
    `  [*] --> PROPOSED : ${ACT_WORDS.PROPOSE.en}`,
    ...[...arrows].map(([key, acts]) => `  ${key} : ${[...acts].join(', ')}`),
    ...ends.map((state) => `  ${state} --> [*]`),
    '```',
  ].join('\n');
}

function row(step: Step): string[] {
  const { from, act, to, who } = step;
  const { guard, effect } = sentencesOf(step) ?? { guard: '', effect: '' };
  const parties = who.length ? who.map((party) => both(PARTY_WORDS[party])).join(', ') : '_by itself_';
  const end = from.every((state) => state === to) ? 'stays' : stateOf(to);
  return [from.map(stateOf).join(', '), both(ACT_WORDS[act]), parties, end, guard, effect];
}

export function workflowPage(steps: readonly Step[]): string {
  const states = Object.entries(STATE_WORDS).map(([state, { vi, en }]) => [`\`${state}\``, vi, en]);
  return `${INTRO}
${diagram(steps)}

## States

${table([['in the API', 'in Vietnamese', 'in English'], ...states])}

## Steps

A case begins with a proposal (_Đề nghị_): by the task force or the secretary, by an agency contact only that a mailbox be provided; with legal basis and grounds, and a finding that bears it (D-1, D-2).

${table([['from', 'act', 'who', 'to', 'what must hold', 'what comes of it'], ...steps.map(row)])}

When committees are merged, open cases move to the new one as they are, and an open vote is opened again there (C-3).
`;
}
