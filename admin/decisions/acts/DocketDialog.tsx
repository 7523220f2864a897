// Putting cases on a docket, one that is there or a new one; or taking them off (D-1).
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../../data/ask.js';
import { ActDialog } from '../../ui/ActDialog.js';
import { useFormat } from '../../ui/format.js';
import { SET_DOCKET } from '../acts.documents.js';
import { DOCKETS } from '../docket.documents.js';
import type { CaseDialogProps } from './case-dialog.js';
import { CasesReceipt } from './CasesReceipt.js';
import { People } from './People.js';
import { useCaseAct } from './use-case-act.js';

export function DocketDialog({ cases, onDone, onClose }: CaseDialogProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const { doing, receipt, submit } = useCaseAct(cases, 'decisions.docket.told', onDone, onClose);
  const known = useAsk(DOCKETS, {}).data?.dockets.filter(({ pending }) => pending > 0) ?? [];
  const [docket, setDocket] = useState('');
  const title = t('decisions.docket.title', { count: number(cases.length) });
  if (receipt) return <CasesReceipt title={title} receipt={receipt} onClose={onClose} />;
  return (
    <ActDialog
      title={title}
      hint={t('decisions.docket.hint')}
      submitLabel={docket.trim() ? t('decisions.docket.submit') : t('decisions.docket.takeOff')}
      doing={doing}
      fields={['docket']}
      onSubmit={() => submit(SET_DOCKET, { ids: cases.map(({ id }) => id), docket: docket.trim() || null })}
      onClose={onClose}
    >
      <Autocomplete
        freeSolo
        options={[...new Set(known.map(({ name }) => name))]}
        inputValue={docket}
        onInputChange={(_event, words) => setDocket(words)}
        clearText={t('ui.clearChoice')}
        renderInput={(params) => (
          <TextField
            {...params}
            name="docket"
            label={t('decisions.column.docket')}
            error={doing.errorAt('docket') !== undefined}
            helperText={doing.errorAt('docket') ?? t('decisions.docket.fieldHint')}
          />
        )}
      />
      <People cases={cases} />
    </ActDialog>
  );
}
