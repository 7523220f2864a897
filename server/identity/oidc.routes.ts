/** Signing in through the city's own sign-in service: GET /auth/oidc/start sends people there, GET /auth/oidc/callback takes them back. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, type Language } from '../kernel/language.js';
import { ownUrl } from '../kernel/own-url.js';
import { OidcClient, SignOnFailed } from './oidc-client.js';
import { ownPlace } from './oidc-claims.rules.js';
import { FLIGHT_COOKIE, FLIGHT_COOKIE_OPTIONS, FLIGHT_COOKIE_SECONDS, openFlight, sealFlight, spendFlight } from './oidc-flight.js';
import type { OidcPage } from './oidc.messages.js';
import { oidcPage, PAGE_HEADERS, PAGE_STATUS } from './oidc-page.js';
import { NotAdmitted, recordRefusal, signInByProvider, type SignOnGround } from './oidc.service.js';
import { CALLBACK_PATH, type OidcSettings } from './oidc-settings.rules.js';
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from './session-cookie.js';
import { deviceOf } from './session.rules.js';

const START_PATH = '/auth/oidc/start';
/** Refusals that are recorded one by one for an address in a quarter of an hour; more only stand in the log, so that nobody fills the audit log from outside. */
const RECORDED_REFUSALS = 50;
const REFUSALS_MINUTES = 15;

/** Counts refusals by network address; says whether one more is to be recorded. */
function refusalCounter(): (address: string, now: number) => boolean {
  let counts = new Map<string, number>();
  let until = 0;
  return (address, now) => {
    if (now > until || counts.size > 10_000) {
      counts = new Map();
      until = now + REFUSALS_MINUTES * 60_000;
    }
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return count <= RECORDED_REFUSALS;
  };
}

export interface OidcRoutes extends Omit<SignOnGround, 'settings'> {
  /** Null where single sign-on is not set up. */
  settings: OidcSettings | null;
}

export function registerOidcRoutes(app: FastifyInstance, { ground, settings, officerOfCode }: OidcRoutes): void {
  const client = settings && new OidcClient(settings);
  const isRecorded = refusalCounter();

  const show = (reply: FastifyReply, page: OidcPage, language: Language, then: string | null = null) => {
    const base = settings?.publicUrl ?? ownUrl(ground);
    const again = then && ['UNREACHABLE', 'EXPIRED', 'CANCELLED', 'UNTRUSTED', 'FAULT'].includes(page);
    const facts = {
      language,
      requestId: reply.request.id,
      name: settings?.name ?? '',
      again: again ? `${base}${START_PATH}?then=${encodeURIComponent(then)}&language=${language}` : null,
      back: `${base}/`,
    };
    return reply.code(PAGE_STATUS[page]).headers(PAGE_HEADERS).type('text/html; charset=utf-8').send(oidcPage(page, facts));
  };

  /** Tells the log, the record and the person why it came to nothing, each as much as it may know. */
  const refuse = async (request: FastifyRequest, reply: FastifyReply, error: unknown, language: Language, then: string | null) => {
    const isKnown = error instanceof SignOnFailed || error instanceof NotAdmitted;
    if (!isKnown) {
      ground.log.error({ requestId: request.id, error }, 'A sign-in through the provider failed');
      return show(reply, 'FAULT', language, then);
    }
    const { reason } = error;
    ground.log.warn(
      { requestId: request.id, reason, ...(error instanceof SignOnFailed && { code: error.code }) },
      'A sign-in through the provider was refused',
    );
    if (isRecorded(request.ip, Date.now()))
      await recordRefusal(ground, reason, request.id, error instanceof NotAdmitted ? error : undefined);
    return show(reply, error instanceof SignOnFailed ? error.reason : 'NOT_ADMITTED', language, then);
  };

  const languageFor = (request: FastifyRequest): Language => {
    const { language } = request.query as { language?: unknown };
    return language === 'vi' || language === 'en' ? language : languageOf(request.headers['accept-language']);
  };

  app.get<{ Querystring: { then?: unknown } }>(START_PATH, { helmet: false }, async (request, reply) => {
    const language = languageFor(request);
    if (!client) return show(reply, 'NOT_SET_UP', language);
    const then = ownPlace(request.query.then);
    if (then === null) return show(reply, 'WRONG_PLACE', language);
    try {
      const { url, ...begun } = await client.begin(language);
      return reply
        .setCookie(FLIGHT_COOKIE, sealFlight(ground, { ...begun, onward: then, language }), {
          ...FLIGHT_COOKIE_OPTIONS,
          maxAge: FLIGHT_COOKIE_SECONDS,
        })
        .headers(PAGE_HEADERS)
        .redirect(url.href, 303);
    } catch (error) {
      return refuse(request, reply, error, language, then);
    }
  });

  app.get<{ Querystring: { state?: unknown } }>(CALLBACK_PATH, { helmet: false }, async (request, reply) => {
    if (!client || !settings) return show(reply, 'NOT_SET_UP', languageFor(request));
    const flight = openFlight(ground, request.cookies[FLIGHT_COOKIE]);
    const language = flight?.language ?? languageFor(request);
    void reply.clearCookie(FLIGHT_COOKIE, FLIGHT_COOKIE_OPTIONS);
    try {
      if (!flight) throw new SignOnFailed('EXPIRED', 'no_cookie');
      if (request.query.state !== flight.state) throw new SignOnFailed('EXPIRED', 'other_state');
      if (!(await spendFlight(ground, flight))) throw new SignOnFailed('EXPIRED', 'used_before');
      const told = await client.finish(request.url.slice(request.url.indexOf('?')), flight);
      const session = await signInByProvider({ ground, settings, officerOfCode }, told, deviceOf(request.headers['user-agent']));
      return reply
        .setCookie(SESSION_COOKIE, session.token, SESSION_COOKIE_OPTIONS)
        .headers(PAGE_HEADERS)
        .redirect(`${settings.publicUrl}${flight.onward}`, 303);
    } catch (error) {
      return refuse(request, reply, error, language, flight?.onward ?? '/');
    }
  });
}
