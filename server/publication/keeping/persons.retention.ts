/** Those who have left are erased when the policy's period for persons is over and nothing about them is going on (K-5). */
import { executeBound } from '../../kernel/bulk.js';
import { allErasers, erasingOf } from '../../kernel/erasure.js';
import type { Ground } from '../../kernel/ground.js';
import { personOf } from '../../kernel/personal-data.js';
import { type CutOff, lendLeast, lendRetention } from '../../kernel/retention.js';
import { publicationKeeps as t } from '../publication-retention.messages.js';

export const PERSONS = 'registry.persons';

/** A person takes longer than a row. */
const PERSONS_A_PART = 20;

interface Ripe {
  free: string[];
  held: number;
}

/** Officers whose period is over: those of whom nothing is going on, and how many others there are. */
async function ripe({ orm, clock }: Ground, { day }: CutOff, limit: number): Promise<Ripe> {
  const em = orm.em.fork();
  const rows = await executeBound<{ id: string }>(
    em,
    `select id::text from officer where erased_at is null and left_on < $1::date order by left_on, id`,
    [day],
  );
  const free: string[] = [];
  let held = 0;
  for (const { id } of rows) {
    const erasing = erasingOf(em, await personOf(em, id), { today: clock.today(), now: clock.now() });
    let isFree = true;
    for (const { hindrances } of allErasers()) if (isFree && ((await hindrances?.(erasing)) ?? []).length > 0) isFree = false;
    if (isFree) free.push(id);
    else held++;
    if (free.length >= limit) break;
  }
  return { free, held };
}

export function lendPersonsRetention(erase: (ground: Ground, ids: readonly string[]) => Promise<number>): void {
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
      const { free, held } = await ripe(ground, cutOff, Number.POSITIVE_INFINITY);
      return { due: free.length, needed: held };
    },
    apply: async (ground, cutOff) => erase(ground, (await ripe(ground, cutOff, PERSONS_A_PART)).free),
  });
  // Only the demonstration city may show erasure at once.
  lendLeast(PERSONS, async ({ isDemonstration }) => (isDemonstration ? 0 : 1));
}
