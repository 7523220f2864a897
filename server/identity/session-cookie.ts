/** The cookie that keeps a browser signed in: bound to this host, unreadable for scripts, never sent by another site (G-19). */

export const SESSION_COOKIE = '__Host-hopthu';
export const SESSION_COOKIE_OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;
