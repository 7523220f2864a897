import { describe, expect, test } from '@jest/globals';
import { holdsControls } from '../../server/evidence/control.rules.js';

const PLAIN = Buffer.from('imap-login: Info: Login: user=<lan@example.test>\tẤ ÿ\n'.repeat(3));

describe('Control characters', () => {
  test('are found wherever they stand, whatever stands around them', () => {
    for (let byte = 0; byte < 256; byte++) {
      const isControl = (byte < 32 && byte !== 9 && byte !== 10) || byte === 127;
      for (let place = 0; place < 13; place++) {
        for (const from of [0, 1, 2, 3]) {
          const bytes = Buffer.from(PLAIN).subarray(from, from + 13);
          bytes[place] = byte;
          expect({ byte, place, from, found: holdsControls(bytes) }).toEqual({ byte, place, from, found: isControl });
        }
      }
    }
  });

  test('are not seen where there are none, in pieces of every length', () => {
    for (let length = 0; length <= PLAIN.length; length++) expect(holdsControls(PLAIN.subarray(0, length))).toBe(false);
    expect(holdsControls(Buffer.from(Array.from({ length: 128 }, (_, i) => 128 + i)))).toBe(false);
  });
});
