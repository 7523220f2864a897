/** What rights-world.ts has of awards: an exclusion on each side, and a subscribed system with a message that was given up. */
import { webhookPostOf } from '../../server/awards/webhook-post.js';
import { sendTest, subscribe } from '../../server/awards/webhook.service.js';
import { decision, exclusion } from '../awards/award-world.js';
import type { World } from './world.js';

export interface AwardsThings {
  subscription: string;
  delivery: string;
}

export async function awardsThings(world: World, committeeId: string, officerIds: readonly string[]): Promise<AwardsThings> {
  for (const officerId of officerIds) {
    const id = await decision(world, committeeId, officerId);
    await exclusion(world, id, { officerId, from: world.ground.clock.now() });
  }
  // Nothing leaves this world while rights are tried.
  await webhookPostOf(world.ground).stop();
  const { id } = await subscribe(world.as('ADMIN'), { name: 'Hệ thống thi đua', url: 'https://thidua.example/hook' });
  await sendTest(world.as('ADMIN'), id);
  // As the post would have left it.
  const [row] = await world.ground.orm.em.fork().execute<{ id: string }[]>(
    `update webhook_delivery set state = 'DEAD', attempts = 8, last_tried_at = now(), last_status = 500, last_problem = 'REFUSED', delivered_at = now()
     returning id`,
  );
  return { subscription: id, delivery: row!.id };
}
