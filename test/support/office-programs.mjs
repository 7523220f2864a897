// Are the programs here that open a paper as an office does and read a PDF back? Asked by .config/test.mjs before test/system/*-office.test.ts is run.
import { spawnSync } from 'node:child_process';

/** Why papers cannot be opened here; undefined when they can. */
export function officeProgramsMissing() {
  const has = (program, option) => spawnSync(program, [option], { stdio: 'ignore' }).error === undefined;
  const missing = [
    ['LibreOffice', 'soffice', '--version'],
    ['pdftotext', 'pdftotext', '-v'],
    ['pdftohtml', 'pdftohtml', '-v'],
    ['pdftoppm', 'pdftoppm', '-v'],
    ['fc-list', 'fc-list', '--version'],
  ].flatMap(([name, program, option]) => (has(program, option) ? [] : [name]));
  if (missing.length > 0) return `${missing.join(', ')} not installed (.config/install-debian.sh installs it).`;
  const fonts = spawnSync('fc-list', [':family=Liberation Serif:lang=vi'], { encoding: 'utf8' }).stdout;
  if (!fonts.trim()) return 'Liberation Serif with all Vietnamese letters is not installed (.config/install-debian.sh installs it).';
  return undefined;
}
