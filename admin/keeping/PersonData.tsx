// Everything held about an officer, as one file; and erasing somebody who has left.
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { carryOut, useDoing } from '../data/command.js';
import { downloadFile } from '../data/files.js';
import { useMay } from '../data/viewer.js';
import { LongText } from '../decisions/acts/LongText.js';
import { toFault } from '../data/faults.js';
import { ActDialog } from '../ui/ActDialog.js';
import { OFFICER_ERASE, OFFICER_ERASURE } from './documents.js';

interface Who {
  id: string;
  fullName: string;
  leftOn: string | null;
}

/** `isOwn`: on the page of oneself. */
export function PersonData({ officer, isOwn, onErased }: { officer: Who; isOwn: boolean; onErased: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  const mayRead = useMay('personalData.read');
  const mayErase = useMay('officer.erase');
  const [isErasing, setErasing] = useState(false);
  if (!isOwn && !mayRead) return null;
  const path = isOwn ? '/my-data.html' : `/officers/${officer.id}/data.html`;
  const download = () =>
    downloadFile(path, 'data.html').catch((error: unknown) => notify(`shell.fault.${toFault(error).code}`, { type: 'error' }));
  return (
    <>
      <Button variant="outlined" title={isOwn ? t('keeping.ownDataHint') : undefined} onClick={() => void download()}>
        {t(isOwn ? 'keeping.ownData' : 'keeping.dataOf')}
      </Button>
      {!isOwn && mayErase && officer.leftOn && (
        <Button variant="outlined" color="error" onClick={() => setErasing(true)}>
          {t('keeping.erase')}
        </Button>
      )}
      {isErasing && <EraseDialog officer={officer} onErased={onErased} onClose={() => setErasing(false)} />}
    </>
  );
}

function EraseDialog({ officer, onErased, onClose }: { officer: Who; onErased: () => void; onClose: () => void }) {
  const t = useTranslate();
  const doing = useDoing();
  const [reason, setReason] = useState('');
  const { data } = useAsk(OFFICER_ERASURE, { id: officer.id });
  const hindrances = data?.officerErasure?.hindrances ?? [];
  const submit = () =>
    doing.run(async () => {
      await carryOut(OFFICER_ERASE, { id: officer.id, reason: reason.trim() });
      onErased();
      onClose();
    });
  return (
    <ActDialog
      title={t('keeping.eraseTitle', { name: officer.fullName })}
      hint={t('keeping.eraseHint')}
      submitLabel={t('keeping.eraseSubmit')}
      doing={doing}
      fields={['reason']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous
      isIncomplete={reason.trim() === '' || !data?.officerErasure?.isAllowed}
    >
      {hindrances.length > 0 && (
        <div>
          <Typography sx={{ fontWeight: 600 }}>{t('keeping.notYet')}</Typography>
          <ul>
            {hindrances.map((hindrance) => (
              <li key={hindrance}>{hindrance}</li>
            ))}
          </ul>
        </div>
      )}
      <LongText
        name="reason"
        label={t('keeping.reason')}
        value={reason}
        onChange={setReason}
        error={doing.errorAt('reason')}
        hint={t('keeping.reasonHint')}
        rows={2}
      />
    </ActDialog>
  );
}
