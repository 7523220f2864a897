/** Doors of papers: what stands on one is for whoever may have it; by its code everybody is told only that there is such a paper. */
import { type Canaries, SECRET, STORED } from './canaries.js';
import type { RightsWorld } from './rights-world.js';
import type { World } from './world.js';

type Headers = Record<string, string>;

interface Doors {
  world: World;
  city: RightsWorld;
  canaries: Canaries;
  graphql: (query: string, variables?: object, headers?: Headers) => Promise<any>;
  send: (method: 'GET' | 'POST', url: string, payload?: string | object, headers?: Headers) => Promise<unknown>;
}

/** The code of a paper on which canaries stand. */
export async function paperDoors({ world, city, canaries, graphql, send }: Doors): Promise<string> {
  const { filed } = city.own.decisions;
  const grounds = canaries.add('grounds of a decision', STORED);
  await world.ground.orm.em.fork().execute('update decision set grounds = ? where id = ?', [grounds, filed]);
  const secretary = { authorization: `Bearer ${city.tokens.get('SECRETARY')!}` };
  const save = 'mutation ($text: String) { paperTemplateSave(name: "minutes.place", text: $text) { userErrors { code message } } }';
  await graphql(save, { text: canaries.add('text of papers', STORED) }, secretary);
  await graphql(save, { text: `${canaries.add('text with an unknown place', SECRET)} {nowhere}` }, secretary);
  const reason = canaries.add('why a paper was made anew', STORED);
  const anew = 'mutation ($id: ID!, $reason: String!) { paperMakeAnew(kind: DECISION, aboutId: $id, reason: $reason) { paper { code } } }';
  const { data } = await graphql(anew, { id: filed, reason }, secretary);
  for (const kind of ['decision', 'case-file', 'notice']) await send('GET', `/papers/${kind}/${filed}.docx`, undefined, secretary);
  await send('GET', `/papers/decision/${filed}.pdf`);
  return data.paperMakeAnew.paper.code as string;
}
