// Switching a mail system on and off, and taking it off; on the embedded store switching on wants a word of its own.
import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { Refused } from '../data/faults.js';
import { ActDialog } from '../ui/ActDialog.js';
import { useFormat } from '../ui/format.js';
import { toldOfMail } from './afresh.js';
import { MAIL_SYSTEM_REMOVE, MAIL_SYSTEM_SWITCH, type MailSystem } from './documents.js';

interface ActProps {
  system: MailSystem;
  onClose: () => void;
}

const wantsAcceptance = (error: unknown): boolean =>
  error instanceof Refused && error.userErrors.some(({ path }) => path.includes('acceptsEmbedded'));

export function SwitchDialog({ system: { id, name, isOn, kind, waiting, isWell }, onClose }: ActProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const doing = useDoing();
  const afresh = useAfresh();
  const [isAsked, setAsked] = useState(false);
  const [isAccepted, setAccepted] = useState(false);
  const submit = () =>
    doing.run(async () => {
      try {
        await carryOut(MAIL_SYSTEM_SWITCH, { id, isOn: !isOn, ...(isAccepted && { acceptsEmbedded: true }) });
      } catch (error) {
        if (wantsAcceptance(error)) setAsked(true);
        throw error;
      }
      await afresh(...toldOfMail);
      onClose();
    });
  const act = isOn ? 'off' : 'on';
  return (
    <ActDialog
      title={t(`mailSystems.switch.${act}Of`, { name })}
      hint={t(kind === 'FILE' ? `mailSystems.switch.${act}File` : `mailSystems.switch.${act}Hint`, { count: number(waiting) })}
      submitLabel={t(`mailSystems.switch.${act}`)}
      doing={doing}
      fields={['acceptsEmbedded']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous={isOn}
      isIncomplete={isAsked && !isAccepted}
    >
      {!isOn && isWell !== true && kind !== 'FILE' && (
        <Alert severity="warning" variant="outlined">
          {t(isWell === null ? 'mailSystems.switch.untried' : 'mailSystems.switch.ill')}
        </Alert>
      )}
      {isAsked && (
        <Alert severity="warning" variant="outlined" data-part="embedded">
          <p style={{ marginTop: 0 }}>{t('mailSystems.switch.embedded')}</p>
          <FormControlLabel
            control={<Checkbox checked={isAccepted} onChange={(event) => setAccepted(event.target.checked)} name="acceptsEmbedded" />}
            label={t('mailSystems.switch.accept')}
          />
        </Alert>
      )}
    </ActDialog>
  );
}

export function RemoveDialog({ system: { id, name }, onClose }: ActProps) {
  const t = useTranslate();
  const navigate = useNavigate();
  const doing = useDoing();
  const afresh = useAfresh();
  const submit = () =>
    doing.run(async () => {
      await carryOut(MAIL_SYSTEM_REMOVE, { id });
      navigate('/mailSystems');
      await afresh(...toldOfMail);
    });
  return (
    <ActDialog
      title={t('mailSystems.remove.of', { name })}
      hint={t('mailSystems.remove.hint')}
      submitLabel={t('mailSystems.remove.button')}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous
    />
  );
}
