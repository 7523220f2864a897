/** Which papers were issued about an officer (K-4)? Those the person may have, whose text says what the other parts say. */
import { lendHolding } from '../../kernel/personal-data.js';
import { papersHolds as t } from './papers-holdings.messages.js';
import { PAPER_TITLES } from './papers.messages.js';

export function lendPapersHoldings(): void {
  lendHolding({
    ...t.papers,
    name: 'publication.papers',
    tables: ['paper'],
    words: { kind: PAPER_TITLES },
    rows: ({ officer }) =>
      `select p.kind, p.version, p.number, p.dated_on as "datedOn", p.issuer, p.code, p.signed_on as "signedOn", p.replaced_at as "replacedAt"
       from paper p where p.officer_ids = array[${officer}] and p.kind in ('DECISION', 'NOTICE', 'CASE_FILE', 'CERTIFICATE') order by p.created_at, p.id`,
  });
}
