/** Where anybody checks a paper: GET /verify with a form, GET /verify/{code} and /verify?code=…, `lang=en`. What is not there answers 404, whatever the code. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ground } from '../../kernel/ground.js';
import { STYLE_HASH } from '../pages/style.js';
import { readCode } from './code.rules.js';
import { verifyPage } from './verify-page.js';
import { verifiedPaper } from './verify.read.js';

const LONGEST_TYPED = 40;
const HEADERS = {
  // How a decision stands changes with an appeal, at once.
  'cache-control': 'no-cache',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy': `default-src 'none';style-src ${STYLE_HASH};form-action 'self';base-uri 'none';frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const wordIn = (values: unknown, name: string): string => {
  const value = (values as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.trim().slice(0, LONGEST_TYPED) : '';
};

export function registerVerifyRoutes(app: FastifyInstance, ground: Ground): void {
  const answer = async ({ params, query }: FastifyRequest, reply: FastifyReply) => {
    const language = wordIn(query, 'lang') === 'en' ? 'en' : 'vi';
    const typed = wordIn(params, 'code') || wordIn(query, 'code');
    const code = readCode(typed);
    const paper = typed === '' ? undefined : code ? await verifiedPaper(ground, code) : null;
    const body = String(await verifyPage({ language, typed: code ?? typed, paper }));
    return reply
      .code(paper === null ? 404 : 200)
      .headers(HEADERS)
      .type('text/html; charset=utf-8')
      .send(body);
  };
  app.get('/verify', answer);
  app.get('/verify/:code', answer);
}
