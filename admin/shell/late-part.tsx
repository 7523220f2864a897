// A part that is loaded when it is needed, and left out while it cannot be: without a line the page around it goes on.
import { type ComponentType, useEffect, useState } from 'react';

export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return function LatePart(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props>>();
    useEffect(() => {
      let isGone = false;
      const fetchIt = () =>
        void load().then(
          (part) => isGone || setPart(() => part),
          () => undefined,
        );
      fetchIt();
      window.addEventListener('online', fetchIt);
      return () => {
        isGone = true;
        window.removeEventListener('online', fetchIt);
      };
    }, []);
    return Part ? <Part {...props} /> : null;
  };
}
