// The reader's own place in a class, in plain words, with what they can do about it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { carryOutEach } from '../data/bulk.js';
import { useAfresh, useDoing } from '../data/command.js';
import { Refused } from '../data/faults.js';
import { useViewer } from '../data/viewer.js';
import { ActDialog } from '../ui/ActDialog.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { ENROLMENT_REQUEST, ENROLMENT_WITHDRAW } from './acts.documents.js';
import type { Enrolment, TrainingClass } from './documents.js';
import type { EnrolmentAction, EnrolmentState } from './enrolment.js';
import { toldOfSeats } from './request.js';

export interface Seat {
  id: string;
  state: EnrolmentState;
  requestedAt: string;
  waitlistPosition: number | null;
  endedReason: string | null;
  availableActions: EnrolmentAction[];
}

/** Where one stands in a class: one sentence. */
export function useSeatWords(): (seat: Seat) => string {
  const t = useTranslate();
  const { moment } = useFormat();
  return ({ state, requestedAt, waitlistPosition, endedReason }) => {
    const words = t(`classes.own.${state}`, { at: moment(requestedAt), position: waitlistPosition ?? '' });
    return endedReason ? `${words} ${t('classes.own.because', { reason: endedReason })}` : words;
  };
}

export function OwnSeat({ held, roster }: { held: TrainingClass; roster: Enrolment[] | undefined }) {
  const t = useTranslate();
  const officer = useViewer()?.officer;
  const wordsOf = useSeatWords();
  // Somebody may have asked again after withdrawing: the last one counts.
  const own = roster?.filter((one) => one.officer.id === officer?.id).sort((a, b) => b.requestedAt.localeCompare(a.requestedAt))[0];
  const mayAsk = held.availableActions.includes('ENROL') && (!own || own.state === 'WITHDRAWN' || own.state === 'DECLINED');
  // Whoever holds classes sees the own seat only where there is one.
  if (!officer || !roster || (!own && (!mayAsk || held.availableActions.includes('MARK')))) return null;
  return (
    <Section title={t('classes.own.title')}>
      <Typography sx={{ maxWidth: '68ch' }}>{own ? wordsOf(own) : t('classes.own.none')}</Typography>
      <Box sx={{ mt: 2, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {mayAsk && <AskForSeat classId={held.id} officerId={officer.id} />}
        {own?.availableActions.includes('WITHDRAW') && <WithdrawSeat id={own.id} title={held.title} />}
      </Box>
    </Section>
  );
}

export function AskForSeat({ classId, officerId, label }: { classId: string; officerId: string; label?: string }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const submit = () =>
    doing.run(async () => {
      const { refusals } = await carryOutEach(ENROLMENT_REQUEST, { classId, officerIds: [officerId] });
      await afresh(...toldOfSeats);
      const [refusal] = refusals.values();
      if (refusal) throw new Refused([{ code: 'NOT_ALLOWED_NOW', message: refusal, path: [], rule: null }]);
    });
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Button variant="contained" disabled={doing.isBusy} onClick={() => void submit()} aria-label={label}>
        {t('classes.own.ask')}
      </Button>
      <ErrorNotes errors={doing.otherErrors()} />
    </Box>
  );
}

export function WithdrawSeat({ id, title }: { id: string; title: string }) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const [isAsked, setAsked] = useState(false);
  const submit = () =>
    doing.run(async () => {
      const { refusals } = await carryOutEach(ENROLMENT_WITHDRAW, { ids: [id] });
      const [refusal] = refusals.values();
      if (refusal) throw new Refused([{ code: 'NOT_ALLOWED_NOW', message: refusal, path: [], rule: null }]);
      setAsked(false);
      await afresh(...toldOfSeats);
    });
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setAsked(true)}>
        {t('classes.own.withdraw')}
      </Button>
      {isAsked && (
        <ActDialog
          title={t('classes.own.withdrawFrom', { title })}
          hint={t('classes.own.withdrawHint')}
          submitLabel={t('classes.own.withdraw')}
          doing={doing}
          onSubmit={() => void submit()}
          onClose={() => setAsked(false)}
          isDangerous
        />
      )}
    </>
  );
}
