// Where I am signed in, and ending that.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { ActDialog } from '../ui/ActDialog.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { MY_SESSIONS, type MySession, SESSION_END_OTHERS, SESSION_REVOKE } from './documents.js';

export function Sessions() {
  const t = useTranslate();
  const doing = useDoing();
  const notify = useNotify();
  const [asked, setAsked] = useState<MySession>();
  const afresh = useAfresh();
  const { moment } = useFormat();
  const { data, error, refetch } = useAsk(MY_SESSIONS, {});
  const sessions = [...(data?.mySessions ?? [])].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
  const end = (work: () => Promise<unknown>) =>
    void doing.run(async () => {
      await work();
      setAsked(undefined);
      notify('account.sessions.done');
      await afresh('MySessions');
    });
  return (
    <Section
      title={t('account.sessions.title')}
      hint={t('account.sessions.hint')}
      actions={
        sessions.length > 1 && (
          <Button variant="outlined" disabled={doing.isBusy} onClick={() => end(() => carryOut(SESSION_END_OTHERS, {}))}>
            {t('account.sessions.endOthers')}
          </Button>
        )
      }
    >
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      <ErrorNotes errors={doing.otherErrors()} />
      <Box component="ul" data-part="sessions" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} isBusy={doing.isBusy} onEnd={() => setAsked(session)} />
        ))}
      </Box>
      {asked && (
        <ActDialog
          title={t('account.sessions.endOf', { device: asked.device ?? t('account.sessions.unknownDevice'), at: moment(asked.createdAt) })}
          hint={t('account.sessions.endHint')}
          submitLabel={t('account.sessions.end')}
          doing={doing}
          onSubmit={() => end(() => carryOut(SESSION_REVOKE, { id: asked.id }))}
          onClose={() => setAsked(undefined)}
          isDangerous
        />
      )}
    </Section>
  );
}

function SessionLine({ session, isBusy, onEnd }: { session: MySession; isBusy: boolean; onEnd: () => void }) {
  const t = useTranslate();
  const { moment } = useFormat();
  const device = session.device ?? t('account.sessions.unknownDevice');
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography component="div" sx={{ fontWeight: 600, display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          {device}
          {session.isCurrent && <Chip size="small" color="primary" variant="outlined" label={t('account.sessions.current')} />}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`account.method.${session.method}`)} · {t('account.sessions.since', { at: moment(session.createdAt) })} ·{' '}
          {t('account.sessions.used', { at: moment(session.lastUsedAt) })}
        </Typography>
      </Box>
      {!session.isCurrent && (
        <Button
          color="error"
          size="small"
          disabled={isBusy}
          onClick={onEnd}
          aria-label={t('account.sessions.endOf', { device, at: moment(session.createdAt) })}
        >
          {t('account.sessions.end')}
        </Button>
      )}
    </Box>
  );
}
