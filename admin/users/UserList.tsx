// All accounts: found by name or address, by role.
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { ChoicesFilter, SearchFilter } from '../ui/filters.js';
import { ListPage } from '../ui/ListPage.js';
import { userColumns } from './columns.js';
import { userDocuments } from './documents.js';
import { roles } from './roles.js';

export function UserList() {
  const t = useTranslate();
  const mayChange = useMay('user.change');
  return (
    <ListPage
      title={t('users.title')}
      columns={userColumns}
      documents={userDocuments}
      actions={
        mayChange && (
          <Button component={Link} to="/users/create" variant="contained">
            {t('users.create')}
          </Button>
        )
      }
      filters={
        <>
          <SearchFilter hint="users.searchHint" />
          <ChoicesFilter
            source="role"
            label="users.column.roles"
            choices={roles.map((role) => ({ value: role, words: t(`shell.role.${role}`) }))}
          />
        </>
      }
      empty={<Empty title={t('users.empty')} hint={t('users.emptyHint')} />}
    />
  );
}
