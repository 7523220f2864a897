// Changing the own password; all other sessions end with it.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { isChosen, NewPassword } from '../ui/NewPassword.js';
import { PasswordField } from '../ui/PasswordField.js';
import { Section } from '../ui/Section.js';
import { PASSWORD_CHANGE } from './documents.js';

export function PasswordChange({ hasPassword, name, email }: { hasPassword: boolean; name: string; email: string }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [again, setAgain] = useState('');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isChanged = await doing.run(async () => void (await carryOut(PASSWORD_CHANGE, { currentPassword, newPassword })));
    if (!isChanged) return;
    setCurrent('');
    setNew('');
    setAgain('');
    setOpen(false);
    setDone(true);
    void afresh('MySessions');
  };

  return (
    <Section
      title={t('account.password.title')}
      hint={t(hasPassword ? 'account.password.hint' : 'account.password.none')}
      actions={
        hasPassword &&
        !isOpen && (
          <Button variant="outlined" onClick={() => setOpen(true)}>
            {t('account.password.change')}
          </Button>
        )
      }
    >
      {isDone && !isOpen && <Alert severity="success">{t('account.password.done')}</Alert>}
      {isOpen && (
        <Box component="form" onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 2, maxWidth: 480 }}>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <PasswordField
            name="currentPassword"
            label={t('account.password.current')}
            autoComplete="current-password"
            value={currentPassword}
            onChange={setCurrent}
            error={doing.errorAt('currentPassword')}
            autoFocus
          />
          <NewPassword
            person={[name, email]}
            value={newPassword}
            again={again}
            onChange={setNew}
            onAgain={setAgain}
            error={doing.errorAt('newPassword')}
          />
          <ErrorNotes errors={doing.otherErrors('currentPassword', 'newPassword')} />
          <Box sx={{ display: 'flex', gap: 1 }}>
            <Button type="submit" variant="contained" disabled={doing.isBusy || !isChosen(newPassword, again)}>
              {t('account.password.submit')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('account.password.endsOthers')}
          </Typography>
        </Box>
      )}
    </Section>
  );
}
