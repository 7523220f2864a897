/** Makes commander's help, usage lines and complaints speak the language of the caller; texts stand in cli-usage.messages.ts. */
import type { Command } from 'commander';
import { cliUsageMessages as m, helpHeadings, placeWords, usageMarks } from './cli-usage.messages.js';
import { type Language, say, type Text } from './kernel/language.js';

/** `<name>` and `[options]` in the language. */
const placesIn = (line: string, language: Language): string =>
  line
    .replace(/<(\w+)(\.\.\.)?>/g, (whole, name: string, more = '') => (placeWords[name] ? `<${placeWords[name][language]}${more}>` : whole))
    .replace(/\[\w+\]/g, (mark) => usageMarks[mark]?.[language] ?? mark);

/** What commander says, by its form, and our text with the same values. */
const COMPLAINTS: [RegExp, Text, string[]][] = [
  [/^missing required argument '(.+)'$/, m.missingArgument, ['name']],
  [/^option '(.+)' argument missing$/, m.missingValue, ['flags']],
  [/^required option '(.+)' not specified$/, m.missingOption, ['flags']],
  [/^unknown option '(.+)'$/, m.unknownOption, ['name']],
  [/^unknown command '(.+)'$/, m.unknownCommand, ['name']],
  [/^too many arguments.*Expected (\d+) arguments? but got (\d+)\.$/, m.tooMany, ['expected', 'got']],
  [/^option '--lang .*' argument '(.*)' is invalid\..*$/s, m.noLanguage, ['value']],
  [/^option '(.+?)' argument '.*' is invalid\. (.*)$/s, m.badValue, ['flags', 'reason']],
];

/** One complaint of commander in the language; itself where its form is not known. */
export function complaintIn(said: string, language: Language): string {
  const [, first = '', meant] = /^(.*?)(?:\n\(Did you mean (?:one of )?(.+)\?\))?$/s.exec(said.replace(/^error: /, '').trimEnd()) ?? [];
  for (const [form, text, names] of COMPLAINTS) {
    const found = form.exec(first);
    if (!found) continue;
    const values = Object.fromEntries(names.map((name, i) => [name, name === 'flags' ? placesIn(found[i + 1]!, language) : found[i + 1]!]));
    if (text === m.missingArgument) values.name = placesIn(`<${values.name}>`, language);
    return [say({ text, values }, language), meant && say({ text: m.meant, values: { name: meant } }, language)].filter(Boolean).join(' ');
  }
  return first;
}

/** The whole name of a command: `hopthu source save`. */
const pathOf = (command: Command): string => (command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name());

/** Help, complaints and the line after them; what is set on the program holds for the commands made of it later. */
export function speakIn(program: Command, language: Language): void {
  program.configureHelp({
    styleTitle: (title) => helpHeadings[title]?.[language] ?? title,
    styleUsage: (usage) => placesIn(usage, language),
    styleOptionTerm: (term) => placesIn(term, language),
    styleArgumentTerm: (term) => (placeWords[term] ? placeWords[term][language] : term),
    styleSubcommandTerm: (term) => placesIn(term, language),
    // Neither values nor what stands when an option is not given: the descriptions say both.
    optionDescription: (option) => option.description,
  });
  program.configureOutput({ outputError: (said, write) => write(`${complaintIn(said, language)}\n`) });
}

/** A usage wrongly made is answered with one sentence and where to read more, not with the whole help. */
export const pointToHelp = (command: Command, language: Language): Command =>
  command.showHelpAfterError(say({ text: m.see, values: { command: pathOf(command) } }, language));
