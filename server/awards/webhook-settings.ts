/** Which hosts inside our own network may messages be sent to? Read anew each time, so that what is set is what holds. */
import type { Ground } from '../kernel/ground.js';
import type { InternalHosts } from './webhook.rules.js';

export const internalHosts = ({ isDemonstration }: Pick<Ground, 'isDemonstration'>, environment = process.env): InternalHosts => ({
  isDemonstration,
  hosts: (environment.HOPTHU_WEBHOOK_INTERNAL ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean),
});
