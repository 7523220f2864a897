// What can be done with the check of an agency: name the head, hand in, confirm, give back. Buttons are those the server offers.
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { cityNow } from '../data/city-clock.js';
import { carryOut } from '../data/command.js';
import { useViewer } from '../data/viewer.js';
import { LongText } from '../decisions/acts/LongText.js';
import { ScanField, useScan } from '../findings/scan.js';
import { ActDialog } from '../ui/ActDialog.js';
import { cityDay } from '../ui/city-time.js';
import { DayField } from '../ui/DayField.js';
import { useFormat } from '../ui/format.js';
import { useAct } from '../ui/use-act.js';
import { wrong } from '../ui/wrong.js';
import { toldOfAnswers } from './told.js';
import { type AgencyCheck, CHECK_CONFIRM, CHECK_NAME_HEAD, CHECK_RETURN, CHECK_SUBMIT, type CheckAction, LEADERS } from './documents.js';

const order: readonly CheckAction[] = ['CONFIRM', 'SUBMIT', 'RETURN', 'NAME_HEAD'];

export function CheckActs({ check }: { check: AgencyCheck }) {
  const t = useTranslate();
  const [act, setAct] = useState<CheckAction>();
  const offered = order.filter((action) => check.availableActions.includes(action));
  // Handing in is next once everybody is answered for and a head is named; before that it is naming one, or the list below.
  const next = offered.find((action) => (action === 'SUBMIT' ? check.left === 0 && !!check.head : action !== 'NAME_HEAD' || !check.head));
  const close = () => setAct(undefined);
  return (
    <>
      {offered.map((action) => (
        <Button key={action} variant={action === next ? 'contained' : 'outlined'} onClick={() => setAct(action)}>
          {t(`checks.act.${action}`)}
        </Button>
      ))}
      {act === 'NAME_HEAD' && <NameHead check={check} onClose={close} />}
      {act === 'SUBMIT' && <Submit check={check} onClose={close} />}
      {act === 'CONFIRM' && <Confirm check={check} onClose={close} />}
      {act === 'RETURN' && <GiveBack check={check} onClose={close} />}
    </>
  );
}

interface DialogProps {
  check: AgencyCheck;
  onClose: () => void;
}

function NameHead({ check, onClose }: DialogProps) {
  const t = useTranslate();
  const { doing, run } = useAct(toldOfAnswers, onClose);
  const leaders = useAsk(LEADERS, { agencyId: check.agency.id }).data?.officers.nodes ?? [];
  const [officerId, setOfficerId] = useState(check.head?.officerId ?? '');
  return (
    <ActDialog
      title={t('checks.act.NAME_HEAD')}
      hint={t('checks.head.hint')}
      submitLabel={t('checks.act.NAME_HEAD')}
      doing={doing}
      fields={['officerId']}
      onSubmit={() => run(() => carryOut(CHECK_NAME_HEAD, { id: check.id, officerId }), 'checks.head.told')}
      onClose={onClose}
      isIncomplete={officerId === ''}
    >
      <TextField
        select
        name="officerId"
        label={t('checks.column.head')}
        value={leaders.some(({ id }) => id === officerId) ? officerId : ''}
        onChange={(event) => setOfficerId(event.target.value)}
        {...wrong(doing.errorAt('officerId'), leaders.length === 0 ? t('checks.head.none') : undefined)}
      >
        {leaders.map(({ id, fullName, post }) => (
          <MenuItem key={id} value={id}>
            {[fullName, post].filter(Boolean).join(', ')}
          </MenuItem>
        ))}
      </TextField>
    </ActDialog>
  );
}

function Submit({ check, onClose }: DialogProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const { doing, run } = useAct(toldOfAnswers, onClose);
  return (
    <ActDialog
      title={t('checks.act.SUBMIT')}
      hint={
        check.left > 0
          ? t('checks.submit.left', { count: number(check.left) })
          : check.head
            ? t('checks.submit.hint', { head: check.head.fullName })
            : t('checks.submit.noHead')
      }
      isIncomplete={check.left > 0 || !check.head}
      submitLabel={t('checks.act.SUBMIT')}
      doing={doing}
      onSubmit={() => run(() => carryOut(CHECK_SUBMIT, { id: check.id }), 'checks.submit.told')}
      onClose={onClose}
    />
  );
}

/** The head by a click; whoever records it for the head with the signed list. */
function Confirm({ check, onClose }: DialogProps) {
  const t = useTranslate();
  const { doing, run } = useAct(toldOfAnswers, onClose);
  const isHead = useViewer()?.officer?.id === check.head?.officerId;
  const scan = useScan();
  const [paperNumber, setPaperNumber] = useState('');
  const [paperOn, setPaperOn] = useState(() => cityDay(cityNow()));
  const paper = isHead ? {} : { paper: { paperNumber: paperNumber.trim(), paperOn, ...(scan.id && { attachmentId: scan.id }) } };
  return (
    <ActDialog
      title={t('checks.act.CONFIRM')}
      hint={t(isHead ? 'checks.confirm.hint' : 'checks.confirm.hintPaper', { head: check.head?.fullName ?? '–' })}
      submitLabel={t('checks.act.CONFIRM')}
      doing={doing}
      fields={['paperNumber', 'paperOn', 'attachmentId']}
      onSubmit={() => run(() => carryOut(CHECK_CONFIRM, { id: check.id, ...paper }), 'checks.confirm.told')}
      onClose={onClose}
      isIncomplete={scan.isBusy || (!isHead && (paperNumber.trim() === '' || paperOn === '' || !scan.id))}
    >
      {!isHead && (
        <>
          <TextField
            name="paperNumber"
            required
            label={t('checks.confirm.number')}
            value={paperNumber}
            onChange={(event) => setPaperNumber(event.target.value)}
            {...wrong(doing.errorAt('paperNumber'), t('checks.confirm.numberHint'))}
          />
          <DayField
            name="paperOn"
            label={t('checks.confirm.day')}
            value={paperOn}
            onChange={setPaperOn}
            error={doing.errorAt('paperOn')}
            hint={t('checks.confirm.dayHint')}
          />
          <ScanField
            scan={scan}
            label={`${t('checks.confirm.scan')} *`}
            hint={t('checks.contest.paperHint')}
            error={doing.errorAt('attachmentId')}
          />
        </>
      )}
    </ActDialog>
  );
}

function GiveBack({ check, onClose }: DialogProps) {
  const t = useTranslate();
  const { doing, run } = useAct(toldOfAnswers, onClose);
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={t('checks.act.RETURN')}
      hint={t('checks.giveBack.hint')}
      submitLabel={t('checks.act.RETURN')}
      doing={doing}
      fields={['reason']}
      onSubmit={() => run(() => carryOut(CHECK_RETURN, { id: check.id, reason: reason.trim() }), 'checks.giveBack.told')}
      onClose={onClose}
      isIncomplete={reason.trim() === ''}
    >
      <LongText
        name="reason"
        label={t('checks.giveBack.reason')}
        value={reason}
        onChange={setReason}
        error={doing.errorAt('reason')}
        rows={2}
      />
    </ActDialog>
  );
}
