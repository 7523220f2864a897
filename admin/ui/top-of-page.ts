// Another page begins at its top; the links of the panel do not say so to react-admin, which then leaves the reader where the page before was read.
import { useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

let shown: string | undefined;

/** For the head of a page. Going back finds the place again that the browser kept; filters in the address leave it. */
export function useTopOfPage(): void {
  const { pathname } = useLocation();
  const type = useNavigationType();
  useEffect(() => {
    if (shown !== pathname && type !== 'POP') scrollTo({ top: 0 });
    shown = pathname;
  }, [pathname, type]);
}
