/** Another system that is told: a real server that keeps what it was sent, and answers as a test wants. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface Told {
  path: string;
  method: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Manner = (response: ServerResponse, told: Told) => void;

export const takes: Manner = (response) => void response.writeHead(204).end();
export const says =
  (status: number, headers: Record<string, string> = {}): Manner =>
  (response) =>
    void response.writeHead(status, headers).end('thân trả lời');
/** Takes the connection and says nothing. */
export const silent: Manner = () => undefined;
/** Begins to answer and never ends. */
export const endless: Manner = (response) => {
  response.writeHead(200);
  response.write('x');
};

export class Receiver {
  readonly told: Told[] = [];
  manner: Manner = takes;
  private connections = 0;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(port = 0): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const receiver = new Receiver(server, (server.address() as AddressInfo).port);
    server.on('connection', () => receiver.connections++);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const told = { path: request.url!, method: request.method!, headers: request.headers, body: Buffer.concat(chunks).toString() };
        receiver.told.push(told);
        receiver.manner(response, told);
      });
    });
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  /** How often somebody connected, whether or not anything was said. */
  get knocks(): number {
    return this.connections;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** What a message says, once the library of Standard Webhooks has found its signature right; throws where it is not. */
export const verified = (secret: string, { body, headers }: Told): any =>
  new Webhook(secret).verify(body, headers as Record<string, string>);
