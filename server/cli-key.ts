/** `hopthu key …`: the API keys of other systems. */
import { accountWords as m } from './cli-account.messages.js';
import { connect } from './cli-connection.js';
import { complain, EXIT, json, type Output, shown, table, tell, type UserErrorShown } from './cli-output.js';
import { cliMessages } from './cli.messages.js';
import { momentIn } from './cli-user.js';
import { dayIn } from './kernel/calendar.js';
import { dateIn } from './kernel/language.js';
import { choiceOfEnvironment } from './store/choice.js';

const KEY = 'id name prefix scopes createdAt expiresOn lastUsedAt endedAt createdBy';
const PAYLOAD = `{ id secret apiKey { ${KEY} } userErrors { code message path rule } }`;

interface Key {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  expiresOn: string;
  lastUsedAt: string | null;
  endedAt: string | null;
  createdBy: string;
}

interface Payload {
  id: string | null;
  secret: string | null;
  apiKey: Key | null;
  userErrors: UserErrorShown[];
}

function stateOf({ language }: Output, key: Key): string {
  if (key.endedAt) return m.revoked[language];
  const today = dayIn(choiceOfEnvironment('').timeZone ?? 'Asia/Ho_Chi_Minh', new Date());
  return (today > key.expiresOn ? m.expired : m.active)[language];
}

export async function createKey(output: Output, options: { name: string; scope: string[]; expiresOn: string }): Promise<number> {
  const connection = await connect('hopthu key create', output.language);
  try {
    const { apiKeyCreate } = await connection.ask<{ apiKeyCreate: Payload }>(
      `mutation ($name: String!, $scopes: [String!]!, $expiresOn: Date!) { apiKeyCreate(name: $name, scopes: $scopes, expiresOn: $expiresOn) ${PAYLOAD} }`,
      { name: options.name, scopes: options.scope, expiresOn: options.expiresOn },
    );
    return shown(output, apiKeyCreate, ({ secret, apiKey }) => tell(output, m.key, { name: apiKey!.name, secret: secret! }));
  } finally {
    await connection.close();
  }
}

export async function listKeys(output: Output): Promise<number> {
  const connection = await connect('hopthu key list', output.language);
  try {
    const { apiKeys } = await connection.ask<{ apiKeys: Key[] }>(`{ apiKeys { ${KEY} } }`);
    if (output.isJson) json(apiKeys);
    else if (apiKeys.length === 0) tell(output, cliMessages.none);
    else
      table(
        output,
        [cliMessages.name, m.beginning, m.scopes, cliMessages.state, m.expiresOn, m.lastUsed, m.madeBy],
        apiKeys.map((key) => [
          key.name,
          `${key.prefix}…`,
          key.scopes.join('\n'),
          stateOf(output, key),
          dateIn(output.language, key.expiresOn),
          key.lastUsedAt && momentIn(output, key.lastUsedAt),
          key.createdBy,
        ]),
      );
    return EXIT.done;
  } finally {
    await connection.close();
  }
}

/** Revokes the key that is named by its id or its beginning. */
export async function revokeKey(output: Output, named: string): Promise<number> {
  const connection = await connect('hopthu key revoke', output.language);
  try {
    const { apiKeys } = await connection.ask<{ apiKeys: Key[] }>(`{ apiKeys { ${KEY} } }`);
    const prefix = named.replace(/…$/, '');
    const meant = apiKeys.filter((key) => key.id === named || (prefix !== '' && key.prefix.startsWith(prefix)));
    if (meant.length !== 1) {
      complain(output, meant.length ? m.severalKeys : m.noKey, { prefix });
      return EXIT.refused;
    }
    const { apiKeyRevoke } = await connection.ask<{ apiKeyRevoke: Payload }>(`mutation ($id: ID!) { apiKeyRevoke(id: $id) ${PAYLOAD} }`, {
      id: meant[0]!.id,
    });
    return shown(output, apiKeyRevoke, ({ apiKey }) => tell(output, m.keyRevoked, { name: apiKey!.name, prefix: apiKey!.prefix }));
  } finally {
    await connection.close();
  }
}
