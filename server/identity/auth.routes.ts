/**
 * What a person does before signing in, outside GraphQL: POST /auth/invitation, /auth/invitation/accept, /auth/passkey/options and
 * /auth/passkey/verify. JSON from a page of this server only; a new session goes into the cookie.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ground } from '../kernel/ground.js';
import { kernelMessages } from '../kernel/kernel.messages.js';
import { languageOf, say } from '../kernel/language.js';
import { ownUrl } from '../kernel/own-url.js';
import { Denial, Refusal } from '../kernel/refusal.js';
import type { Actor } from './actor.js';
import { guessing } from './guess.service.js';
import { acceptInvitation, lookUpInvitation } from './invitation.service.js';
import { askPasskey, showPasskey, type Showing } from './passkey-entry.service.js';
import { passkeySite } from './passkey.rules.js';
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from './session-cookie.js';
import { deviceOf, isOwnPage } from './session.rules.js';
import { createSessionOf, type NewSession } from './session.service.js';
import { signInMessages } from './sign-in.messages.js';

const BODY_LIMIT = 64 * 1024;
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

type Body = Record<string, unknown> | null;

export function registerAuthRoutes(
  app: FastifyInstance,
  ground: Ground,
  actorOf: (request: FastifyRequest) => Promise<Actor | null>,
): void {
  void app.register(async (scope) => {
    scope.removeContentTypeParser('text/plain');
    scope.addHook('onRequest', async (request, reply) => {
      void reply.headers(HEADERS);
      const { origin, host } = request.headers;
      const isOurs = request.headers['x-hopthu-panel'] === '1' && isOwnPage(origin, host, process.env.HOPTHU_URL);
      if (!isOurs) throw new Denial('FORBIDDEN', { text: signInMessages.otherSite });
    });

    const post = (url: string, answer: (body: NonNullable<Body>, request: FastifyRequest, reply: FastifyReply) => Promise<object>) =>
      scope.post<{ Body: Body }>(url, { bodyLimit: BODY_LIMIT, helmet: false }, async (request, reply) => {
        try {
          const { body } = request;
          return await answer(body && typeof body === 'object' && !Array.isArray(body) ? body : {}, request, reply);
        } catch (error) {
          return refuse(error, request, reply);
        }
      });

    post('/auth/invitation', async (body, request) => {
      const token = textOf(body, 'token');
      return guessing(ground, { address: request.ip }, ['token'], () => lookUpInvitation(ground, token));
    });

    post('/auth/invitation/accept', async (body, request, reply) => {
      const token = textOf(body, 'token');
      const password = textOf(body, 'password');
      const userId = await guessing(ground, { address: request.ip }, ['token'], () => acceptInvitation(ground, token, password));
      const session = await createSessionOf(ground, userId, deviceOf(request.headers['user-agent']));
      // Whoever has set up an app shows its code too: a link alone does not stand for both.
      return session ? signedIn(reply, session) : { isSignedIn: false };
    });

    const showing = async (request: FastifyRequest): Promise<Showing> => ({
      ground,
      actor: await actorOf(request),
      site: passkeySite(process.env.HOPTHU_URL, request.headers.origin, ownUrl(ground)),
      address: request.ip,
      device: deviceOf(request.headers['user-agent']),
    });

    post('/auth/passkey/options', async (_body, request) => askPasskey(await showing(request)));

    post('/auth/passkey/verify', async (body, request, reply) => {
      const session = await showPasskey(await showing(request), body.response);
      return session ? signedIn(reply, session) : { isSignedIn: true };
    });
  });
}

function textOf(body: NonNullable<Body>, name: string): string {
  const value = body[name];
  if (typeof value === 'string' && value !== '') return value;
  const isMissing = value == null || value === '';
  throw new Refusal({
    code: isMissing ? 'REQUIRED' : 'INVALID',
    path: [name],
    message: { text: isMissing ? kernelMessages.required : signInMessages.textNeeded },
  });
}

function signedIn(reply: FastifyReply, { token, expiresAt }: NewSession): object {
  void reply.setCookie(SESSION_COOKIE, token, SESSION_COOKIE_OPTIONS);
  return { isSignedIn: true, expiresAt };
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const reason = error instanceof Refusal ? error.reasons[0] : undefined;
  if (!reason) throw error;
  const message = say(reason.message, languageOf(request.headers['accept-language']));
  return reply
    .code(reason.code === 'LIMIT' ? 429 : 400)
    .send({ code: reason.code, message, path: reason.path ?? [], ...(reason.rule && { rule: reason.rule }) });
}
