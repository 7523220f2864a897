// A new account; it ends with the one-time link, shown once.
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { carryOut, useAfresh, useDoing } from '../data/command.js';
import { useMay } from '../data/viewer.js';
import { PageRefused } from '../shell/faults.js';
import { PageHead } from '../ui/PageHead.js';
import { type Invitation, USER_CREATE, type UserInput } from './documents.js';
import { InvitationReceipt } from './InvitationReceipt.js';
import { UserForm } from './UserForm.js';

const empty: UserInput = { name: '', email: '', grants: [{ role: 'AGENCY_CONTACT' }] };

export function UserCreate() {
  const t = useTranslate();
  const navigate = useNavigate();
  const doing = useDoing();
  const afresh = useAfresh();
  const mayChange = useMay('user.change');
  const [made, setMade] = useState<{ id: string; name: string; invitation: Invitation }>();
  if (!mayChange) return <PageRefused />;
  const submit = (input: UserInput) =>
    doing.run(async () => {
      const { user, invitation } = await carryOut(USER_CREATE, { input });
      void afresh('users', 'AuditEvents');
      if (user && invitation) setMade({ id: user.id, name: input.name, invitation });
    });
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead title={t('users.create')} hint={t('users.createHint')} trail={[{ to: '/users', words: t('users.title') }]} />
      <UserForm
        start={empty}
        submitLabel={t('users.createSubmit')}
        doing={doing}
        backTo="/users"
        onSubmit={(input) => void submit(input)}
      />
      {made && <InvitationReceipt name={made.name} invitation={made.invitation} onClose={() => navigate(`/users/${made.id}/show`)} />}
    </Box>
  );
}
