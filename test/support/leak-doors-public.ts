/** Everything that nobody need sign in for: every root field without needed arguments, and every page, as nobody (G-30). */
import { isNonNullType } from 'graphql';
import { hopthuSchema } from '../../server/app.js';
import { PUBLIC_SLUG } from './rights-publication-table.js';

interface PublicDoors {
  send(method: 'GET', url: string): Promise<unknown>;
  graphql(query: string): Promise<unknown>;
  /** Of a paper that was issued. */
  paperCode: string;
}

export async function publicDoors({ send, graphql, paperCode }: PublicDoors): Promise<void> {
  const fields = Object.values(hopthuSchema().getQueryType()!.getFields()).filter(
    ({ args }) => !args.some(({ type }) => isNonNullType(type)),
  );
  for (const { name } of fields) for (const inside of ['', ' { __typename }', ' { nodes { id } }']) await graphql(`{ ${name}${inside} }`);
  await graphql(
    `{ publishedList(slug: "${PUBLIC_SLUG}") { title legalBasis corrections figures { all { never notAssessed } leaders { never notAssessed } } agencies { name never } rows(first: 100) { nodes { name post agency tier isCorrected } } } }`,
  );
  const pages = ['', '/list.csv', '/list.json', '.csv', '.json', '?lang=en', '?version=1'].map((part) => `/lists/${PUBLIC_SLUG}${part}`);
  const checks = ['', `/${paperCode}`, `?code=${paperCode}&lang=en`].map((part) => `/verify${part}`);
  for (const url of [
    '/',
    '/healthz',
    '/readyz',
    '/auth/state',
    '/lists',
    ...pages,
    ...checks,
    '/nowhere',
    '/graphql',
    '/schema.graphql',
    '/.env',
    '/data',
  ])
    await send('GET', url);
}
