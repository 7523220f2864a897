/** Canaries: texts that are planted in the system and looked for where they must never come out (G-17, G-30). */

/** Where something could come out. */
export const SINKS = ['database', 'files', 'log', 'errors', 'metrics', 'anonymous'] as const;
export type Sink = (typeof SINKS)[number];

export interface Canary {
  kind: string;
  text: string;
  /** Where it may be: what people enter as facts is stored; what somebody typed may be told to the same person again. */
  allowed: readonly Sink[];
}

/** In the database and nowhere else: personal data and what people wrote. */
export const STORED: readonly Sink[] = ['database'];
/** Nowhere, not even in the database: passwords, tokens, keys, codes. */
export const SECRET: readonly Sink[] = [];
/** Told to whoever typed it, as part of the answer, and nowhere else. */
export const TYPED: readonly Sink[] = ['errors'];

const withoutEnd = (text: string) => text.replace(/=+$/, '');

/** The text as it is, and as base64 (at each of three places), hexadecimal, in an address and in JSON. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((shift) => {
    const whole = withoutEnd(Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64'));
    // The first and last characters depend on what stands beside it.
    return whole.slice(shift ? shift + 1 : 0, -1);
  });
  return [...new Set([text, ...base64, bytes.toString('hex'), encodeURIComponent(text), JSON.stringify(text).slice(1, -1)])];
}

export class Canaries {
  readonly all: Canary[] = [];

  /** Plants nothing itself: gives the text to plant, and remembers it. */
  add(kind: string, allowed: readonly Sink[], text = `Canary${String(this.all.length).padStart(3, '0')}qzx7Kw`): string {
    this.all.push({ kind, text, allowed });
    return text;
  }

  /** Those of which a form stands in the text; case does not matter. */
  foundIn(text: string, among: readonly Canary[] = this.all): Canary[] {
    const low = text.toLowerCase();
    return among.filter((canary) => formsOf(canary.text).some((form) => low.includes(form.toLowerCase())));
  }

  /** Those that have come out where they must not. */
  leakedInto(sink: Sink, text: string): string[] {
    const forbidden = this.all.filter(({ allowed }) => !allowed.includes(sink));
    return this.foundIn(text, forbidden).map(({ kind, text: found }) => `${kind}: ${found}`);
  }

  get kinds(): string[] {
    return [...new Set(this.all.map(({ kind }) => kind))];
  }
}
