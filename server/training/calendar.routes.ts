/** GET /calendar/{token}.ics: the feed of a trainer, for calendar programs, which sign in by nothing but the address. */
import type { FastifyInstance } from 'fastify';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { languageOf, say } from '../kernel/language.js';
import { calendarFeed } from './calendar-link.service.js';

const TOKEN = /^[\w-]{43}$/;

export function registerCalendarRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const [token = '', ending] = request.params.file.split('.');
    const feed = ending === 'ics' && TOKEN.test(token) ? await calendarFeed(ground, token) : null;
    void reply.header('cache-control', 'private, no-store');
    if (feed === null) {
      const message = say({ text: kernelMessages.notFound }, languageOf(request.headers['accept-language']));
      return reply.code(404).send({ code: 'BAD_USER_INPUT', message });
    }
    return reply.type('text/calendar; charset=utf-8').send(feed);
  });
}
