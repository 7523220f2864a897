/** Papers opened as people open them: DOCX turned into PDF by LibreOffice, and what poppler reads back of a PDF: words and their places, fonts, sizes, pictures. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';

/** All in one run, since LibreOffice takes seconds to start; with a profile of its own, so that nobody's is touched. */
export function opensInOffice(files: Record<string, Buffer>): Record<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'hopthu-office-'));
  try {
    const names = Object.keys(files);
    for (const name of names) writeFileSync(join(folder, `${name}.docx`), files[name]!);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const paths = names.map((name) => join(folder, `${name}.docx`));
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths], {
      stdio: 'ignore',
      timeout: 170_000,
    });
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, `${name}.pdf`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(program: string, pdf: Buffer, options: string[], last: string[]): Buffer {
  return execFileSync(program, [...options, '-', ...last], { input: pdf, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'ignore'] });
}

const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** The text of each page in the order it was written in, on one line. */
export function pagesOf(pdf: Buffer): string[] {
  return read('pdftotext', pdf, ['-raw'], ['-'])
    .toString()
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' ').trim());
}

export interface PlacedLine {
  page: number;
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Lines with their places in points from the upper left corner, and the size of each page. */
export function placesOf(pdf: Buffer): { sizes: [width: number, height: number][]; lines: PlacedLine[] } {
  const xml = read('pdftotext', pdf, ['-bbox-layout'], ['-']).toString();
  const sizes: [number, number][] = [];
  const lines: PlacedLine[] = [];
  for (const [, page, width, height, line, left, top, right, bottom, word] of xml.matchAll(
    /<(page) width="([\d.]+)" height="([\d.]+)">|<(line) xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">|<word [^>]*>([^<]*)<\/word>/g,
  )) {
    if (page) sizes.push([Number(width), Number(height)]);
    else if (line) {
      const [l, t, r, b] = [left, top, right, bottom].map(Number) as [number, number, number, number];
      lines.push({ page: sizes.length, text: '', left: l, right: r, top: t, bottom: b });
    } else {
      const current = lines.at(-1)!;
      current.text += `${current.text ? ' ' : ''}${unescaped(word!)}`;
    }
  }
  return { sizes, lines };
}

export interface PrintedText {
  page: number;
  text: string;
  sizePt: number;
  /** Without the letters that tell subsets apart: “LiberationSerif-Bold”. */
  font: string;
}

/** Pieces of text with font and size. */
export function printOf(pdf: Buffer): PrintedText[] {
  const zoom = 3;
  const folder = mkdtempSync(join(tmpdir(), 'hopthu-print-'));
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    const xml = execFileSync('pdftohtml', [
      '-xml',
      '-i',
      '-zoom',
      String(zoom),
      '-fontfullname',
      '-stdout',
      join(folder, 'paper.pdf'),
    ]).toString();
    const fonts = new Map<string, { sizePt: number; font: string }>();
    let page = 0;
    return [...xml.matchAll(/<(page) |<fontspec id="(\d+)" size="(\d+)" family="([^"]+)"|<text [^>]*font="(\d+)">(.*?)<\/text>/g)].flatMap(
      ([, isPage, id, size, family, font, text]) => {
        if (isPage) page += 1;
        else if (id) fonts.set(id, { sizePt: Number(size) / zoom, font: family!.replace(/^[A-Z]{6}\+/, '') });
        else
          return [
            {
              page,
              text: unescaped(text!.replace(/<[^>]+>/g, ''))
                .replace(/\s+/g, ' ')
                .trim(),
              ...fonts.get(font!)!,
            },
          ];
        return [];
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What pdfinfo says, by name. */
export function infoOf(pdf: Buffer): Record<string, string> {
  const lines = read('pdfinfo', pdf, [], []).toString().split('\n');
  return Object.fromEntries(
    lines.filter(Boolean).map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

/** Fonts that are not in the file itself. */
export function missingFontsOf(pdf: Buffer): string[] {
  const rows = read('pdffonts', pdf, [], []).toString().trim().split('\n').slice(2);
  return rows.filter((row) => !/ yes (yes|no) +(yes|no) +\d+ +\d+$/.test(row));
}

/** Part of a page, in points from its upper left corner. */
export interface Part {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A part of a page as people see it; the whole page would take seconds to look through. */
export function pictureOf(pdf: Buffer, page: number, dotsPerInch: number, { left, right, top, bottom }: Part): PNG {
  const dots = (points: number) => String(Math.round((points * dotsPerInch) / 72));
  const part = ['-x', dots(left), '-y', dots(top), '-W', dots(right - left), '-H', dots(bottom - top)];
  const options = ['-png', '-gray', '-r', String(dotsPerInch), '-f', String(page), '-l', String(page), '-singlefile', ...part];
  return PNG.sync.read(read('pdftoppm', pdf, options, []));
}

/** Longest dark run along any row of a part of a page, in points: how long a thin line is. */
export function longestLineIn(pdf: Buffer, page: number, part: Part): number {
  const dotsPerInch = 150;
  const picture = pictureOf(pdf, page, dotsPerInch, part);
  let longest = 0;
  for (let y = 0; y < picture.height; y += 1) {
    let run = 0;
    for (let x = 0; x < picture.width; x += 1) {
      run = picture.data[(y * picture.width + x) * 4]! < 160 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
  }
  return (longest * 72) / dotsPerInch;
}
