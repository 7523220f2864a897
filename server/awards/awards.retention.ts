/** For how long are messages to other systems kept? As long as they can be asked for again; what still waits stays (K-2). */
import { lendNeed, lendRetention, ofRows, together } from '../kernel/retention.js';
import { awardsKeeps as t } from './awards-retention.messages.js';

const WEBHOOKS = 'awards.webhooks';

export function lendAwardsRetention(): void {
  lendRetention({
    name: WEBHOOKS,
    rule: 'A-2',
    what: t.messages,
    why: t.messagesWhy,
    unit: 'DAYS',
    usual: 90,
    least: 90,
    most: 90,
    tables: ['webhook_delivery', 'webhook_message'],
    ...together(
      ofRows({ name: WEBHOOKS, table: 'webhook_delivery', old: ({ moment }) => `t.created_at < ${moment}` }),
      ofRows({
        name: 'awards.webhookMessages',
        table: 'webhook_message',
        old: ({ moment }) => `t.created_at < ${moment} and not exists (select 1 from webhook_delivery d where d.message_id = t.id)`,
      }),
    ),
  });
  lendNeed(WEBHOOKS, 'awards', () => `t.state = 'WAITING'`);
}
