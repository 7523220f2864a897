// Which pages have the whole screen of a phone? The bars of the shell make room for their own.
import { matchPath, useLocation } from 'react-router-dom';
import { nouns } from '../nouns.js';

const paths = nouns.flatMap((noun) => (noun.pages ?? []).filter(({ isBare }) => isBare).map(({ path }) => `/${noun.name}/${path}`));

export function useIsBare(): boolean {
  const { pathname } = useLocation();
  return paths.some((path) => matchPath(path, pathname) !== null);
}
