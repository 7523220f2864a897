// One finding after the other: its evidence, and the answer of the agency. How long it was looked at goes along (F-5).
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { LongText } from '../decisions/acts/LongText.js';
import { AbsentDays, useAbsentDays } from '../findings/AbsentDays.js';
import { FindingEvidence } from '../findings/FindingEvidence.js';
import { ScanField, useScan } from '../findings/scan.js';
import { ErrorNotes } from '../ui/ErrorNotes.js';
import { useFormat } from '../ui/format.js';
import { type CheckAnswer, type CheckLine, FINDING_ANSWER } from './documents.js';
import { toldOfAnswers } from './told.js';

/** What opens below the evidence is not looked for. */
const intoSight = (part: HTMLElement | null) => part?.scrollIntoView({ block: 'nearest' });

interface AnswerDialogProps {
  lines: readonly CheckLine[];
  findingId: string;
  /** Told which one was answered. */
  onNext: (answered: string) => void;
  /** To another one, without an answer. */
  onGo: (findingId: string) => void;
  onClose: () => void;
}

export function AnswerDialog({ lines, findingId, onNext, onGo, onClose }: AnswerDialogProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const label = useId();
  const doing = useDoing();
  const afresh = useAfresh();
  const scan = useScan();
  const [openedAt] = useState(() => Date.now());
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const [isContesting, setContesting] = useState(false);
  const [note, setNote] = useState('');
  const days = useAbsentDays();
  const line = lines.find((one) => one.findingId === findingId);
  const others = lines.filter(({ isOwn }) => !isOwn);
  const place = others.findIndex((one) => one.findingId === findingId);
  const [before, after] = [others[place - 1], others[place + 1]];
  const left = others.filter(({ answer }) => answer === null).length;
  if (!line) return null;
  const answer = (given: CheckAnswer) =>
    void doing.run(async () => {
      const seconds = Math.round((Date.now() - openedAt) / 1000);
      const words = given === 'CONTESTED' ? { note: note.trim(), ...(scan.id && { attachmentId: scan.id }), ...days.chosen } : {};
      await carryOut(FINDING_ANSWER, { ids: [findingId], answer: given, seconds, ...words });
      // The list first: what comes next is looked for in it.
      await afresh(...toldOfAnswers);
      onNext(findingId);
    });
  const isSettled = !line.mayAnswer;
  return (
    <Dialog open fullWidth maxWidth="md" fullScreen={isPhone} aria-labelledby={label} onClose={onClose}>
      <DialogTitle id={label}>
        {line.fullName}
        <Box component="span" sx={{ display: 'block', fontSize: '0.875rem', color: 'text.secondary', fontWeight: 400 }}>
          {[line.code, line.post, t('checks.left', { count: number(left) })].filter(Boolean).join(' · ')}
        </Box>
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', gridAutoRows: 'max-content' }}>
        <FindingEvidence findingId={findingId} title={t('findings.one')} />
        {isContesting && (
          <Box ref={intoSight} sx={{ display: 'grid', gap: 2, pt: 1 }}>
            <LongText
              name="note"
              label={t('checks.contest.note')}
              hint={t('checks.contest.noteHint')}
              value={note}
              onChange={setNote}
              error={doing.errorAt('note')}
              rows={3}
            />
            <AbsentDays days={days} doing={doing} />
            <ScanField
              scan={scan}
              label={t('checks.contest.paper')}
              hint={t('checks.contest.paperHint')}
              error={doing.errorAt('attachmentId')}
            />
          </Box>
        )}
        <ErrorNotes errors={doing.otherErrors('note', 'attachmentId', 'fromOn', 'untilOn')} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5, flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onClose}>{t('ra.action.close')}</Button>
        <Button disabled={!before || doing.isBusy} onClick={() => before && onGo(before.findingId)}>
          {t('checks.before')}
        </Button>
        <Button disabled={!after || doing.isBusy} onClick={() => after && onGo(after.findingId)}>
          {t('checks.after')}
        </Button>
        <Box sx={{ flex: 1 }} />
        {(isSettled || line.answer) && (
          <Box sx={{ color: 'text.secondary' }}>
            {t(line.isContestOpen ? 'checks.answer.OPEN' : `checks.answer.${line.answer ?? 'NONE'}`)}
          </Box>
        )}
        {!isSettled && !isContesting && (
          <>
            <Button variant="outlined" onClick={() => setContesting(true)}>
              {t('checks.act.contest')}
            </Button>
            <Button variant="contained" disabled={doing.isBusy} onClick={() => answer('CONFIRMED')}>
              {t('checks.act.confirm')}
            </Button>
          </>
        )}
        {!isSettled && isContesting && (
          <>
            <Button onClick={() => setContesting(false)}>{t('checks.act.back')}</Button>
            <Button
              variant="contained"
              disabled={doing.isBusy || note.trim() === '' || scan.isBusy || days.isUnclear}
              onClick={() => answer('CONTESTED')}
            >
              {t('checks.act.contest')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}
