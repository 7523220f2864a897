/** What was written to an officer, how it went, and which files did they bring (K-4)? */
import { lendHolding } from '../kernel/personal-data.js';
import { noticesHolds as t } from './notices-holdings.messages.js';

export function lendNoticesHoldings(): void {
  lendHolding(
    {
      ...t.letters,
      name: 'notices.letters',
      tables: ['letter', 'letter_receipt', 'attachment'],
      rows: ({ officer }) =>
        `select l.created_at as "createdAt", l.title, l.body, l.channel, l.state, l.sent_to as "sentTo", l.sent_at as "sentAt", r.received_on as "receivedOn",
           r.means as "receivedBy", r.note, a.file_name as scan
         from letter l left join letter_receipt r on r.letter_id = l.id left join attachment a on a.id = r.attachment_id where l.officer_id = ${officer} order by l.created_at, l.id`,
    },
    {
      ...t.attempts,
      name: 'notices.letterAttempts',
      tables: ['letter_attempt'],
      rows: ({ officer }) =>
        `select l.title, x.at, x.outcome from letter_attempt x join letter l on l.id = x.letter_id where l.officer_id = ${officer} order by x.at`,
    },
    {
      ...t.files,
      name: 'notices.files',
      tables: ['attachment'],
      isOwnOnly: true,
      rows: ({ actors }) =>
        `select created_at as "createdAt", file_name as "fileName", media_type as "mediaType", size from attachment where uploaded_by = any(${actors}) order by created_at`,
    },
  );
}
