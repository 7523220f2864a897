/** A small keep-alive client in a process of its own, for machines without wrk: PORT CONNECTIONS SECONDS REQUESTS-FILE TOKEN. */
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Sums } from './load.js';

const [port = '', connections = '', seconds = '', file = '', token = ''] = process.argv.slice(2);
const requests = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [method, path, body = ''] = line.split('\t');
    const head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${token}\r\n`;
    return Buffer.from(
      body ? `${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}` : `${head}\r\n`,
    );
  });
const sums: Sums = { requests: 0, seconds: 0, bytes: 0, errors: 0, p99: 0 };
const latencies: number[] = [];
const began = performance.now();
const until = began + Number(seconds) * 1000;
let next = 0;

function converse(done: () => void): void {
  const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true });
  let sent = 0;
  let text = '';
  const ask = () => {
    if (performance.now() >= until) return socket.end(done);
    sent = performance.now();
    text = '';
    next = (next + 1) % requests.length;
    return socket.write(requests[next]!);
  };
  socket.on('connect', ask);
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    const headEnd = text.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error('An answer without content-length');
    if (text.length < headEnd + 4 + length) return;
    sums.requests++;
    sums.bytes += text.length;
    if (!text.startsWith('HTTP/1.1 200')) sums.errors++;
    latencies.push(performance.now() - sent);
    ask();
  });
  socket.on('error', () => {
    sums.errors++;
    done();
  });
}

await Promise.all(Array.from({ length: Number(connections) }, () => new Promise<void>(converse)));
sums.seconds = (performance.now() - began) / 1000;
sums.p99 = latencies.sort((a, b) => a - b)[Math.floor(latencies.length * 0.99)] ?? 0;
console.log(JSON.stringify(sums));
