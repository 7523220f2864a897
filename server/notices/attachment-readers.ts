/** Who may read a file that is bound to something? The room of the thing lends the answer; what nobody answers for is not read. */
import { type Actor } from '../identity/actor.js';
import type { Ground } from '../kernel/ground.js';

/** What a room answers: whom the file is about, for their trail; null where the actor may not read it. */
export type AttachmentReader = (ground: Ground, actor: Actor, attachmentId: string) => Promise<readonly string[] | null>;

const readers = new Map<string, AttachmentReader>();

/** For files bound to things of this kind (`bindAttachment`). */
export function lendAttachmentReader(boundTo: string, reader: AttachmentReader): void {
  readers.set(boundTo, reader);
}

export const attachmentReaderOf = (boundTo: string): AttachmentReader | undefined => readers.get(boundTo);
