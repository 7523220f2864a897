/** Can what was told of a directory be used? More than the fields alone can tell: names that are none, and places that contradict each other. */
import { say as said, type Text, type Values } from '../../kernel/language.js';
import type { Reason } from '../../kernel/refusal.js';
import { settingFaults, type Told, withUsual } from '../setting-fields.rules.js';
import { isBelow, isDn, isSameDn } from './ldap-names.rules.js';
import { ldapMessages as say } from './ldap.messages.js';
import { type LdapSettings, ldapSettingFields, ldapSettings } from './ldap-settings.rules.js';
import { sqlMessages as doveadm } from './sql.messages.js';
import { isDoveadmUrl } from './sql-shape.rules.js';

const fault = (name: string, text: Text, values: Values = {}): Reason => ({
  code: 'INVALID',
  path: ['settings', name],
  message: { text, values: { name, ...values } },
});

const isName = (text: string): boolean => /^([a-z][a-z0-9-]*|\d+(\.\d+)+)$/i.test(text);

function urlFault({ url }: LdapSettings): Reason[] {
  if (!URL.canParse(url) || !/^ldaps?:$/.test(new URL(url).protocol)) return [fault('url', say.faultUrl)];
  const { username, password } = new URL(url);
  return username || password ? [fault('url', say.faultUrlLogin)] : [];
}

function placeFaults({ bindDn, container, revokedContainer, searchBase, variant }: LdapSettings): Reason[] {
  const places = { container, ...(variant === 'MOVE' && { revokedContainer }) };
  // The first one: what was not told follows from the others.
  const [broken] = Object.entries({ bindDn, ...places, searchBase }).find(([, dn]) => !isDn(dn)) ?? [];
  if (broken) return [fault(broken, say.faultDn)];
  const unseen = Object.entries(places).filter(([, dn]) => !isSameDn(dn, searchBase) && !isBelow(dn, searchBase));
  const isInside = variant === 'MOVE' && (isSameDn(container, revokedContainer) || isBelow(container, revokedContainer));
  return [...unseen.map(([name]) => fault(name, say.faultPlace)), ...(isInside ? [fault('revokedContainer', say.faultInside)] : [])];
}

function nameFaults(settings: LdapSettings): Reason[] {
  const attributes = Object.entries(settings).filter(([name, value]) => name.endsWith('Attribute') && value !== undefined);
  const wrong = attributes.filter(([, value]) => !isName(String(value)));
  const { objectClasses, stateValues, variant } = settings;
  const classes = objectClasses.length > 0 && objectClasses.every(isName);
  const values = Object.values(stateValues).map((value) => value.toLowerCase());
  const isTwice = variant === 'ATTRIBUTE' && new Set(values).size < values.length;
  return [
    ...wrong.map(([name]) => fault(name, say.faultName)),
    ...(classes ? [] : [fault('objectClasses', say.faultName)]),
    ...(isTwice ? [fault('stateAttribute', say.faultStates)] : []),
  ];
}

const contradictions = (settings: LdapSettings): Reason[] => [...urlFault(settings), ...placeFaults(settings), ...nameFaults(settings)];

function doveadmFaults({ settings: { doveadmUrl }, secrets: { doveadmKey } }: Told): Reason[] {
  if (!doveadmUrl) return [];
  return [
    ...(isDoveadmUrl(doveadmUrl) ? [] : [fault('doveadmUrl', doveadm.doveadmUrl)]),
    ...(doveadmKey ? [] : [fault('doveadmKey', doveadm.doveadmKey)]),
  ];
}

/** What keeps these settings from being used. */
export function ldapSettingFaults(told: Told): Reason[] {
  const faults = settingFaults(ldapSettingFields, told);
  if (faults.length > 0) return faults;
  return [...contradictions(ldapSettings(withUsual(ldapSettingFields, told.settings))), ...doveadmFaults(told)];
}

/** The first contradiction, in English as all that a mail system says; undefined where there is none. */
export function settingsFault(settings: LdapSettings): string | undefined {
  const [first] = contradictions(settings);
  return first && said(first.message, 'en');
}
