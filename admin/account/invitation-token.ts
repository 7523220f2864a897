// The token of an invitation, taken out of the address at once, so that neither the history nor a glance over the shoulder keeps it.
let token: string | null = null;

/** Moves a token from the address into memory. Called before anything is drawn, and whenever an invitation is opened. */
export function takeInvitationToken(): string | null {
  const [path, query] = window.location.hash.split('?');
  const found = path === '#/invitation' ? new URLSearchParams(query).get('token') : null;
  if (found) {
    token = found;
    window.history.replaceState(window.history.state, '', `${window.location.pathname}#/invitation`);
  }
  return token;
}

export function forgetInvitationToken(): void {
  token = null;
}
