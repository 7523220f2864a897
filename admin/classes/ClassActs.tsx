// What can be done with a class: the buttons the server allows, each with its own dialog.
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { seesOnlyOneself } from '../data/access.js';
import { useViewer } from '../data/viewer.js';
import { keptOfClass } from '../roster/kept-keys.js';
import { ActDialog } from '../ui/ActDialog.js';
import { wrong } from '../ui/wrong.js';
import { CLASS_CANCEL, CLASS_OPEN, CLASS_REMIND } from './acts.documents.js';
import { CompleteClass } from './CompleteClass.js';
import type { Enrolment, TrainingClass } from './documents.js';
import { RequestSeats } from './RequestSeats.js';

type Act = 'OPEN' | 'REMIND' | 'COMPLETE' | 'CANCEL';

const order: Act[] = ['OPEN', 'REMIND', 'COMPLETE', 'CANCEL'];

export function ClassActs({ held, roster }: { held: TrainingClass; roster: Enrolment[] | undefined }) {
  const t = useTranslate();
  const viewer = useViewer();
  const isOnlyOneself = seesOnlyOneself(viewer);
  const [act, setAct] = useState<Act | 'ENROL'>();
  const may = (one: string) => (held.availableActions as string[]).includes(one);
  const close = () => setAct(undefined);
  return (
    <>
      {may('MARK') && held.state !== 'CANCELLED' && (
        <Button component={Link} to={`/classes/${held.id}/roster`} variant={held.state === 'RUNNING' ? 'contained' : 'outlined'}>
          {t('classes.act.MARK')}
        </Button>
      )}
      {may('ENROL') && !isOnlyOneself && (
        <Button variant={held.state === 'RUNNING' ? 'outlined' : 'contained'} onClick={() => setAct('ENROL')}>
          {t('classes.act.ENROL')}
        </Button>
      )}
      {may('UPDATE') && (
        <Button component={Link} to={`/classes/${held.id}`} variant="outlined">
          {t('classes.act.UPDATE')}
        </Button>
      )}
      {order.filter(may).map((one) => (
        <Button key={one} variant="outlined" color={one === 'CANCEL' ? 'error' : 'primary'} onClick={() => setAct(one)}>
          {t(`classes.act.${one}`)}
        </Button>
      ))}
      {act === 'ENROL' && <RequestSeats held={held} onClose={close} />}
      {act === 'COMPLETE' && (
        <CompleteClass held={held} roster={roster} unsent={viewer ? keptOfClass(viewer.id, held.id) : 0} onClose={close} />
      )}
      {(act === 'OPEN' || act === 'REMIND' || act === 'CANCEL') && <ActOn held={held} act={act} onClose={close} />}
    </>
  );
}

function ActOn({ held, act, onClose }: { held: TrainingClass; act: 'OPEN' | 'REMIND' | 'CANCEL'; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const [reason, setReason] = useState('');
  const isCancel = act === 'CANCEL';
  const commands: Record<typeof act, () => Promise<unknown>> = {
    OPEN: () => carryOut(CLASS_OPEN, { id: held.id }),
    REMIND: () => carryOut(CLASS_REMIND, { id: held.id }),
    CANCEL: () => carryOut(CLASS_CANCEL, { id: held.id, reason: reason.trim() }),
  };
  const submit = () =>
    doing.run(async () => {
      await commands[act]();
      void afresh('classes', 'ClassEnrolments', 'ClassRoster', 'OwnClasses', 'AuditEvents', 'letters');
      notify(`classes.done.${act}`);
      onClose();
    });
  return (
    <ActDialog
      title={t(`classes.act.${act}`)}
      hint={t(`classes.actHint.${act}`, { title: held.title, count: held.enrolledCount })}
      submitLabel={t(`classes.act.${act}`)}
      doing={doing}
      fields={['reason']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous={isCancel}
      isIncomplete={isCancel && reason.trim() === ''}
    >
      {isCancel && (
        <TextField
          name="reason"
          label={t('classes.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          autoFocus
          multiline
          minRows={2}
          fullWidth
          {...wrong(doing.errorAt('reason'), t('classes.reasonHint'))}
        />
      )}
    </ActDialog>
  );
}
