/** Writes the tables of settings in docs/mail-systems.md from the fields that forms are drawn from, so that what an operator reads is what is asked. */
import type { ConnectorKind } from '../../server/provisioning/connector-kinds.js';
import type { SettingField } from '../../server/provisioning/setting-fields.rules.js';
import type { MailSystemKind } from '../../server/provisioning/vocabulary.js';
import { table } from './markdown-table.js';

const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
const safe = (text: string): string => text.replaceAll('|', '\\|');

function usually({ usual, isRequired, type }: SettingField): string {
  const secret = type === 'SECRET' ? ' secret' : '';
  if (usual !== undefined) return `\`${usual}\``;
  return isRequired ? `_needed_${secret}` : `–${secret}`;
}

function meaning({ label, hint, choices = [], type, least, most }: SettingField): string {
  const chosen = choices.map((choice) => `\`${choice.value}\`: ${choice.label.en}`).join('; ');
  const limits = type === 'NUMBER' && most !== undefined ? `${least ?? 0} to ${most}.` : '';
  return safe([ended(label.en), hint?.en, chosen && ended(chosen), limits].filter(Boolean).join(' '));
}

const settingsTable = (fields: readonly SettingField[]): string =>
  table([['setting', 'what it says', 'usually'], ...fields.map((field) => [`\`${field.name}\``, meaning(field), usually(field)])]);

const PLACE = /(<!-- settings of (\w+) -->\n)[^]*?(<!-- end -->)/g;

/** The page with its tables written anew; throws where a kind that has settings has no place in it. */
export function withMailSettings(page: string, kinds: Readonly<Record<MailSystemKind, ConnectorKind>>): string {
  const written = new Set<string>();
  const anew = page.replace(PLACE, (_whole, begin: string, kind: MailSystemKind, end: string) => {
    written.add(kind);
    return `${begin}\n${settingsTable(kinds[kind].fields)}\n\n${end}`;
  });
  const missing = Object.entries(kinds).flatMap(([kind, { fields }]) => (fields.length > 0 && !written.has(kind) ? [kind] : []));
  if (missing.length > 0) throw new Error(`docs/mail-systems.md has no table of ${missing.join(', ')}`);
  return anew;
}
