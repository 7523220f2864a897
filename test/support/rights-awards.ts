/** What rights-world.ts has of awards: a subscribed system with a message that was given up; the exclusions are those of rights-decisions.ts. */
import { webhookPostOf } from '../../server/awards/webhook-post.js';
import { sendTest, subscribe } from '../../server/awards/webhook.service.js';
import type { World } from './world.js';

export interface AwardsThings {
  subscription: string;
  delivery: string;
}

export async function awardsThings(world: World): Promise<AwardsThings> {
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
