/** The rest of the world, as far as a private mail stack knows it: takes every letter and keeps it. */
import { SMTPServer } from 'smtp-server';

export interface Letter {
  from: string;
  to: readonly string[];
  source: string;
}

export async function openOutside(): Promise<{ port: number; letters: readonly Letter[]; close(): Promise<void> }> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        letters.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(parts).toString('utf8'),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as { port: number };
  return { port, letters, close: () => new Promise((done) => server.close(done)) };
}
