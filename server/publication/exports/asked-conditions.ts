/** By what is a list narrowed? The arguments of its question as they were sent, checked, joined with what always holds, and said in words. */
import { type Language, type Text } from '../../kernel/language.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Column } from './column.js';
import { exportMessages } from './exports.messages.js';
import type { ExportedList } from './list.js';

export type Conditions = Readonly<Record<string, unknown>>;

const PAGING = ['first', 'after', 'offset'];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was sent, refused where it is no object or names an argument that the list does not take. */
export function conditionsIn(body: unknown, list: ExportedList, argumentsOf: ReadonlyMap<string, string>): Conditions {
  const given = body === undefined || body === null || body === '' ? {} : body;
  if (!isObject(given)) throw new Refusal({ code: 'INVALID', path: ['body'], message: { text: exportMessages.notAnObject } });
  const known = [...[...argumentsOf.keys()].filter((name) => !PAGING.includes(name)), ...Object.keys(list.narrowed ?? {})];
  const strange = Object.keys(given).find((name) => !known.includes(name));
  if (strange !== undefined) {
    const values = { name: strange.slice(0, 40), known: known.join(', ') || '–' };
    throw new Refusal({ code: 'INVALID', path: [strange.slice(0, 40)], message: { text: exportMessages.unknownArgument, values } });
  }
  const missing = [...argumentsOf].find(([name, type]) => type.endsWith('!') && (given[name] ?? null) === null)?.[0];
  if (missing !== undefined)
    throw new Refusal({ code: 'REQUIRED', path: [missing], message: { text: exportMessages.missingArgument, values: { name: missing } } });
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

/** The arguments that the question of the list is asked with. */
export function argumentsFor({ always, usually, narrowed = {} }: ExportedList, conditions: Conditions): Record<string, unknown> {
  const asked = Object.fromEntries(Object.entries(conditions).filter(([name]) => !(name in narrowed)));
  if (!always && !usually) return asked;
  return { ...asked, where: { ...usually, ...(isObject(asked.where) && asked.where), ...always } };
}

/** Finds the name of a thing `agency:<id>`; null where it has none, or none for the asker. */
export type NameOf = (subject: string) => Promise<string | null>;

const SEARCH: Text = { vi: 'Tìm', en: 'Search' };
const ORDER: Text = { vi: 'Sắp xếp', en: 'Order' };

/** "Trạng thái: Đang mở; Đơn vị: Sở Nội vụ", as far as there are words; empty without conditions. */
export async function conditionsInWords(
  conditions: Conditions,
  columns: readonly Column[],
  nameOf: NameOf,
  language: Language,
): Promise<string> {
  const columnOf = (name: string) => columns.find(({ paths: [path = ''] }) => path.split('.').at(-1) === name);
  const thingColumnOf = (kind: string) =>
    columns.find(({ paths: [path = ''] }) => [`${kind}.name`, `${kind}.fullName`].some((end) => path === end || path.endsWith(`.${end}`)));
  const said = async (name: string, value: unknown): Promise<string> => {
    const kind = /^(\w+)Id$/.exec(name)?.[1];
    const column = kind ? thingColumnOf(kind) : columnOf(name);
    const values = isObject(value) ? Object.values(value).flat() : [value].flat();
    const words = await Promise.all(
      values.map(
        async (one) => (kind && (await nameOf(`${kind}:${String(one)}`))) || (column?.table?.[String(one)]?.[language] ?? String(one)),
      ),
    );
    return `${column?.head[language] ?? name}: ${words.join(', ')}`;
  };
  const parts: string[] = [];
  for (const [name, value] of Object.entries(conditions)) {
    if (name === 'search') parts.push(`${SEARCH[language]}: ${String(value)}`);
    else if (name === 'orderBy') parts.push(`${ORDER[language]}: ${JSON.stringify(value)}`);
    else if (name === 'where' && isObject(value)) for (const [inner, one] of Object.entries(value)) parts.push(await said(inner, one));
    else parts.push(await said(name, value));
  }
  return parts.join('; ');
}
