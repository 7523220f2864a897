// The first page of whoever is not signed in; on a system without any account, how the first one is made.
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useLogin, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useDoorState } from '../data/door.js';
import { EntrancePage } from './EntrancePage.js';
import { FirstAccount } from './FirstAccount.js';
import { SignInForm } from './SignInForm.js';

export function Login() {
  const t = useTranslate();
  const login = useLogin();
  const state = useDoorState();
  if (state?.isEmpty) {
    return (
      <EntrancePage title={t('shell.first.title')}>
        <FirstAccount />
      </EntrancePage>
    );
  }
  return (
    <EntrancePage title={t('shell.signIn.title')}>
      <SignInForm submitLabel={t('shell.signIn.submit')} onSubmit={async (way) => void (await login({ way }))} />
      <Button component={Link} to="/code" variant="outlined" size="large" sx={{ mt: 2 }}>
        {t('shell.signIn.paperCode')}
      </Button>
      <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
        {t('shell.signIn.forgotten')}
      </Typography>
    </EntrancePage>
  );
}
