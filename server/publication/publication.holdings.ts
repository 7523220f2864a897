/** What was published of an officer, version by version (K-4)? */
import { lendHolding } from '../kernel/personal-data.js';
import { TIER_TEXTS } from '../review/reason.messages.js';
import { publicationHolds as t } from './publication-holdings.messages.js';

export function lendPublicationHoldings(): void {
  lendHolding({
    ...t.rows,
    name: 'publication.rows',
    tables: ['published_row', 'published_list'],
    words: { tier: TIER_TEXTS },
    rows: ({ officer }) =>
      `select l.title || ' (' || l.slug || ')' as list, l.version, l.audience, r.name, r.post, r.agency, r.tier, l.created_at as "publishedAt", l.withdrawn_at as "withdrawnAt"
       from published_row r join published_list l on l.id = r.list_id where r.officer_id = ${officer} order by l.created_at, l.id`,
  });
}
