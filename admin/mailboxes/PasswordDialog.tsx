// A new password for a mailbox: asked for on purpose, told once, and printed on a sheet for its holder.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { toldOfMail } from '../mail-systems/afresh.js';
import { ActDialog, ReceiptDialog } from '../ui/ActDialog.js';
import { CopyButton } from '../ui/CopyButton.js';
import { MAILBOX_RESET_PASSWORD } from './documents.js';
import { PasswordSheet } from './PasswordSheet.js';

interface PasswordDialogProps {
  mailbox: { id: string; address: string };
  holder: string | undefined;
  isOwn: boolean;
  onClose: () => void;
}

export function PasswordDialog({ mailbox: { id, address }, holder, isOwn, onClose }: PasswordDialogProps) {
  const t = useTranslate();
  const doing = useDoing();
  const afresh = useAfresh();
  const [password, setPassword] = useState<string>();
  const submit = () =>
    doing.run(async () => {
      const answer = await carryOut(MAILBOX_RESET_PASSWORD, { id });
      setPassword(answer.password ?? undefined);
    });
  // Only now: what is asked again could take away the button that holds this dialog open.
  const close = () => {
    if (password) void afresh(...toldOfMail, 'OfficerFile');
    onClose();
  };
  const print = () => {
    // Only the sheet is printed: print.css hides the page and the frame of the dialog.
    document.body.classList.add('prints-dialog', 'prints-sheet');
    window.print();
    document.body.classList.remove('prints-dialog', 'prints-sheet');
  };
  if (password) {
    return (
      <ReceiptDialog title={t('mailboxes.password.of', { address })} closeLabel={t('mailboxes.password.kept')} onClose={close}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Alert severity="warning">{t('mailboxes.password.once')}</Alert>
          <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button variant="contained" onClick={print}>
              {t('mailboxes.password.print')}
            </Button>
            <CopyButton text={password} label={t('mailboxes.password.copy')} />
          </Box>
          <PasswordSheet address={address} holder={holder} password={password} />
        </Box>
      </ReceiptDialog>
    );
  }
  return (
    <ActDialog
      title={t(isOwn ? 'mailboxes.password.own' : 'mailboxes.password.for', { name: holder ?? address })}
      hint={t(isOwn ? 'mailboxes.password.ownHint' : 'mailboxes.password.hint', { address })}
      submitLabel={t('mailboxes.password.submit')}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
    />
  );
}
