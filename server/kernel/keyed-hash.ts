/**
 * Hashes and seals that mean nothing without the installation's key: to tell equal log lines apart (E-1, E-6) and to keep
 * fragments of raw lines unreadable at rest; and marks by which only its holder could have written something (G-22). The key comes from HOPTHU_KEY, else it is made once and kept in the store.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

export class KeyedHash {
  private readonly lineKey: string;
  private readonly sealKey: Buffer;
  private readonly markKey: Buffer;

  constructor(secret: string) {
    this.lineKey = createHmac('sha256', secret).update('line').digest('base64');
    this.sealKey = createHmac('sha256', secret).update('seal').digest();
    this.markKey = createHmac('sha256', secret).update('mark').digest();
  }

  /** A signed 64-bit number for a text: equal for equal texts, and says nothing about them without the key. */
  of(text: string): bigint {
    return hash('sha256', this.lineKey + text, 'buffer').readBigInt64LE(0);
  }

  /** A mark on a text that nobody can make without the key (HMAC-SHA-256), in hexadecimal. */
  mac(text: string): string {
    return createHmac('sha256', this.markKey).update(text, 'utf8').digest('hex');
  }

  /** Whether the mark on the text was made with this key. */
  isMac(text: string, mac: string): boolean {
    const [made, given] = [Buffer.from(this.mac(text)), Buffer.from(mac)];
    return made.length === given.length && timingSafeEqual(made, given);
  }

  /** Unreadable without the key (AES-256-GCM), base64. */
  seal(text: Buffer): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.sealKey, nonce);
    const body = Buffer.concat([cipher.update(text), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
  }

  open(sealed: string): Buffer {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.sealKey, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  }

  /** Tells whether two servers hold the same key, without showing it. */
  static fingerprint(secret: string): string {
    return createHash('sha256').update(`fingerprint\n${secret}`).digest('hex').slice(0, 16);
  }
}
