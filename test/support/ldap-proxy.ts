/** A bad way to a directory: passes LDAP messages on one by one, and holds, swallows or cuts at the requests of a kind that a test names. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Kinds of requests by their tag (RFC 4511). */
export const REQUEST = { BIND: 0x60, SEARCH: 0x63, MODIFY: 0x66, ADD: 0x68, DELETE: 0x4a, MOVE: 0x6c } as const;
export type RequestKind = keyof typeof REQUEST;

/**
 * What befalls the next request of a kind: held until released; sent on, its answer and the connection cut; cut before it is sent on; sent on and never
 * answered; or never sent on and never answered.
 */
export type Mishap = 'HOLD' | 'CUT_AFTER' | 'CUT_BEFORE' | 'NO_ANSWER' | 'LOST';

interface Trap {
  kind: RequestKind;
  mishap: Mishap;
  reached: () => void;
  released: Promise<void>;
}

/** How many bytes the message at the beginning has; undefined while it is not whole. */
function lengthOf(bytes: Buffer): number | undefined {
  const first = bytes[1];
  if (first === undefined) return undefined;
  const more = first & 0x80 ? first & 0x7f : 0;
  if (bytes.length < 2 + more) return undefined;
  const length = more === 0 ? first : bytes.readUIntBE(2, more);
  return bytes.length < 2 + more + length ? undefined : 2 + more + length;
}

/** The tag after the number of the message. */
function tagOf(message: Buffer): number {
  const start = 2 + (message[1]! & 0x80 ? message[1]! & 0x7f : 0);
  return message[start + 2 + message[start + 1]!]!;
}

export class LdapProxy {
  private readonly traps: Trap[] = [];
  private readonly sockets = new Set<Socket>();
  private isDown = false;
  /** How many requests of each kind were sent on. */
  readonly passed: Partial<Record<RequestKind, number>> = {};

  private constructor(
    private readonly server: Server,
    private readonly target: number,
    readonly port: number,
  ) {}

  get url(): string {
    return `ldap://127.0.0.1:${this.port}`;
  }

  static async open(target: number): Promise<LdapProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = new LdapProxy(server, target, (server.address() as { port: number }).port);
    server.on('connection', (socket) => proxy.joined(socket));
    return proxy;
  }

  /** Sets a trap for the next request of the kind; `reached` settles when one was met. */
  trap(kind: RequestKind, mishap: Mishap): { reached: Promise<void>; release: () => void } {
    let release!: () => void;
    let reach!: () => void;
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    this.traps.push({ kind, mishap, reached: reach, released });
    return { reached, release };
  }

  /** Traps that nobody met are taken away. */
  forget(): void {
    this.traps.length = 0;
  }

  /** Cuts every connection and ends new ones at once; what it answers with mends it. */
  breakOff(): () => void {
    this.isDown = true;
    for (const socket of this.sockets) socket.destroy();
    return () => (this.isDown = false);
  }

  private joined(client: Socket): void {
    if (this.isDown) return void client.destroy();
    const server = connect(this.target, '127.0.0.1');
    const both = [client, server];
    for (const socket of both) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        this.sockets.delete(socket);
        for (const each of both) each.destroy();
      });
    }
    let isDeaf = false;
    server.on('data', (bytes: Buffer) => isDeaf || client.write(bytes));
    let waiting: Buffer = Buffer.alloc(0);
    let turn: Promise<unknown> = Promise.resolve();
    client.on('data', (bytes: Buffer) => {
      waiting = Buffer.concat([waiting, bytes]);
      for (let length = lengthOf(waiting); length !== undefined; length = lengthOf(waiting)) {
        const message = waiting.subarray(0, length);
        waiting = waiting.subarray(length);
        turn = turn.then(() => this.pass(message, client, server, () => (isDeaf = true)));
      }
    });
  }

  private async pass(message: Buffer, client: Socket, server: Socket, deafen: () => void): Promise<void> {
    const tag = tagOf(message);
    const [kind] = (Object.entries(REQUEST) as [RequestKind, number][]).find(([, each]) => each === tag) ?? [];
    const at = this.traps.findIndex((trap) => trap.kind === kind);
    const [trap] = at < 0 ? [] : this.traps.splice(at, 1);
    const send = () => {
      if (kind) this.passed[kind] = (this.passed[kind] ?? 0) + 1;
      server.write(message);
    };
    if (!trap) return send();
    const { mishap, reached, released } = trap;
    if (mishap === 'HOLD') {
      reached();
      await released;
      return send();
    }
    if (mishap === 'CUT_BEFORE') client.destroy();
    if (mishap === 'CUT_AFTER' || mishap === 'NO_ANSWER') {
      deafen();
      send();
      // The directory has answered, that is, has written, when its answer is there.
      await once(server, 'data');
      if (mishap === 'CUT_AFTER') client.destroy();
    }
    reached();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}
