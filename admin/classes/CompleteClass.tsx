// Closing a class: says first who has no mark in which session, since they will count as absent there (TR-2).
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { ActDialog } from '../ui/ActDialog.js';
import { useFormat } from '../ui/format.js';
import { useNow } from '../ui/now.js';
import { CLASS_COMPLETE } from './acts.documents.js';
import { nextSession, unmarkedBySession } from './class.js';
import type { TrainingClass } from './documents.js';
import { useSessionWords } from './fields.js';
import { inTime } from './sessions.js';

interface CompleteClassProps {
  held: Pick<TrainingClass, 'id' | 'title' | 'state' | 'startsAt' | 'endsAt' | 'sessions'>;
  roster: readonly { state: string; attendance: readonly { session: { id: string }; mark: string | null }[] }[] | undefined;
  /** Marks on this device that the server does not have yet. */
  unsent?: number;
  onClose: () => void;
}

export function CompleteClass({ held, roster = [], unsent = 0, onClose }: CompleteClassProps) {
  const t = useTranslate();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const { number } = useFormat();
  const wordsOf = useSessionWords();
  const missing = unmarkedBySession(held.sessions, roster);
  const waiting = roster.filter(({ state }) => state === 'WAITLISTED' || state === 'REQUESTED').length;
  const isEarly = !!nextSession(held, useNow());
  const order = inTime(held.sessions);
  const submit = () =>
    doing.run(async () => {
      await carryOut(CLASS_COMPLETE, { id: held.id });
      void afresh('classes', 'ClassEnrolments', 'ClassRoster', 'OwnClasses', 'AuditEvents');
      notify('classes.done.COMPLETE');
      onClose();
    });
  return (
    <ActDialog
      title={t('classes.complete.title', { title: held.title })}
      hint={t('classes.complete.hint')}
      submitLabel={t('classes.act.COMPLETE')}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous={missing.length > 0 || isEarly}
      isIncomplete={unsent > 0}
    >
      {unsent > 0 && <Alert severity="error">{t('classes.complete.unsent', { count: number(unsent) })}</Alert>}
      {isEarly && <Alert severity="warning">{t('classes.complete.early')}</Alert>}
      {missing.length > 0 ? (
        <Alert severity="warning" data-part="unmarked">
          {t('classes.complete.unmarked')}
          <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
            {missing.map(({ session, count }) => (
              <li key={session.id}>
                {t('classes.complete.unmarkedIn', {
                  count: number(count),
                  session: t('classes.sessionNumber', { number: order.indexOf(session) + 1 }),
                  when: wordsOf(session),
                })}
              </li>
            ))}
          </Box>
          <Button component={Link} to={`/classes/${held.id}/roster`} color="inherit" size="small" sx={{ mt: 1 }} onClick={onClose}>
            {t('classes.complete.toRoster')}
          </Button>
        </Alert>
      ) : (
        <Alert severity="success">{t('classes.complete.allMarked')}</Alert>
      )}
      {waiting > 0 && <Alert severity="info">{t('classes.complete.waiting', { count: number(waiting) })}</Alert>}
    </ActDialog>
  );
}
