/** For how long are texts of letters, attempts, files and scans of receipts kept (K-1)? */
import { executeBound } from '../kernel/bulk.js';
import { REMOVED_SQL } from '../kernel/removed.js';
import { isNeeded, type Keeper, lendRetention, ofRows } from '../kernel/retention.js';
import { noticesKeeps as t } from './notices-retention.messages.js';

const LETTERS = 'notices.letters';
const RECEIPTS = 'notices.receipts';

/** Scans of receipts: a scan may show the receipt of many letters, and goes when it is old for all of them. */
const scans: Pick<Keeper, 'due' | 'apply'> = {
  async due({ orm }, cutOff) {
    const [row] = await executeBound<{ due: string; needed: string }>(
      orm.em.fork(),
      `select count(*) filter (where not x.stays)::text as due, count(*) filter (where x.stays)::text as needed from (
         select coalesce((select bool_or(${isNeeded(LETTERS, cutOff)}) from letter_receipt r join letter t on t.id = r.letter_id where r.attachment_id = a.id), false) as stays
         from attachment a where a.bound_to = 'receipt' and a.created_at < ${cutOff.moment}) x`,
      [],
    );
    return { due: Number(row!.due), needed: Number(row!.needed) };
  },
  async apply({ orm }, cutOff, limit) {
    const rows = await executeBound(
      orm.em.fork(),
      `delete from attachment where id in (select a.id from attachment a where a.bound_to = 'receipt' and a.created_at < ${cutOff.moment}
         and not exists (select 1 from letter_receipt r join letter t on t.id = r.letter_id where r.attachment_id = a.id and ${isNeeded(LETTERS, cutOff)})
         order by a.id limit ${limit} for update of a skip locked) returning 1`,
      [],
    );
    return rows.length;
  },
};

export function lendNoticesRetention(): void {
  lendRetention(
    {
      name: LETTERS,
      rule: 'K-1',
      what: t.letters,
      why: t.lettersWhy,
      unit: 'MONTHS',
      usual: 60,
      least: 12,
      most: 240,
      tables: ['letter'],
      ...ofRows({
        name: LETTERS,
        table: 'letter',
        // One that nobody noted as received ends as well, when it helps nobody any more to have it.
        old: ({ moment, now }) =>
          `t.created_at < ${moment} and t.body <> ${REMOVED_SQL} and (t.state in ('SENT', 'RECEIVED', 'LAPSED') or t.state = 'TO_HAND_OVER' and coalesce(t.useful_until, ${now}) <= ${now})`,
        empties: `body = ${REMOVED_SQL}, calendar_text = null, calendar_name = null, sent_to = null, state = case when t.state = 'TO_HAND_OVER' then 'LAPSED' else t.state end`,
      }),
    },
    {
      name: 'notices.letterAttempts',
      rule: 'K-1',
      what: t.attempts,
      why: t.attemptsWhy,
      unit: 'DAYS',
      usual: 400,
      least: 30,
      most: 3_650,
      tables: ['letter_attempt'],
      ...ofRows({
        name: 'notices.letterAttempts',
        table: 'letter_attempt',
        old: ({ moment }) =>
          `t.at < ${moment} and exists (select 1 from letter l where l.id = t.letter_id and l.state not in ('WAITING', 'TO_HAND_OVER'))`,
      }),
    },
    {
      name: 'notices.unboundAttachments',
      rule: 'K-1',
      what: t.unbound,
      why: t.unboundWhy,
      unit: 'DAYS',
      usual: 1,
      least: 1,
      most: 1,
      tables: ['attachment'],
      ...ofRows({
        name: 'notices.unboundAttachments',
        table: 'attachment',
        old: ({ now }) => `t.bound_to is null and t.created_at < ${now} - interval '24 hours'`,
      }),
    },
    {
      name: RECEIPTS,
      rule: 'K-1',
      what: t.receipts,
      why: t.receiptsWhy,
      unit: 'YEARS',
      usual: 10,
      least: 2,
      most: 30,
      tables: ['attachment'],
      ...scans,
    },
  );
}
