/**
 * Is the audit chain whole, and where does it break first? Takes the events one by one in the order of their numbers and keeps only the
 * end of what it has seen, so that a chain of any length is verified in the same memory (R-1, G-22).
 */
import { type ChainEnd, commitmentOf, FIRST_HASH, hashOf, inOrder } from './audit-chain.rules.js';

export interface StoredEvent {
  seq: number;
  /** Milliseconds since 1970; with a fraction where somebody wrote one. */
  at: number;
  actor: string;
  action: string;
  subject: string;
  mentions: readonly string[];
  details: string | null;
  salt: string | null;
  commitment: string;
  hash: string;
}

export type BreakKind =
  'MISSING' | 'REPEATED' | 'HASH' | 'DETAILS' | 'HALF_ERASED' | 'ERASED' | 'MENTION' | 'HEAD' | 'SEAL' | 'CHECKPOINT' | 'CHECKPOINT_FILE';

export interface Break {
  kind: BreakKind;
  seq: number;
}

/** What is said about a chain when all of it was seen. */
export interface Verdict {
  isWhole: boolean;
  /** How many events were verified. */
  events: number;
  /** How many of them have had their details erased, on record. */
  erased: number;
  /** How many checkpoints were held against them. */
  checkpoints: number;
  end: ChainEnd;
  /** Whether the seal of the end could be verified: it needs the installation's key. */
  isSealVerified: boolean;
  /** The first places where it breaks. */
  breaks: Break[];
  breakCount: number;
}

/** The act by which details are erased; its subject or mentions name the events: `audit:<seq>`. */
export const ERASE = 'audit.erase';
export const eventNamed = (seq: number): string => `audit:${seq}`;

const BREAKS_SHOWN = 20;

export interface Head extends ChainEnd {
  /** Whether its seal is good; null where it cannot be told. */
  isSealed: boolean | null;
}

export class ChainCheck {
  private end: ChainEnd;
  private events = 0;
  private erased = 0;
  private next = 0;
  private readonly unrecorded = new Set<number>();
  private readonly breaks: Break[] = [];
  private breakCount = 0;

  /** Checkpoints in the order of their numbers, signatures verified; `from` is where to begin, the start of the chain without it. */
  constructor(
    private readonly checkpoints: readonly ChainEnd[] = [],
    from: ChainEnd = { seq: 0, hash: FIRST_HASH },
  ) {
    this.end = from;
    while (this.next < checkpoints.length && checkpoints[this.next]!.seq <= from.seq) {
      const { seq, hash } = checkpoints[this.next++]!;
      if (seq === from.seq && hash !== from.hash) this.broken('CHECKPOINT', seq);
    }
  }

  broken(kind: BreakKind, seq: number): void {
    this.breakCount += 1;
    if (this.breaks.length < BREAKS_SHOWN) this.breaks.push({ kind, seq });
  }

  get last(): ChainEnd {
    return this.end;
  }

  take(event: StoredEvent): void {
    const { seq, details, salt, hash } = event;
    this.events += 1;
    if (seq <= this.end.seq) this.broken('REPEATED', seq);
    else if (seq !== this.end.seq + 1) this.broken('MISSING', this.end.seq + 1);
    if ((details === null) !== (salt === null)) this.broken('HALF_ERASED', seq);
    else if (details !== null && commitmentOf(salt!, details) !== event.commitment) this.broken('DETAILS', seq);
    else if (details === null) this.unrecorded.add(seq);
    if (hashOf(this.end.hash, event) !== hash) this.broken('HASH', seq);
    this.holdAgainstCheckpoints(seq, hash);
    if (event.action === ERASE) this.noteErasures(event);
    this.end = { seq, hash };
  }

  private holdAgainstCheckpoints(seq: number, hash: string): void {
    for (let c = this.checkpoints[this.next]; c && c.seq <= seq; c = this.checkpoints[++this.next]) {
      if (c.seq !== seq || c.hash !== hash) this.broken('CHECKPOINT', c.seq);
    }
  }

  private noteErasures({ subject, mentions }: StoredEvent): void {
    for (const name of inOrder([subject, ...mentions])) {
      const [kind, seq] = name.split(':');
      if (kind === 'audit' && this.unrecorded.delete(Number(seq))) this.erased += 1;
    }
  }

  /** The verdict, with what the end of the chain is said to be. */
  verdict(head: Head | null): Verdict {
    for (const seq of this.unrecorded) this.broken('ERASED', seq);
    for (; this.next < this.checkpoints.length; this.next++) this.broken('CHECKPOINT', this.checkpoints[this.next]!.seq);
    if (!head || head.seq !== this.end.seq || head.hash !== this.end.hash) this.broken('HEAD', head?.seq ?? this.end.seq);
    if (head?.isSealed === false) this.broken('SEAL', head.seq);
    return {
      isWhole: this.breakCount === 0,
      events: this.events,
      erased: this.erased,
      checkpoints: this.checkpoints.length,
      end: this.end,
      isSealVerified: head?.isSealed != null,
      breaks: this.breaks,
      breakCount: this.breakCount,
    };
  }
}
