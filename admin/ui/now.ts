// The time of day while a page is open: looked at again every half minute, so that a session begins on the screen when it begins.
import { useEffect, useState } from 'react';

const lookEveryMs = 30_000;

export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), lookEveryMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
