// The code of the second factor: six digits of the app, or a recovery code.
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { wrong } from './wrong.js';

interface CodeFieldProps {
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** Only the app counts, for example while it is being set up. */
  isAppOnly?: boolean;
}

export function CodeField({ value, onChange, error, isAppOnly = false }: CodeFieldProps) {
  const t = useTranslate();
  const { slotProps, ...look } = wrong(error, t(isAppOnly ? 'shell.signIn.codeHintApp' : 'shell.signIn.codeHint'));
  return (
    <TextField
      name="code"
      label={t('shell.signIn.code')}
      autoComplete="one-time-code"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      required
      autoFocus
      fullWidth
      {...look}
      slotProps={{
        ...slotProps,
        htmlInput: {
          inputMode: isAppOnly ? 'numeric' : 'text',
          autoCapitalize: 'none',
          spellCheck: false,
          style: { letterSpacing: '0.12em', fontVariantNumeric: 'tabular-nums' },
        },
      }}
    />
  );
}
