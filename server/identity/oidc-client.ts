/** Talks with the provider of single sign-on: sends people there, and makes sure that what comes back is its word, meant for us and for this browser. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Language } from '../kernel/language.js';
import type { Claims } from './oidc-claims.rules.js';
import { isLoopback, type OidcSettings } from './oidc-settings.rules.js';
import { SECOND_FACTOR_HOURS } from './second-factor.rules.js';

export type SignOnFault = 'EXPIRED' | 'UNREACHABLE' | 'CANCELLED' | 'UNTRUSTED';

/** Why the way to the provider and back came to nothing; `code` is for the log and says nothing about anybody. */
export class SignOnFailed extends Error {
  constructor(
    readonly reason: SignOnFault,
    readonly code: string,
  ) {
    super(`${reason} ${code}`);
    this.name = 'SignOnFailed';
  }
}

/** What is known of a way to the provider that has begun. */
export interface Begun {
  state: string;
  nonce: string;
  verifier: string;
}

/** What the provider says, verified. */
export interface Told {
  issuer: string;
  subject: string;
  /** Of the ID token alone: how somebody signed in is not asked anywhere else. */
  token: Claims;
  /** Who somebody is; of the ID token, or of the user info where the token does not hold the claim asked for. */
  person: Claims;
}

const ANSWER_SECONDS = 10;
const METADATA_MILLISECONDS = 3_600_000;

interface Fault {
  name?: string;
  message?: string;
  code?: unknown;
  status?: number;
  cause?: Fault;
}

/** The provider was right to be asked but is not there, or is not well: no connection, no answer in time, or a fault of its own. */
function isOutage({ name, message, code, status = 0, cause }: Fault): boolean {
  const isItself = code === 'OAUTH_TIMEOUT' || status >= 500 || (name === 'TypeError' && message === 'fetch failed');
  return isItself || (cause !== undefined && cause !== null && isOutage(cause));
}

/** Only letters that an error code is made of, so that nothing a provider says reaches the log. */
function codeOf(error: unknown): string {
  const { error: told, code, name } = error as { error?: unknown; code?: unknown; name?: string };
  return [told, code, name].find((text): text is string => typeof text === 'string' && /^\w{1,60}$/.test(text)) ?? 'unknown';
}

function failureOf(error: unknown): SignOnFailed {
  if (error instanceof SignOnFailed) return error;
  // The provider sends people back with an error: they said no, or it would not let them in.
  if (error instanceof AuthorizationResponseError)
    return new SignOnFailed(['server_error', 'temporarily_unavailable'].includes(error.error) ? 'UNREACHABLE' : 'CANCELLED', codeOf(error));
  return new SignOnFailed(isOutage(error as Fault) ? 'UNREACHABLE' : 'UNTRUSTED', codeOf(error));
}

const withoutSlash = (url: string): string => url.replace(/\/$/, '');

export class OidcClient {
  private known: { configuration: Promise<Configuration>; until: number } | undefined;

  constructor(readonly settings: OidcSettings) {}

  /** Where to send somebody, and what must come back with them. */
  async begin(language: Language): Promise<Begun & { url: URL }> {
    try {
      const configuration = await this.configuration();
      const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const { redirectUri, scope, strongAcr } = this.settings;
      const url = buildAuthorizationUrl(configuration, {
        response_type: 'code',
        redirect_uri: redirectUri,
        scope,
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
        // Makes the provider say when somebody signed in there, and ask again after so long (G-18).
        max_age: String(SECOND_FACTOR_HOURS * 3600),
        ui_locales: language === 'vi' ? 'vi en' : 'en vi',
        ...(strongAcr.length > 0 && { acr_values: strongAcr.join(' ') }),
      });
      return { ...begun, url };
    } catch (error) {
      throw failureOf(error);
    }
  }

  /**
   * Takes up what somebody came back with: state and issuer of the answer, the code with its verifier, then issuer, audience,
   * expiry, nonce and signature of the ID token. `query` is what stands behind the question mark.
   */
  async finish(query: string, { state, nonce, verifier }: Begun): Promise<Told> {
    try {
      const configuration = await this.configuration();
      // Never from what the request says of its host: behind a proxy that is another.
      const address = new URL(this.settings.redirectUri);
      address.search = query;
      const tokens = await authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const token = tokens.claims()!;
      const isInToken = token[this.settings.claim] !== undefined || !configuration.serverMetadata().userinfo_endpoint;
      const person: Claims = isInToken ? token : await fetchUserInfo(configuration, tokens.access_token, token.sub);
      return { issuer: token.iss, subject: token.sub, token, person };
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** The provider's addresses and keys, asked for once an hour; an attempt that failed is not remembered. */
  private configuration(): Promise<Configuration> {
    const now = Date.now();
    if (this.known && this.known.until > now) return this.known.configuration;
    const configuration = this.discovered();
    const known = { configuration, until: now + METADATA_MILLISECONDS };
    this.known = known;
    configuration.catch(() => {
      if (this.known === known) this.known = undefined;
    });
    return configuration;
  }

  private async discovered(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const insecure = isLoopback(issuer) && issuer.startsWith('http:') ? [allowInsecureRequests] : [];
    const found = await discovery(new URL(issuer), clientId, undefined, None(), { execute: insecure, timeout: ANSWER_SECONDS });
    const metadata = found.serverMetadata();
    // An issuer that stands for many tenants would let any of them say who somebody is.
    if (withoutSlash(metadata.issuer) !== withoutSlash(issuer)) throw new SignOnFailed('UNTRUSTED', 'other_issuer');
    const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const secret = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
    const configuration = new Configuration(metadata, clientId, undefined, clientSecret ? secret(clientSecret) : None());
    configuration.timeout = ANSWER_SECONDS;
    for (const extend of insecure) extend(configuration);
    // The token comes straight from the provider, and is still believed only with its signature.
    enableNonRepudiationChecks(configuration);
    return configuration;
  }
}
