/** Are the settings of single sign-on complete and safe? What is wrong is said in one sentence, when the server starts. */
import type { Text } from '../kernel/language.js';

export const OIDC_MATCHES = ['email', 'officer-code'] as const;

export interface OidcSettings {
  /** The provider, exactly as it names itself. */
  issuer: string;
  clientId: string;
  /** None for a public client; PKCE guards either. */
  clientSecret: string | null;
  /** What the button says. */
  name: string;
  /** The claim that says who somebody is. */
  claim: string;
  /** What of Hopthu the claim is compared with, the first time. */
  match: (typeof OIDC_MATCHES)[number];
  scope: string;
  /** Where people reach this server, without a slash at the end. */
  publicUrl: string;
  /** What is registered at the provider. */
  redirectUri: string;
  /** Values of `acr` that stand for a second factor. */
  strongAcr: readonly string[];
}

export const CALLBACK_PATH = '/auth/oidc/callback';

const NAMES = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'NAME', 'CLAIM', 'MATCH', 'SCOPE', 'STRONG_ACR'].map((n) => `HOPTHU_OIDC_${n}`);
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export class WrongOidcSetting extends Error {
  readonly text: Text;

  constructor(vi: string, en: string) {
    super(`${vi} / ${en}`);
    this.name = 'WrongOidcSetting';
    this.text = { vi, en };
  }
}

/** Whether an address is on this machine, where http needs no certificate. */
export const isLoopback = (url: string): boolean => LOOPBACK.includes(new URL(url).hostname);

/** Refuses what is no address, what is not https, and what has parts that nobody would look for there. */
function addressOf(name: string, text: string, mayHavePath: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['https:', 'http:'].includes(url.protocol))
    throw new WrongOidcSetting(`${name} không phải là một địa chỉ https.`, `${name} is not an https address.`);
  if (url.protocol === 'http:' && !isLoopback(text))
    throw new WrongOidcSetting(
      `${name} phải bắt đầu bằng https:// (http chỉ dùng cho localhost).`,
      `${name} must begin with https:// (http is for localhost only).`,
    );
  if (url.username || url.password || url.search || url.hash || (!mayHavePath && url.pathname !== '/'))
    throw new WrongOidcSetting(
      `${name} chỉ gồm địa chỉ, không có tên, mật khẩu, tham số${mayHavePath ? '' : ' hay đường dẫn'}.`,
      `${name} must be the plain address, without name, password, parameters${mayHavePath ? '' : ' or path'}.`,
    );
  return url;
}

/** The settings in the environment; null when single sign-on is not set up at all. Throws WrongOidcSetting. */
export function oidcSettingsOf(env: Readonly<Record<string, string | undefined>>): OidcSettings | null {
  const given = Object.keys(env).filter((name) => name.startsWith('HOPTHU_OIDC_') && env[name]);
  if (given.length === 0) return null;
  const unknown = given.find((name) => !NAMES.includes(name));
  if (unknown)
    throw new WrongOidcSetting(
      `Không có cài đặt ${unknown}; các cài đặt hiện có: ${NAMES.join(', ')}.`,
      `There is no setting ${unknown}; known are ${NAMES.join(', ')}.`,
    );
  const needed = (name: string): string => {
    const value = env[name]?.trim();
    if (value) return value;
    throw new WrongOidcSetting(
      `Đã đặt ${given[0]} nhưng còn thiếu ${name}: chưa thể đăng nhập một lần.`,
      `${given[0]} is set but ${name} is missing: single sign-on cannot work.`,
    );
  };
  const issuer = needed('HOPTHU_OIDC_ISSUER');
  addressOf('HOPTHU_OIDC_ISSUER', issuer, true);
  const publicUrl = addressOf('HOPTHU_URL', needed('HOPTHU_URL'), false).origin;
  const claim = env['HOPTHU_OIDC_CLAIM']?.trim() || 'email';
  const match = OIDC_MATCHES.find((known) => known === (env['HOPTHU_OIDC_MATCH']?.trim() || 'email'));
  if (!match)
    throw new WrongOidcSetting(
      `HOPTHU_OIDC_MATCH phải là ${OIDC_MATCHES.join(' hoặc ')}.`,
      `HOPTHU_OIDC_MATCH must be ${OIDC_MATCHES.join(' or ')}.`,
    );
  if (match === 'officer-code' && claim === 'email')
    throw new WrongOidcSetting(
      'HOPTHU_OIDC_MATCH=officer-code cần HOPTHU_OIDC_CLAIM là thuộc tính chứa mã cán bộ, ví dụ employee_code.',
      'HOPTHU_OIDC_MATCH=officer-code needs HOPTHU_OIDC_CLAIM to name the claim that holds the officer code, for instance employee_code.',
    );
  const scope = env['HOPTHU_OIDC_SCOPE']?.trim() || (claim === 'email' ? 'openid email' : 'openid profile email');
  if (!scope.split(/\s+/).includes('openid'))
    throw new WrongOidcSetting('HOPTHU_OIDC_SCOPE phải có openid.', 'HOPTHU_OIDC_SCOPE must contain openid.');
  return {
    issuer,
    clientId: needed('HOPTHU_OIDC_CLIENT_ID'),
    clientSecret: env['HOPTHU_OIDC_CLIENT_SECRET'] || null,
    name: env['HOPTHU_OIDC_NAME']?.trim() || new URL(issuer).host,
    claim,
    match,
    scope,
    publicUrl,
    redirectUri: `${publicUrl}${CALLBACK_PATH}`,
    strongAcr: (env['HOPTHU_OIDC_STRONG_ACR'] ?? '').split(/[\s,]+/).filter(Boolean),
  };
}
