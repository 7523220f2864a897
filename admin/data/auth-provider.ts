// Signing in and out, and staying signed in: the cookie holds the session, the panel only remembers who it is.
import type { AuthProvider } from 'react-admin';
import { setClock } from './city-clock.js';
import { ask } from './client.js';
import { type Fault, Refused, toFault } from './faults.js';
import { ME, SESSION_CREATE, SESSION_CREATE_BY_CODE, SESSION_END, type Viewer } from './me.documents.js';
import { showPasskey } from './passkey.js';
import { rememberedViewer } from './remembered.js';
import { session } from './session.js';

export interface Credentials extends Record<string, unknown> {
  email: string;
  password: string;
  code?: string;
}

/** How somebody signs in: with what they typed, or with a passkey. */
export type WayIn = Credentials | 'passkey';

/** Why a sign-in was refused; `needsCode` when the second factor is what is missing or wrong. */
export class SignInRefused extends Refused {
  get needsCode(): boolean {
    return this.userErrors.some((error) => error.path.includes('code'));
  }
}

export async function signIn(credentials: Credentials): Promise<Viewer> {
  const { viewer, userErrors } = (await ask(SESSION_CREATE, credentials)).sessionCreate;
  if (!viewer) throw new SignInRefused(userErrors);
  return whoIsIn();
}

/** Oneself; what the server's clock says comes along. */
async function askWho(): Promise<Viewer | null> {
  const { me } = await ask(ME, {});
  if (!me) return null;
  const { now, ...viewer } = me;
  setClock(now);
  return viewer;
}

/** Who the cookie says is signed in, after a password, a passkey or an invitation has opened the door. */
export async function whoIsIn(): Promise<Viewer> {
  // Browsers take the cookie over https, and over http from this machine only; without it every page would ask for the password again.
  const me = await askWho();
  if (!me) throw new SignInRefused([{ code: 'INVALID', message: 'shell.signIn.noCookie', path: [], rule: null }]);
  return me;
}

/** By the code of a paper notice. */
export async function openByPaperCode(code: string): Promise<Viewer> {
  const { viewer, userErrors } = (await ask(SESSION_CREATE_BY_CODE, { code })).sessionCreateByCode;
  if (!viewer) throw new Refused(userErrors);
  return whoIsIn();
}

/** By a passkey of this machine. */
export async function signInByPasskey(): Promise<Viewer> {
  await showPasskey();
  return whoIsIn();
}

let asking: Promise<Viewer | null> | undefined;

/** Who is signed in, asked once a page. */
async function viewer(): Promise<Viewer | null> {
  const known = session.viewer();
  if (known) return known;
  asking ??= askWho()
    .catch((error: unknown) => {
      const before = toFault(error).code === 'OFFLINE' ? rememberedViewer() : null;
      if (!before) throw error;
      return before;
    })
    .then((me) => {
      if (me) session.begin(me);
      return me;
    });
  try {
    return await asking;
  } finally {
    asking = undefined;
  }
}

export function createAuthProvider(): AuthProvider {
  return {
    login: async ({ way }: { way: WayIn }) => session.begin(await (way === 'passkey' ? signInByPasskey() : signIn(way))),
    logout: async () => {
      if (session.viewer()) await ask(SESSION_END, {}).catch(() => undefined);
      session.end();
    },
    checkAuth: async () => {
      if (!(await viewer())) throw { message: false };
    },
    checkError: async (error: unknown) => {
      // The client has already asked for the password again; arriving here the reader has declined.
      const fault: Fault = toFault(error);
      if (fault.code === 'UNAUTHENTICATED') throw { message: false };
    },
    getIdentity: async () => {
      const who = await viewer();
      return { id: who?.id ?? '', fullName: who?.name ?? '' };
    },
    getPermissions: async () => (await viewer())?.rights ?? [],
  };
}
