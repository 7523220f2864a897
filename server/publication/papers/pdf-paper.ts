/** PLACEHOLDER until the layout is merged: a paper as PDF. */
import type { Layout } from './layout.rules.js';
import type { Paper } from './paper.js';

export const pdfOf = (paper: Paper, _layout: Layout): Promise<Buffer> =>
  Promise.resolve(Buffer.from(`%PDF- placeholder ${JSON.stringify(paper)}`));
