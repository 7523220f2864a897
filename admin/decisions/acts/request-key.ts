// The same key for the same request and another for another, so that a broken line never votes or proposes twice.
import { useRef } from 'react';

export function useRequestKey(): (request: unknown) => string {
  const last = useRef<{ key: string; text: string }>(undefined);
  return (request) => {
    const text = JSON.stringify(request);
    if (last.current?.text !== text) {
      const random = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      last.current = { key: random, text };
    }
    return last.current.key;
  };
}
