// The columns of the list of accounts.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { Column } from '../ui/column.js';
import { MomentVi } from '../ui/DateVi.js';
import type { User } from './documents.js';
import { useGrantWords } from './GrantList.js';
import { UserStateWords } from './state.js';

function Roles({ user }: { user: User }) {
  const t = useTranslate();
  const wordsOf = useGrantWords(user.name);
  if (user.grants.length === 0) return <>{t('users.noRole')}</>;
  return (
    <>
      {user.grants.map((grant) => (
        <Box key={grant.id}>{wordsOf(grant)}</Box>
      ))}
    </>
  );
}

function Protection({ user }: { user: User }) {
  const t = useTranslate();
  return <>{t(user.hasSecondFactor ? 'ui.yes' : 'ui.no')}</>;
}

export const userColumns: Column<User>[] = [
  { source: 'name', label: 'users.column.name', phone: 'title', cell: (user) => user.name },
  { source: 'email', label: 'users.column.email', cell: (user) => user.email ?? '–' },
  {
    source: 'roles',
    label: 'users.column.roles',
    cell: (user) => <Roles user={user} />,
  },
  {
    source: 'state',
    label: 'users.column.state',
    isTight: true,
    cell: (user) => <UserStateWords user={user} />,
  },
  {
    source: 'hasSecondFactor',
    label: 'users.column.secondFactor',
    isTight: true,
    phone: 'none',
    cell: (user) => <Protection user={user} />,
  },
  {
    source: 'lastSignInAt',
    label: 'users.column.lastSignIn',
    isTight: true,
    cell: (user) => <MomentVi value={user.lastSignInAt} />,
  },
];
