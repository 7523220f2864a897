// What a class changed (TR-4): from which tier to which, as bands between two columns. Pure.
import { type UsageTier, tiers } from '../ui/tiers.js';

export interface TrainingEffect {
  completed: number;
  assessedBefore: number;
  assessedAfter: number;
  improved: number;
  unchanged: number;
  worsened: number;
  regularBefore: number;
  regularAfter: number;
  usingBefore: number;
  usingAfter: number;
}

export interface Flow {
  from: UsageTier;
  to: UsageTier;
  count: number;
}

export interface Band extends Flow {
  /** Where it begins at the left and at the right, counted in people from the top. */
  left: number;
  right: number;
}

interface Judged {
  state: string;
  tierBefore: UsageTier | null;
  tierAfter: UsageTier | null;
}

/** How many went from which tier to which: of those who completed the class and were reviewed before and after it. */
export function flowsOf(roster: readonly Judged[]): Flow[] {
  const counts = new Map<string, Flow>();
  for (const { state, tierBefore: from, tierAfter: to } of roster) {
    if (state !== 'COMPLETED' || !from || !to) continue;
    const key = `${from} ${to}`;
    counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return tiers.flatMap((from) => tiers.flatMap((to) => counts.get(`${from} ${to}`) ?? []));
}

export function bandsOf(flows: readonly Flow[]): Band[] {
  const sum = (part: readonly Flow[]) => part.reduce((all, { count }) => all + count, 0);
  const byRight = [...flows].sort((a, b) => tiers.indexOf(a.to) - tiers.indexOf(b.to) || tiers.indexOf(a.from) - tiers.indexOf(b.from));
  return flows.map((flow, index) => ({ ...flow, left: sum(flows.slice(0, index)), right: sum(byRight.slice(0, byRight.indexOf(flow))) }));
}

export const countFrom = (flows: readonly Flow[], tier: UsageTier): number =>
  flows.filter(({ from }) => from === tier).reduce((all, { count }) => all + count, 0);

export const countTo = (flows: readonly Flow[], tier: UsageTier): number =>
  flows.filter(({ to }) => to === tier).reduce((all, { count }) => all + count, 0);

/** Share of those reviewed; null where nobody was. */
export const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** Of those for whom both reviews say something: how many improved. */
export function improvedShare({ improved, unchanged, worsened }: TrainingEffect): number | null {
  return shareOf(improved, improved + unchanged + worsened);
}
