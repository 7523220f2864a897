/**
 * A list as a workbook, piece by piece, in the same memory however long it is: the head stays in sight and can be filtered by, a second sheet tells what the
 * file is. A workbook that was cut is a broken archive and does not open.
 *
 * write-excel-file, which we have, packs as a stream but takes all rows at once, and so does excel-builder-vanilla; exceljs streams rows and has had no release
 * since 2023; its young heirs bring 50 MB or archiver 5. So the few parts of a workbook that a plain table needs are written here, and packed by fflate, which
 * is kept and in the house.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { say } from '../../kernel/language.js';
import { exportMessages } from './exports.messages.js';
import type { FileWriter, MadeFor } from './file-writer.js';
import { cellOf, columnName, factRow, headRow, rowOf, sheetBegin, sheetEnd, sheetName, STYLES, xmlText } from './sheet.rules.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${SPREADSHEET}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`;
const ROOT = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const PARTS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

const workbook = (title: string, about: string, filter: string): string =>
  `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlText(title)}" sheetId="1" r:id="rId1"/><sheet name="${xmlText(about)}" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${xmlText(title)}'!${filter}</definedName></definedNames></workbook>`;

const FACT_WIDTHS = [34, 90];

export function xlsxFile({ columns, language, zone, title, facts }: MadeFor): FileWriter {
  let made: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    made.push(piece);
  });
  const taken = (): Uint8Array[] => {
    const pieces = made;
    made = [];
    return pieces;
  };
  const part = (name: string): ZipDeflate => {
    const file = new ZipDeflate(name, { level: 6 });
    archive.add(file);
    return file;
  };
  const whole = (name: string, text: string) => part(name).push(strToU8(text), true);
  const name = sheetName(title);
  const about = sheetName(exportMessages.about[language]);
  let sheet: ZipDeflate;
  /** Number of the row that was written last. */
  let at = 1;

  return {
    mediaType: `${SPREADSHEET}.sheet`,
    begin() {
      whole('[Content_Types].xml', TYPES);
      whole('_rels/.rels', ROOT);
      whole('xl/_rels/workbook.xml.rels', PARTS);
      whole('xl/styles.xml', STYLES);
      sheet = part('xl/worksheets/sheet1.xml');
      const widths = columns.map(({ width }) => width);
      sheet.push(strToU8(sheetBegin(widths, true) + headRow(columns.map(({ head }) => head[language]))));
      return taken();
    },
    rows(rows) {
      const written = rows.map((row) => {
        const cells = row.map((value, i) => (place: string) => cellOf(place, columns[i]!.kind, value, zone));
        return rowOf(++at, cells);
      });
      sheet.push(strToU8(written.join('')));
      return taken();
    },
    end({ rows }) {
      const last = columnName(Math.max(0, columns.length - 1));
      sheet.push(strToU8(sheetEnd(`A1:${last}${rows + 1}`)), true);
      const counted: [string, string] = [
        exportMessages.rows[language],
        say({ text: { vi: '{rows}', en: '{rows}' }, values: { rows } }, language),
      ];
      whole(
        'xl/worksheets/sheet2.xml',
        sheetBegin(FACT_WIDTHS, false) + [...facts, counted].map((fact, i) => factRow(i + 1, fact)).join('') + sheetEnd(),
      );
      whole('xl/workbook.xml', workbook(name, about, `$A$1:$${last}$${rows + 1}`));
      archive.end();
      return taken();
    },
  };
}
