// Writes a table as CSV that a spreadsheet opens with Vietnamese letters intact, and hands it to the reader.

export type CsvValue = string | number | null | undefined;

/** A field that a spreadsheet would run as a formula is given as plain text. */
function field(value: CsvValue): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvOf(head: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [head, ...rows].map((row) => row.map(field).join(',')).join('\r\n');
}

/** `name` without the ending. */
export function downloadText(name: string, ending: 'csv' | 'txt', text: string): void {
  // The mark at the start tells spreadsheets and editors that it is UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: `text/${ending === 'csv' ? 'csv' : 'plain'};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.${ending}`;
  link.click();
  URL.revokeObjectURL(url);
}

export function downloadCsv(name: string, head: readonly string[], rows: readonly (readonly CsvValue[])[]): void {
  downloadText(name, 'csv', csvOf(head, rows));
}
