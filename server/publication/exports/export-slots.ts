/** May another export begin? One at a time a person, so many within ten minutes, and a few at once on this server. */
import type { Ground } from '../../kernel/ground.js';
import { Refusal } from '../../kernel/refusal.js';
import { exportMessages } from './exports.messages.js';

export const MOST_AT_ONCE = 4;
export const MOST_IN_A_WHILE = 30;
const MINUTES = 10;

const refuse = (message: { text: (typeof exportMessages)[keyof typeof exportMessages]; values?: Record<string, number> }) =>
  new Refusal({ code: 'LIMIT', path: [], message });

export class ExportSlots {
  private readonly running = new Set<string>();
  private readonly begun = new Map<string, number[]>();

  constructor(private readonly ground: Ground) {}

  /** Refuses, or answers with how to give the place back. */
  take(who: string): () => void {
    const now = this.ground.clock.now().getTime();
    for (const [name, times] of this.begun) if (times.every((time) => now - time >= MINUTES * 60_000)) this.begun.delete(name);
    if (this.running.has(who)) throw refuse({ text: exportMessages.running });
    if (this.running.size >= MOST_AT_ONCE) throw refuse({ text: exportMessages.busy });
    const lately = (this.begun.get(who) ?? []).filter((time) => now - time < MINUTES * 60_000);
    if (lately.length >= MOST_IN_A_WHILE)
      throw refuse({ text: exportMessages.tooOften, values: { most: MOST_IN_A_WHILE, minutes: MINUTES } });
    this.begun.set(who, [...lately, now]);
    this.running.add(who);
    return () => void this.running.delete(who);
  }
}
