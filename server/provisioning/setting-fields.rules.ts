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
  /** Of a SECRET: the settings that say where it is sent, and how. */
  sentBy?: readonly string[];
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

/**
 * Secrets that are stored but must be told again: they would be sent to another address, or another way, than when they were told. Whoever may change
 * settings could else have them sent to a machine of their own.
 */
export function secretsToTellAgain(
  fields: readonly SettingField[],
  before: Readonly<Record<string, SettingValue>>,
  told: Told,
  stored: Readonly<Record<string, string>>,
): Reason[] {
  const [was, is] = [withUsual(fields, before), withUsual(fields, told.settings)];
  const again = fields.filter(({ name, sentBy = [] }) => stored[name] && !told.secrets[name] && sentBy.some((by) => was[by] !== is[by]));
  return again.map(({ name }) => ({
    code: 'REQUIRED',
    path: ['settings', name],
    message: { text: provisioningMessages.secretAgain, values: { name } },
  }));
}

/** The settings with what holds where nothing was said. */
export function withUsual(fields: readonly SettingField[], settings: Readonly<Record<string, SettingValue>>): Record<string, SettingValue> {
  const usual = fields.flatMap(({ name, usual: value }) => (value === undefined ? [] : [[name, value] as const]));
  const told = Object.entries(settings).filter(([, value]) => !isEmpty(value));
  return { ...Object.fromEntries(usual), ...Object.fromEntries(told) };
}
