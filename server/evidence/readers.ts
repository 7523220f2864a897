/**
 * Which reader knows a format? One file a format; a format without a reader is refused clearly.
 */
import type { EvidenceFormat } from './act.rules.js';
import { DovecotReader } from './dovecot.reader.js';
import type { LineReader, ReaderParts } from './line-reader.js';
import { PostfixReader } from './postfix.reader.js';

const LOG_READERS = {
  DOVECOT: (parts: ReaderParts): LineReader => new DovecotReader(parts),
  POSTFIX: (parts: ReaderParts): LineReader => new PostfixReader(parts),
};

export type LogFormat = keyof typeof LOG_READERS;

/** Formats that can be imported by now. */
export const READABLE_FORMATS: readonly EvidenceFormat[] = ['DOVECOT', 'POSTFIX', 'HOPTHU_DAY'];

export function isReadable(format: EvidenceFormat): boolean {
  return READABLE_FORMATS.includes(format);
}

export function logReader(format: LogFormat, parts: ReaderParts): LineReader {
  return LOG_READERS[format](parts);
}
