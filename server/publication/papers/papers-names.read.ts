/** Names of papers for the audit log: kind and number, for whoever may have papers at all; and the scans that are bound to them. */
import { sql } from 'kysely';
import type { NameFinder } from '../../identity/audit-words.js';
import { holds } from '../../identity/right.js';
import { executeBound } from '../../kernel/bulk.js';
import { isId } from '../../kernel/record.js';
import { lendAttachmentReader } from '../../notices/attachment-readers.js';
import { paperSubject } from './paper-subject.js';
import { isAboutActor, mayReadPaper, papersAccess } from './papers.access.js';
import { PAPER_TITLES } from './papers.messages.js';
import type { PaperKind } from './vocabulary.js';

const paper: NameFinder = async ({ db, run }, viewer, ids, language) => {
  const wanted = ids.filter(isId);
  if (wanted.length === 0 || !holds(viewer, papersAccess.read as never)) return new Map();
  const rows = await run<{ id: string; kind: PaperKind; number: string | null }>(
    db
      .selectFrom('paper as p')
      .select(['p.id', 'p.kind', 'p.number'])
      .where(sql<boolean>`p.id = any(${wanted}::uuid[])`),
  );
  return new Map(rows.map(({ id, kind, number }) => [id, [PAPER_TITLES[kind][language], number].filter(Boolean).join(' ')]));
};

export const papersNames = { paper };

/** The scan of a signed paper is read by whoever may have the paper. */
export function lendPaperScans(): void {
  lendAttachmentReader('paper', async (ground, actor, attachmentId) => {
    const rows = await executeBound<{ kind: PaperKind; about: string; first: string | null }>(
      ground.orm.em.fork(),
      'select kind, about, decision_ids[1] as first from paper where scan_id = $1::uuid',
      [attachmentId],
    );
    for (const { kind, about, first } of rows) {
      const subject = await paperSubject({ ground, actor }, kind, kind === 'VOTE_MINUTES' || !first ? about.replace(/^\w+:/, '') : first);
      if (!subject || !mayReadPaper(actor, subject.file)) continue;
      return isAboutActor(actor, subject.file) && subject.officerIds.length === 1 ? [] : subject.officerIds;
    }
    return null;
  });
}
