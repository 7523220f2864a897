// The one-time link of an account, shown once: who gets it, until when it opens.
import { useTranslate } from 'react-admin';
import { ReceiptDialog } from '../ui/ActDialog.js';
import { useFormat } from '../ui/format.js';
import { OneTimeText } from '../ui/OneTimeText.js';
import type { Invitation } from './documents.js';

export function InvitationReceipt({ name, invitation, onClose }: { name: string; invitation: Invitation; onClose: () => void }) {
  const t = useTranslate();
  const { moment } = useFormat();
  return (
    <ReceiptDialog title={t('users.link.title', { name })} closeLabel={t('users.link.sent')} onClose={onClose}>
      <OneTimeText
        text={invitation.url}
        label={t('users.link.label')}
        copyLabel={t('users.link.copy')}
        hint={t('users.link.hint', { name, until: moment(invitation.expiresAt) })}
      />
    </ReceiptDialog>
  );
}
