/** Scanned papers of explanations and appeals: what is said of them, and who may read them. */
import { sql } from 'kysely';
import type { Reader } from '../kernel/read.js';
import { may } from '../identity/right.js';
import { lendAttachmentReader } from '../notices/attachment-readers.js';
import { fileOf } from './case-acts.js';
import { standingsOf } from './case-standing.js';
import { decisionAccess } from './decision.access.js';

export async function attachmentsById({ db, run }: Reader, ids: readonly string[]): Promise<unknown[]> {
  const rows = await run<{ id: string }>(
    db
      .selectFrom('attachment')
      .select(['id', 'file_name as fileName', 'media_type as mediaType', 'size', 'created_at as createdAt'])
      .where(sql<boolean>`id = any(${[...ids]}::uuid[])`) as never,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

const CASE_OF = {
  explanation: `select d.* from decision d, (select $id::uuid as id) paper
    where paper.id = d.explanation_attachment_id or paper.id = any(d.earlier_attachment_ids)`,
  appeal: `select d.* from decision d join appeal a on a.decision_id = d.id where a.attachment_id = $id`,
} as const;

/** A paper is read by whoever may read the file of its case (D-5). */
export function lendCaseReaders(): void {
  for (const kind of ['explanation', 'appeal'] as const)
    lendAttachmentReader(kind, async (ground, actor, attachmentId) => {
      const em = ground.orm.em.fork();
      const rows = await em.execute<Record<string, string>[]>(CASE_OF[kind].replace('$id', '?'), [attachmentId]);
      for (const row of rows) {
        const held = {
          id: row.id!,
          kind: row.kind,
          officerId: row.officer_id!,
          committeeId: row.committee_id,
          findingId: row.finding_id,
          windowFrom: row.window_from,
          proposedBy: row.proposed_by,
          proposedByUserId: row.proposed_by_user_id,
        };
        const standing = (await standingsOf(em, actor, [held as never], ground.clock.today())).get(held.id)!;
        if (!may(actor, decisionAccess.readGrounds, fileOf(held, standing))) continue;
        return standing.parties.includes('OFFICER') ? [] : [held.officerId];
      }
      return null;
    });
}
