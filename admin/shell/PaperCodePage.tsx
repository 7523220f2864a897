// A code from a paper notice opens the own file, for officers who have no account or do not use it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { openByPaperCode } from '../data/auth-provider.js';
import { useDoing } from '../data/command.js';
import { session } from '../data/session.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { wrong } from '../ui/wrong.js';
import { EntrancePage } from './EntrancePage.js';

/** Where a code leads, by what it is about; a case otherwise. */
const placeOf: Readonly<Record<string, string>> = { mailbox: '/my-mailbox', finding: '/' };

export function PaperCodePage() {
  const t = useTranslate();
  const navigate = useNavigate();
  const doing = useDoing();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isSomebodyElseHere = session.viewer() !== null;
    const isOpen = await doing.run(async () => {
      session.begin(await openByPaperCode(code));
      // react-admin remembers that nobody was signed in when this page opened.
      await queries.invalidateQueries({ queryKey: ['auth'] });
    });
    if (!isOpen) return;
    navigate(placeOf[session.viewer()?.codeAbout ?? ''] ?? '/my-case', { replace: true });
    // Nothing that was read by whoever was signed in before may stay on the page.
    if (isSomebodyElseHere) window.location.reload();
  };
  const { slotProps, ...look } = wrong(doing.errorAt('code'), t('shell.paperCode.hint'));
  return (
    <EntrancePage title={t('shell.paperCode.title')}>
      <Typography sx={{ mb: 3 }}>{t('shell.paperCode.about')}</Typography>
      <Box component="form" onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
        <TextField
          name="paperCode"
          label={t('shell.paperCode.code')}
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          required
          autoFocus
          fullWidth
          {...look}
          slotProps={{
            ...slotProps,
            htmlInput: {
              autoCapitalize: 'characters',
              spellCheck: false,
              style: { letterSpacing: '0.12em', fontVariantNumeric: 'tabular-nums' },
            },
          }}
        />
        <ErrorNotes errors={doing.otherErrors('code')} />
        <Button type="submit" variant="contained" size="large" disabled={doing.isBusy}>
          {t(doing.isBusy ? 'shell.paperCode.opening' : 'shell.paperCode.open')}
        </Button>
        <Button component={Link} to="/login">
          {t('shell.paperCode.toSignIn')}
        </Button>
      </Box>
    </EntrancePage>
  );
}
