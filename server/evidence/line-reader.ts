/**
 * What does a reader of one kind of log promise? Each complete line gets exactly one outcome; acts go to the sink.
 */
import type { ActSink, Hash, Outcome, SourceSettings } from './act.rules.js';
import type { ForeignDomains } from './foreign-domains.rules.js';
import type { HeaderReader } from './header.rules.js';
import type { QuarantineReason } from './quarantine.rules.js';

export interface ReaderParts {
  settings: SourceSettings;
  header: HeaderReader;
  hash: Hash;
  sink: ActSink;
}

export interface LineReader {
  /** Why the line read last was quarantined. */
  reason: QuarantineReason;
  /** Whether a line said that flags changed: without any, the server does not log reads (evidence.md §3). */
  hasFlagChanges: boolean;
  /** Domains it met that the source does not serve. */
  readonly foreign: ForeignDomains;
  /** `text` holds many lines as Latin-1; this one from `start` up to `end`, without its line end. */
  line(text: string, start: number, end: number): Outcome;
}
