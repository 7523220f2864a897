/** What a thread of the press does: one paper into bytes. */
import { docxOf } from './docx-paper.js';
import type { Layout } from './layout.rules.js';
import type { Paper } from './paper.js';
import { pdfOf } from './pdf-paper.js';

export interface PrintJob {
  format: 'pdf' | 'docx';
  paper: Paper;
  layout: Layout;
}

export async function print({ format, paper, layout }: PrintJob): Promise<Uint8Array> {
  return format === 'pdf' ? pdfOf(paper, layout) : docxOf(paper, layout);
}
