/**
 * What does Dovecot know, and what may be asked of it? Client of doveadm over HTTP. An error comes as HTTP 200, a wrong key sometimes without any
 * answer, so every call has a time limit; the key opens every mailbox and stands in no message.
 */
import { request as requestOpen } from 'node:http';
import { request as requestSecure } from 'node:https';

export interface DoveadmAddress {
  /** With or without the path `/doveadm/v1`. */
  url: string;
  key: string;
  timeLimitSeconds: number;
}

/** Dovecot was asked and could not be, or would not, answer. */
export class DoveadmFault extends Error {
  constructor(message: string) {
    super(`doveadm: ${message}`);
    this.name = 'DoveadmFault';
  }
}

type Parameters = Readonly<Record<string, unknown>>;
type Rows = readonly Readonly<Record<string, unknown>>[];
interface Reply {
  rows: Rows;
  exitCode?: number;
}

/** A live session, and the process it lives in. */
interface Session {
  username: string;
  pid: string;
}

/** Exit codes of doveadm: no such user, and nothing that the command could be done to. */
const NO_USER = 67;
const NOT_FOUND = 68;
/** The sessions of a large site. */
const LARGEST_ANSWER = 32_000_000;

/** In masks these stand for other signs: an address with them would mean other people too. */
export const isMask = (address: string): boolean => /[*?]/.test(address);

function mustBeOne(address: string): void {
  if (isMask(address)) throw new DoveadmFault('an address with * or ? cannot be told from a mask');
}

const countOf = (value: unknown): number => {
  const count = Number(value);
  return Number.isInteger(count) && count >= 0 ? count : 0;
};

export class Doveadm {
  private readonly url: URL;

  constructor(private readonly where: DoveadmAddress) {
    this.url = new URL(where.url);
    if (this.url.pathname === '/') this.url.pathname = '/doveadm/v1';
  }

  private post(body: string): Promise<{ status: number; text: string }> {
    const { key, timeLimitSeconds } = this.where;
    const request = this.url.protocol === 'https:' ? requestSecure : requestOpen;
    return new Promise((resolve, reject) => {
      const fail = (error: Error & { code?: string }) => {
        const isLate = error.name === 'AbortError' || error.name === 'TimeoutError';
        reject(new DoveadmFault(isLate ? `no answer within ${timeLimitSeconds} s` : `not reached (${error.code ?? error.name})`));
      };
      const sent = request(
        this.url,
        {
          method: 'POST',
          // A connection that was kept may be dead without anybody knowing.
          agent: false,
          signal: AbortSignal.timeout(timeLimitSeconds * 1_000),
          headers: {
            authorization: `X-Dovecot-API ${Buffer.from(key).toString('base64')}`,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          let size = 0;
          response.on('data', (part: Buffer) => {
            parts.push(part);
            size += part.length;
            if (size > LARGEST_ANSWER) response.destroy(new Error('too long'));
          });
          response.on('error', fail);
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
        },
      );
      sent.on('error', fail);
      sent.end(body);
    });
  }

  /** One command; answers with its result or its exit code. */
  private async ask(command: string, parameters: Parameters): Promise<Reply> {
    const { status, text } = await this.post(JSON.stringify([[command, parameters, 'hopthu']]));
    if (status === 401 || status === 403) throw new DoveadmFault('the key is not accepted');
    if (status !== 200) throw new DoveadmFault(`${command} was answered with HTTP ${status}`);
    let replies: unknown;
    try {
      replies = JSON.parse(text);
    } catch {
      throw new DoveadmFault(`${command} was answered with something else than JSON`);
    }
    const [kind, ...parts] = (Array.isArray(replies) && Array.isArray(replies[0]) ? replies[0] : []) as unknown[];
    // Dovecot 2.3 closes some lists after their first row; the others follow outside of it.
    const rows = parts.flat().filter((part): part is Rows[number] => typeof part === 'object' && part !== null);
    if (kind === 'doveadmResponse') return { rows };
    const { type, exitCode } = rows[0] ?? {};
    if (kind === 'error' && type === 'exitCode' && typeof exitCode === 'number') return { rows: [], exitCode };
    throw new DoveadmFault(`${command} was refused (${typeof type === 'string' ? type : 'unknown answer'})`);
  }

  private async askAbout(address: string, command: string, parameters: Parameters): Promise<Reply> {
    mustBeOne(address);
    return this.ask(command, parameters);
  }

  private mustBeDone(command: string, { rows, exitCode }: Reply): Rows {
    if (exitCode !== undefined) throw new DoveadmFault(`${command} ended with exit code ${exitCode}`);
    return rows;
  }

  /** Dovecot forgets what it remembers of this account; it costs nothing where nothing is remembered. */
  async forget(address: string): Promise<void> {
    this.mustBeDone('authCacheFlush', await this.askAbout(address, 'authCacheFlush', { user: [address] }));
  }

  private async who(mask: string): Promise<Session[]> {
    const rows = this.mustBeDone('who', await this.ask('who', { mask: [mask], separateConnections: true }));
    return rows.map(({ username, pid }) => ({ username: String(username), pid: String(pid) }));
  }

  /** Live sessions of this account, those that sleep included. */
  async sessions(address: string): Promise<number> {
    mustBeOne(address);
    return (await this.who(address)).length;
  }

  /** Whether sessions of this account sleep in a process that others sleep in too. */
  async sleepsWithOthers(address: string): Promise<boolean> {
    mustBeOne(address);
    const all = await this.who('*');
    const own = new Set(all.filter(({ username }) => username === address).map(({ pid }) => pid));
    return all.some(({ username, pid }) => username !== address && own.has(pid));
  }

  /**
   * Ends the processes in which sessions of this account live, and with them the sessions of others that sleep there; their programs come back.
   * Done does not mean ended: the command line of Dovecot would spare shared processes, its HTTP door does not, and says the same in both cases.
   */
  async end(address: string): Promise<void> {
    const reply = await this.askAbout(address, 'kick', { mask: [address], force: true });
    if (reply.exitCode !== NOT_FOUND) this.mustBeDone('kick', reply);
  }

  /** Whether Dovecot keeps mail for this account. */
  async knows(address: string): Promise<boolean> {
    const reply = await this.askAbout(address, 'user', { userMask: [address] });
    if (reply.exitCode === NO_USER) return false;
    return this.mustBeDone('user', reply).some((found) => Object.keys(found).length > 0);
  }

  /** What lies in the inbox; nobody is logged in for it and no flag changes. Undefined where there is no such user. */
  async inbox(address: string): Promise<{ messages: number; unseen: number } | undefined> {
    const asked = { user: address, field: ['messages', 'unseen'], mailboxMask: ['INBOX'] };
    const reply = await this.askAbout(address, 'mailboxStatus', asked);
    if (reply.exitCode === NO_USER || reply.exitCode === NOT_FOUND) return undefined;
    const [inbox] = this.mustBeDone('mailboxStatus', reply);
    return inbox && { messages: countOf(inbox.messages), unseen: countOf(inbox.unseen) };
  }
}
