/**
 * A way over loopback to any service that speaks TCP, which can be spoiled: slow, shut, silent, cut before a request or after it, or answering for
 * the service. What is set holds for bytes that come from then on, also on connections that were open before.
 */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export type ProxyMode =
  /** Everything goes through. */
  | 'pass'
  /** Nobody listens: connecting fails, what was open is reset. */
  | 'down'
  /** Connections are taken and reset at once: cut before the request. */
  | 'refuse'
  /** Connections are taken, what is sent vanishes, nothing is ever answered. */
  | 'halfOpen'
  /** What is sent arrives; with the first byte of the answer the connection is reset, and the answer lost. */
  | 'cutAfterRequest'
  /** What is sent does not arrive; `answer` comes back instead. */
  | 'answerInstead';

export interface ProxyFaults {
  mode: ProxyMode;
  /** Delay of each piece, one way. */
  latencyMs?: number;
  /** Limits `cutAfterRequest` and `answerInstead` to connections on which the client sends a piece like this; all else passes. */
  matching?: RegExp;
  /** Bytes of the answer of `answerInstead`, for example a whole HTTP response. */
  answer?: string;
  /** So many pieces are treated so, then all passes again. */
  times?: number;
}

export interface FaultProxy {
  port: number;
  /** What was sent by clients and reached the service, in pieces. */
  readonly forwarded: number;
  set(faults: ProxyFaults): Promise<void>;
  stop(): Promise<void>;
}

/** Ends a connection as a broken line does. Resetting one that is not yet made, or is just ending, leaves its handle open for ever (Node 24). */
function reset(socket: Socket): void {
  if (socket.connecting || socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}

/** Starts a way to a service; `port` stays the same as long as it lasts. */
export async function startFaultProxy(targetHost: string, targetPort: number): Promise<FaultProxy> {
  let faults: ProxyFaults = { mode: 'pass' };
  let forwarded = 0;
  let port = 0;
  const open = new Set<Socket>();

  const isMeant = (piece: Buffer): boolean => {
    if (faults.mode !== 'cutAfterRequest' && faults.mode !== 'answerInstead') return false;
    if (faults.matching && !faults.matching.test(piece.toString('latin1'))) return false;
    if (faults.times === undefined) return true;
    faults = { ...faults, times: faults.times - 1 };
    return faults.times! >= 0;
  };

  const take = (client: Socket): void => {
    if (faults.mode === 'refuse') return reset(client);
    const service = connect(targetPort, targetHost);
    let isToBeCut = false;
    const cut = (): void => {
      reset(client);
      service.destroy();
    };
    for (const socket of [client, service]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', cut);
      socket.on('close', () => {
        open.delete(socket);
        if (faults.mode !== 'halfOpen') (socket === client ? service : client).destroy();
      });
    }
    // One after the other, so that delayed pieces keep their order.
    const inOrder = (handle: (piece: Buffer) => void) => {
      let last = Promise.resolve();
      return (piece: Buffer): void => {
        const before = last;
        last = (async () => {
          await before;
          if (faults.latencyMs) await wait(faults.latencyMs);
          handle(piece);
        })();
      };
    };
    client.on(
      'data',
      inOrder((piece) => {
        if (faults.mode === 'halfOpen') return;
        if (isMeant(piece)) {
          if (faults.mode === 'answerInstead') return void client.write(faults.answer ?? '');
          isToBeCut = true;
        }
        forwarded += 1;
        service.write(piece);
      }),
    );
    service.on(
      'data',
      inOrder((piece) => {
        if (faults.mode === 'halfOpen') return;
        if (isToBeCut) return cut();
        client.write(piece);
      }),
    );
  };

  const listen = async (): Promise<Server> => {
    const server = createServer(take);
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
    return server;
  };
  const shut = async (server: Server): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of open) reset(socket);
    await closed;
  };

  let server: Server | undefined = await listen();
  port = (server.address() as AddressInfo).port;
  return {
    port,
    get forwarded() {
      return forwarded;
    },
    async set(next) {
      const before = faults.mode;
      faults = next;
      // What vanished on a silent connection cannot be made up for.
      const isOver = before === 'halfOpen' && next.mode !== 'halfOpen';
      if (isOver || next.mode === 'refuse') for (const socket of open) reset(socket);
      if (next.mode === 'down' && server) {
        const listening = server;
        server = undefined;
        await shut(listening);
      } else if (next.mode !== 'down') server ??= await listen();
    },
    async stop() {
      for (const socket of open) socket.destroy();
      if (server) await shut(server);
    },
  };
}
