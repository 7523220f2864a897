/** An authenticator for passkeys in software, as a browser with a fingerprint reader would answer: real keys, real signatures. */
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { encodeCBOR } from '@levischuck/tiny-cbor';

interface Asked {
  challenge: string;
}
interface Creation extends Asked {
  rp: { id?: string };
  user: { id: string };
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();

export interface Bent {
  origin?: string;
  domain?: string;
  challenge?: string;
  isVerified?: boolean;
  counter?: number;
  userHandle?: string;
  type?: string;
}

export class SoftAuthenticator {
  readonly id = randomBytes(32);
  counter = 0;
  userHandle = '';
  private readonly privateKey: KeyObject;
  private readonly x: Buffer;
  private readonly y: Buffer;

  constructor(
    private readonly origin = 'http://localhost:4000',
    private readonly domain = 'localhost',
  ) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const { x, y } = publicKey.export({ format: 'jwk' });
    this.x = Buffer.from(x!, 'base64url');
    this.y = Buffer.from(y!, 'base64url');
  }

  private clientData(type: string, challenge: string, bent: Bent): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: bent.type ?? type,
        challenge: bent.challenge ?? challenge,
        origin: bent.origin ?? this.origin,
        crossOrigin: false,
      }),
    );
  }

  private authenticatorData(flags: number, bent: Bent, more: Buffer = Buffer.alloc(0)): Buffer {
    const head = Buffer.alloc(37);
    sha256(bent.domain ?? this.domain).copy(head);
    head.writeUInt8(flags | PRESENT | (bent.isVerified === false ? 0 : VERIFIED), 32);
    head.writeUInt32BE(bent.counter ?? this.counter, 33);
    return Buffer.concat([head, more]);
  }

  /** Answers `navigator.credentials.create`. */
  create(options: Creation, bent: Bent = {}): object {
    this.userHandle = options.user.id;
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(this.x)],
      [-3, new Uint8Array(this.y)],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, Buffer.from(encodeCBOR(key))]);
    const authData = new Uint8Array(this.authenticatorData(HAS_KEY, bent, attested));
    const attestation = encodeCBOR(
      new Map<string, string | Map<string, string> | Uint8Array>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', authData],
      ]),
    );
    return this.credential({
      clientDataJSON: this.clientData('webauthn.create', options.challenge, bent).toString('base64url'),
      attestationObject: Buffer.from(attestation).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers `navigator.credentials.get`; counts one use. */
  get(options: Asked, bent: Bent = {}): object {
    this.counter += 1;
    const clientData = this.clientData('webauthn.get', options.challenge, bent);
    const authData = this.authenticatorData(0, bent);
    return this.credential({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.privateKey).toString('base64url'),
      userHandle: bent.userHandle ?? this.userHandle,
    });
  }

  private credential(response: object): object {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }
}
