/** What is this file? Its bytes say it, not its name. */
import { oneLine } from './letter-text.rules.js';

export const LARGEST_ATTACHMENT = 10 * 1024 * 1024;
const LONGEST_NAME = 200;

const SIGNS: readonly [mediaType: string, ending: string, sign: Buffer][] = [
  ['application/pdf', 'pdf', Buffer.from('%PDF-')],
  ['image/png', 'png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', 'jpg', Buffer.from([0xff, 0xd8, 0xff])],
];

/** PDF, PNG or JPEG; null for anything else. */
export const mediaTypeOf = (bytes: Buffer): string | null =>
  SIGNS.find(([, , sign]) => bytes.subarray(0, sign.length).equals(sign))?.[0] ?? null;

/** A name without path, control characters and excess; its ending is that of what it is. */
export function cleanFileName(given: string | undefined, mediaType: string): string {
  const ending = SIGNS.find(([type]) => type === mediaType)![1];
  const base = oneLine((given ?? '').split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/["<>:|?*]|\.(?:pdf|png|jpe?g)$/gi, '')
    .replace(/^\.+/, '')
    .slice(0, LONGEST_NAME)
    .trim();
  return `${base || 'scan'}.${ending}`;
}
