// A password that can be looked at while it is typed.
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { wrong } from './wrong.js';

interface PasswordFieldProps {
  name: string;
  label: string;
  autoComplete: 'current-password' | 'new-password';
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  hint?: string;
  autoFocus?: boolean;
}

export function PasswordField({ name, label, autoComplete, value, onChange, error, hint, autoFocus = false }: PasswordFieldProps) {
  const t = useTranslate();
  const [isShown, setShown] = useState(false);
  const { slotProps, ...look } = wrong(error, hint);
  return (
    <TextField
      name={name}
      type={isShown ? 'text' : 'password'}
      label={label}
      autoComplete={autoComplete}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      required
      fullWidth
      autoFocus={autoFocus}
      {...look}
      slotProps={{
        ...slotProps,
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <Button size="small" onClick={() => setShown(!isShown)}>
                {isShown ? t('shell.signIn.hide') : t('shell.signIn.show')}
              </Button>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
