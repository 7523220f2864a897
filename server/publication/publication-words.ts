/** The enum of this room as the schema shows it. */
import { registerEnumType } from 'type-graphql';
import { AUDIENCES, type Audience as Name } from './vocabulary.js';

export const Audience = Object.fromEntries(AUDIENCES.map((name) => [name, name])) as { [N in Name]: N };

registerEnumType(Audience, {
  name: 'Audience',
  description: 'Who may read a published list (P-1).',
  valuesConfig: {
    INTERNAL: { description: 'Whoever is signed in.' },
    PUBLIC: { description: 'Everybody, without signing in.' },
  },
});
