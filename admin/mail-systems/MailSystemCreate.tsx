// A new mail system: recorded switched off, so that it can be tried first.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { Loading } from '../shell/Loading.js';
import { FaultNote } from '../ui/FaultNote.js';
import { PageHead } from '../ui/PageHead.js';
import { toldOfMail } from './afresh.js';
import { MAIL_SYSTEM_CREATE, MAIL_SYSTEM_KINDS, type SystemInput } from './documents.js';
import { MailSystemForm } from './MailSystemForm.js';
import { systemPath } from './paths.js';

export function MailSystemCreate() {
  const t = useTranslate();
  const navigate = useNavigate();
  const doing = useDoing();
  const afresh = useAfresh();
  const { data, error, refetch } = useAsk(MAIL_SYSTEM_KINDS, {});
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const submit = (input: SystemInput) =>
    doing.run(async () => {
      const { mailSystem } = await carryOut(MAIL_SYSTEM_CREATE, { input });
      await afresh(...toldOfMail);
      if (mailSystem) navigate(systemPath(mailSystem.id));
    });
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('mailSystems.create')}
        hint={t('mailSystems.createHint')}
        trail={[{ to: '/mailSystems', words: t('mailSystems.title') }]}
      />
      <MailSystemForm
        kinds={data.mailSystemKinds}
        submitLabel={t('mailSystems.createSubmit')}
        doing={doing}
        backTo="/mailSystems"
        onSubmit={(input) => void submit(input)}
      />
    </Box>
  );
}
