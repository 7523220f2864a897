// Notice in adverse cases (D-3): the letters that are handed over, and the record of the day and means by which they were.
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../../data/viewer.js';
import { ActDialog } from '../../ui/ActDialog.js';
import { cityNow } from '../../data/city-clock.js';
import { cityDay } from '../../ui/city-time.js';
import { DayField } from '../../ui/DayField.js';
import { useFormat } from '../../ui/format.js';
import { wrong } from '../../ui/wrong.js';
import { GIVE_NOTICE, PREPARE_NOTICE } from '../acts.documents.js';
import { noticeMeans, type NoticeMeans } from '../case.js';
import type { CaseDialogProps } from './case-dialog.js';
import { CasesReceipt } from './CasesReceipt.js';
import { People } from './People.js';
import { useCaseAct } from './use-case-act.js';

/** Writes the notices; the printed sheets are in the list of letters. */
export function PrepareNoticeDialog({ cases, onDone, onClose }: CaseDialogProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const mayPrint = useMay('letter.handle');
  const { doing, receipt, submit } = useCaseAct(cases, 'decisions.prepare.told', onDone, onClose, { hasReceipt: true });
  const title = t('decisions.prepare.title', { count: number(cases.length) });
  if (receipt) {
    const toPrint = mayPrint && receipt.count > 0 && (
      <Button component={Link} to="/letters/print" variant="contained">
        {t('decisions.prepare.print')}
      </Button>
    );
    return <CasesReceipt title={title} receipt={receipt} onwards={toPrint} onClose={onClose} />;
  }
  return (
    <ActDialog
      title={title}
      hint={t('decisions.prepare.hint')}
      submitLabel={t('decisions.prepare.submit', { count: number(cases.length) })}
      doing={doing}
      onSubmit={() => submit(PREPARE_NOTICE, { ids: cases.map(({ id }) => id) })}
      onClose={onClose}
    >
      <People cases={cases} />
    </ActDialog>
  );
}

export function NoticeDialog({ cases, onDone, onClose }: CaseDialogProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const { doing, receipt, submit } = useCaseAct(cases, 'decisions.notice.told', onDone, onClose);
  const [means, setMeans] = useState<NoticeMeans>('HANDED_OVER');
  const [servedOn, setServedOn] = useState(() => cityDay(cityNow()));
  const [only] = cases;
  const title =
    cases.length === 1
      ? t('decisions.notice.titleOne', { name: only!.officer.fullName })
      : t('decisions.notice.titleMany', { count: number(cases.length) });
  if (receipt) return <CasesReceipt title={title} receipt={receipt} onClose={onClose} />;
  return (
    <ActDialog
      title={title}
      hint={t('decisions.notice.hint')}
      submitLabel={t('decisions.notice.submit')}
      doing={doing}
      fields={['means', 'servedOn']}
      onSubmit={() => submit(GIVE_NOTICE, { ids: cases.map(({ id }) => id), means, servedOn })}
      onClose={onClose}
      isIncomplete={servedOn === ''}
    >
      <TextField
        select
        name="means"
        label={t('decisions.notice.means')}
        value={means}
        onChange={(event) => setMeans(event.target.value as NoticeMeans)}
        {...wrong(doing.errorAt('means'))}
      >
        {noticeMeans.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`decisions.means.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <DayField
        name="servedOn"
        label={t('decisions.notice.servedOn')}
        value={servedOn}
        onChange={setServedOn}
        error={doing.errorAt('servedOn')}
        hint={t('decisions.notice.servedOnHint')}
      />
      {means === 'OTHER_EMAIL' && <Alert severity="info">{t('decisions.notice.otherEmail')}</Alert>}
      <People cases={cases} />
    </ActDialog>
  );
}
