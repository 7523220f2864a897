/** What a browser carries while its owner is at the provider: sealed, for ten minutes, good for one return. */
import type { Ground } from '../kernel/ground.js';
import type { Language } from '../kernel/language.js';
import type { Begun } from './oidc-client.js';
import { tokenHash } from './session.rules.js';

export const FLIGHT_COOKIE = '__Host-hopthu-oidc';
const FLIGHT_MINUTES = 10;
/** Lax: the way back begins at the provider, and the browser must bring the cookie along. */
export const FLIGHT_COOKIE_OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
export const FLIGHT_COOKIE_SECONDS = FLIGHT_MINUTES * 60;

export interface Flight extends Begun {
  /** Where to in the panel. */
  onward: string;
  language: Language;
  /** Milliseconds since 1970. */
  until: number;
}

const KIND = 'oidc-flight';

export function sealFlight({ key, clock }: Ground, flight: Omit<Flight, 'until'>): string {
  const until = clock.now().getTime() + FLIGHT_MINUTES * 60_000;
  return key.seal(Buffer.from(JSON.stringify({ kind: KIND, ...flight, until })));
}

/** Null for what is missing, expired or not sealed by us. */
export function openFlight({ key, clock }: Ground, sealed: string | undefined): Flight | null {
  if (!sealed || sealed.length > 4096) return null;
  try {
    const flight = JSON.parse(key.open(sealed).toString()) as Flight & { kind: string };
    return flight.kind === KIND && flight.until > clock.now().getTime() ? flight : null;
  } catch {
    return null;
  }
}

/** Notes that a way back was used; false when it was before, with whatever copy of the cookie. */
export async function spendFlight({ orm, clock }: Ground, { state, until }: Flight): Promise<boolean> {
  const em = orm.em.fork();
  await em.execute('delete from spent_sign_on where kept_until < ?', [clock.now().toISOString()]);
  const spent = await em.execute<unknown[]>(
    'insert into spent_sign_on (state_hash, kept_until) values (?, ?) on conflict do nothing returning state_hash',
    [tokenHash(state), new Date(until).toISOString()],
  );
  return spent.length > 0;
}
