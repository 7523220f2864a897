// Changing what was told of a mail system; secrets that are left empty stay what they were.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { Loading } from '../shell/Loading.js';
import { PageMissing } from '../shell/faults.js';
import { FaultNote } from '../ui/FaultNote.js';
import { PageHead } from '../ui/PageHead.js';
import { toldOfMail } from './afresh.js';
import { MAIL_SYSTEM, MAIL_SYSTEM_EDIT, MAIL_SYSTEM_KINDS, type SystemInput } from './documents.js';
import { MailSystemForm } from './MailSystemForm.js';
import { systemPath } from './paths.js';

export function MailSystemEdit() {
  const t = useTranslate();
  const navigate = useNavigate();
  const doing = useDoing();
  const afresh = useAfresh();
  const { id = '' } = useParams();
  const kinds = useAsk(MAIL_SYSTEM_KINDS, {});
  const { data, error, refetch } = useAsk(MAIL_SYSTEM, { id });
  const fault = error ?? kinds.error;
  if (fault) return <FaultNote error={fault} onRetry={() => void Promise.all([refetch(), kinds.refetch()])} />;
  if (!data || !kinds.data) return <Loading />;
  const system = data.mailSystem;
  if (!system) return <PageMissing />;
  const submit = (input: SystemInput) =>
    doing.run(async () => {
      await carryOut(MAIL_SYSTEM_EDIT, { id, input, expectedVersion: system.version });
      await afresh(...toldOfMail);
      navigate(systemPath(id));
    });
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('mailSystems.editOf', { name: system.name })}
        trail={[
          { to: '/mailSystems', words: t('mailSystems.title') },
          { to: systemPath(id), words: system.name },
        ]}
      />
      <MailSystemForm
        kinds={kinds.data.mailSystemKinds}
        system={system}
        submitLabel={t('mailSystems.save')}
        doing={doing}
        backTo={systemPath(id)}
        onSubmit={(input) => void submit(input)}
      />
    </Box>
  );
}
