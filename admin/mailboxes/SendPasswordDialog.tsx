// A letter to the holder with the way to a new password: sent to another address, or printed and handed over; the password itself is in no letter.
import { useNotify, useTranslate } from 'react-admin';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { toldOfMail } from '../mail-systems/afresh.js';
import { ActDialog } from '../ui/ActDialog.js';
import { MAILBOX_SEND_PASSWORD } from './documents.js';

export function SendPasswordDialog({
  mailbox: { id, address },
  onClose,
}: {
  mailbox: { id: string; address: string };
  onClose: () => void;
}) {
  const t = useTranslate();
  const doing = useDoing();
  const notify = useNotify();
  const afresh = useAfresh();
  const submit = () =>
    doing.run(async () => {
      await carryOut(MAILBOX_SEND_PASSWORD, { id });
      await afresh(...toldOfMail);
      notify('mailboxes.told.SEND_PASSWORD');
      onClose();
    });
  return (
    <ActDialog
      title={t('mailboxes.actOf.SEND_PASSWORD', { address })}
      hint={t('mailboxes.actHint.SEND_PASSWORD')}
      submitLabel={t('mailboxes.act.SEND_PASSWORD')}
      doing={doing}
      onSubmit={() => void submit()}
      onClose={onClose}
    />
  );
}
