/** What must be told to reach a directory and to write into it, and what does it mean? The fields of the form, and the settings as the connector reads them. */
import type { AccountState } from '../connector.js';
import type { SettingField, SettingValue } from '../setting-fields.rules.js';
import { commonAncestor, parentOf } from './ldap-names.rules.js';
import { ldapMessages as say } from './ldap.messages.js';
import { sqlSettingTexts as doveadm } from './sql.messages.js';

/** Stands for an attribute that the site does not have. */
const NONE = '-';

const schemes = ['ARGON2', 'CRYPT', 'SSHA512', 'SSHA'] as const;

export const ldapSettingFields: SettingField[] = [
  { name: 'url', type: 'TEXT', label: say.url, hint: say.urlHint, isRequired: true },
  { name: 'startTls', type: 'YES_NO', label: say.startTls, hint: say.startTlsHint, usual: true },
  { name: 'ca', type: 'LONG_TEXT', label: say.ca, hint: say.caHint },
  { name: 'bindDn', type: 'TEXT', label: say.bindDn, hint: say.bindDnHint, isRequired: true },
  { name: 'bindPassword', type: 'SECRET', label: say.bindPassword, isRequired: true, sentBy: ['url', 'startTls', 'ca'] },
  { name: 'timeLimitSeconds', type: 'NUMBER', ...doveadm.timeLimitSeconds, usual: 5, least: 1, most: 60 },
  { name: 'container', type: 'TEXT', label: say.container, hint: say.containerHint, isRequired: true },
  { name: 'withSubtree', type: 'YES_NO', label: say.withSubtree, hint: say.withSubtreeHint, usual: false },
  {
    name: 'variant',
    type: 'CHOICE',
    label: say.variant,
    hint: say.variantHint,
    usual: 'MOVE',
    choices: [
      { value: 'MOVE', label: say.variantMove },
      { value: 'ATTRIBUTE', label: say.variantAttribute },
    ],
  },
  { name: 'revokedContainer', type: 'TEXT', label: say.revokedContainer, hint: say.revokedContainerHint },
  { name: 'enabledAttribute', type: 'TEXT', label: say.enabledAttribute, hint: say.enabledAttributeHint, usual: 'mailEnabled' },
  { name: 'stateAttribute', type: 'TEXT', label: say.stateAttribute, hint: say.stateAttributeHint, usual: 'mailState' },
  { name: 'activeValue', type: 'TEXT', label: say.activeValue, usual: 'active' },
  { name: 'suspendedValue', type: 'TEXT', label: say.suspendedValue, usual: 'suspended' },
  { name: 'revokedValue', type: 'TEXT', label: say.revokedValue, usual: 'revoked' },
  { name: 'searchBase', type: 'TEXT', label: say.searchBase, hint: say.searchBaseHint },
  { name: 'idAttribute', type: 'TEXT', label: say.idAttribute, hint: say.idAttributeHint, usual: 'registryAccountId' },
  { name: 'fenceAttribute', type: 'TEXT', label: say.fenceAttribute, hint: say.fenceAttributeHint, usual: 'registryFence' },
  { name: 'objectClasses', type: 'TEXT', label: say.objectClasses, hint: say.objectClassesHint, usual: 'inetOrgPerson registryMailbox' },
  { name: 'rdnAttribute', type: 'TEXT', label: say.rdnAttribute, hint: say.rdnAttributeHint, usual: 'uid' },
  { name: 'mailAttribute', type: 'TEXT', label: say.mailAttribute, usual: 'mail' },
  { name: 'quotaAttribute', type: 'TEXT', label: say.quotaAttribute, hint: say.quotaAttributeHint },
  { name: 'forwardAttribute', type: 'TEXT', label: say.forwardAttribute, hint: say.forwardAttributeHint },
  { name: 'keepCopyAttribute', type: 'TEXT', label: say.keepCopyAttribute, hint: say.keepCopyAttributeHint },
  {
    name: 'passwordScheme',
    type: 'CHOICE',
    label: say.passwordScheme,
    hint: say.passwordSchemeHint,
    isRequired: true,
    choices: schemes.map((value) => ({ value, label: say[`scheme${value}`] })),
  },
  { name: 'doveadmUrl', type: 'TEXT', ...doveadm.doveadmUrl },
  { name: 'doveadmKey', type: 'SECRET', ...doveadm.doveadmKey, sentBy: ['doveadmUrl'] },
  { name: 'endOthersToo', type: 'YES_NO', ...doveadm.endOthersToo, usual: false },
  { name: 'asksDovecot', type: 'YES_NO', ...doveadm.asksDovecot, usual: true },
];

