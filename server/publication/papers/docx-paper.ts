/** PLACEHOLDER until the layout is merged: a paper as DOCX. */
import type { Layout } from './layout.rules.js';
import type { Paper } from './paper.js';

export const docxOf = (paper: Paper, _layout: Layout): Promise<Buffer> =>
  Promise.resolve(Buffer.from(`PK placeholder ${JSON.stringify(paper)}`));
