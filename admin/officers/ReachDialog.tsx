// How somebody is reached: another address, a telephone, letters on paper. Because the mailbox that is not used is no way to reach anybody.
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { useMay } from '../data/viewer.js';
import { ActDialog } from '../ui/ActDialog.js';
import { wrong } from '../ui/wrong.js';
import { OFFICER_SET_REACH, type OfficerFile } from './documents.js';

interface ReachDialogProps {
  officerId: string;
  file: OfficerFile;
  isOwn: boolean;
  onClose: () => void;
}

export function ReachDialog({ officerId, file, isOwn, onClose }: ReachDialogProps) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const notify = useNotify();
  // Letters with codes go there: only the officer, or whoever keeps the registry, moves it.
  const mayMoveAddress = useMay('officer.change') || isOwn;
  const [otherEmail, setOtherEmail] = useState(file.otherEmail ?? '');
  const [phone, setPhone] = useState(file.phone ?? '');
  const [prefersPaper, setPrefersPaper] = useState(file.prefersPaper ?? false);
  const submit = () =>
    void doing.run(async () => {
      const input = { otherEmail: otherEmail.trim() || null, phone: phone.trim() || null, prefersPaper };
      await carryOut(OFFICER_SET_REACH, { id: officerId, input });
      await afresh('OfficerFile', 'officers', 'AuditEvents');
      notify('officers.reach.told');
      onClose();
    });
  return (
    <ActDialog
      title={t('officers.reach.title')}
      hint={t(isOwn ? 'officers.reach.hintOwn' : 'officers.reach.hint')}
      submitLabel={t('officers.reach.submit')}
      doing={doing}
      fields={['otherEmail', 'phone']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        type="email"
        name="otherEmail"
        label={t('officers.otherEmail')}
        value={otherEmail}
        onChange={(event) => setOtherEmail(event.target.value)}
        disabled={!mayMoveAddress}
        {...wrong(doing.errorAt('otherEmail'), t(mayMoveAddress ? 'officers.reach.emailHint' : 'officers.reach.emailOthers'))}
      />
      <TextField
        type="tel"
        name="phone"
        label={t('officers.phone')}
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
        {...wrong(doing.errorAt('phone'))}
      />
      <FormControlLabel
        control={<Checkbox checked={prefersPaper} onChange={(event) => setPrefersPaper(event.target.checked)} />}
        label={t('officers.reach.paper')}
      />
    </ActDialog>
  );
}
