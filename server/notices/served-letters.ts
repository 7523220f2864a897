/** Letters whose service another room has recorded leave the lists of those who hand letters over. */
import type { Act } from '../identity/command.js';
import { executeBound } from '../kernel/bulk.js';
import type { Day } from '../kernel/calendar.js';
import { addRows } from '../kernel/json-rows.js';
import { newId } from '../kernel/record.js';
import { lapseLetters } from './lapse-letters.js';
import type { ReceiptMeans } from './vocabulary.js';

export interface Service {
  /** Kind of the letters: `decision.notice`. */
  kind: string;
  /** What they are about. */
  abouts: readonly string[];
  servedOn: Day;
  /** By what it is shown that the paper was served; null where something else than the paper was: nobody needs to hand it over any more. */
  means: ReceiptMeans | null;
}

/** Records the receipt of letters of this kind that wait to be handed over. */
export async function lettersServed(act: Act, { kind, abouts, servedOn, means }: Service): Promise<void> {
  if (abouts.length === 0) return;
  if (!means) return lapseLetters(act, abouts);
  await act.em.flush();
  const received = await executeBound<{ id: string; officer_id: string }>(
    act.em,
    `update letter set state = 'RECEIVED', updated_at = $1::timestamptz where id in (
       select id from letter where state = 'TO_HAND_OVER' and kind = $2 and about = any($3::text[]) order by id for update)
     and state = 'TO_HAND_OVER' returning id, officer_id`,
    [act.now.toISOString(), kind, `{${abouts.map((about) => JSON.stringify(about)).join(',')}}`],
  );
  const receipts = received.map(({ id }) => ({
    id: newId(),
    letterId: id,
    receivedOn: servedOn,
    means,
    recordedAt: act.now.toISOString(),
    recordedBy: act.actor.displayName,
  }));
  await addRows(act.em, 'letter_receipt', receipts, act.now);
  for (const { id, officer_id } of received)
    act.record('letter.recordReceipt', `letter:${id}`, { receivedOn: servedOn, means, attachmentId: null }, [`officer:${officer_id}`]);
}
