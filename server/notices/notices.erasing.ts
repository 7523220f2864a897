/** How letters forget whom they were for (K-5): that one was sent, when and how stays; its text, its address and the scan of its receipt go. */
import { type Erasing, lendErasure, namesIn, wordsIn } from '../kernel/erasure.js';
import { REMOVED_SQL } from '../kernel/removed.js';

const LETTERS = ({ officer }: Erasing): string => `select id from letter where officer_id = ${officer}`;

export function lendNoticesErasing(): void {
  lendErasure({
    room: 'notices',
    tables: ['letter', 'letter_attempt', 'letter_receipt', 'attachment'],
    subjects: async (erasing) => [
      ...(await namesIn(erasing, 'letter', `select id::text as id from letter where officer_id = ${erasing.officer}`)),
      ...(await namesIn(erasing, 'attachment', `select id::text as id from attachment where uploaded_by = any(${erasing.actors})`)),
    ],
    words: (erasing) => wordsIn(erasing, `select distinct sent_to as word from letter where officer_id = ${erasing.officer}`),
    async erase(erasing) {
      const { run, officer, now, actors } = erasing;
      const receipts = await run<{ id: string }>(
        `select distinct attachment_id::text as id from letter_receipt where attachment_id is not null and letter_id in (${LETTERS(erasing)})`,
      );
      await run(
        `update letter_receipt set note = case when note is not null then ${REMOVED_SQL} end, attachment_id = null, updated_at = ${now} where letter_id in (${LETTERS(erasing)})`,
      );
      // Who recorded the receipts of others is there by name alone, and by account in the log.
      await run(
        `update letter_receipt r set recorded_by = ${REMOVED_SQL}, updated_at = ${now}
         where exists (select 1 from audit_event e where e.actor = any(${actors}) and e.action = 'letter.recordReceipt' and e.subject = 'letter:' || r.letter_id and e.at = r.recorded_at)`,
      );
      // A scan may show that many received something: it goes with the last of them.
      await run(
        `delete from attachment a where (a.id = any($1::uuid[]) or a.uploaded_by = any(${actors}) and a.bound_to is null)
           and not exists (select 1 from letter_receipt r where r.attachment_id = a.id)`,
        [`{${receipts.map(({ id }) => id).join(',')}}`],
      );
      await run(`update letter_attempt set detail = null, updated_at = ${now} where letter_id in (${LETTERS(erasing)})`);
      await run(
        `update letter set title = ${REMOVED_SQL}, body = ${REMOVED_SQL}, sent_to = null, calendar_name = null, calendar_text = null,
           state = case when state in ('WAITING', 'TO_HAND_OVER') then 'LAPSED' else state end, updated_at = ${now} where officer_id = ${officer}`,
      );
    },
  });
}
