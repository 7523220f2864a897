// The form that signs in: address, password, and the second factor when the server asks for it. Keeps what was typed when refused.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Credentials, SignInRefused } from '../data/auth-provider.js';
import { toFault } from '../data/faults.js';

interface SignInFormProps {
  onSubmit: (credentials: Credentials) => Promise<void>;
  submitLabel: string;
}

export function SignInForm({ onSubmit, submitLabel }: SignInFormProps) {
  const t = useTranslate();
  const [refusal, setRefusal] = useState<string>();
  const [isSending, setSending] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);
  const [isShown, setShown] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const code = String(form.get('code') ?? '').trim();
    setSending(true);
    setRefusal(undefined);
    try {
      await onSubmit({ email: String(form.get('email')).trim(), password: String(form.get('password')), ...(code && { code }) });
    } catch (error) {
      if (error instanceof SignInRefused && error.needsCode) setNeedsCode(true);
      setRefusal(error instanceof SignInRefused ? t(error.message, { _: error.message }) : t(`shell.fault.${toFault(error).code}`));
      setSending(false);
    }
  };

  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
      <TextField name="email" type="email" label={t('shell.signIn.email')} autoComplete="username" required autoFocus fullWidth />
      <TextField
        name="password"
        type={isShown ? 'text' : 'password'}
        label={t('shell.signIn.password')}
        autoComplete="current-password"
        required
        fullWidth
        slotProps={{
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
      {needsCode && (
        <TextField
          name="code"
          label={t('shell.signIn.code')}
          helperText={t('shell.signIn.codeHint')}
          autoComplete="one-time-code"
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          required
          autoFocus
          fullWidth
        />
      )}
      {refusal && (
        <Alert severity="error" variant="outlined">
          {refusal}
        </Alert>
      )}
      <Button type="submit" variant="contained" size="large" disabled={isSending}>
        {isSending ? t('shell.signIn.sending') : submitLabel}
      </Button>
    </Box>
  );
}
