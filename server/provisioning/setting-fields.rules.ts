/** What must be told to reach a mail system of a kind, and is what was told fit to be used? Pure: forms are drawn from it, and settings checked by it. */
import type { Text } from '../kernel/language.js';
import type { Reason } from '../kernel/refusal.js';
import { provisioningMessages } from './provisioning.messages.js';

export type SettingValue = string | number | boolean;

export interface SettingField {
  name: string;
  type: 'TEXT' | 'LONG_TEXT' | 'NUMBER' | 'YES_NO' | 'CHOICE' | 'SECRET';
  label: Text;
  hint?: Text;
  isRequired?: boolean;
  /** What holds where nothing is said. */
  usual?: SettingValue;
  choices?: readonly { value: string; label: Text }[];
  least?: number;
  most?: number;
  /** Of an address: the secret that is told to whatever is there. */
  tells?: string;
}

/** What was told, and the secrets apart: they are stored sealed and never shown again. */
export interface Told {
  settings: Readonly<Record<string, SettingValue>>;
  secrets: Readonly<Record<string, string>>;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '';

function faultOf(field: SettingField, value: SettingValue | undefined): Text | undefined {
  if (isEmpty(value)) return field.isRequired && field.usual === undefined ? provisioningMessages.settingMissing : undefined;
  if (field.type === 'NUMBER') {
    const isFit = typeof value === 'number' && Number.isInteger(value) && value >= (field.least ?? 0) && value <= (field.most ?? 1e9);
    return isFit ? undefined : provisioningMessages.settingNumber;
  }
  if (field.type === 'YES_NO') return typeof value === 'boolean' ? undefined : provisioningMessages.settingYesNo;
  if (typeof value !== 'string') return provisioningMessages.settingText;
  if (field.type === 'CHOICE' && !field.choices?.some((choice) => choice.value === value)) return provisioningMessages.settingChoice;
  return undefined;
}

/** What keeps these settings from being used, one reason a field; the path is `["settings", name]`. */
export function settingFaults(fields: readonly SettingField[], { settings, secrets }: Told): Reason[] {
  const known = new Set(fields.map(({ name }) => name));
  const unknown = [...Object.keys(settings), ...Object.keys(secrets)].filter((name) => !known.has(name));
  const faults = fields.flatMap((field): Reason[] => {
    const text = faultOf(field, field.type === 'SECRET' ? secrets[field.name] : settings[field.name]);
    return text ? [{ code: 'INVALID', path: ['settings', field.name], message: { text, values: { name: field.name } } }] : [];
  });
  const strangers = unknown.map((name): Reason => ({
    code: 'INVALID',
    path: ['settings', name],
    message: { text: provisioningMessages.settingUnknown, values: { name } },
  }));
  return [...faults, ...strangers];
}

/** Secrets that are stored and left out although they would now be told to another address: they must be told again, or an address could draw them out. */
export function secretsToTellAgain(
  fields: readonly SettingField[],
  before: { settings: Readonly<Record<string, SettingValue>>; secrets: Readonly<Record<string, string>> },
  { settings, secrets }: Told,
): Reason[] {
  return fields.flatMap(({ name, tells }): Reason[] => {
    const isElsewhere = tells !== undefined && !isEmpty(settings[name]) && settings[name] !== before.settings[name];
    if (!isElsewhere || isEmpty(before.secrets[tells]) || !isEmpty(secrets[tells])) return [];
    return [{ code: 'INVALID', path: ['settings', tells], message: { text: provisioningMessages.secretAgain, values: { name: tells } } }];
  });
}

/** The settings with what holds where nothing was said. */
export function withUsual(fields: readonly SettingField[], settings: Readonly<Record<string, SettingValue>>): Record<string, SettingValue> {
  const usual = fields.flatMap(({ name, usual: value }) => (value === undefined ? [] : [[name, value] as const]));
  const told = Object.entries(settings).filter(([, value]) => !isEmpty(value));
  return { ...Object.fromEntries(usual), ...Object.fromEntries(told) };
}
