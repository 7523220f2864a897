// One mailbox: what it is at its mail system in a sentence, what can be done without a decision, and its orders.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import { AuditTrail } from '../audit/AuditTrail.js';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { orderColumns } from '../mail-orders/columns.js';
import { orderDocuments } from '../mail-orders/documents.js';
import { Loading } from '../shell/Loading.js';
import { PageMissing } from '../shell/faults.js';
import { DateVi } from '../ui/DateVi.js';
import { Empty } from '../ui/Empty.js';
import { Facts } from '../ui/Facts.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { SubList } from '../ui/SubList.js';
import { MAIL_MAILBOX, type MailboxAction, type MailboxFull } from './documents.js';
import { MailboxDialog } from './MailboxDialogs.js';
import { isOtherwise, MailboxMark, useStandingWords } from './state.js';

export function MailboxShow() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useAsk(MAIL_MAILBOX, { id });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const mailbox = data.mailboxes.nodes[0];
  return mailbox ? <MailboxPage key={id} mailbox={mailbox} /> : <PageMissing />;
}

const inOrder: readonly MailboxAction[] = ['SUSPEND', 'RENEW_SUSPENSION', 'END_SUSPENSION', 'SEND_PASSWORD', 'RESET_PASSWORD', 'FORWARD'];
const isGrave = (action: MailboxAction): boolean => action === 'SUSPEND' || action === 'RENEW_SUSPENSION';

function MailboxPage({ mailbox }: { mailbox: MailboxFull }) {
  const t = useTranslate();
  const agencyName = useAgencyName();
  const mayOrders = useMay('mailOrder.read');
  const [act, setAct] = useState<MailboxAction>();
  const { officer } = mailbox;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={mailbox.address}
        hint={[officer?.fullName, officer && agencyName(officer.agency)].filter(Boolean).join(' · ') || t('mailboxes.noHolder')}
        trail={[{ to: '/mailboxes', words: t('mailboxes.title') }]}
        actions={inOrder
          .filter((action) => mailbox.availableActions.includes(action))
          .map((action) => (
            <Button key={action} variant="outlined" color={isGrave(action) ? 'error' : 'primary'} onClick={() => setAct(action)}>
              {t(`mailboxes.act.${action}`)}
            </Button>
          ))}
      />
      <Standing mailbox={mailbox} />
      <Section title={t('mailboxes.facts')}>
        <Facts
          facts={[
            [t('mailboxes.column.address'), mailbox.address],
            [t('mailboxes.kind'), t(`ui.mailboxKind.${mailbox.kind}`)],
            !!officer && [t('mailboxes.column.officer'), <Link to={`/officers/${officer.id}/show`}>{officer.fullName}</Link>],
            !!officer && [t('mailboxes.column.agency'), agencyName(officer.agency)],
            [t('mailboxes.column.connector'), mailbox.connector ?? t('mailboxes.noSystem')],
            !!mailbox.createdOn && [t('mailboxes.createdOn'), <DateVi value={mailbox.createdOn} />],
          ]}
        />
      </Section>
      {mayOrders && (
        <SubList
          resource="mailOrders"
          title={t('mailboxes.orders')}
          filter={{ mailboxId: mailbox.id }}
          columns={orderColumns.filter(({ source }) => source !== 'mailbox')}
          documents={orderDocuments}
          empty={<Empty title={t('mailboxes.noOrder')} hint={t('mailboxes.noOrderHint')} />}
        />
      )}
      <AuditTrail subject={`mailbox:${mailbox.id}`} />
      {act && <MailboxDialog act={act} mailbox={mailbox} onClose={() => setAct(undefined)} />}
    </Box>
  );
}

/** What it is now, and what that means for the holder and for mail that comes in. */
function Standing({ mailbox }: { mailbox: MailboxFull }) {
  const t = useTranslate();
  const { moment, number } = useFormat();
  const words = useStandingWords();
  const { state, expectedState, lockedUntil, awaitsPassword, liveSessionsRemaining } = mailbox;
  return (
    <Section title={t('mailboxes.now')}>
      <Box data-part="standing" sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
        <MailboxMark state={state} />
        <Typography>
          <b>{words(mailbox)}</b> {t(`mailboxes.means.${state}`)}
        </Typography>
        {lockedUntil && <Alert severity="warning">{t('mailboxes.lockedHint', { at: moment(lockedUntil) })}</Alert>}
        {isOtherwise(mailbox) && (
          <Alert severity="warning" variant="outlined">
            {t('mailboxes.otherwiseHint', { expected: t(`mailboxes.state.${expectedState}`), found: t(`mailboxes.state.${state}`) })}
          </Alert>
        )}
        {awaitsPassword && (
          <Alert severity="info" variant="outlined">
            {t('mailboxes.awaitsHint')}
          </Alert>
        )}
        {liveSessionsRemaining !== null && liveSessionsRemaining > 0 && (
          <Alert severity="warning" variant="outlined">
            {t('mailboxes.sessionsHint', { count: number(liveSessionsRemaining) })}
          </Alert>
        )}
      </Box>
    </Section>
  );
}
