// Copies a text and says that it did.
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';

interface CopyButtonProps {
  text: string;
  /** What is copied, for those who listen: "Copy the link". */
  label: string;
  variant?: 'outlined' | 'contained';
}

export function CopyButton({ text, label, variant = 'outlined' }: CopyButtonProps) {
  const t = useTranslate();
  const [state, setState] = useState<'waiting' | 'copied' | 'failed'>('waiting');
  useEffect(() => {
    if (state === 'waiting') return undefined;
    const timer = setTimeout(() => setState('waiting'), 4000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    // Over plain http a browser offers no clipboard; the text is selected by hand then.
    Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  return (
    <Button variant={variant} onClick={() => void copy()} sx={{ whiteSpace: 'nowrap' }}>
      <span aria-live="polite">{state === 'waiting' ? label : t(state === 'copied' ? 'ui.copied' : 'ui.copyByHand')}</span>
    </Button>
  );
}
