/** Chance for the demonstration city: the same seed gives the same city on every machine. */

// Taken once: looking up a global is slow where tests run in a context of their own.
const { imul, floor } = Math;

export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** The next number, 0 ≤ n < 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + floor(this.next() * (most - least + 1));
  }

  isHit(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    return values[floor(this.next() * values.length)]!;
  }

  /** About normal, mean 0, deviation 1. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.next();
    return sum;
  }

  /** Draws from values with their weights. */
  weighted<T>(values: readonly (readonly [T, number])[]): () => T {
    const total = values.reduce((sum, [, weight]) => sum + weight, 0);
    return () => {
      let left = this.next() * total;
      for (const [value, weight] of values) if ((left -= weight) < 0) return value;
      return values[0]![0];
    };
  }
}
