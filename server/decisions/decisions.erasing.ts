/**
 * How cases forget whom they were about, and whoever acted in them (K-5): grounds, explanation, answers, appeals, notes, scans and reasons of votes go. Kind, state,
 * number, days, legal basis and the result of every vote stay.
 */
import { type Erasing, lendErasure, namesIn, wordsIn } from '../kernel/erasure.js';
import type { Message } from '../kernel/language.js';
import { REMOVED_SQL } from '../kernel/removed.js';
import { ownMailboxes } from '../registry/registry.erasing.js';
import { decisionsErasing as m } from './decisions-erasing.messages.js';
import { isCasePending } from './pending-case.js';

const CASES = (officer: string): string => `select id from decision where officer_id = ${officer}`;
const VOTES = (officer: string): string => `select v.id from decision_vote v where v.decision_id in (${CASES(officer)})`;
const SEATS = (users: string): string => `select m.id from committee_member m where m.user_id = any(${users})`;
const emptied = (...columns: string[]): string =>
  columns.map((column) => `${column} = case when ${column} is not null then ${REMOVED_SQL} end`).join(', ');

async function hindrances({ run, officer, users, today }: Erasing): Promise<Message[]> {
  const cases = await run<{ reference: string }>(
    `select d.reference from decision d where d.officer_id = ${officer} and ${isCasePending({ today })} order by 1`,
  );
  const seats = await run<{ name: string }>(
    `select distinct c.name from committee_member m join committee c on c.id = m.committee_id where m.user_id = any(${users})
       and coalesce(m.until_on, ${today}) >= ${today} and coalesce(c.closed_on, ${today} + 1) > ${today} order by 1`,
  );
  const orders = await run<{ number: number }>(
    `select o.number from mail_order o where o.state in ('WAITING', 'RUNNING', 'UNKNOWN') and (o.mailbox_id in (select m.id from mailbox m where m.officer_id = ${officer})
       or o.decision_id in (${CASES(officer)})) order by 1`,
  );
  return [
    ...cases.map(({ reference }) => ({ text: m.pending, values: { reference } })),
    ...seats.map(({ name }) => ({ text: m.sits, values: { committee: name } })),
    ...orders.map(({ number }) => ({ text: m.ordered, values: { number: String(number) } })),
  ];
}

/** Scans of explanations and appeals that show nothing of anybody else's case. */
async function erasePapers({ run, officer }: Erasing): Promise<void> {
  const papers = await run<{ id: string }>(
    `select distinct x.id::text as id from decision d, unnest(d.earlier_attachment_ids || d.explanation_attachment_id || array(select p.attachment_id from appeal p where p.decision_id = d.id)) x(id)
     where d.officer_id = ${officer} and x.id is not null`,
  );
  await run(`update decision set explanation_attachment_id = null, earlier_attachment_ids = '{}' where officer_id = ${officer}`);
  await run(`update appeal set attachment_id = null where decision_id in (${CASES(officer)})`);
  await run(
    `delete from attachment a where a.id = any($1::uuid[]) and not exists (select 1 from decision d where a.id = d.explanation_attachment_id or a.id = any(d.earlier_attachment_ids))
       and not exists (select 1 from appeal p where p.attachment_id = a.id)`,
    [`{${papers.map(({ id }) => id).join(',')}}`],
  );
}

async function erase(erasing: Erasing): Promise<void> {
  const { run, officer, users, actors, now } = erasing;
  await erasePapers(erasing);
  await run(
    `update decision set grounds = ${REMOVED_SQL}, ${emptied('explanation', 'answer', 'mailbox_address')}, updated_at = ${now} where officer_id = ${officer}`,
  );
  await run(`update appeal set text = ${REMOVED_SQL}, ${emptied('answer')}, updated_at = ${now} where decision_id in (${CASES(officer)})`);
  await run(`update decision_event set ${emptied('note')}, updated_at = ${now} where decision_id in (${CASES(officer)})`);
  // Whoever acted in a case of others is no longer named there either; who settled an appeal is there by name alone, and by account in what happened.
  await run(
    `update appeal a set settled_by = ${REMOVED_SQL}, updated_at = ${now} where exists (select 1 from decision_event e
       where e.decision_id = a.decision_id and e.action = 'SETTLE_APPEAL' and e.actor = any(${actors}) and e.actor_name = a.settled_by)`,
  );
  await run(`update decision_event set actor_name = ${REMOVED_SQL}, updated_at = ${now} where actor = any(${actors})`);
  // Codes of paper notices are forgotten soon, and open the own case alone.
  await run(
    `update decision_event set actor_name = ${REMOVED_SQL}, updated_at = ${now} where actor like 'code:%' and decision_id in (${CASES(officer)})`,
  );
  for (const table of ['ballot', 'ballot_archive'])
    await run(
      `update ${table} set ${emptied('reason')}, updated_at = ${now} where vote_id in (${VOTES(officer)}) or member_id in (${SEATS(users)})`,
    );
  await run(
    `update decision_voter set ${emptied('recusal_note')}, updated_at = ${now} where vote_id in (${VOTES(officer)}) or user_id = any(${users})`,
  );
  await run(
    `update declared_conflict set note = ${REMOVED_SQL}, updated_at = ${now} where decision_id in (${CASES(officer)}) or user_id = any(${users})`,
  );
  await run(
    `update mail_order set reason = null, message = null, password_hash = null, forwarding = null, updated_at = ${now}
     where mailbox_id in (select m.id from (${ownMailboxes(erasing)}) m) or decision_id in (${CASES(officer)})`,
  );
}

export function lendDecisionsErasing(): void {
  lendErasure({
    room: 'decisions',
    tables: [
      'decision',
      'appeal',
      'decision_event',
      'ballot',
      'ballot_archive',
      'decision_voter',
      'declared_conflict',
      'mail_order',
      'attachment',
    ],
    hindrances,
    subjects: async (erasing) => [
      ...(await namesIn(erasing, 'decision', `select id::text as id from decision where officer_id = ${erasing.officer}`)),
      ...(await namesIn(
        erasing,
        'mailOrder',
        `select o.id::text as id from mail_order o where o.mailbox_id in (select m.id from (${ownMailboxes(erasing)}) m)`,
      )),
    ],
    words: (erasing) => wordsIn(erasing, `select distinct mailbox_address as word from decision where officer_id = ${erasing.officer}`),
    erase,
  });
}
