/** How many letters stand where, for whoever watches over the servers. */
import type { Ground } from '../kernel/ground.js';
import { LETTER_STATES } from './vocabulary.js';

export function letterFigures({ metrics, orm }: Ground): void {
  metrics.gauges('hopthu_letters', 'Letters by where they stand.', ['state'], async () => {
    const rows = await orm.em
      .fork()
      .execute<{ state: string; count: string }[]>('select state, count(*) as count from letter group by state');
    const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]));
    return LETTER_STATES.map((state) => [{ state }, counts.get(state) ?? 0]);
  });
}
