/** What may stand in the query string of an address? Each parameter once and without control characters, whatever the route makes of it. */
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../kernel/refusal.js';
import { apiMessages } from './api.messages.js';

/** Line breaks and tabs may stay: providers of single sign-on send them back in the words of an error. */
const CONTROL = /[^\P{Cc}\t\r\n]/u;
const PLAIN_NAME = /^\w{1,40}$/;

export function checkQueryStrings(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ query }) => {
    for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
      const path = PLAIN_NAME.test(name) ? [name] : [];
      if (typeof value !== 'string') throw new Refusal({ code: 'INVALID', path, message: { text: apiMessages.parameterTwice } });
      if (CONTROL.test(name) || CONTROL.test(value)) {
        throw new Refusal({ code: 'INVALID', path, message: { text: apiMessages.parameterCharacter } });
      }
    }
  });
}
