/** Do these bytes hold control characters? Looked at four at a time, for a log of gigabytes has hardly any. */

const TAB = 9;
const LINE_END = 10;
const DELETE = 127;
const BELOW_BLANK = 0x20202020;
const DELETES = 0x7f7f7f7f;
const ONES = 0x01010101;
const HIGH_BITS = 0x80808080;

const isControl = (byte: number): boolean => (byte < 32 && byte !== TAB && byte !== LINE_END) || byte === DELETE;

function holdsControl(bytes: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isControl(bytes[i]!)) return true;
  return false;
}

/** Whether a byte below the blank other than tab and line end is there, or DEL; a carriage return counts too, for its place must be looked at. */
export function holdsControls(bytes: Buffer): boolean {
  const first = (4 - (bytes.byteOffset & 3)) & 3;
  if (bytes.length < first + 4) return holdsControl(bytes, 0, bytes.length);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + first, (bytes.length - first) >> 2);
  if (holdsControl(bytes, 0, first)) return true;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const apart = word ^ DELETES;
    // The high bit of a byte is set where the subtraction borrowed: the byte was below the blank, or was DEL.
    const suspects = (((word - BELOW_BLANK) & ~word) | ((apart - ONES) & ~apart)) & HIGH_BITS;
    if (suspects !== 0 && holdsControl(bytes, first + i * 4, first + i * 4 + 4)) return true;
  }
  return holdsControl(bytes, first + words.length * 4, bytes.length);
}
