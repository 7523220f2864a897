/** The file as people read and print it: one page that holds everything, in which nothing runs. */
import { html, raw } from 'hono/html';
import { dateIn, type Language, numberIn, say, type Text, type Values } from '../../kernel/language.js';
import type { HeldPart } from '../../kernel/personal-data.js';
import { STYLE_ELEMENT } from '../pages/style.js';
import type { HeldData } from './own-data.service.js';
import { CODE_WORDS, ownDataTexts } from './own-data.messages.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const CODE = /^[A-Z][A-Z_]+$/;

function momentIn(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return parts.replace(',', '');
}

/** A value as a person reads it. */
function shown(value: unknown, words: Readonly<Record<string, Text>> | undefined, language: Language, zone: string): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return ownDataTexts[value ? 'yes' : 'no'][language];
  if (typeof value === 'number') return numberIn(language, value);
  if (Array.isArray(value)) return value.map((one) => shown(one, words, language, zone)).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (DAY.test(value)) return dateIn(language, value);
  if (MOMENT.test(value)) return momentIn(zone, new Date(value));
  return words?.[value]?.[language] ?? (CODE.test(value) ? (CODE_WORDS[value]?.[language] ?? value) : value);
}

function partOf({ name, title, columns, words, rows }: HeldPart, language: Language, zone: string) {
  const names = Object.keys(columns);
  if (rows.length === 0)
    return html`<section id="${name}">
      <h2>${title[language]}</h2>
      <p class="soft">${ownDataTexts.none[language]}</p>
    </section>`;
  const cell = (row: Record<string, unknown>, column: string) => shown(row[column], words?.[column], language, zone);
  // One thing with many facts is read from top to bottom, many things as a table.
  if (names.length > 9)
    return html`<section id="${name}">
      <h2>${title[language]}</h2>
      ${rows.map(
        (row) =>
          html`<table>
              <tbody>
                ${names.map(
                  (column) =>
                    html`<tr>
                      <th scope="row">${columns[column]![language]}</th>
                      <td>${cell(row, column)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
            <p></p>`,
      )}
    </section>`;
  return html`<section id="${name}">
    <h2>${title[language]} (${numberIn(language, rows.length)})</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            ${names.map((column) => html`<th scope="col">${columns[column]![language]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${names.map((column) => html`<td>${cell(row, column)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

export async function ownDataPage(data: HeldData, language: Language, zone: string): Promise<string> {
  const t = (name: keyof typeof ownDataTexts, values?: Values) => say({ text: ownDataTexts[name], values }, language);
  const title = t('title', { name: data.name });
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        ${raw(STYLE_ELEMENT)}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${t('intro', { at: momentIn(zone, data.madeAt) })}</p>
          <nav aria-label="${t('contents')}">
            <ul class="plain">
              ${data.parts.map(({ name, title: of, rows }) => html`<li><a href="#${name}">${of[language]}</a> (${numberIn(language, rows.length)})</li>`)}
            </ul>
          </nav>
          ${data.parts.map((part) => partOf(part, language, zone))}
        </main>
      </body>
    </html>`;
  return String(await page);
}

/** The same for machines: titles in both languages, values as they are stored. */
export function ownDataJson({ officerId, name, code, madeAt, parts }: HeldData): string {
  const file = {
    about: { officerId, name, code },
    madeAt: madeAt.toISOString(),
    parts: parts.map(({ name: part, title, columns, rows }) => ({ name: part, title, columns, rows })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
