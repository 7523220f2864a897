// A legal basis under a heading that says so already: without the "Căn cứ" it begins with. Pure.
const opening = /^\s*(căn cứ(\s+vào)?|pursuant to)[\s:]+/iu;

export function withoutOpening(text: string): string {
  const rest = text.normalize('NFC').replace(opening, '');
  return rest === '' ? text : rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1);
}
