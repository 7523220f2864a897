// The doors outside GraphQL, for whoever is not signed in yet: the state of the system, an invitation, a passkey.
import { useQuery } from '@tanstack/react-query';
import { Fault, Refused } from './faults.js';
import { readLanguage } from './language.js';

export interface DoorState {
  /** No account exists yet. */
  isEmpty: boolean;
  isDemonstration: boolean;
  singleSignOn: { name: string } | null;
  passkeys: boolean;
}

interface Refusal {
  code?: string;
  message?: string;
  path?: string[];
  rule?: string | null;
  requestId?: string;
}

/** `body` given: changes something. Throws Refused for what the reader can mend, a Fault otherwise. */
export async function knock<Answer>(path: string, body?: object): Promise<Answer> {
  const headers = { accept: 'application/json', 'accept-language': readLanguage(), 'x-hopthu-panel': '1' };
  const answer = await fetch(path, {
    credentials: 'same-origin',
    headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Fault('OFFLINE');
  });
  const said = (await answer.json().catch(() => null)) as (Answer & Refusal) | null;
  if (answer.ok && said) return said;
  if (answer.status < 500 && said?.message) {
    throw new Refused([{ code: said.code ?? 'INVALID', message: said.message, path: said.path ?? [], rule: said.rule ?? null }]);
  }
  throw new Fault('INTERNAL_SERVER_ERROR', said?.requestId);
}

/** Which ways in there are; undefined until the server has said. */
export function useDoorState(): DoorState | undefined {
  return useQuery({ queryKey: ['door'], queryFn: () => knock<DoorState>('/auth/state'), staleTime: 60_000, retry: false }).data;
}

/** Where single sign-on begins; afterwards the reader is back on the page named by `then`. */
export function singleSignOnPath(then: string): string {
  return `/auth/oidc/start?then=${encodeURIComponent(then)}&language=${readLanguage()}`;
}
