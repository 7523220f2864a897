// A one-time link was opened: who is invited, and the password they choose; then they are signed in and led to a second factor.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { whoIsIn } from '../data/auth-provider.js';
import { useDoing } from '../data/command.js';
import { knock } from '../data/door.js';
import { type Fault, Refused, toFault } from '../data/faults.js';
import { session } from '../data/session.js';
import { EntrancePage } from '../shell/EntrancePage.js';
import { Empty } from '../ui/Empty.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { useFormat } from '../ui/format.js';
import { isChosen, NewPassword } from '../ui/NewPassword.js';
import { forgetInvitationToken, takeInvitationToken } from './invitation-token.js';

interface Invited {
  name: string;
  email: string;
  expiresAt: string;
}

export function InvitationPage() {
  const t = useTranslate();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [token, setToken] = useState(takeInvitationToken);
  useEffect(() => {
    // Opened while the panel was open already, perhaps after another link: the router too forgets the address with the token.
    if (!search) return;
    setToken(takeInvitationToken());
    void navigate('/invitation', { replace: true });
  }, [search, navigate]);
  const { data, error, isPending } = useQuery<Invited, Fault | Refused>({
    queryKey: ['invitation', token],
    queryFn: () => knock<Invited>('/auth/invitation', { token }),
    enabled: token !== null,
    retry: false,
    gcTime: 0,
  });
  if (data && token) return <Accept key={token} invited={data} token={token} />;
  if (token && isPending) return <EntrancePage title={t('account.invitation.title')}>{null}</EntrancePage>;
  return (
    <EntrancePage title={t('account.invitation.title')}>
      <Empty
        title={error instanceof Refused ? error.message : t(error ? `shell.fault.${toFault(error).code}` : 'account.invitation.noToken')}
        hint={t(error instanceof Refused ? 'account.invitation.askAnew' : 'account.invitation.openAgain')}
        action={
          <Button component={Link} to="/login" variant="outlined">
            {t('account.invitation.toSignIn')}
          </Button>
        }
      />
    </EntrancePage>
  );
}

function Accept({ invited, token }: { invited: Invited; token: string }) {
  const t = useTranslate();
  const { moment } = useFormat();
  const navigate = useNavigate();
  const doing = useDoing();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    let place = '/account';
    const isSomebodyElseHere = session.viewer() !== null;
    const isKept = await doing.run(async () => {
      const { isSignedIn } = await knock<{ isSignedIn: boolean }>('/auth/invitation/accept', { token, password });
      forgetInvitationToken();
      // Whoever has set up an app shows its code too: a link alone does not stand for both.
      if (!isSignedIn) return void (place = '/login');
      session.begin(await whoIsIn());
      // react-admin remembers that nobody was signed in when this page opened.
      await queries.invalidateQueries({ queryKey: ['auth'] });
    });
    if (!isKept) return;
    navigate(place, { replace: true });
    // Nothing that was read by whoever was signed in before may stay on the page.
    if (isSomebodyElseHere) window.location.reload();
  };
  return (
    <EntrancePage title={t('account.invitation.title')}>
      <Typography sx={{ mb: 0.5 }}>{t('account.invitation.hello', { name: invited.name })}</Typography>
      <Typography sx={{ mb: 3, color: 'text.secondary' }}>
        {t('account.invitation.facts', { email: invited.email, until: moment(invited.expiresAt) })}
      </Typography>
      <Box component="form" onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
        <input type="hidden" name="username" autoComplete="username" value={invited.email} readOnly />
        <NewPassword
          person={[invited.name, invited.email]}
          value={password}
          again={again}
          onChange={setPassword}
          onAgain={setAgain}
          error={doing.errorAt('password')}
        />
        <ErrorNotes errors={doing.otherErrors('password')} />
        <Button type="submit" variant="contained" size="large" disabled={doing.isBusy || !isChosen(password, again)}>
          {doing.isBusy ? t('shell.signIn.sending') : t('account.invitation.submit')}
        </Button>
      </Box>
    </EntrancePage>
  );
}
