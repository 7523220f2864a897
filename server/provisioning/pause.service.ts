/** The pause switch: while it is on, no order is carried out on a mail system; orders wait and are not lost. */
import { type Acting, perform } from '../identity/command.js';
import type { Ground } from '../kernel/ground.js';
import { Setting } from '../kernel/setting.entity.js';
import { provisioningAccess } from './provisioning.access.js';

const PAUSED = 'provisioning.paused';

/** Whether orders are held at the moment. */
export async function isPaused(ground: Ground): Promise<boolean> {
  return (await ground.orm.em.fork().findOne(Setting, { name: PAUSED }))?.value === 'true';
}

/** Holds or releases the orders; returns whether they are held now. The same again changes nothing. */
export async function setPause(acting: Acting, isToPause: boolean): Promise<boolean> {
  return perform(acting, async (act) => {
    act.allow(provisioningAccess.pause, undefined);
    const setting = await act.em.findOne(Setting, { name: PAUSED });
    const value = String(isToPause);
    if ((setting?.value ?? 'false') === value) {
      act.unchanged();
      return isToPause;
    }
    if (setting) setting.value = value;
    else act.em.persist(act.em.create(Setting, { name: PAUSED, value }));
    act.record(isToPause ? 'provisioning.pause' : 'provisioning.resume', 'provisioning');
    return isToPause;
  });
}
