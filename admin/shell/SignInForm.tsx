// The form that signs in: address and password, then the code of the second factor when the server asks for it; or a passkey, or the city's own sign-in.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { SignInRefused, type WayIn } from '../data/auth-provider.js';
import { useDoing } from '../data/command.js';
import { singleSignOnPath, useDoorState } from '../data/door.js';
import { canPasskey } from '../data/passkey.js';
import { CodeField } from '../ui/CodeField.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { PasswordField } from '../ui/PasswordField.js';
import { wrong } from '../ui/wrong.js';

interface SignInFormProps {
  onSubmit: (way: WayIn) => Promise<void>;
  submitLabel: string;
  /** Whose session it was. */
  email?: string;
  /** Over a page that is to be kept, the city's own sign-in opens beside it. */
  isOverPage?: boolean;
}

export function SignInForm({ onSubmit, submitLabel, email: known = '', isOverPage = false }: SignInFormProps) {
  const t = useTranslate();
  const doing = useDoing();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isSecondStep, setSecondStep] = useState(false);

  const enter = (way: WayIn) =>
    doing.run(async () => {
      try {
        await onSubmit(way);
      } catch (error) {
        if (!(error instanceof SignInRefused) || !error.needsCode) throw error;
        setSecondStep(true);
        // The first time it is a question, not a refusal.
        if (isSecondStep || error.userErrors.some(({ code: kind }) => kind !== 'REQUIRED')) throw error;
      }
    });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void enter({ email: email.trim(), password, ...(isSecondStep && { code: code.trim() }) });
  };
  const back = () => {
    setSecondStep(false);
    setCode('');
    doing.clear();
  };

  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
      {isSecondStep ? (
        <>
          <Typography>
            {t('shell.signIn.secondStep', { email: email.trim() })}{' '}
            <Link component="button" type="button" onClick={back} underline="always">
              {t('shell.signIn.otherAccount')}
            </Link>
          </Typography>
          <CodeField value={code} onChange={setCode} error={doing.errorAt('code')} />
        </>
      ) : (
        <>
          <TextField
            name="email"
            type="email"
            label={t('shell.signIn.email')}
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            required
            autoFocus={known === ''}
            fullWidth
            {...wrong(doing.errorAt('email'))}
          />
          <PasswordField
            name="password"
            label={t('shell.signIn.password')}
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            autoFocus={known !== ''}
            error={doing.errorAt('password')}
          />
        </>
      )}
      <ErrorNotes errors={doing.otherErrors(...(isSecondStep ? ['code'] : ['email', 'password']))} />
      <Button type="submit" variant="contained" size="large" disabled={doing.isBusy}>
        {doing.isBusy ? t('shell.signIn.sending') : submitLabel}
      </Button>
      <OtherWays isOverPage={isOverPage} isBusy={doing.isBusy} onPasskey={() => void enter('passkey')} />
    </Box>
  );
}

interface OtherWaysProps {
  isOverPage: boolean;
  isBusy: boolean;
  onPasskey: () => void;
}

function OtherWays({ isOverPage, isBusy, onPasskey }: OtherWaysProps) {
  const t = useTranslate();
  const state = useDoorState();
  const withPasskey = state?.passkeys && canPasskey();
  if (!withPasskey && !state?.singleSignOn) return null;
  const here = `/${window.location.hash.startsWith('#/login') ? '' : window.location.hash}`;
  return (
    <>
      <Divider sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{t('shell.signIn.or')}</Divider>
      {withPasskey && (
        <Button variant="outlined" size="large" disabled={isBusy} onClick={onPasskey}>
          {t('shell.signIn.passkey')}
        </Button>
      )}
      {state?.singleSignOn && (
        <Button
          component="a"
          href={singleSignOnPath(here)}
          variant="outlined"
          size="large"
          {...(isOverPage && { target: '_blank', rel: 'noopener' })}
        >
          {t('shell.signIn.singleSignOn', { name: state.singleSignOn.name })}
        </Button>
      )}
      {state?.singleSignOn && isOverPage && <Alert severity="info">{t('shell.signIn.singleSignOnBeside')}</Alert>}
    </>
  );
}
