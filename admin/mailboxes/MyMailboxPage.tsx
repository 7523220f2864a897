// The own mailbox, for whoever came in with the code of a letter to take its password: nothing else is open to them.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { Loading } from '../shell/Loading.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { PageHead } from '../ui/PageHead.js';
import { OWN_MAILBOX } from './documents.js';
import { MailboxService } from './MailboxService.js';

export function MyMailboxPage() {
  const t = useTranslate();
  const { data, error, refetch } = useAsk(OWN_MAILBOX, {});
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const [officer] = data.officers.nodes;
  return (
    <Box data-part="my-mailbox" sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 920 }}>
      <PageHead title={t('mailboxes.ofOfficer')} hint={officer?.fullName} />
      {officer?.mailbox ? (
        <MailboxService officer={officer} mailbox={officer.mailbox} />
      ) : (
        <Empty title={t('mailboxes.none')} hint={t('mailboxes.noneHint')} />
      )}
    </Box>
  );
}
