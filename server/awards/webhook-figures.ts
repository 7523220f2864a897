/** How many messages to other systems stand where, for whoever watches over the servers. */
import type { Ground } from '../kernel/ground.js';
import { DELIVERY_STATES } from './vocabulary.js';

export function webhookFigures({ metrics, orm }: Ground): void {
  metrics.gauges('hopthu_webhook_deliveries', 'Messages to other systems by where they stand.', ['state'], async () => {
    const rows = await orm.em
      .fork()
      .execute<{ state: string; count: string }[]>('select state, count(*) as count from webhook_delivery group by state');
    const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]));
    return DELIVERY_STATES.map((state) => [{ state }, counts.get(state) ?? 0]);
  });
}
