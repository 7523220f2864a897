/**
 * A real OpenID provider on a loopback port, with a sign-in page of its own: people sign in by their name. What its token endpoint says
 * can be changed on the way out, so that a test may meet a provider that lies.
 */
import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, decodeProtectedHeader, type JWTPayload, SignJWT } from 'jose';
import { type Configuration, Provider } from 'oidc-provider';

/** Somebody the provider knows, and how they sign in there. */
export interface ProviderAccount {
  sub: string;
  amr?: string[];
  acr?: string;
  [claim: string]: unknown;
}

export interface ProviderOptions {
  redirectUri: string;
  clientId?: string;
  /** Without one the client is public. */
  clientSecret?: string;
  /** Further clients with the same redirect address. */
  otherClients?: readonly string[];
  /** Puts what the scopes ask for into the ID token; else it stands in the user info alone. */
  claimsInToken?: boolean;
  /** Any that is free, unless one is named. */
  port?: number;
}

/** Changes an ID token on its way out. */
export interface Lie {
  claims?: (claims: JWTPayload) => JWTPayload;
  /** Signs with this key instead of the provider's own. */
  key?: KeyObject;
  /** Leaves the signature out and says so. */
  isUnsigned?: boolean;
}

export interface RunningProvider {
  issuer: string;
  accounts: Map<string, ProviderAccount>;
  /** In force until it is taken away. */
  lie: Lie | undefined;
  /** What people signed in as, in this order. */
  readonly log: string[];
  close(): Promise<void>;
}

const KID = 'test';

export const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

const page = (uid: string): string => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cổng đăng nhập</title></head><body>
<main><h1>Cổng đăng nhập</h1><form method="post" action="/interaction/${uid}"><label>Tên <input name="login" autofocus></label><button>Đăng nhập</button></form></main></body></html>`;

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString());
}

async function retold(idToken: string, own: KeyObject, { claims, key, isUnsigned }: Lie): Promise<string> {
  const told = decodeJwt(idToken);
  const changed = claims?.(told) ?? told;
  const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  if (isUnsigned) return `${base64({ alg: 'none' })}.${base64(changed)}.`;
  const { alg, kid } = decodeProtectedHeader(idToken);
  return new SignJWT(changed).setProtectedHeader({ alg: alg!, kid }).sign(key ?? own);
}

export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  const { redirectUri, clientId = 'hopthu', clientSecret, otherClients = [], claimsInToken = false, port = 0 } = options;
  const own = newKey();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, ProviderAccount>();
  const log: string[] = [];
  const client = (client_id: string, secret?: string) => ({
    client_id,
    redirect_uris: [redirectUri],
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
    ...(secret ? { client_secret: secret } : { token_endpoint_auth_method: 'none' as const }),
  });
  const configuration: Configuration = {
    clients: [client(clientId, clientSecret), ...otherClients.map((id) => client(id))],
    jwks: { keys: [{ ...(own.export({ format: 'jwk' }) as { kty: 'RSA' }), kid: KID, use: 'sig', alg: 'RS256' } as never] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    conformIdTokenClaims: !claimsInToken,
    claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username', 'employee_code'] },
    acrValues: ['urn:city:loa:high', 'urn:city:loa:low'],
    features: { devInteractions: { enabled: false } },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ ...[...accounts.values()].find((account) => account.sub === sub), sub }),
    }),
    // Everybody has agreed already: a city's own service does not ask.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId! });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
  // It warns that it keeps everything in memory, which is what a test wants.
  const { warn } = console;
  console.warn = () => undefined;
  const provider = new Provider(issuer, configuration);
  console.warn = warn;
  const running: RunningProvider = {
    issuer,
    accounts,
    lie: undefined,
    log,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  provider.use(async (ctx, next) => {
    await next();
    const body = ctx.body as { id_token?: string } | undefined;
    if (ctx.path === '/token' && running.lie && body?.id_token) body.id_token = await retold(body.id_token, own, running.lie);
  });
  const signIn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') {
      const { uid } = await provider.interactionDetails(request, response);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(uid));
      return;
    }
    const login = (await bodyOf(request)).get('login') ?? '';
    const account = accounts.get(login);
    log.push(login);
    await provider.interactionFinished(
      request,
      response,
      account
        ? { login: { accountId: account.sub, remember: false, amr: account.amr ?? ['pwd'], ...(account.acr && { acr: account.acr }) } }
        : { error: 'access_denied', error_description: `${login} is not known here` },
    );
  };
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    signIn(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return running;
}
