// Contesting a finding, answering a contest, settling what must be looked at: the buttons the server offers.
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { carryOut } from '../data/command.js';
import { LongText } from '../decisions/acts/LongText.js';
import { ActDialog } from '../ui/ActDialog.js';
import { useFormat } from '../ui/format.js';
import { useAct } from '../ui/use-act.js';
import { FINDING_ANSWER_CONTEST, FINDING_CONTEST, FINDING_CONTEST_FILE, FINDING_SETTLE } from './contest.documents.js';
import { AbsentDays, useAbsentDays } from './AbsentDays.js';
import { ScanField, useScan } from './scan.js';
import { toldOfFindings } from './told.js';

export interface Contestable {
  id: string;
  availableActions: string[];
  signals: string[];
  improvedTier?: string | null;
  review: { contestUntil?: string | null };
}

const acts = ['ANSWER_CONTEST', 'SETTLE_SIGNALS', 'CONTEST'] as const;
type Act = (typeof acts)[number];

export function ContestActs({ finding }: { finding: Contestable }) {
  const t = useTranslate();
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  return (
    <>
      {acts
        .filter((one) => finding.availableActions.includes(one))
        .map((one) => (
          <Button key={one} variant={one === 'CONTEST' ? 'outlined' : 'contained'} onClick={() => setAct(one)}>
            {t(`findings.contest.act.${one}`)}
          </Button>
        ))}
      {act === 'CONTEST' && <ContestDialog finding={finding} onClose={close} />}
      {act === 'ANSWER_CONTEST' && <AnswerContestDialog finding={finding} onClose={close} />}
      {act === 'SETTLE_SIGNALS' && <SettleDialog finding={finding} onClose={close} />}
    </>
  );
}

interface DialogProps {
  finding: Contestable;
  onClose: () => void;
}

export function ContestDialog({ finding, onClose }: DialogProps) {
  const t = useTranslate();
  const { day } = useFormat();
  const { doing, run } = useAct(toldOfFindings, onClose);
  const scan = useScan();
  const [note, setNote] = useState('');
  const days = useAbsentDays();
  const until = finding.review.contestUntil;
  const submit = () =>
    run(
      () => carryOut(FINDING_CONTEST, { id: finding.id, note: note.trim(), ...(scan.id && { attachmentId: scan.id }), ...days.chosen }),
      'findings.contest.told',
    );
  return (
    <ActDialog
      title={t('findings.contest.act.CONTEST')}
      hint={until ? t('findings.contest.hintUntil', { day: day(until) }) : t('findings.contest.hint')}
      submitLabel={t('findings.contest.submit')}
      doing={doing}
      fields={['note', 'attachmentId', 'fromOn', 'untilOn']}
      onSubmit={submit}
      onClose={onClose}
      isIncomplete={note.trim() === '' || scan.isBusy || days.isUnclear}
    >
      <LongText
        name="note"
        label={t('findings.contest.note')}
        hint={t('findings.contest.noteHint')}
        value={note}
        onChange={setNote}
        error={doing.errorAt('note')}
      />
      <AbsentDays days={days} doing={doing} />
      <ScanField
        scan={scan}
        label={t('findings.contest.paper')}
        hint={t('findings.contest.paperHint')}
        error={doing.errorAt('attachmentId')}
      />
    </ActDialog>
  );
}

type Verdict = 'ACCEPT' | 'ABSENCE' | 'REJECT';

function AnswerContestDialog({ finding, onClose }: DialogProps) {
  const t = useTranslate();
  const { doing, run } = useAct(toldOfFindings, onClose);
  const [verdict, setVerdict] = useState<Verdict>();
  const [note, setNote] = useState('');
  const hasDays = !!useAsk(FINDING_CONTEST_FILE, { id: finding.id }).data?.finding?.contestFromOn;
  const verdicts: readonly Verdict[] = hasDays ? ['ABSENCE', 'ACCEPT', 'REJECT'] : ['ACCEPT', 'REJECT'];
  const submit = () =>
    run(
      () =>
        carryOut(FINDING_ANSWER_CONTEST, {
          id: finding.id,
          accept: verdict !== 'REJECT',
          note: note.trim(),
          ...(verdict === 'ABSENCE' && { asAbsence: true }),
        }),
      'findings.contest.answered',
    );
  return (
    <ActDialog
      title={t('findings.contest.act.ANSWER_CONTEST')}
      hint={t('findings.contest.answerHint')}
      submitLabel={t('findings.contest.answerSubmit')}
      doing={doing}
      fields={['note']}
      onSubmit={submit}
      onClose={onClose}
      isIncomplete={verdict === undefined || note.trim() === ''}
    >
      <RadioGroup
        aria-label={t('findings.contest.act.ANSWER_CONTEST')}
        value={verdict ?? ''}
        onChange={(event) => setVerdict(event.target.value as Verdict)}
      >
        {verdicts.map((one) => (
          <FormControlLabel key={one} value={one} control={<Radio />} label={t(`findings.contest.verdict.${one}`)} />
        ))}
      </RadioGroup>
      <LongText
        name="note"
        label={t('findings.contest.answerNote')}
        hint={t(verdict === 'ABSENCE' ? 'findings.contest.documentHint' : 'findings.contest.answerNoteHint')}
        value={note}
        onChange={setNote}
        error={doing.errorAt('note')}
        rows={3}
      />
    </ActDialog>
  );
}

/** Newer evidence is taken or weighed and declined; forwarding is weighed (T-5). */
function SettleDialog({ finding, onClose }: DialogProps) {
  const t = useTranslate();
  const { doing, run } = useAct(toldOfFindings, onClose);
  const mayTake = finding.signals.includes('NEWER_EVIDENCE');
  const [takes, setTakes] = useState(mayTake);
  const [note, setNote] = useState('');
  return (
    <ActDialog
      title={t('findings.contest.act.SETTLE_SIGNALS')}
      hint={t('findings.settle.hint')}
      submitLabel={t('findings.settle.submit')}
      doing={doing}
      fields={['note']}
      onSubmit={() =>
        run(() => carryOut(FINDING_SETTLE, { ids: [finding.id], takeImproved: takes, note: note.trim() }), 'findings.settle.told')
      }
      onClose={onClose}
      isIncomplete={note.trim() === ''}
    >
      {mayTake && (
        <RadioGroup
          aria-label={t('findings.contest.act.SETTLE_SIGNALS')}
          value={String(takes)}
          onChange={(event) => setTakes(event.target.value === 'true')}
        >
          <FormControlLabel
            value="true"
            control={<Radio />}
            label={t('findings.settle.take', { tier: finding.improvedTier ? t(`ui.tier.${finding.improvedTier}`) : '' })}
          />
          <FormControlLabel value="false" control={<Radio />} label={t('findings.settle.keep')} />
        </RadioGroup>
      )}
      <LongText name="note" label={t('findings.settle.note')} value={note} onChange={setNote} error={doing.errorAt('note')} rows={3} />
    </ActDialog>
  );
}
