/**
 * Figures for whoever watches over the servers (Prometheus). Any room may count or show something; no figure and no label may name a
 * person, an address or anything a user typed: labels take their values from short lists.
 */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Labels = Readonly<Record<string, string>>;

/** Seconds: from a quick answer to a long report. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export class Metrics {
  readonly registry = new Registry();
  private readonly counters = new Map<string, Counter>();
  private readonly durations = new Map<string, Histogram>();

  /** Adds to a counter, which is made at its first use. Its name ends in `_total`. */
  count(name: string, help: string, labels: Labels = {}, by = 1): void {
    let counter = this.counters.get(name);
    if (!counter) {
      counter = new Counter({ name, help, labelNames: Object.keys(labels), registers: [this.registry] });
      this.counters.set(name, counter);
    }
    counter.inc(labels, by);
  }

  /** Notes how many seconds something took. Its name ends in `_seconds`. */
  took(name: string, help: string, labels: Labels, seconds: number): void {
    let duration = this.durations.get(name);
    if (!duration) {
      duration = new Histogram({ name, help, labelNames: Object.keys(labels), buckets: BUCKETS, registers: [this.registry] });
      this.durations.set(name, duration);
    }
    duration.observe(labels, seconds);
  }

  /** A figure that is read when somebody asks; undefined leaves it out this time. */
  gauge(name: string, help: string, read: () => Promise<number | undefined> | number | undefined): void {
    this.gauges(name, help, [], async () => [[{}, await read()]]);
  }

  /** The same with labels. */
  gauges(
    name: string,
    help: string,
    labelNames: string[],
    read: () => Promise<[Labels, number | undefined][]> | [Labels, number | undefined][],
  ): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [],
      async collect() {
        this.reset();
        // A gauge without labels stands at 0 after a reset: taken out, so that "unknown" is not shown as 0.
        if (labelNames.length === 0) this.remove();
        for (const [labels, value] of await read()) if (value !== undefined) this.set(labels, value);
      },
    });
    // A second server on the same ground reads the same.
    this.registry.removeSingleMetric(name);
    this.registry.registerMetric(gauge);
  }
}
