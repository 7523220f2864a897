// Signing out; whoever has marks on this device that the server does not have yet is asked first.
import { type ReactNode, Suspense, lazy, useState } from 'react';
import { useLogout } from 'react-admin';
import { session } from '../data/session.js';
import { keepsMarks } from '../roster/kept-keys.js';

const UnsentAtSignOut = lazy(async () => ({ default: (await import('../roster/UnsentAtSignOut.js')).UnsentAtSignOut }));

/** `question` belongs on the page: it is empty until there is something to ask. */
export function useSignOut(): { signOut: () => void; question: ReactNode } {
  const logout = useLogout();
  const [isAsked, setAsked] = useState(false);
  const signOut = () => {
    const viewer = session.viewer();
    if (viewer && keepsMarks(viewer.id)) setAsked(true);
    else void logout();
  };
  const question = isAsked && (
    <Suspense fallback={null}>
      <UnsentAtSignOut onClose={() => setAsked(false)} onLeave={() => void logout()} />
    </Suspense>
  );
  return { signOut, question };
}
