/** What the command line shows: tables for people, JSON for machines, bars while work takes long. */
import { Presets, SingleBar } from 'cli-progress';
import Table from 'cli-table3';
import { cliMessages, cliWords } from './cli.messages.js';
import { type Language, numberIn, say, type Text, type Values } from './kernel/language.js';

export interface Output {
  language: Language;
  isJson: boolean;
}

/** 0 done, 1 refused, 2 usage. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

export const tell = ({ language, isJson }: Output, text: Text, values?: Values): void => {
  if (!isJson) console.log(say({ text, values }, language));
};

export const complain = ({ language }: { language: Language }, text: Text, values?: Values): void =>
  console.error(say({ text, values }, language));

export function table(output: Output, head: Text[], rows: (string | number | null | undefined)[][]): void {
  const shown = new Table({ head: head.map((h) => h[output.language]), style: { head: [], border: [] } });
  for (const row of rows)
    shown.push(
      row.map((cell) => (typeof cell === 'number' ? { content: numberIn(output.language, cell), hAlign: 'right' as const } : (cell ?? ''))),
    );
  console.log(shown.toString());
}

/** The value of an enumeration in words. */
export const wordFor = ({ language }: Output, value: string): string => cliWords[value]?.[language] ?? value;

export const json = (value: unknown): void => console.log(JSON.stringify(value, null, 2));

export interface Bar {
  at(done: number, total: number, what?: string): void;
  end(): void;
}

/** A bar on a terminal; a line at each tenth where there is none; nothing when machines read. */
export function progress(output: Output, title: string): Bar {
  if (output.isJson) return { at: () => undefined, end: () => undefined };
  if (!process.stderr.isTTY) {
    let tenth = -1;
    return {
      at: (done, total, what) => {
        const now = total ? Math.floor((done / total) * 10) : 10;
        if (now > tenth) console.error(`${what ?? title}: ${now * 10} %`);
        tenth = now;
      },
      end: () => undefined,
    };
  }
  const bar = new SingleBar(
    { format: '{title} {bar} {percentage} % · {value}/{total}', hideCursor: true, stream: process.stderr, clearOnComplete: false },
    Presets.shades_classic,
  );
  let isOn = false;
  return {
    at: (done, total, what) => {
      if (!isOn) bar.start(total, done, { title: what ?? title });
      isOn = true;
      bar.setTotal(total);
      bar.update(done, { title: what ?? title });
    },
    end: () => {
      if (isOn) bar.stop();
    },
  };
}

export interface UserErrorShown {
  code: string;
  message: string;
  path: string[];
  rule: string | null;
}

/** Shows a payload: as JSON whole, or what was refused; the exit code. */
export function shown<T extends { userErrors: UserErrorShown[] }>(output: Output, payload: T, show: (payload: T) => void): number {
  if (output.isJson) json(payload);
  else if (payload.userErrors.length === 0) show(payload);
  if (!output.isJson)
    for (const e of payload.userErrors)
      complain(output, cliMessages.refusal, {
        code: e.code,
        message: e.message,
        rule: e.rule ? ` (${e.rule})` : '',
        path: e.path.join('.'),
      });
  return payload.userErrors.length ? EXIT.refused : EXIT.done;
}
