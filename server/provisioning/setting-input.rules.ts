/** Settings as texts, in and out: what a form gives is read by the type of each field, and what cannot be read is left for the checks to refuse. Pure. */
import type { SettingField, SettingValue, Told } from './setting-fields.rules.js';

interface NamedText {
  name: string;
  value: string;
}

function valueOf(type: SettingField['type'] | undefined, text: string): SettingValue {
  if (type === 'NUMBER') return /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : text;
  if (type === 'YES_NO') return text === 'true' ? true : text === 'false' ? false : text;
  return type === 'LONG_TEXT' ? text : text.trim();
}

/** The settings, and the secrets apart. */
export function readSettings(fields: readonly SettingField[], given: readonly NamedText[]): Told {
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  const isSecret = ({ name }: NamedText): boolean => types.get(name) === 'SECRET';
  return {
    settings: Object.fromEntries(
      given.filter((one) => !isSecret(one) && one.value !== '').map(({ name, value }) => [name, valueOf(types.get(name), value)]),
    ),
    secrets: Object.fromEntries(given.filter((one) => isSecret(one) && one.value !== '').map(({ name, value }) => [name, value])),
  };
}

export const settingTexts = (settings: Readonly<Record<string, SettingValue>>): NamedText[] =>
  Object.entries(settings).map(([name, value]) => ({ name, value: String(value) }));
