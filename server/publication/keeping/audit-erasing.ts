/**
 * Which details of the audit log go with a person (K-5)? Those of acts about nobody else. Of all others only where an address or a code that nobody else has stands
 * there as a value of its own: what was written about others is theirs, and cannot be brought back. Events, times, actors and mentions stay, and so does the chain (G-22).
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../../kernel/bulk.js';
import { eraseDetails } from '../../kernel/audit.js';
import type { Erasing } from '../../kernel/erasure.js';
import { ownMailboxes } from '../../registry/registry.erasing.js';

/** Things that are about one person each: an act that names one of somebody else is about them too. */
const PERSONAL = ['officer', 'user', 'finding', 'decision', 'letter'].map((kind) => `'${kind}:%'`).join(', ');

const array = (texts: readonly string[]): string => `{${texts.map((text) => JSON.stringify(text)).join(',')}}`;

/** Those of the addresses and codes that are not somebody else's as well; asked before anything is emptied. */
export async function ofNobodyElse(erasing: Erasing, words: readonly string[]): Promise<string[]> {
  const { run, officer, users } = erasing;
  const rows = await run<{ word: string }>(
    `select w.word from unnest($1::text[]) w(word)
     where not exists (select 1 from mailbox x where x.address = w.word and x.id not in (select m.id from (${ownMailboxes(erasing)}) m))
       and not exists (select 1 from officer o where o.id <> ${officer} and w.word in (o.code, o.other_email, o.phone))
       and not exists (select 1 from app_user u where u.id <> all(${users}) and u.email = w.word)
       and not exists (select 1 from letter l where l.officer_id <> ${officer} and l.sent_to = w.word)`,
    [array(words)],
  );
  return rows.map(({ word }) => word);
}

/** Events whose details must go, by number: those about `subjects` alone, and those that hold one of `words` in quotes of its own. */
export async function eventsOf(
  em: SqlEntityManager,
  { subjects, words }: { subjects: readonly string[]; words: readonly string[] },
): Promise<number[]> {
  const others = (column: string) => `${column} like any(array[${PERSONAL}]) and ${column} <> all($1::text[])`;
  const alone = await executeBound<{ seq: number }>(
    em,
    `select e.seq from audit_event e where e.details is not null and e.details <> '{}'
       and e.seq in (select s.seq from audit_event s where s.subject = any($1::text[]) union select n.seq from audit_mention n where n.subject = any($1::text[]))
       and not (${others('e.subject')}) and not exists (select 1 from audit_mention o where o.seq = e.seq and ${others('o.subject')})`,
    [array(subjects)],
  );
  const holding = await executeBound<{ seq: number }>(
    em,
    `select e.seq from audit_event e where e.details is not null and exists (select 1 from unnest($1::text[]) w(word) where position(w.word in e.details) > 0)`,
    [array(words.map((word) => JSON.stringify(word)))],
  );
  return [...new Set([...alone, ...holding].map(({ seq }) => seq))].sort((a, b) => a - b);
}

export async function eraseAll(em: SqlEntityManager, events: readonly number[]): Promise<void> {
  for (const seq of events) await eraseDetails(em, seq);
}
