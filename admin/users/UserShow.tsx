// One account: who it is, in which roles, how they sign in, and what was done to it.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { AuditTrail } from '../audit/AuditTrail.js';
import { MomentVi } from '../ui/DateVi.js';
import { Facts } from '../ui/Facts.js';
import { PageHead } from '../ui/PageHead.js';
import { RecordPage } from '../ui/RecordPage.js';
import { Section } from '../ui/Section.js';
import type { User } from './documents.js';
import { GrantList } from './GrantList.js';
import { UserStateWords } from './state.js';
import { UserActs } from './UserActs.js';

export function UserShow() {
  return <RecordPage<User>>{(user) => <UserPage user={user} />}</RecordPage>;
}

function UserPage({ user }: { user: User }) {
  const t = useTranslate();
  const yesNo = (value: boolean | null) => t(value ? 'ui.yes' : 'ui.no');
  return (
    <>
      <PageHead
        title={user.name}
        hint={user.email}
        trail={[{ to: '/users', words: t('users.title') }]}
        actions={<UserActs user={user} />}
      />
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' }, alignItems: 'start' }}>
        <Section title={t('users.person')}>
          <Facts
            facts={[
              [t('users.column.state'), <UserStateWords user={user} />],
              [t('users.column.email'), user.email ?? t('ui.none')],
              [t('users.column.roles'), <GrantList grants={user.grants} holder={user.name} />],
              !!user.disabledAt && [t('users.disabledAt'), <MomentVi value={user.disabledAt} />],
            ]}
          />
        </Section>
        <Section title={t('users.signingIn')}>
          <Facts
            facts={[
              [t('users.hasPassword'), yesNo(user.hasPassword)],
              [t('users.column.secondFactor'), yesNo(user.hasSecondFactor)],
              [t('users.hasSingleSignOn'), yesNo(user.hasSingleSignOn)],
              [t('users.column.lastSignIn'), user.lastSignInAt ? <MomentVi value={user.lastSignInAt} /> : t('users.never')],
              !!user.invitedUntil && [t('users.invitedUntil'), <MomentVi value={user.invitedUntil} />],
            ]}
          />
        </Section>
      </Box>
      <AuditTrail subject={`user:${user.id}`} />
    </>
  );
}
