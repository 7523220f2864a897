// On the page of an officer: the mailbox as it stands, and a new password for whoever may give one: the officer, the own agency, the administrator.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay, useViewer } from '../data/viewer.js';
import { Section } from '../ui/Section.js';
import type { MailboxAction, MailboxStanding } from './documents.js';
import { PasswordDialog } from './PasswordDialog.js';
import { SendPasswordDialog } from './SendPasswordDialog.js';
import { MailboxMark, StandingNotes, useStandingWords } from './state.js';

interface MailboxServiceProps {
  officer: { id: string; fullName: string };
  mailbox: MailboxStanding & { id: string; address: string; availableActions: MailboxAction[] };
}

export function MailboxService({ officer, mailbox }: MailboxServiceProps) {
  const t = useTranslate();
  const words = useStandingWords();
  const isOwn = useViewer()?.officer?.id === officer.id;
  const mayOpen = useMay('mailbox.read');
  const [isAsking, setAsking] = useState(false);
  const [isSending, setSending] = useState(false);
  const isAllowed = mailbox.availableActions.includes('RESET_PASSWORD');
  // Where no mail system would carry it out, a printed password would open nothing.
  const mayReset = isAllowed && (mailbox.connector !== null || mailbox.awaitsPassword);
  return (
    <Section
      title={t('mailboxes.ofOfficer')}
      actions={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {mayReset && (
            <Button variant={mailbox.awaitsPassword ? 'contained' : 'outlined'} onClick={() => setAsking(true)}>
              {t(isOwn ? 'mailboxes.password.buttonOwn' : 'mailboxes.act.RESET_PASSWORD')}
            </Button>
          )}
          {mayReset && mailbox.availableActions.includes('SEND_PASSWORD') && (
            <Button variant="outlined" onClick={() => setSending(true)}>
              {t('mailboxes.act.SEND_PASSWORD')}
            </Button>
          )}
          {mayOpen && (
            <Button component={Link} to={`/mailboxes/${mailbox.id}/show`} variant="outlined">
              {t('mailboxes.open')}
            </Button>
          )}
        </Box>
      }
    >
      <Box data-part="mailbox" sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{mailbox.address}</Typography>
        <MailboxMark state={mailbox.state} />
        <Typography variant="body2">{words(mailbox)}</Typography>
        <StandingNotes mailbox={mailbox} />
        {isAllowed && !mayReset && <Typography variant="body2">{t('mailboxes.password.notConnected')}</Typography>}
        {mayReset && (
          <Alert severity="info" variant="outlined">
            {t(
              mailbox.awaitsPassword
                ? 'mailboxes.password.awaitsService'
                : isOwn
                  ? 'mailboxes.password.forgotOwn'
                  : 'mailboxes.password.forgot',
            )}
          </Alert>
        )}
      </Box>
      {isAsking && <PasswordDialog mailbox={mailbox} holder={officer.fullName} isOwn={isOwn} onClose={() => setAsking(false)} />}
      {isSending && <SendPasswordDialog mailbox={mailbox} onClose={() => setSending(false)} />}
    </Section>
  );
}
