// Passkeys of this machine: signing in with one, showing it again as second factor, making a new one.
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { knock } from './door.js';
import { Refused } from './faults.js';

export const canPasskey = (): boolean => typeof window.PublicKeyCredential === 'function';

/** The reader closed the window of the browser, or the machine has no passkey for this address. */
function declined(key: string): Refused {
  return new Refused([{ code: 'INVALID', message: key, path: ['passkey'], rule: null }]);
}

/** Signs in; for whoever is signed in already, shows the second factor anew. */
export async function showPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = await knock<PublicKeyCredentialRequestOptionsJSON>('/auth/passkey/options', {});
  const response = await startAuthentication({ optionsJSON }).catch(() => {
    throw declined('shell.signIn.passkeyDeclined');
  });
  await knock('/auth/passkey/verify', { response });
}

/** `options` and the answer are JSON text, as the server hands them out and takes them back. */
export async function makePasskey(options: string): Promise<string> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON;
  const response = await startRegistration({ optionsJSON }).catch((error: { name?: string }) => {
    throw declined(error.name === 'InvalidStateError' ? 'account.passkey.known' : 'account.passkey.declined');
  });
  return JSON.stringify(response);
}
