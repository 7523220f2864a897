/** How does a message get to the mail server? One connection a message, with time limits that hold whatever the other side does. */
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { blanked } from './smtp-words.rules.js';

export interface TimeLimits {
  connectMilliseconds: number;
  sendMilliseconds: number;
}

export const TIME_LIMITS: TimeLimits = { connectMilliseconds: 10_000, sendMilliseconds: 30_000 };

export interface Envelope {
  from: string;
  to: string;
}

/** Why a message was not taken. */
export class MailFault extends Error {
  constructor(
    /** What the mail server said, or what happened on the way, without addresses and secrets. */
    readonly detail: string,
    /** The server will never take this message. */
    readonly isFinal: boolean,
    /** It is not about this message: no other would be taken either. */
    readonly isOfServer: boolean,
  ) {
    super('A message was not taken by the mail server');
    this.name = 'MailFault';
  }
}

interface Door {
  host: string;
  port: number;
  isSecure: boolean;
  login: { user: string; pass: string } | undefined;
  isVerified: boolean;
}

/** `smtp://user:password@host:587` or `smtps://…:465`; undefined where it is none. */
export function smtpDoor(url: string): Door | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  if (!['smtp:', 'smtps:'].includes(protocol) || !hostname) return undefined;
  const isSecure = protocol === 'smtps:';
  const login = loginOf(username, password);
  if (login === null) return undefined;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (isSecure ? 465 : 25),
    isSecure,
    login,
    isVerified: searchParams.get('tls.rejectUnauthorized') !== 'false',
  };
}

/** Name and password of a URL; null where they are badly written, such as a percent sign that stands for itself. */
function loginOf(username: string, password: string): Door['login'] | null {
  try {
    return username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined;
  } catch {
    return null;
  }
}

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

interface SmtpError extends Error {
  response?: string;
  responseCode?: number;
  code?: string;
  /** What was being said: `MAIL FROM`, `RCPT TO`, `DATA`. */
  command?: string;
}

/** Refusals of the letter or of whom it is for; all others are about ourselves, and so are words about relaying and signing in. */
const ABOUT_THE_LETTER = ['RCPT TO', 'DATA'];
const ABOUT_OURSELVES = /\b5\.7\.\d+\b|\brelay|\bauthenti/i;

/** Hands a message over; what the server said when it took it. A password never goes over an open line, but on the machine itself. */
export async function postMessage(
  url: string,
  { from, to }: Envelope,
  message: Buffer,
  limits = TIME_LIMITS,
  breakingOff?: AbortSignal,
): Promise<string> {
  const door = smtpDoor(url);
  if (!door) throw new MailFault('HOPTHU_SMTP_URL', false, true);
  const connection = new SMTPConnection({
    host: door.host,
    port: door.port,
    secure: door.isSecure,
    requireTLS: !door.isSecure && door.login !== undefined && !LOOPBACK.includes(door.host),
    tls: { rejectUnauthorized: door.isVerified },
    connectionTimeout: limits.connectMilliseconds,
    greetingTimeout: limits.connectMilliseconds,
    dnsTimeout: limits.connectMilliseconds,
    socketTimeout: limits.sendMilliseconds,
  });
  const secrets = [to, door.login?.user, door.login?.pass].flatMap((secret) => secret || []);
  let isAtMessage = false;
  const fault = (error: SmtpError) => {
    const words = error.response ?? [error.code, error.message].filter(Boolean).join(' ');
    const code = error.responseCode ?? 0;
    // A refusal before the message is about ourselves (password, block): that is mended here, and the letters wait for it.
    const isOfLetter = isAtMessage && code > 0 && ABOUT_THE_LETTER.includes(error.command ?? '') && !ABOUT_OURSELVES.test(words);
    return new MailFault(blanked(words, secrets), isOfLetter && code >= 500, !isOfLetter);
  };
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      const fail = (error: SmtpError) => reject(fault(error));
      const within = (milliseconds: number) => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new MailFault(`ETIMEDOUT ${milliseconds / 1000} s`, false, true)), milliseconds);
      };
      breakingOff?.addEventListener('abort', () => fail(new Error('EABORTED')), { once: true });
      connection.on('error', fail);
      connection.on('end', () => fail(new Error('ECLOSED')));
      const send = () => {
        isAtMessage = true;
        connection.send({ from, to: [to] }, message, (error, info) => (error ? fail(error as SmtpError) : resolve(info!.response)));
      };
      within(limits.connectMilliseconds);
      connection.connect((refused) => {
        if (refused) return fail(refused);
        within(limits.sendMilliseconds);
        if (!door.login) return send();
        connection.login({ ...door.login, credentials: door.login }, (denied) => (denied ? fail(denied) : send()));
      });
    });
  } finally {
    clearTimeout(timer);
    connection.close();
  }
}
