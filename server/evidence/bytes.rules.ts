/**
 * What kind of file is it, by its first bytes? Names say nothing: `.1`, `.2.gz` and dates in names mean nothing (evidence.md §2).
 */

export type Packing = 'PLAIN' | 'GZIP' | 'ZIP' | 'XZ' | 'OTHER';

const MAGIC: [Packing, number[]][] = [
  ['GZIP', [0x1f, 0x8b]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['ZIP', [0x50, 0x4b, 0x05, 0x06]],
  ['XZ', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['OTHER', [0x28, 0xb5, 0x2f, 0xfd]],
  ['OTHER', [0x42, 0x5a, 0x68]],
];

/** How many bytes `packingOf` and `gzipTime` look at. */
export const BEGINNING = 8;

export function packingOf(beginning: Uint8Array): Packing {
  for (const [packing, magic] of MAGIC) if (magic.every((byte, i) => beginning[i] === byte)) return packing;
  return 'PLAIN';
}

/** When a gzip file says its content was last changed, in milliseconds; undefined when it says nothing. */
export function gzipTime(beginning: Uint8Array): number | undefined {
  if (packingOf(beginning) !== 'GZIP' || beginning.length < BEGINNING) return undefined;
  const seconds = new DataView(beginning.buffer, beginning.byteOffset).getUint32(4, true);
  return seconds === 0 ? undefined : seconds * 1000;
}
