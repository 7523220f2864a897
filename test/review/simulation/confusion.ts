/** Who did what, and what the review made of it: counted, and written as tables. */
import { HABITS, type Person } from './people.js';
import { TIERS, type Tier, type Truth } from './truth.js';

export interface Compared {
  person: Person;
  truth: Truth;
  tier: Tier;
}

const number = (value: number): string => (value === 0 ? '·' : value.toLocaleString('en-US'));

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

/** Expected tier by tier of the review: right is what lies on the diagonal. */
export function confusionMatrix(compared: readonly Compared[]): string {
  const count = (truth: Tier, tier: Tier) => compared.filter((one) => one.truth.tier === truth && one.tier === tier).length;
  return table(
    ['expected ↓, review →', ...TIERS],
    TIERS.map((truth) => [truth, ...TIERS.map((tier) => number(count(truth, tier)))]),
  );
}

/** Habits by tier of the review. */
export function habitTable(compared: readonly Compared[]): string {
  return table(
    ['habit', 'officers', ...TIERS],
    HABITS.map((habit) => {
      const these = compared.filter(({ person }) => person.habit === habit);
      return [habit, number(these.length), ...TIERS.map((tier) => number(these.filter((one) => one.tier === tier).length))];
    }),
  );
}

/** Mail servers by tier of the review. */
export function serverTable(compared: readonly Compared[]): string {
  const servers = [...new Set(compared.map(({ person }) => person.server))].toSorted((a, b) => a.name.localeCompare(b.name));
  return table(
    ['mail server', 'officers', ...TIERS],
    servers.map((server) => {
      const these = compared.filter(({ person }) => person.server === server);
      return [
        `${server.name}, ${server.title}`,
        number(these.length),
        ...TIERS.map((tier) => number(these.filter((one) => one.tier === tier).length)),
      ];
    }),
  );
}
