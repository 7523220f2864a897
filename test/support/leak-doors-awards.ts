/** The ways by which other systems are subscribed and told; a part of leak-doors.ts. */
import { expect } from '@jest/globals';
import { WebhookPost } from '../../server/awards/webhook-post.js';
import { type Canaries, SECRET, STORED } from './canaries.js';
import type { World } from './world.js';

interface AwardsDoors {
  world: World;
  canaries: Canaries;
  graphql(query: string, variables?: object, headers?: Record<string, string>): Promise<any>;
  admin: Record<string, string>;
}

/** Addresses and secrets of webhooks, and a message to a system that is not there. */
export async function awardsDoors({ world, canaries, graphql, admin }: AwardsDoors): Promise<void> {
  const subscribe = async (url: string, name: string) => {
    const document = `mutation ($input: WebhookInput!) { webhookSubscribe(input: $input) { subscription { id } secret userErrors { code message path } } }`;
    return (await graphql(document, { input: { name, url } }, admin)).data.webhookSubscribe;
  };
  process.env.HOPTHU_WEBHOOK_INTERNAL = '127.0.0.1';
  try {
    const refused = new URL('https://thidua.example/hook');
    refused.password = canaries.add('password in the address of a webhook', SECRET);
    await subscribe(refused.href, canaries.add('name of a webhook that is refused', SECRET));
    const url = `https://127.0.0.1:9/${canaries.add('address of a webhook', STORED)}`;
    const made = await subscribe(url, canaries.add('name of a webhook', STORED));
    expect(made.userErrors).toEqual([]);
    canaries.add('secret of a webhook', SECRET, made.secret.slice('whsec_'.length));
    await graphql(
      `
        mutation ($id: ID!) {
          webhookTest(id: $id) {
            userErrors {
              code
            }
          }
        }
      `,
      { id: made.subscription.id },
      admin,
    );
    // The world's own post stands still.
    await new WebhookPost(world.ground).drain();
    const { data } = await graphql(
      `
        {
          webhookDeliveries(state: [WAITING]) {
            nodes {
              attempts
              lastProblem
            }
          }
        }
      `,
      {},
      admin,
    );
    expect(data.webhookDeliveries.nodes).toContainEqual({ attempts: 1, lastProblem: 'UNREACHABLE' });
  } finally {
    delete process.env.HOPTHU_WEBHOOK_INTERNAL;
  }
}
