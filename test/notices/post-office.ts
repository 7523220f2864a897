/** A real mail server on this machine, which does what a test wants, and reads back what it was given. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** One part of a message: its headers by lower-case name, unfolded, and its content as bytes or parts. */
export interface Part {
  headers: Record<string, string>;
  content: Buffer;
  parts: Part[];
}

const decodedWord = (_whole: string, charset: string, kind: string, text: string): string => {
  expect8(charset);
  if (kind.toUpperCase() === 'B') return Buffer.from(text, 'base64').toString('utf8');
  return quotedPrintable(text.replaceAll('_', ' ')).toString('utf8');
};

function expect8(charset: string): void {
  if (charset.toLowerCase() !== 'utf-8') throw new Error(`A word in ${charset}`);
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** Encoded words of a header made readable. */
const readable = (header: string): string =>
  header.replace(/(=\?[^?]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, '$1').replace(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, decodedWord);

/** Reads a message by the rules of RFC 5322 and 2045, as a mail program does. */
export function parsed(raw: Buffer): Part {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const headers: Record<string, string> = {};
  for (const line of text
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    if (name in headers) throw new Error(`Two headers ${name}`);
    headers[name] = readable(line.slice(line.indexOf(':') + 1).trim());
  }
  const body = text.slice(end + 4);
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary) {
    const inner = body.split(`--${boundary}`).slice(1, -1);
    return {
      headers,
      content: Buffer.alloc(0),
      parts: inner.map((part) => parsed(Buffer.from(part.replace(/^\r\n|\r\n$/g, ''), 'latin1'))),
    };
  }
  const encoding = headers['content-transfer-encoding']?.toLowerCase();
  const content =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? quotedPrintable(body)
        : Buffer.from(body, 'latin1');
  return { headers, content, parts: [] };
}

/** All parts that hold something, in order. */
export const leaves = (part: Part): Part[] => (part.parts.length ? part.parts.flatMap(leaves) : [part]);

export interface Delivered {
  from: string;
  to: string[];
  raw: Buffer;
  message: Part;
  user: string | undefined;
  isEncrypted: boolean;
}

/** What the server answers to a message; thrown with an SMTP code it is refused. */
export type Answer = (delivered: Delivered) => void | Promise<void>;

export const refusal = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });

async function settle(office: PostOffice, delivered: Delivered, done: (error?: Error) => void): Promise<void> {
  try {
    await office.answer(delivered);
    office.delivered.push(delivered);
    done();
  } catch (error) {
    done(error as Error);
  }
}

export class PostOffice {
  readonly delivered: Delivered[] = [];
  /** Every message that came whole, taken or not. */
  readonly seen: Delivered[] = [];
  answer: Answer = () => undefined;
  private constructor(
    private readonly server: SMTPServer,
    readonly port: number,
  ) {}

  static async open(options: SMTPServerOptions = {}): Promise<PostOffice> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: options.onAuth ? [] : ['AUTH', 'STARTTLS'],
      logger: false,
      ...options,
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks);
          const { mailFrom, rcptTo } = session.envelope;
          const delivered = {
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            raw,
            message: parsed(raw),
            user: session.user as string | undefined,
            isEncrypted: Boolean(session.secure),
          };
          office.seen.push(delivered);
          void settle(office, delivered, done);
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const office = new PostOffice(server, (server.server.address() as { port: number }).port);
    return office;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** A server that takes connections and says nothing, or so much. */
export async function silentServer(greeting = ''): Promise<{ url: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (greeting) socket.write(greeting);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A key and a certificate for localhost that nobody has signed. */
export function ownCertificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'hopthu-tls-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', cert];
    execFileSync('openssl', request, { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
