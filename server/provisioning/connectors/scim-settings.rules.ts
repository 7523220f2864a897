/** What must be told to reach a SCIM server, is it fit to be used, and what can be asked of such a server? */
import type { Text } from '../../kernel/language.js';
import type { Reason } from '../../kernel/refusal.js';
import type { AccountState, Capabilities } from '../connector.js';
import type { SettingField, SettingValue, Told } from '../setting-fields.rules.js';
import { scimFaultTexts, scimSettingTexts as texts } from './scim.messages.js';

const text = (name: keyof typeof texts, more: Partial<SettingField> = {}): SettingField => ({
  name,
  type: 'TEXT',
  label: texts[name],
  ...more,
});

export const scimSettingFields: SettingField[] = [
  text('baseUrl', { isRequired: true, hint: texts.baseUrlHint }),
  text('mayUseHttp', { type: 'YES_NO', usual: false, hint: texts.mayUseHttpHint }),
  text('signIn', {
    type: 'CHOICE',
    usual: 'BEARER',
    choices: [
      { value: 'BEARER', label: texts.bearer },
      { value: 'BASIC', label: texts.basic },
    ],
  }),
  text('userName', { hint: texts.userNameHint }),
  text('secret', { type: 'SECRET', isRequired: true, sentBy: ['baseUrl'] }),
  text('suspendKeepsDelivery', { type: 'YES_NO', usual: false, hint: texts.suspendKeepsDeliveryHint }),
  text('stateAttribute', { hint: texts.stateAttributeHint }),
  text('stateActive', { usual: 'active' }),
  text('stateSuspended', { usual: 'suspended' }),
  text('stateRevoked', { usual: 'revoked' }),
  text('fenceAttribute', { hint: texts.fenceAttributeHint }),
  text('takesHashes', { type: 'YES_NO', usual: false, hint: texts.takesHashesHint }),
  text('pageSize', { type: 'NUMBER', usual: 100, least: 1, most: 1_000 }),
  text('timeoutSeconds', { type: 'NUMBER', usual: 5, least: 1, most: 60 }),
];

/** An attribute of a user; those of an extension stand under its URN. */
export interface AttributePath {
  path: string;
  extension?: string;
  name: string;
}

/** What is kept where at the server, and what its words mean. */
export interface ScimManner {
  suspendKeepsDelivery: boolean;
  takesHashes: boolean;
  state?: { at: AttributePath; values: Readonly<Record<AccountState, string>> };
  fence?: AttributePath;
}

/** Where the server is and how it is spoken to. */
export interface ScimPlace {
  /** Without a slash at its end. */
  base: string;
  /** Value of the `authorization` header. */
  authorization: string;
  /** What must not be repeated in any message. */
  secrets: readonly string[];
  pageSize: number;
  timeoutMilliseconds: number;
}

const PATH = /^(?:(urn:[\w.:-]+):)?([A-Za-z][\w$-]*)$/;
const IN_USE = 'id externalid username active password meta schemas displayname name emails groups'.split(' ');

function attributePath(told: SettingValue | undefined): AttributePath | undefined {
  const [path, extension, name] = PATH.exec(String(told ?? '').trim()) ?? [];
  if (!path || !name) return undefined;
  return extension ? { path, extension, name } : IN_USE.includes(name.toLowerCase()) ? undefined : { path, name };
}

const isThisMachine = (host: string): boolean => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);

function urlFault(told: SettingValue | undefined, mayUseHttp: boolean): Text | undefined {
  const url = URL.parse(String(told ?? ''));
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) return scimFaultTexts.url;
  return url.protocol === 'https:' || mayUseHttp || isThisMachine(url.hostname) ? undefined : scimFaultTexts.http;
}

/** What keeps completed settings from being used beyond what each field says of itself; the path is `["settings", name]`. */
export function scimSettingFaults({ settings, secrets }: Told): Reason[] {
  const values = [settings.stateActive, settings.stateSuspended, settings.stateRevoked];
  const hasState = Boolean(settings.stateAttribute);
  const faults: [name: string, Text | false | undefined][] = [
    ['baseUrl', urlFault(settings.baseUrl, settings.mayUseHttp === true)],
    ['userName', settings.signIn === 'BASIC' && !/^[^:\p{Cc}]+$/u.test(String(settings.userName ?? '')) && scimFaultTexts.userName],
    ['secret', !/^[\x20-\x7e]+$/.test(secrets.secret ?? '') && settings.signIn !== 'BASIC' && scimFaultTexts.secret],
    ['stateAttribute', hasState && !attributePath(settings.stateAttribute) && scimFaultTexts.attribute],
    ['fenceAttribute', Boolean(settings.fenceAttribute) && !attributePath(settings.fenceAttribute) && scimFaultTexts.attribute],
    ['fenceAttribute', hasState && settings.fenceAttribute === settings.stateAttribute && scimFaultTexts.sameAttribute],
    ['stateAttribute', hasState && new Set(values).size < values.length && scimFaultTexts.sameValue],
  ];
  return faults.flatMap(([name, fault]) => (fault ? [{ code: 'INVALID', path: ['settings', name], message: { text: fault } }] : []));
}

export function scimManner(settings: Told['settings']): ScimManner {
  const at = attributePath(settings.stateAttribute);
  const fence = attributePath(settings.fenceAttribute);
  const values = {
    ACTIVE: String(settings.stateActive),
    SUSPENDED: String(settings.stateSuspended),
    REVOKED: String(settings.stateRevoked),
  };
  return {
    suspendKeepsDelivery: settings.suspendKeepsDelivery === true,
    takesHashes: settings.takesHashes === true,
    ...(at && { state: { at, values } }),
    ...(fence && { fence }),
  };
}

export function scimPlace({ settings, secrets }: Told): ScimPlace {
  const secret = secrets.secret ?? '';
  const credentials = Buffer.from(`${settings.userName}:${secret}`).toString('base64');
  const isBasic = settings.signIn === 'BASIC';
  return {
    base: String(settings.baseUrl).replace(/\/+$/, ''),
    authorization: isBasic ? `Basic ${credentials}` : `Bearer ${secret}`,
    secrets: isBasic ? [secret, credentials] : [secret],
    pageSize: Number(settings.pageSize),
    timeoutMilliseconds: Number(settings.timeoutSeconds) * 1_000,
  };
}

/** Whether a mailbox can be closed to incoming mail: not where locking is all there is, and locked accounts go on receiving. */
export const canRevoke = ({ state, suspendKeepsDelivery }: ScimManner): boolean => Boolean(state) || !suspendKeepsDelivery;

/** SCIM knows no sessions and no forwarding; what it can do beyond opening and locking the settings say. */
export const scimCapabilities = ({ state, suspendKeepsDelivery, takesHashes }: ScimManner): Capabilities => ({
  suspendKeepsDelivery: Boolean(state) || suspendKeepsDelivery,
  endSessions: false,
  forward: false,
  resetPassword: takesHashes,
  list: 'complete',
  verify: 'readback',
});
