/**
 * What stands on a paper, before it becomes DOCX or PDF: words and their places, no sizes (those are the layout's) and no looking up.
 * The order is that of the official layout (Decree 30/2020/NĐ-CP, Annex I): head, title, body, foot, annexes.
 */

/** Words of one look; a plain text is upright. */
export type Words = string | { text: string; isBold?: boolean; isItalic?: boolean };

/** Whom each line of a list is about, by id of the officer or of the account, in the order of the lines; never printed. By it a person can be erased (K-5). */
export type About = (string | null)[];

export type Block =
  /** A paragraph of the body: justified, its first line indented. */
  | { kind: 'TEXT'; words: Words[] }
  /** One legal basis (“Căn cứ …;”): a paragraph of its own, in italics. */
  | { kind: 'BASIS'; text: string }
  /** “Điều 1.” in bold, then its text. */
  | { kind: 'ARTICLE'; number: number; words: Words[] }
  /** A line of its own in the middle: who decides, “QUYẾT ĐỊNH:”. */
  | { kind: 'CENTRED'; text: string; isBold?: boolean; isItalic?: boolean }
  /** A heading inside the text. */
  | { kind: 'HEADING'; text: string }
  /** Points, each begun with “- ”. */
  | { kind: 'POINTS'; points: Words[][]; about?: About }
  | { kind: 'TABLE'; table: Table }
  /** Lines to fill in by hand, with what belongs on them. */
  | { kind: 'TO_FILL'; label: string; lines?: number }
  /** Where the paper may be cut: a slip of receipt follows. The foot is printed before the first of them. */
  | { kind: 'CUT'; text: string };

export interface Table {
  columns: {
    title: string;
    /** Share of the width; all shares together are the whole. */ share: number;
    align?: 'LEFT' | 'CENTRE' | 'RIGHT';
  }[];
  /** The head row is repeated on every page. */
  rows: string[][];
  about?: About;
}

export interface Head {
  /** The body above the one that issues: capitals, upright. */
  superior: string | null;
  /** The body that issues: capitals, bold, a thin line under it. */
  issuer: string;
  /** “Số: 12/QĐ-BCĐ”; null where a paper has no number, as minutes in draft. */
  number: string | null;
  /** “Thành phố Hồ Chí Minh, ngày 09 tháng 02 năm 2026”, in italics. */
  placeAndDate: string;
}

export interface Signature {
  /** Authority and post: “TM. BAN CHỈ ĐẠO”, “TRƯỞNG BAN”; capitals, bold, one line each. */
  authority: string[];
  /** What may stand under it in italics: “(Ký, ghi rõ họ tên)”. */
  hint?: string;
  /** Full name, bold, without academic titles; null leaves it to be written. */
  name: string | null;
}

/** The end of a text: whom it goes to (left) and who signs (right), or several who sign side by side (minutes: secretary left, chair right). */
export interface Foot {
  recipients: string[];
  signatures: Signature[];
}

/** A list that belongs to the paper; it begins a page of its own, with page numbers of its own. */
export interface Annex {
  title: string;
  /** “(Kèm theo Quyết định số 12/QĐ-BCĐ ngày …)”, in italics under the title. */
  belongsTo: string;
  blocks: Block[];
}

export interface Paper {
  head: Head;
  /** Kind in capitals (“QUYẾT ĐỊNH”), and what it is about (“Về việc …”), a thin line under it. */
  title: { kind: string; about: string | null };
  body: Block[];
  foot: Foot;
  annexes: Annex[];
  /** Resolves on the public site; null on a draft. */
  verification: { code: string; url: string } | null;
  /** A draft says so across its top; what is issued does not. */
  isDraft: boolean;
  /** Title of the file's own properties, without names of persons. */
  fileTitle: string;
}
