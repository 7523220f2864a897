// Every mail system: is it well, is it on, what waits at it? And the switch that holds all orders.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { ExportMenu } from '../ui/ExportMenu.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { MAIL_SYSTEMS, type MailSystem } from './documents.js';
import { useDomainWords } from './domains.js';
import { OrderBars } from './OrderBars.js';
import { PausedBanner, PauseDialog } from './PausedBanner.js';
import { systemPath } from './paths.js';
import { HealthMark, SwitchMark } from './state.js';
import { SystemFigures } from './SystemFigures.js';

export function MailSystemList() {
  const t = useTranslate();
  const mayChange = useMay('mailSystem.change');
  const mayPause = useMay('provisioning.pause');
  const { data, error, refetch } = useAsk(MAIL_SYSTEMS, {});
  const [isPausing, setPausing] = useState(false);
  const systems = data?.mailSystems ?? [];
  const add = (variant: 'contained' | 'outlined') => (
    <Button component={Link} to="/mailSystems/create" variant={variant}>
      {t('mailSystems.create')}
    </Button>
  );
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('mailSystems.title')}
        hint={t('mailSystems.hint')}
        actions={
          <>
            <ExportMenu list="mailSystems" isDisabled={systems.length === 0} />
            {mayPause && data && !data.isProvisioningPaused && systems.length > 0 && (
              <Button variant="outlined" color="warning" onClick={() => setPausing(true)}>
                {t('mailSystems.pause.hold')}
              </Button>
            )}
            {mayChange && systems.length > 0 && add('contained')}
          </>
        }
      />
      <PausedBanner isPaused={data?.isProvisioningPaused} />
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={160} aria-busy="true" />}
      {data && systems.length === 0 && (
        <Card>
          <Empty title={t('mailSystems.empty')} hint={t('mailSystems.emptyHint')} action={mayChange && add('contained')} />
        </Card>
      )}
      {systems.length > 0 && (
        <>
          <Box component="ul" data-part="systems" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
            {systems.map((system) => (
              <SystemCard key={system.id} system={system} />
            ))}
          </Box>
          <OrderBars systems={systems} />
        </>
      )}
      {isPausing && <PauseDialog isPaused onClose={() => setPausing(false)} />}
    </Box>
  );
}

function SystemCard({ system }: { system: MailSystem }) {
  const t = useTranslate();
  const { moment } = useFormat();
  const domainWords = useDomainWords();
  return (
    <Card
      component="li"
      sx={{ p: { xs: 2, sm: 3 }, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '2fr 3fr' } }}
    >
      <Box sx={{ minWidth: 0, display: 'grid', gap: 0.75, alignContent: 'start', justifyItems: 'start' }}>
        <Typography variant="h2">
          <Link to={systemPath(system.id)}>{system.name}</Link>
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {[t(`mailSystems.kind.${system.kind}`), domainWords(system.domains)].join(' · ')}
        </Typography>
        <SwitchMark isOn={system.isOn} />
        <HealthMark isWell={system.isWell} />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {system.checkedAt ? t('mailSystems.checkedAt', { at: moment(system.checkedAt) }) : t('mailSystems.neverChecked')}
        </Typography>
      </Box>
      <SystemFigures system={system} />
    </Card>
  );
}
