// The steps from an empty system to the first review, and which of them are done.
import type { Begun } from './documents.js';

export type StepName = 'people' | 'agencies' | 'officers' | 'source' | 'log' | 'policy' | 'review';

export interface Step {
  name: StepName;
  /** Undefined when the reader may not see it. */
  isDone: boolean | undefined;
  /** What is typed on the server's machine; a step without it is done on its page. */
  command?: string;
  /** Where it can be looked at. */
  page?: string;
}

export function stepsOf(begun: Begun): Step[] {
  const any = (found: { totalCount: number } | undefined) => found && found.totalCount > 0;
  const some = (found: unknown[] | undefined) => found && found.length > 0;
  return [
    { name: 'agencies', isDone: any(begun.agencies), command: 'npm run hopthu -- import agencies agencies.csv', page: '/agencies' },
    { name: 'officers', isDone: any(begun.officers), command: 'npm run hopthu -- import officers officers.csv', page: '/officers' },
    // Only whoever looks after accounts has this step: a reader of the task force is its own proof.
    ...(begun.users ? [{ name: 'people' as const, isDone: any(begun.users), page: '/users/create' }] : []),
    {
      name: 'source',
      isDone: some(begun.evidenceSources),
      command: 'npm run hopthu -- source save --name mail --format dovecot --domains ubnd.example.gov.vn',
    },
    {
      name: 'log',
      isDone: begun.evidenceImports?.nodes.some(({ used }) => used > 0),
      command: 'npm run hopthu -- import evidence --source mail maillog.gz',
    },
    { name: 'policy', isDone: some(begun.usagePolicies), command: 'npm run hopthu -- policy adopt' },
    { name: 'review', isDone: any(begun.reviews), command: 'npm run hopthu -- review open --help', page: '/reviews' },
  ];
}

/** The checklist is for a system that is not under way yet. */
export function isUnderWay(steps: Step[]): boolean {
  return steps.every(({ isDone }) => isDone !== false);
}
