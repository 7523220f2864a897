/**
 * Who wrote a line, and when? After the stamp come host and program, unless the daemon wrote its own file (evidence.md §2).
 */
import { NO_STAMP, type StampReader } from './stamp.rules.js';

export type HeaderFault = 'NO_HEADER' | 'BAD_DATE' | 'UNKNOWN_FORM';

const COLON = 58;
const BRACKET = 91;

export class HeaderReader {
  /** Where the text after the program begins, or the service where the daemon wrote its own file. */
  at = 0;
  host = '';
  /** Name without process id; empty where the daemon wrote its own file. */
  program = '';
  fault: HeaderFault | undefined;

  constructor(readonly stamps: StampReader) {}

  get day(): number {
    return this.stamps.day;
  }

  /** False with `fault` set when the line has no header to go by. */
  read(text: string, start: number, end: number): boolean {
    this.host = '';
    this.program = '';
    this.fault = undefined;
    const from = this.stamps.read(text, start, end);
    if (from < 0) return this.fail(from === NO_STAMP ? 'NO_HEADER' : 'BAD_DATE');
    if (this.stamps.isProgramFirst) {
      this.program = 'dovecot';
      this.at = from;
      return true;
    }
    if (this.stamps.isStructured) return this.readStructured(text, from, end);
    const blank = text.indexOf(' ', from);
    const tokenEnd = blank < 0 || blank > end ? end : blank;
    if (text.charCodeAt(tokenEnd - 1) === COLON) return this.readProgram(text, from, tokenEnd, true);
    if (text.slice(from, tokenEnd).includes('(')) {
      this.at = from;
      return true;
    }
    this.host = text.slice(from, tokenEnd);
    const next = text.indexOf(' ', tokenEnd + 1);
    const programEnd = next < 0 || next > end ? end : next;
    if (programEnd <= tokenEnd + 1 || text.charCodeAt(programEnd - 1) !== COLON) return this.fail('UNKNOWN_FORM');
    return this.readProgram(text, tokenEnd + 1, programEnd, false);
  }

  /** `dovecot[812]:`, `postfix/smtpd[30226]:`; without host only a name with a process id, a path or `dovecot` is a program, else it is a service. */
  private readProgram(text: string, from: number, tokenEnd: number, isFirst: boolean): boolean {
    const token = text.slice(from, tokenEnd - 1);
    const bracket = token.indexOf('[');
    const name = bracket < 0 ? token : token.slice(0, bracket);
    const isProgram = bracket > 0 || name === 'dovecot' || name.includes('/');
    if (isFirst && (!isProgram || (bracket < 0 && name.includes('<')))) {
      this.at = from;
      return true;
    }
    if (name === '' || (bracket >= 0 && token.charCodeAt(bracket) === BRACKET && !token.endsWith(']'))) return this.fail('UNKNOWN_FORM');
    this.program = name;
    this.at = Math.min(tokenEnd + 1, text.length);
    return true;
  }

  /** HOST PROGRAM PROCESS MESSAGE-ID DATA, then the text, perhaps with a byte order mark. */
  private readStructured(text: string, from: number, end: number): boolean {
    let at = from;
    for (let field = 0; field < 4; field++) {
      const blank = text.indexOf(' ', at);
      if (blank <= at || blank >= end) return this.fail('UNKNOWN_FORM');
      if (field === 0) this.host = text.slice(at, blank);
      if (field === 1) this.program = text.slice(at, blank);
      at = blank + 1;
    }
    if (text.charCodeAt(at) === BRACKET) {
      const close = text.indexOf('] ', at);
      if (close < 0 || close >= end) return this.fail('UNKNOWN_FORM');
      at = close + 2;
    } else if (text.startsWith('- ', at)) at += 2;
    else return this.fail('UNKNOWN_FORM');
    if (text.startsWith('\u00ef\u00bb\u00bf', at)) at += 3;
    this.at = at;
    return true;
  }

  private fail(fault: HeaderFault): false {
    this.fault = fault;
    return false;
  }
}
