// After a factor was added or removed: the account is read again, and the banner that asks for one knows.
import { whoIsIn } from '../data/auth-provider.js';
import { useAfresh } from '../data/command.js';
import { session } from '../data/session.js';

export function useFactorsChanged(): () => Promise<void> {
  const afresh = useAfresh();
  return async () => {
    session.begin(await whoIsIn());
    await afresh('Account', 'Factors', 'MySessions');
  };
}
