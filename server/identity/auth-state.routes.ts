/** What the sign-in page must know before anybody is signed in: GET /auth/state. No secrets, no counts. */
import type { FastifyInstance } from 'fastify';
import type { Ground } from '../kernel/ground.js';
import { languageOf } from '../kernel/language.js';

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** Whether nobody can sign in yet, because there is nobody. */
export async function hasNoUsers(ground: Ground): Promise<boolean> {
  const [row] = await ground.orm.em.fork().execute<{ any: boolean }[]>('select exists (select 1 from app_user) as any');
  return !row!.any;
}

/** `singleSignOn` is the name on the button, or null where it is not set up. */
export function registerAuthState(app: FastifyInstance, ground: Ground, singleSignOn: { name: string } | null): void {
  app.get('/auth/state', { helmet: false }, async (request, reply) => {
    void reply.headers(HEADERS);
    return {
      isEmpty: await hasNoUsers(ground),
      isDemonstration: ground.isDemonstration,
      singleSignOn: singleSignOn && { name: singleSignOn.name },
      passkeys: true,
      language: languageOf(request.headers['accept-language']),
    };
  });
}
