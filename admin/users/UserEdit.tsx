// Changing name, address and roles of an account.
import { useGetOne, useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import Box from '@mui/material/Box';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { PageRefused } from '../shell/faults.js';
import { FaultNote } from '../ui/FaultNote.js';
import { PageHead } from '../ui/PageHead.js';
import { type User, USER_UPDATE, type UserInput } from './documents.js';
import { UserForm } from './UserForm.js';

export function UserEdit() {
  const t = useTranslate();
  const navigate = useNavigate();
  const doing = useDoing();
  const afresh = useAfresh();
  const { id = '' } = useParams();
  const { data: user, error, refetch } = useGetOne<User>('users', { id });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!user) return <Box role="status" aria-busy="true" aria-label={t('ui.loading')} sx={{ minHeight: 300 }} />;
  if (!user.availableActions.includes('UPDATE')) return <PageRefused />;
  const page = `/users/${user.id}/show`;
  const submit = async (input: UserInput) => {
    const isSaved = await doing.run(async () => void (await carryOut(USER_UPDATE, { id: user.id, input, expectedVersion: user.version })));
    if (!isSaved) return;
    await afresh('users', 'AuditEvents', 'MyGrants');
    navigate(page);
  };
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('users.editOf', { name: user.name })}
        trail={[
          { to: '/users', words: t('users.title') },
          { to: page, words: user.name },
        ]}
      />
      <UserForm
        start={{
          name: user.name,
          email: user.email ?? '',
          grants: user.grants.map(({ role, scopeId }) => ({ role, ...(scopeId && { scopeId }) })),
        }}
        submitLabel={t('users.save')}
        doing={doing}
        backTo={page}
        onSubmit={(input) => void submit(input)}
      />
    </Box>
  );
}
