/** Those who have left are erased when the policy's period for persons is over and nothing about them is going on (K-5). */
import { executeBound } from '../../kernel/bulk.js';
import { allErasers, erasingOf } from '../../kernel/erasure.js';
import type { Ground } from '../../kernel/ground.js';
import { type CutOff, lendLeast, lendRetention } from '../../kernel/retention.js';
import { everBoundTo } from './person-accounts.js';
import { publicationKeeps as t } from '../publication-retention.messages.js';

export const PERSONS = 'registry.persons';

/** A person takes longer than a row. */
const PERSONS_A_PART = 20;

/** Officers whose period is over, each with whether nothing about them is going on. */
async function* ripe({ orm, clock }: Ground, { day }: CutOff): AsyncGenerator<{ id: string; isFree: boolean }> {
  const em = orm.em.fork();
  const rows = await executeBound<{ id: string }>(
    em,
    `select id::text from officer where erased_at is null and left_on < $1::date order by left_on, id`,
    [day],
  );
  for (const { id } of rows) {
    const erasing = erasingOf(em, await everBoundTo(em, id), { today: clock.today(), now: clock.now() });
    let isFree = true;
    for (const { hindrances } of allErasers()) if (isFree && ((await hindrances?.(erasing)) ?? []).length > 0) isFree = false;
    yield { id, isFree };
  }
}

/** Erases so many, going past those who are refused or cannot be erased for a fault; the fault is told when nobody else is left. */
async function eraseSome(ground: Ground, cutOff: CutOff, erase: (ground: Ground, id: string) => Promise<boolean>): Promise<number> {
  let erased = 0;
  let fault: unknown;
  for await (const { id, isFree } of ripe(ground, cutOff)) {
    if (!isFree) continue;
    try {
      if (await erase(ground, id)) erased++;
    } catch (error) {
      fault ??= error;
      ground.log.error({ error, officer: id }, 'Somebody whose period is over could not be erased, and is tried again by the next run');
    }
    if (erased >= PERSONS_A_PART) break;
  }
  if (erased === 0 && fault) throw fault;
  return erased;
}

export function lendPersonsRetention(erase: (ground: Ground, id: string) => Promise<boolean>): void {
  lendRetention({
    name: PERSONS,
    rule: 'K-5',
    what: t.persons,
    why: t.personsWhy,
    unit: 'YEARS',
    usual: 10,
    least: 0,
    most: 70,
    tables: [],
    async due(ground, cutOff) {
      const found = { due: 0, needed: 0 };
      for await (const { isFree } of ripe(ground, cutOff)) found[isFree ? 'due' : 'needed']++;
      return found;
    },
    apply: (ground, cutOff) => eraseSome(ground, cutOff, erase),
  });
  // Only the demonstration city may show erasure at once.
  lendLeast(PERSONS, async ({ isDemonstration }) => (isDemonstration ? 0 : 1));
}
