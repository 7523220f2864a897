/**
 * Which details of the audit log go with a person (K-5)? Those of acts about nobody else, and of acts that name others too only where they hold a text of the
 * person. Events, their times, actors and mentions stay, and so does the chain: it holds a salted commitment of the details, not the details (G-22).
 */
import type { SqlEntityManager } from '@mikro-orm/sql';
import { executeBound } from '../../kernel/bulk.js';
import { eraseDetails } from '../../kernel/audit.js';

interface Told {
  seq: number;
  details: string;
  isOwn: boolean;
}

/** As the text stands in JSON. */
const inJson = (word: string): string => JSON.stringify(word).slice(1, -1);
const array = (texts: readonly string[]): string => `{${texts.map((text) => JSON.stringify(text)).join(',')}}`;

/** Events whose details must go, by number. `names` are looked for in acts that name the person, `words` everywhere. */
export async function eventsOf(
  em: SqlEntityManager,
  about: { officerId: string; subjects: readonly string[]; words: readonly string[]; names: readonly string[] },
): Promise<number[]> {
  const { officerId, subjects, words, names } = about;
  const told = await executeBound<Told>(
    em,
    `select e.seq, e.details, e.subject = any($1::text[])
         or not exists (select 1 from audit_mention o where o.seq = e.seq and o.subject like 'officer:%' and o.subject <> $2) as "isOwn"
     from audit_event e where e.details is not null and e.details <> '{}'
       and e.seq in (select s.seq from audit_event s where s.subject = any($1::text[]) union select n.seq from audit_mention n where n.subject = any($1::text[]))`,
    [array(subjects), `officer:${officerId}`],
  );
  const lookedFor = [...names, ...words].map(inJson);
  const found = new Set(
    told.filter(({ isOwn, details }) => isOwn || lookedFor.some((word) => details.includes(word))).map(({ seq }) => seq),
  );
  if (words.length > 0) {
    const holding = words.map((_, i) => `position($${i + 1} in details) > 0`).join(' or ');
    const elsewhere = await executeBound<{ seq: number }>(
      em,
      `select seq from audit_event where details is not null and (${holding})`,
      words.map(inJson),
    );
    for (const { seq } of elsewhere) found.add(seq);
  }
  return [...found].sort((a, b) => a - b);
}

export async function eraseAll(em: SqlEntityManager, events: readonly number[]): Promise<void> {
  for (const seq of events) await eraseDetails(em, seq);
}
