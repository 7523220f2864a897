/** Reading a scanned paper: by whoever brought it while it is bound to nothing, then by whoever may see what it is bound to. */
import { sql } from 'kysely';
import type { Actor } from '../identity/actor.js';
import { type Acting, perform } from '../identity/command.js';
import { holds } from '../identity/right.js';
import type { Ground } from '../kernel/ground.js';
import { isId } from '../kernel/record.js';
import { attachmentReaderOf, lendAttachmentReader } from './attachment-readers.js';
import { visibleLetters } from './letter.read.js';
import { isOwnLetter, noticesAccess } from './notices.access.js';

export interface AttachmentContent {
  fileName: string;
  mediaType: string;
  content: Buffer;
}

interface Found {
  fileName: string;
  mediaType: string;
  uploadedBy: string;
  boundTo: string | null;
}

/** The file, read on record where it shows others; null when there is none the actor may read. */
export async function readAttachment({ ground, actor }: Acting, id: string): Promise<AttachmentContent | null> {
  if (!isId(id)) return null;
  const { read } = ground;
  const columns = ['file_name as fileName', 'media_type as mediaType', 'uploaded_by as uploadedBy', 'bound_to as boundTo'] as const;
  const [found] = await read.run<Found>(
    read.db
      .selectFrom('attachment')
      .select([...columns])
      .where('id', '=', id),
  );
  const about = found && (await whomItShows(ground, actor, id, found));
  if (!found || !about) return null;
  if (about.length > 0) await noteReading({ ground, actor }, id, about);
  const [kept] = await read.run<{ content: Uint8Array }>(read.db.selectFrom('attachment').select('content').where('id', '=', id));
  return kept ? { fileName: found.fileName, mediaType: found.mediaType, content: Buffer.from(kept.content) } : null;
}

async function whomItShows(ground: Ground, actor: Actor, id: string, { boundTo, uploadedBy }: Found): Promise<readonly string[] | null> {
  if (!boundTo) return uploadedBy === actor.name && holds(actor, noticesAccess.uploadAttachments as never) ? [] : null;
  return (await attachmentReaderOf(boundTo)?.(ground, actor, id)) ?? null;
}

async function noteReading(acting: Acting, id: string, officerIds: readonly string[]): Promise<void> {
  await perform(acting, async (act) => {
    act.allowAnyone('the right was asked for what it is bound to');
    act.record(
      'attachment.read',
      `attachment:${id}`,
      undefined,
      officerIds.map((officer) => `officer:${officer}`),
    );
  });
}

/** A sheet that shows receipts is read by whoever may read one of their letters. */
export function lendReceiptReader(): void {
  lendAttachmentReader('receipt', async ({ read }, actor, id) => {
    if (!holds(actor, noticesAccess.readLetters as never)) return null;
    const shown = read.db
      .selectFrom('letter as l')
      .innerJoin('officer as o', 'o.id', 'l.officer_id')
      .select(['o.id as officerId', 'o.agency_id as agencyId'])
      .where(sql<boolean>`l.id in (select r.letter_id from letter_receipt r where r.attachment_id = ${id}::uuid)`);
    const seen = await read.run<{ officerId: string; agencyId: string }>(visibleLetters(actor, shown as never));
    if (seen.length === 0) return null;
    return seen.filter((file) => !isOwnLetter(actor, file)).map(({ officerId }) => officerId);
  });
}
