// My account: who I am here, how I sign in, where I am signed in, and who has read my file.
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { AuditTrail } from '../audit/AuditTrail.js';
import { useAsk } from '../data/ask.js';
import type { Viewer } from '../data/me.documents.js';
import { useViewer } from '../data/viewer.js';
import { MomentVi } from '../ui/DateVi.js';
import { Facts } from '../ui/Facts.js';
import { FaultNote } from '../ui/FaultNote.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { GrantList } from '../users/GrantList.js';
import { ACCOUNT, type Account, MY_GRANTS } from './documents.js';
import { Authenticator } from './Authenticator.js';
import { CalendarFeed } from './CalendarFeed.js';
import { Passkeys } from './Passkeys.js';
import { PasswordChange } from './PasswordChange.js';
import { Sessions } from './Sessions.js';

export function AccountPage() {
  const t = useTranslate();
  const viewer = useViewer();
  const { data, error, refetch } = useAsk(ACCOUNT, {});
  const account = data?.me;
  if (!viewer) return null;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead title={t('account.title')} hint={t('account.hint')} />
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {!account && !error && <Box role="status" aria-busy="true" aria-label={t('ui.loading')} sx={{ minHeight: 400 }} />}
      {account && (
        <>
          <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' }, alignItems: 'start' }}>
            <Box sx={{ display: 'grid', gap: 3 }}>
              <About account={account} viewer={viewer} />
              <PasswordChange hasPassword={account.factors.hasPassword} name={account.name} email={account.email ?? ''} />
            </Box>
            <Box sx={{ display: 'grid', gap: 3 }}>
              <Authenticator factors={account.factors} />
              <Passkeys factors={account.factors} />
            </Box>
          </Box>
          <CalendarFeed />
          <Sessions />
          {viewer.officer && (
            <AuditTrail subject={`officer:${viewer.officer.id}`} title={t('account.readers')} hint={t('account.readersHint')} />
          )}
        </>
      )}
    </Box>
  );
}

function About({ account, viewer }: { account: Account; viewer: Viewer }) {
  const t = useTranslate();
  const { data } = useAsk(MY_GRANTS, { id: account.id });
  const roles = data?.user ? (
    <GrantList grants={data.user.grants} holder={account.name} />
  ) : (
    viewer.roles.map((role) => t(`shell.role.${role}`)).join(', ') || t('users.noRole')
  );
  return (
    <Section title={t('account.about')}>
      <Facts
        facts={[
          [t('account.name'), account.name],
          !!account.email && [t('account.email'), account.email],
          [t('account.roles'), roles],
          !!account.secondFactorUntil && [t('account.secondFactorUntil'), <MomentVi value={account.secondFactorUntil} />],
        ]}
      />
    </Section>
  );
}
