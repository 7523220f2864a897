// What can be done with a mailbox without a decision: an emergency suspension, its renewal and end, forwarding, a new password.
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { LongText } from '../decisions/acts/LongText.js';
import { toldOfMail } from '../mail-systems/afresh.js';
import { ActDialog } from '../ui/ActDialog.js';
import { MAILBOX_END_SUSPENSION, MAILBOX_FORWARD, MAILBOX_SUSPEND, type MailboxAction, type MailboxFull } from './documents.js';
import { PasswordDialog } from './PasswordDialog.js';
import { SendPasswordDialog } from './SendPasswordDialog.js';

interface DialogProps {
  mailbox: MailboxFull;
  onClose: () => void;
}

export function MailboxDialog({ act, mailbox, onClose }: DialogProps & { act: MailboxAction }) {
  if (act === 'RESET_PASSWORD')
    return <PasswordDialog mailbox={mailbox} holder={mailbox.officer?.fullName} isOwn={false} onClose={onClose} />;
  if (act === 'SEND_PASSWORD') return <SendPasswordDialog mailbox={mailbox} onClose={onClose} />;
  if (act === 'FORWARD') return <ForwardDialog mailbox={mailbox} onClose={onClose} />;
  return <SuspensionDialog act={act} mailbox={mailbox} onClose={onClose} />;
}

function SuspensionDialog({
  act,
  mailbox: { id, address },
  onClose,
}: DialogProps & { act: 'SUSPEND' | 'RENEW_SUSPENSION' | 'END_SUSPENSION' }) {
  const t = useTranslate();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const [reason, setReason] = useState('');
  const submit = () =>
    doing.run(async () => {
      const variables = { id, reason: reason.trim() };
      if (act === 'END_SUSPENSION') await carryOut(MAILBOX_END_SUSPENSION, variables);
      else await carryOut(MAILBOX_SUSPEND, variables);
      await afresh(...toldOfMail);
      notify(`mailboxes.told.${act}`);
      onClose();
    });
  return (
    <ActDialog
      title={t(`mailboxes.actOf.${act}`, { address })}
      hint={t(`mailboxes.actHint.${act}`)}
      submitLabel={t(`mailboxes.act.${act}`)}
      doing={doing}
      fields={['reason']}
      onSubmit={() => void submit()}
      onClose={onClose}
      isDangerous={act !== 'END_SUSPENSION'}
      isIncomplete={reason.trim() === ''}
    >
      <LongText
        name="reason"
        label={t('mailboxes.reason')}
        value={reason}
        onChange={setReason}
        error={doing.errorAt('reason')}
        hint={t('mailboxes.reasonHint')}
        rows={2}
      />
    </ActDialog>
  );
}

const addressesIn = (words: string): string[] => words.split(/[\s,;]+/).filter(Boolean);

function ForwardDialog({ mailbox: { id, address }, onClose }: DialogProps) {
  const t = useTranslate();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const [words, setWords] = useState('');
  const [keepCopy, setKeepCopy] = useState(true);
  const isEnding = addressesIn(words).length === 0;
  const submit = () =>
    doing.run(async () => {
      await carryOut(MAILBOX_FORWARD, { id, forwardTo: addressesIn(words), keepCopy });
      await afresh(...toldOfMail);
      notify('mailboxes.told.FORWARD');
      onClose();
    });
  return (
    <ActDialog
      title={t('mailboxes.actOf.FORWARD', { address })}
      hint={t('mailboxes.actHint.FORWARD')}
      submitLabel={t(isEnding ? 'mailboxes.forward.end' : 'mailboxes.act.FORWARD')}
      doing={doing}
      fields={['forwardTo']}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <LongText
        name="forwardTo"
        label={t('mailboxes.forward.to')}
        value={words}
        onChange={setWords}
        error={doing.errorAt('forwardTo')}
        hint={t('mailboxes.forward.toHint')}
        isOptional
        rows={2}
      />
      <FormControlLabel
        control={<Checkbox checked={keepCopy} onChange={(event) => setKeepCopy(event.target.checked)} disabled={isEnding} />}
        label={t('mailboxes.forward.keepCopy')}
      />
    </ActDialog>
  );
}
