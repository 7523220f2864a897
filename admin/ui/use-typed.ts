// What somebody types, once they have stopped for a moment: nothing is asked at every letter.
import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/** The words to ask for, and where what is typed goes. */
export function useTyped(): [asked: string, type: (words: string) => void] {
  const [words, type] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return [asked, type];
}
