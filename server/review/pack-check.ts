/**
 * What stands in an evidence pack, and does it bear out its own findings (G-5)? A pack is text, one JSON object a line: a head with review, policy, coverage and
 * files; a line for each finding with everything it ever said and the facts it rested on; an end with the SHA-256 of all lines before it. Whoever holds it can
 * work out every tier again without asking anybody.
 */
import { createHash } from 'node:crypto';
import type { FactsText, FrozenCoverage } from './frozen-facts.rules.js';
import { readFacts } from './frozen-facts.rules.js';
import type { PolicyValues } from './policy.rules.js';
import { isSetAside } from './reason.rules.js';
import { Judging, type JudgingReview } from './rejudging.js';

export const PACK_FORMAT = 'hopthu-evidence-pack';
export const PACK_VERSION = 1;

/** A file whose lines fall into the window, as it was when the review was opened. */
export interface PackFile {
  source: string;
  format: string;
  fileName: string;
  sha256: string;
  bytes: number;
  lines: number;
  used: number;
  ignored: number;
  duplicate: number;
  quarantined: number;
  /** Understood lines of the window. */
  linesOfWindow: number;
  readerVersion: number;
}

export interface PackHead {
  format: typeof PACK_FORMAT;
  version: typeof PACK_VERSION;
  madeAt: string;
  review: JudgingReview & {
    reference: string;
    title: string;
    state: string;
    openedAt: string;
    finalisedAt: string | null;
    /** Codes of the agencies reviewed; null: the whole city. */
    agencies: string[] | null;
  };
  policy: PolicyValues & { version: number };
  files: PackFile[];
  findings: number;
}

/** What a finding is counted by; each is worked out again. */
export const PACK_NUMBERS = [
  'candidateDays',
  'assessableDays',
  'coverage',
  'daysOfUse',
  'daysOfUseOutside',
  'daysOfUseUncounted',
  'excusedDays',
  'polledDays',
  'sent',
  'read',
  'logins',
  'received',
  'forwarded',
] as const;
type Numbers = Record<(typeof PACK_NUMBERS)[number], number>;

/** What a finding said in one of its versions. */
export interface PackState extends Numbers {
  version: number;
  tier: string;
  notAssessedReason: string | null;
  /** What made this outcome of it; null: as it was frozen. */
  change: string | null;
}

/** Facts from a version of the finding on. */
export interface PackFacts extends FactsText {
  version: number;
  /** Coverage that came with later evidence; null: that of the review. */
  coverage: FrozenCoverage[] | null;
}

export interface PackFinding {
  officer: string;
  agency: string;
  isLeader: boolean;
  /** The oldest first; the last one holds. */
  states: PackState[];
  facts: PackFacts[];
}

export interface PackEnd {
  findings: number;
  sha256: string;
}

/** A difference between what a finding says and what its facts give. */
export interface PackDeviation {
  officer: string;
  version: number;
  field: string;
  said: string | number | null;
  recomputed: string | number | null;
}

export type PackFault = 'UNREADABLE' | 'OTHER_FORMAT' | 'NO_END' | 'ALTERED' | 'COUNT';

export interface PackReport {
  /** Null where the head could not be read. */
  head: PackHead | null;
  findings: number;
  /** Versions of findings that were worked out again. */
  versions: number;
  /** Versions in which people, not numbers, made the tier: a contest that was accepted, a finding that was set aside (T-8, D-10). */
  byPeople: number;
  deviations: PackDeviation[];
  /** Why the pack as a whole cannot be trusted; null when it is whole. */
  fault: PackFault | null;
  /** SHA-256 of all lines before the end, as they are. */
  sha256: string;
}

/** Reads a pack line by line. */
export class PackCheck {
  private readonly hash = createHash('sha256');
  private head: PackHead | null = null;
  private judging: Judging | undefined;
  private end: PackEnd | undefined;
  private fault: PackFault | null = null;
  private findings = 0;
  private versions = 0;
  private byPeople = 0;
  private readonly seen = new Set<string>();
  private readonly deviations: PackDeviation[] = [];

  line(text: string): void {
    if (this.fault === 'UNREADABLE' || this.fault === 'OTHER_FORMAT') return;
    try {
      this.read(JSON.parse(text) as Record<string, unknown>, text);
    } catch {
      this.fault = 'UNREADABLE';
    }
  }

  private read(row: Record<string, unknown>, text: string): void {
    if (this.end) this.fault = 'ALTERED';
    if (!this.head) return this.begin(row as unknown as PackHead, text);
    if ('sha256' in row) {
      // The end is covered by no hash: nothing else may stand in it.
      if (Object.keys(row).some((name) => name !== 'sha256' && name !== 'findings')) this.fault = 'ALTERED';
      this.end = row as unknown as PackEnd;
      return;
    }
    this.hash.update(`${text}\n`);
    this.findings += 1;
    this.recompute(row as unknown as PackFinding);
  }

  private begin(head: PackHead, text: string): void {
    if (head.format !== PACK_FORMAT || head.version !== PACK_VERSION) {
      this.fault = 'OTHER_FORMAT';
      return;
    }
    this.hash.update(`${text}\n`);
    this.head = head;
    this.judging = new Judging(head.review, head.policy);
  }

  private recompute({ officer, states, facts }: PackFinding): void {
    // A finding twice, or one that says nothing.
    if (states.length === 0 || this.seen.has(officer)) this.fault = 'ALTERED';
    this.seen.add(officer);
    for (const state of states) {
      const known = facts.filter(({ version }) => version <= state.version).at(-1);
      if (!known) throw new Error('A finding without facts.');
      const outcome = this.judging!.outcome({ facts: readFacts(known), coverage: known.coverage });
      const isByPeople = isSetAside(state.change);
      const tier = isByPeople ? 'NOT_ASSESSED' : outcome.tier;
      const notAssessedReason = isByPeople ? 'EXCUSED' : outcome.notAssessedReason;
      this.versions += 1;
      if (isByPeople) this.byPeople += 1;
      const numbers = Object.fromEntries(PACK_NUMBERS.map((name) => [name, outcome[name]]));
      for (const [field, recomputed] of Object.entries({ tier, notAssessedReason, ...numbers })) {
        const said = state[field as keyof PackState];
        if (said !== recomputed) this.deviations.push({ officer, version: state.version, field, said, recomputed });
      }
    }
  }

  report(): PackReport {
    const sha256 = this.hash.digest('hex');
    const { head, findings, versions, byPeople, deviations } = this;
    return { head, findings, versions, byPeople, deviations, fault: this.fault ?? this.faultOfEnd(sha256), sha256 };
  }

  private faultOfEnd(sha256: string): PackFault | null {
    if (!this.head || !this.end) return 'NO_END';
    if (this.end.sha256 !== sha256) return 'ALTERED';
    return this.end.findings === this.findings && this.head.findings === this.findings ? null : 'COUNT';
  }
}
