// What a browser calls itself, short enough for a person: "Chrome, Windows".
const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const named = (from: [RegExp, string][], text: string) => from.find(([pattern]) => pattern.test(text))?.[1];

/** The text itself where it is no browser's: a program, or a name already. */
export function deviceName(userAgent: string): string {
  return [named(browsers, userAgent), named(systems, userAgent)].filter(Boolean).join(', ') || userAgent.slice(0, 60);
}
