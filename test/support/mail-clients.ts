/** What people and other mail servers do at a mail system: log in and read, send, deliver, and word by word over SMTP. */
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import type { MailDoors } from './mail-stack.js';

/** An open IMAP session; throws where the login is refused. */
export async function logIn({ imapPort }: MailDoors, user: string, pass: string): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass },
    logger: false,
    disableAutoIdle: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** `OK`, or how it was refused. */
export async function tryLogin(doors: MailDoors, user: string, pass: string): Promise<'OK' | 'REFUSED'> {
  try {
    const client = await logIn(doors, user, pass);
    await client.logout();
    return 'OK';
  } catch (fault) {
    if ((fault as { authenticationFailed?: boolean }).authenticationFailed) return 'REFUSED';
    throw fault;
  }
}

/** Subjects in the inbox. */
export async function subjects(client: ImapFlow): Promise<string[]> {
  const { exists } = await client.mailboxOpen('INBOX');
  if (exists === 0) return [];
  const found = await client.fetchAll('1:*', { envelope: true });
  return found.map(({ envelope }) => envelope?.subject ?? '');
}

export async function inboxOf(doors: MailDoors, user: string, pass: string): Promise<string[]> {
  const client = await logIn(doors, user, pass);
  const found = await subjects(client);
  await client.logout();
  return found;
}

export interface Sending {
  from: string;
  to: string;
  subject: string;
  password?: string;
}

/** Sends over the submission port, or without a password as another server would; answers with the code of the reply. */
export async function send({ submissionPort, smtpPort }: MailDoors, { from, to, subject, password }: Sending): Promise<number> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: password === undefined ? smtpPort : submissionPort,
    secure: false,
    ignoreTLS: true,
    ...(password !== undefined && { auth: { user: from, pass: password } }),
  });
  try {
    const { response } = await transport.sendMail({ from, to, subject, text: `${subject}\n` });
    return Number(response.slice(0, 3));
  } catch (fault) {
    const { responseCode } = fault as { responseCode?: number };
    if (responseCode === undefined) throw fault;
    return responseCode;
  } finally {
    transport.close();
  }
}

/** An SMTP session spoken word by word. */
export class SmtpTalk {
  private constructor(
    private readonly socket: Socket,
    private readonly lines: AsyncIterator<string>,
  ) {}

  static async open(port: number): Promise<SmtpTalk> {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    const talk = new SmtpTalk(socket, createInterface({ input: socket })[Symbol.asyncIterator]());
    await talk.reply();
    await talk.say('EHLO client.example.test');
    return talk;
  }

  /** An authenticated session on the submission port. */
  static async authenticated({ submissionPort }: MailDoors, user: string, password: string): Promise<SmtpTalk> {
    const talk = await SmtpTalk.open(submissionPort);
    const reply = await talk.say(`AUTH PLAIN ${Buffer.from(`\0${user}\0${password}`).toString('base64')}`);
    if (!reply.startsWith('235')) throw new Error(reply);
    return talk;
  }

  /** The last line of the reply. */
  private async reply(): Promise<string> {
    for (;;) {
      const { value, done } = await this.lines.next();
      if (done) throw new Error('The SMTP session ended.');
      if (/^\d{3} /.test(value)) return value;
    }
  }

  say(line: string): Promise<string> {
    this.socket.write(`${line}\r\n`);
    return this.reply();
  }

  /** What is said to a recipient; nothing is sent. */
  async recipient(from: string, to: string): Promise<string> {
    await this.say('RSET');
    const sender = await this.say(`MAIL FROM:<${from}>`);
    return sender.startsWith('250') ? this.say(`RCPT TO:<${to}>`) : sender;
  }

  close(): void {
    this.socket.destroy();
  }
}

/** What another server is told about a recipient. */
export async function incoming({ smtpPort }: MailDoors, to: string): Promise<string> {
  const talk = await SmtpTalk.open(smtpPort);
  try {
    return await talk.recipient('someone@elsewhere.test', to);
  } finally {
    talk.close();
  }
}

/** Asks until it is so; a busy machine is slow, not wrong. */
export async function until(isSo: () => boolean | Promise<boolean>, limitSeconds = 30): Promise<void> {
  const deadline = Date.now() + limitSeconds * 1_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Not so within ${limitSeconds} s: ${isSo}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
