/** In which language does the command line speak? `--lang`, else HOPTHU_LANG, else that of the terminal; Vietnamese where none says. */
import type { Language } from './kernel/language.js';

type Env = Readonly<Record<string, string | undefined>>;

const languageIn = (tag: string | undefined): Language | undefined =>
  (['vi', 'en'] as const).find((known) => tag?.toLowerCase().startsWith(known));

/** What was chosen; undefined where nothing says. Known before anything is read, so that help and usage speak it too. */
export function languageChosen(args: readonly string[], env: Env): Language | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1]);
  return languageIn(asked) ?? languageIn(env.HOPTHU_LANG) ?? languageIn(env.LC_ALL) ?? languageIn(env.LANG);
}
