/**
 * What may a request ask for at most (G-20)? Its cost is known before anything is read: each object asked for costs 1, a list as
 * much as its longest page, a few fields more because they are dear. A formula is made once a document and filled with variables.
 */

/** How many of something at most: a number, or what a variable of the request says. */
export type Count = number | { variable: string; usual: number; most: number };

/** A cost that is known already, or one that waits for variables. */
export type Formula = number | Sum;

export interface Sum {
  own: number;
  count: Count;
  /** What each of `count` costs. */
  inner: readonly Formula[];
}

/**
 * Highest cost of a request. The dearest that passes takes about a second on two slow cores (docs/adr/0009); whoever is not signed
 * in needs a few objects only.
 */
export const COST_LIMIT = 50_000;
export const COST_LIMIT_ANONYMOUS = 1000;

/** own + count × (sum of inner), as a number where nothing in it waits for variables. */
export function formulaOf(own: number, count: Count, inner: readonly Formula[]): Formula {
  let known = 0;
  const waiting: Formula[] = [];
  for (const one of inner) {
    if (typeof one === 'number') known += one;
    else waiting.push(one);
  }
  if (typeof count === 'number' && !waiting.length) return bounded(own + count * known);
  return { own, count, inner: known ? [known, ...waiting] : waiting };
}

/** The cost with the variables of one request. */
export function costOf(formula: Formula, variables: Record<string, unknown>): number {
  const known = new Map<Sum, number>();
  const cost = (one: Formula): number => {
    if (typeof one === 'number') return one;
    const before = known.get(one);
    if (before !== undefined) return before;
    const sum = bounded(one.own + countOf(one.count, variables) * one.inner.reduce((total: number, part) => total + cost(part), 0));
    known.set(one, sum);
    return sum;
  };
  return Math.ceil(cost(formula));
}

/** A value that cannot be a count costs the most: the request is refused for it anyway, or means the largest page. */
export function countOf(count: Count, variables: Record<string, unknown>): number {
  if (typeof count === 'number') return count;
  const value = variables[count.variable];
  if (value === undefined || value === null) return count.usual;
  if (Array.isArray(value)) return Math.min(value.length, count.most);
  return typeof value === 'number' && !Number.isNaN(value) ? Math.min(Math.max(value, 0), count.most) : count.most;
}

const bounded = (cost: number): number => Math.min(cost, Number.MAX_SAFE_INTEGER);
