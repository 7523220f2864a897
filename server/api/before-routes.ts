/** What is answered where a request never reaches a route: an address or headers that cannot be read. Nothing that was sent is repeated. */
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, say } from '../kernel/language.js';
import { apiMessages } from './api.messages.js';
import { DATA_HEADERS, PERMISSIONS } from './page-headers.js';

const HEADERS = { ...DATA_HEADERS, 'permissions-policy': PERMISSIONS, 'referrer-policy': 'no-referrer' };

/** Fastify’s router cannot read the address: it is not well encoded, or a part of it is too long. */
export function badAddress(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const message = say({ text: apiMessages.address }, languageOf(request.headers['accept-language']));
  void reply
    .code(400)
    .headers({ ...HEADERS, 'x-request-id': request.id })
    .send({ code: 'BAD_USER_INPUT', message });
}

/** Node cannot read the headers; no language is known yet, so both are said. */
export function badHeaders(error: { code?: string }, socket: Socket): void {
  // An answer that has begun cannot be followed by another on the same connection.
  const answer = Reflect.get(socket, '_httpMessage') as ServerResponse | null | undefined;
  if (error.code !== 'ECONNRESET' && socket.writable && !answer?.headersSent) {
    const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
    const text = status === 408 ? apiMessages.tooSlow : status === 431 ? apiMessages.headersTooLong : apiMessages.unreadable;
    const body = JSON.stringify({ code: 'BAD_USER_INPUT', message: `${text.vi} / ${text.en}` });
    const headers = {
      ...HEADERS,
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroySoon();
}
