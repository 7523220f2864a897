/** How does a letter look as an e-mail? Text and simple HTML, and for a class its sessions as a calendar that mail programs understand. */
import MailComposer from 'nodemailer/lib/mail-composer';
import { oneLine } from './letter-text.rules.js';
import type { CalendarMethod } from './vocabulary.js';

export interface LetterToSend {
  id: string;
  sending: number;
  title: string;
  body: string;
  language: string;
  sentTo: string;
  officerId: string;
  about: string;
  carriesCode: boolean;
  calendarName: string | null;
  calendarMethod: CalendarMethod | null;
  calendarText: string | null;
}

/** The plain address in `Name <address>`. */
export const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1]?.trim() ?? from.trim();

/** The same for every attempt of one sending: a message that comes twice can be recognised. */
export const messageIdOf = ({ id, sending }: Pick<LetterToSend, 'id' | 'sending'>, from: string): string =>
  `<letter.${id}.${sending}@${addressIn(from).split('@').at(-1)!.toLowerCase()}>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!);

function html({ title, body, language }: LetterToSend): string {
  const paragraphs = body.split('\n\n').map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>${paragraphs.join('')}</body></html>`;
}

/** One line; what looks like an encoded word (RFC 2047) is shown as it was typed, not decoded into something else. */
const subjectOf = (title: string): string => oneLine(title).replaceAll('=?', '= ?');

/** The message as it goes over the line. */
export async function messageOf(letter: LetterToSend, from: string, date: Date): Promise<Buffer> {
  const { calendarText, calendarName, calendarMethod } = letter;
  return new MailComposer({
    from: oneLine(from),
    to: { name: '', address: letter.sentTo },
    subject: subjectOf(letter.title),
    messageId: messageIdOf(letter, from),
    date,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
    text: letter.body,
    html: html(letter),
    ...(calendarText && {
      icalEvent: { filename: oneLine(calendarName ?? 'calendar.ics'), method: calendarMethod ?? 'PUBLISH', content: calendarText },
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
