/** `hopthu review publish` and `hopthu published …`: what of reviews everybody may read. */
import { connect } from './cli-connection.js';
import { EXIT, json, type Output, shown, table, tell, type UserErrorShown, wordFor } from './cli-output.js';
import { cliPublicationMessages as m } from './cli-publication.messages.js';
import { reviewIdOf } from './cli-review.js';
import { dateIn } from './kernel/language.js';

interface ListShown {
  slug: string;
  title: string;
  version: number;
  audience: string;
  expiresOn: string | null;
}

const LIST = 'slug title version audience legalBasis publishedAt expiresOn withdrawnAt isUp';
const ERRORS = 'userErrors { code message path rule }';

export interface PublishOptions {
  slug: string;
  audience: string;
  legalBasis?: string;
  expiresOn?: string;
}

export async function publishList(output: Output, reference: string, options: PublishOptions): Promise<number> {
  const connection = await connect('hopthu review publish', output.language);
  try {
    const id = await reviewIdOf(output, connection, reference);
    if (!id) return EXIT.refused;
    const { slug, audience, legalBasis = '', expiresOn } = options;
    const { reviewPublish } = await connection.ask<{ reviewPublish: { list: ListShown; userErrors: UserErrorShown[] } }>(
      `mutation ($id: ID!, $input: PublishInput!) { reviewPublish(id: $id, input: $input) { list { ${LIST} } ${ERRORS} } }`,
      { id, input: { slug, audience: audience.toUpperCase(), legalBasis, expiresOn } },
    );
    return shown(output, reviewPublish, ({ list }) =>
      tell(output, list.audience === 'PUBLIC' ? m.published : m.publishedInside, {
        title: list.title,
        version: list.version,
        slug: list.slug,
      }),
    );
  } finally {
    await connection.close();
  }
}

export async function listPublished(output: Output): Promise<number> {
  const connection = await connect('hopthu published list', output.language);
  try {
    const { publishedLists } = await connection.ask<{ publishedLists: ListShown[] }>(`{ publishedLists { ${LIST} } }`);
    if (output.isJson) json(publishedLists);
    else
      table(
        output,
        [m.address, m.title, m.version, m.audience, m.until],
        publishedLists.map((list) => [
          `/lists/${list.slug}`,
          list.title,
          list.version,
          wordFor(output, list.audience),
          list.expiresOn ? dateIn(output.language, list.expiresOn) : '–',
        ]),
      );
    return EXIT.done;
  } finally {
    await connection.close();
  }
}

export async function withdrawPublished(output: Output, slug: string, reason: string): Promise<number> {
  const connection = await connect('hopthu published withdraw', output.language);
  try {
    const { publishedListWithdraw } = await connection.ask<{ publishedListWithdraw: { list: ListShown; userErrors: UserErrorShown[] } }>(
      `mutation ($slug: String!, $reason: String!) { publishedListWithdraw(slug: $slug, reason: $reason) { list { ${LIST} } ${ERRORS} } }`,
      { slug, reason },
    );
    return shown(output, publishedListWithdraw, ({ list }) => tell(output, m.withdrawn, { title: list.title, slug: list.slug }));
  } finally {
    await connection.close();
  }
}
