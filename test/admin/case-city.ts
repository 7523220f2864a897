/** What the browser's tests of cases add to the small city, and ask of it. */

/** An account for somebody about whom an exclusion is proposed, and no notice given yet. */
export const accused = `
  const { createUser } = await import('./dist/server/identity/user.service.js');
  const { systemActor } = await import('./dist/server/identity/actor.js');
  const [held] = await store.ground.orm.em.fork().execute("select d.officer_id as id from decision d where d.state = 'PROPOSED' and d.kind = 'AWARD_EXCLUSION' order by d.reference limit 1");
  await createUser({ ground: store.ground, actor: systemActor }, { name: 'Người được đề nghị', email: 'accused@demo.example', password: 'hopthu-demo', grants: [{ role: 'OFFICER', scopeId: held.id }] });
`;

export interface Held {
  id: string;
  reference: string;
  state: string;
  number: string | null;
  officer: { fullName: string };
  vote: { for: number; against: number; abstain: number; base: number } | null;
}

export const fields = 'id reference state number officer { fullName } vote { for against abstain base }';

export const listOf = (filter: object): string => `/decisions?filter=${encodeURIComponent(JSON.stringify(filter))}`;
