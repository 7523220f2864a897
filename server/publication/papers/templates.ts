/** Every text of papers, and the words in use: those of the city where it has changed them. */
import { DECISION_TEMPLATES } from './decision-templates.messages.js';
import { OTHER_TEMPLATES } from './other-templates.messages.js';
import { filled, type PlaceValues, type TemplateText } from './template.rules.js';
import { WORD_TEMPLATES } from './word-templates.messages.js';

export const TEMPLATES = { ...DECISION_TEMPLATES, ...OTHER_TEMPLATES, ...WORD_TEMPLATES };
export type TemplateName = keyof typeof TEMPLATES;

export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(TEMPLATES, name);
export const templateNamed = (name: TemplateName): TemplateText => TEMPLATES[name];

/** Says the texts in use, filled. */
export class PaperTexts {
  constructor(private readonly changed: ReadonlyMap<string, string> = new Map()) {}

  say(name: TemplateName, values: PlaceValues = {}): string {
    return filled(this.changed.get(name) ?? TEMPLATES[name].text, values);
  }

  /** A text of several lines, one each. */
  lines(name: TemplateName, values: PlaceValues = {}): string[] {
    return this.say(name, values)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  /** The word for a code; the code where there is none. */
  word(code: string, values: PlaceValues = {}): string {
    const name = `word.${code}`;
    return isTemplate(name) ? this.say(name, values) : code;
  }
}
