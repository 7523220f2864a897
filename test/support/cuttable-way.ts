/** A way between two programs that can be cut, held up, or made to lose the answers: what networks do, on loopback and on order. */
import { connect, createServer, type Socket } from 'node:net';

export type Fault =
  /** Nobody takes the call, and calls under way break. */
  | 'cut'
  /** Calls are taken and nothing passes, in either direction. */
  | 'held'
  /** What is said arrives; the answers do not, and the call breaks when one would come. */
  | 'answers-lost';

export interface Way {
  port: number;
  /** From now on, until `mend`. */
  spoil(fault: Fault): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function openWay(to: number): Promise<Way> {
  let fault: Fault | undefined;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    keep(near);
    keep(far);
    near.on('data', (part) => fault !== 'held' && far.write(part));
    far.on('data', (part) => {
      if (fault === 'answers-lost') near.destroy();
      else if (fault !== 'held') near.write(part);
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  const listen = (port: number) => new Promise<void>((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done));
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  const shut = () => new Promise<void>((done) => server.close(() => done()));
  await listen(0);
  const { port } = server.address() as { port: number };
  return {
    port,
    spoil: async (next) => {
      fault = next;
      if (next !== 'cut') return;
      const closed = shut();
      hangUp();
      await closed;
    },
    mend: async () => {
      // Calls that were held up have lost what was said.
      if (fault === 'held') hangUp();
      if (fault === 'cut') await listen(port);
      fault = undefined;
    },
    close: async () => {
      hangUp();
      if (server.listening) await shut();
    },
  };
}