export interface LdapSettings {
  url: string;
  /** Whether the connection is encrypted after it was opened; of `ldaps:` it is from the start. */
  startTls: boolean;
  ca?: string;
  bindDn: string;
  timeoutMilliseconds: number;
  container: string;
  withSubtree: boolean;
  variant: 'MOVE' | 'ATTRIBUTE';
  revokedContainer: string;
  enabledAttribute: string;
  stateAttribute: string;
  stateValues: Readonly<Record<AccountState, string>>;
  searchBase: string;
  idAttribute: string;
  /** Left out where the directory has no place for it. */
  fenceAttribute?: string;
  objectClasses: readonly string[];
  rdnAttribute: string;
  mailAttribute: string;
  quotaAttribute?: string;
  forwardAttribute?: string;
  /** Left out where the mailbox itself stands among the destinations when a copy stays. */
  keepCopyAttribute?: string;
  passwordScheme: string;
  /** Whether Dovecot's user lookup tells a revoked account from an open one. */
  asksDovecot: boolean;
}

/** The settings as told, with what follows from others: the container of the revoked beside that of the people, and the search over both. */
export function ldapSettings(told: Readonly<Record<string, SettingValue>>): LdapSettings {
  const usual = Object.fromEntries(ldapSettingFields.map((field) => [field.name, field.usual]));
  const text = (name: string): string => String(told[name] ?? usual[name] ?? '').trim();
  const optional = (name: string): string | undefined => text(name) || undefined;
  const isOn = (name: string): boolean => (told[name] ?? usual[name]) === true;
  const container = text('container');
  const revokedContainer = optional('revokedContainer') ?? `ou=revoked,${parentOf(container)}`;
  const variant = text('variant') === 'ATTRIBUTE' ? 'ATTRIBUTE' : 'MOVE';
  const above = variant === 'MOVE' ? commonAncestor(parentOf(container), revokedContainer) : parentOf(container);
  return {
    url: text('url'),
    startTls: isOn('startTls') && !/^ldaps:/i.test(text('url')),
    ca: optional('ca'),
    bindDn: text('bindDn'),
    timeoutMilliseconds: Number(told.timeLimitSeconds ?? usual.timeLimitSeconds) * 1_000,
    container,
    withSubtree: isOn('withSubtree'),
    variant,
    revokedContainer,
    enabledAttribute: text('enabledAttribute'),
    stateAttribute: text('stateAttribute'),
    stateValues: { ACTIVE: text('activeValue'), SUSPENDED: text('suspendedValue'), REVOKED: text('revokedValue') },
    searchBase: optional('searchBase') ?? (above || container),
    idAttribute: text('idAttribute'),
    fenceAttribute: text('fenceAttribute') === NONE ? undefined : text('fenceAttribute'),
    objectClasses: text('objectClasses')
      .split(/[\s,]+/)
      .filter(Boolean),
    rdnAttribute: text('rdnAttribute'),
    mailAttribute: text('mailAttribute'),
    quotaAttribute: optional('quotaAttribute'),
    forwardAttribute: optional('forwardAttribute'),
    keepCopyAttribute: optional('keepCopyAttribute'),
    passwordScheme: text('passwordScheme'),
    asksDovecot: isOn('asksDovecot'),
  };
}

/** Attributes that the connector writes or reads, without those that every directory has. */
export function namedAttributes(settings: LdapSettings): string[] {
  const { variant, enabledAttribute, stateAttribute, idAttribute, fenceAttribute, rdnAttribute, mailAttribute } = settings;
  const { quotaAttribute, forwardAttribute } = settings;
  const keepCopyAttribute = forwardAttribute && settings.keepCopyAttribute;
  const state = variant === 'MOVE' ? enabledAttribute : stateAttribute;
  const all = [
    state,
    idAttribute,
    fenceAttribute,
    rdnAttribute,
    mailAttribute,
    quotaAttribute,
    forwardAttribute,
    keepCopyAttribute,
    'userPassword',
  ];
  return all.filter((name) => name !== undefined);
}
