/** Changing a text of papers, or their layout; what was changed before is kept. */
import { type Act, type Acting, perform } from '../../identity/command.js';
import { addRows } from '../../kernel/json-rows.js';
import { newId } from '../../kernel/record.js';
import { Refusal } from '../../kernel/refusal.js';
import { reasonsAgainstLayout, USUAL_LAYOUT } from './layout.rules.js';
import { changedLayout, type ChangedLayout, valueAs } from './layout-in-use.js';
import { papersAccess } from './papers.access.js';
import { paperMessages } from './papers.messages.js';
import { PLACES } from './places.messages.js';
import { filled, type PlaceValues, templateFaults } from './template.rules.js';
import { LAYOUT_NAME, lastChanges } from './template.read.js';
import { isTemplate, type TemplateName, templateNamed } from './templates.js';

/** An example for every place. */
const SAMPLES = Object.fromEntries(Object.entries(PLACES).map(([name, { sample }]) => [name, sample])) as PlaceValues;

export const previewOf = (text: string): string => filled(text, SAMPLES);

/** The text as it is kept: lines without spaces at their ends. */
const cleanTemplate = (text: string): string =>
  text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .join('\n')
    .trim();

function named(name: string): TemplateName {
  if (isTemplate(name)) return name;
  throw new Refusal({ code: 'NOT_FOUND', path: ['name'], message: { text: paperMessages.noTemplate, values: { name } } });
}

/** How a text would read; refused where it cannot stand. */
export function tryTemplate(name: string, text: string): string {
  const words = cleanTemplate(text);
  const faults = templateFaults(templateNamed(named(name)), words, ['text']);
  if (faults.length > 0) throw new Refusal(...faults);
  return previewOf(words);
}

const write = (act: Act, name: string, text: string | null): Promise<void> =>
  addRows(act.em, 'paper_template', [{ id: newId(), name, text, changedBy: act.actor.displayName }], act.now);

/** Changes a text for papers that are issued from now on; without a text back to the usual one. */
export async function saveTemplate(acting: Acting, name: string, text: string | null): Promise<TemplateName> {
  return perform(acting, async (act) => {
    act.allow(papersAccess.changeTemplates, undefined);
    const template = named(name);
    const words = text === null ? null : cleanTemplate(text);
    if (words !== null) tryTemplate(template, words);
    const changed = words === templateNamed(template).text ? null : words;
    const before = (await lastChanges(act.em)).get(template)?.text ?? null;
    if (before === changed) {
      act.unchanged();
      return template;
    }
    await write(act, template, changed);
    act.record('paperTemplate.save', `paperTemplate:${template}`, { from: before, to: changed });
    return template;
  });
}

export interface SettingInput {
  name: string;
  /** null: back to what is usual. */
  value?: string | null;
}

export async function saveLayout(acting: Acting, settings: readonly SettingInput[]): Promise<void> {
  await perform(acting, async (act) => {
    act.allow(papersAccess.changeTemplates, undefined);
    const before = await changedLayout(act.em);
    const after: ChangedLayout = { ...before };
    for (const { name, value } of settings) after[name] = value == null ? usualOf(name) : valueAs(name, value);
    const faults = reasonsAgainstLayout(after);
    if (faults.length > 0) throw new Refusal(...faults);
    for (const name of Object.keys(after)) if (after[name] === usualOf(name)) delete after[name];
    const [from, to] = [before, after].map((changed) => (Object.keys(changed).length > 0 ? JSON.stringify(changed) : null));
    if (from === to) return act.unchanged();
    await write(act, LAYOUT_NAME, to!);
    act.record('paperTemplate.saveLayout', `paperTemplate:${LAYOUT_NAME}`, { from: before, to: after });
  });
}

const usualOf = (name: string): unknown => (USUAL_LAYOUT as Record<string, unknown>)[name];
