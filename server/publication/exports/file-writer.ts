/** What writes a list into a file of some form, a few rows at a time. */
import type { Language } from '../../kernel/language.js';
import type { Column, Value } from './column.js';

/** What the file is of, and for whom. */
export interface MadeFor {
  columns: readonly Column[];
  language: Language;
  zone: string;
  /** Name of the sheet. */
  title: string;
  /** What stands on the sheet that tells what this is: a word and what it says. */
  facts: readonly (readonly [string, string])[];
}

export interface Ending {
  rows: number;
}

/** Each call gives what can be sent now. */
export interface FileWriter {
  mediaType: string;
  begin(): (Uint8Array | string)[];
  rows(rows: readonly (readonly Value[])[]): (Uint8Array | string)[];
  end(ending: Ending): (Uint8Array | string)[];
}
