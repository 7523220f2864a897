/** Scanned papers of contests and of confirmed lists: read by whoever may read what they belong to. */
import { sql } from 'kysely';
import { may } from '../../identity/right.js';
import { lendAttachmentReader } from '../../notices/attachment-readers.js';
import { isOwnFinding, reviewAccess } from '../review.access.js';
import { visibleChecks } from './agency-check.read.js';

export function lendCampaignReaders(): void {
  lendAttachmentReader('contest', async ({ orm }, actor, id) => {
    const rows = await orm.em.fork().execute<{ agencyId: string; officerId: string }[]>(
      `select f.agency_id as "agencyId", f.officer_id as "officerId" from finding f where f.contest_attachment_id = ?
         union select f.agency_id, f.officer_id from finding_version v join finding f on f.id = v.finding_id where v.content->>'contestAttachmentId' = ?`,
      [id, id],
    );
    const seen = rows.filter((file) => may(actor, reviewAccess.readEvidence, file));
    if (seen.length === 0) return null;
    return seen.filter((file) => !isOwnFinding(actor, file)).map(({ officerId }) => officerId);
  });
  lendAttachmentReader('agencyCheck', async ({ read }, actor, id) => {
    const rows = visibleChecks(actor, read.db.selectFrom('agency_check as c').select('c.id') as never);
    const seen = await read.run(rows.where(sql<boolean>`c.attachment_id = ${id}::uuid`));
    return seen.length > 0 ? [] : null;
  });
}
