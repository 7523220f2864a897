/** How many orders to mail systems wait, and for what, and how much differs, for whoever watches over the servers. */
import type { Ground } from '../kernel/ground.js';

/** What an order that is not done waits for. */
const STANDINGS = ['WAITING', 'HELD', 'HANDED_OVER', 'RUNNING', 'UNKNOWN', 'FAILED'] as const;

export function mailFigures({ metrics, orm }: Ground): void {
  metrics.gauges('hopthu_mail_orders', 'Orders to mail systems that are not done, by where they stand.', ['standing'], async () => {
    const rows = await orm.em.fork().execute<{ standing: string; count: string }[]>(
      `select case when state <> 'WAITING' then state when held_for = 'BRAKE' then 'HELD' when held_for = 'FILE' then 'HANDED_OVER' else 'WAITING' end as standing,
         count(*) as count from mail_order where state <> 'DONE' group by 1`,
    );
    const counts = new Map(rows.map(({ standing, count }) => [standing, Number(count)]));
    return STANDINGS.map((standing) => [{ standing }, counts.get(standing) ?? 0]);
  });
  metrics.gauge(
    'hopthu_mail_differences',
    'Differences between mail systems and what decisions want that nobody has settled.',
    async () => {
      const [row] = await orm.em.fork().execute<{ count: string }[]>('select count(*) as count from mail_drift where settled_at is null');
      return Number(row!.count);
    },
  );
}
