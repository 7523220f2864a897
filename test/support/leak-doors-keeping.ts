/** The ways by which data are kept, handed out and erased; a part of leak-doors.ts. */
import { type Canaries, SECRET, STORED, TYPED } from './canaries.js';
import type { RightsWorld } from './rights-world.js';

interface KeepingDoors {
  city: RightsWorld;
  canaries: Canaries;
  graphql(query: string, variables?: object, headers?: Record<string, string>): Promise<any>;
  send(method: 'GET', url: string): Promise<any>;
  force: Record<string, string>;
}

/** A legal basis that is kept, a reason that is refused, and what somebody types who is not signed in. */
export async function keepingDoors({ city, canaries, graphql, send, force }: KeepingDoors): Promise<void> {
  await graphql(
    'mutation ($basis: String!) { retentionPolicySet(input: { legalBasis: $basis, periods: [{ name: "kernel.outbox", period: 21 }] }) { userErrors { code message } } }',
    { basis: canaries.add('legal basis of a policy for keeping', STORED) },
    force,
  );
  await graphql(
    'mutation ($id: ID!, $reason: String!) { officerErase(id: $id, reason: $reason) { userErrors { code message } } }',
    { id: city.own.officer, reason: canaries.add('reason of an erasure that is refused', TYPED) },
    force,
  );
  await send('GET', `/my-data.json?lang=${canaries.add('language of the own file', SECRET)}`);
}
