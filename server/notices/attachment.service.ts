/** Scanned papers: brought by somebody, bound to what they show, and dropped after a day when they are bound to nothing. */
import { LockMode } from '@mikro-orm/core';
import { type Act, type Acting, perform } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import type { Ground } from '../kernel/ground.js';
import { isId, newId } from '../kernel/record.js';
import { Refusal } from '../kernel/refusal.js';
import { Attachment } from './attachment.entity.js';
import { cleanFileName, mediaTypeOf } from './attachment.rules.js';
import { noticesAccess } from './notices.access.js';
import { noticesMessages as m } from './notices.messages.js';

/** So many files of one person may wait to be used. */
const MOST_UNBOUND = 50;
const UNBOUND_HOURS = 24;

/** Keeps a file; the id by which it is bound. */
export async function uploadAttachment(acting: Acting, fileName: string | undefined, bytes: Buffer): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(noticesAccess.uploadAttachments, undefined);
    const mediaType = mediaTypeOf(bytes);
    if (!mediaType) throw new Refusal({ code: 'INVALID', message: { text: m.notAScan } });
    const name = act.actor.name;
    const unbound = await act.em.count(Attachment, { uploadedBy: name, boundTo: null } as never);
    if (unbound >= MOST_UNBOUND) throw new Refusal({ code: 'LIMIT', message: { text: m.tooManyFiles, values: { limit: MOST_UNBOUND } } });
    const id = newId();
    await executeBound(
      act.em,
      `insert into attachment (id, created_at, updated_at, file_name, media_type, size, uploaded_by, content) values ($1, $2, $2, $3, $4, $5, $6, $7)`,
      [id, act.now, cleanFileName(fileName, mediaType), mediaType, bytes.length, name, bytes],
    );
    act.record('attachment.upload', `attachment:${id}`, { mediaType, size: bytes.length });
    return id;
  });
}

/**
 * Binds a file of the actor's own to things of a kind whose readers may then read it (attachment-readers.ts); within one command it
 * may be bound to many. Refused where it is another's, or bound by an earlier command.
 */
export async function bindAttachment(act: Act, id: string, boundTo: string, path: string[]): Promise<void> {
  const found = isId(id)
    ? await act.em.findOne(Attachment, { id, uploadedBy: act.actor.name } as never, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (found && boundNow.get(act)?.has(id)) return;
  if (!found || found.boundTo) throw new Refusal({ code: 'NOT_FOUND', path, message: { text: m.noSuchAttachment } });
  found.boundTo = boundTo;
  const bound = boundNow.get(act) ?? new Set();
  boundNow.set(act, bound.add(id));
}

const boundNow = new WeakMap<Act, Set<string>>();

/** Drops what nobody has used for a day; a regular job. */
export async function dropUnboundAttachments(ground: Ground): Promise<void> {
  const before = new Date(ground.clock.now().getTime() - UNBOUND_HOURS * 3_600_000);
  await ground.orm.em.fork().execute('delete from attachment where bound_to is null and created_at < ?', [before]);
}
