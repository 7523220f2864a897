// All committees: those in force, mergers that are planned, and those that were closed with what followed them.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { ExportMenu } from '../ui/ExportMenu.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { COMMITTEES, type Committee } from './documents.js';
import { PlannedMergers } from './merge/PlannedMergers.js';
import { voterCount } from './terms.js';

export function CommitteeList() {
  const t = useTranslate();
  const mayChange = useMay('committee.change');
  const { data, error, refetch } = useAsk(COMMITTEES, {});
  const all = data?.committees ?? [];
  const open = all.filter(({ closedOn }) => !closedOn);
  const closed = all.filter(({ closedOn }) => closedOn).sort((a, b) => b.closedOn!.localeCompare(a.closedOn!));
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('committees.title')}
        hint={t('committees.hint')}
        actions={
          <>
            <ExportMenu list="committees" isDisabled={all.length === 0} />
            <ExportMenu list="seats" words="committees.exportSeats" isDisabled={all.length === 0} />
            {mayChange && (
              <>
                {open.length > 1 && (
                  <Button component={Link} to="/committees/merge" variant="outlined">
                    {t('committees.merge.start')}
                  </Button>
                )}
                <Button component={Link} to="/committees/create" variant="contained">
                  {t('committees.create')}
                </Button>
              </>
            )}
          </>
        }
      />
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={240} aria-busy="true" />}
      <PlannedMergers />
      {data && (
        <Card component="section" data-part="open-committees">
          <Heading words={t('committees.open', { count: open.length })} />
          {open.length === 0 && <Empty title={t('committees.empty')} hint={t('committees.emptyHint')} />}
          <List committees={open} />
        </Card>
      )}
      {closed.length > 0 && (
        <Card component="section" data-part="closed-committees">
          <Heading words={t('committees.closed', { count: closed.length })} />
          <List committees={closed} />
        </Card>
      )}
    </Box>
  );
}

function Heading({ words }: { words: string }) {
  return (
    <Typography variant="h2" sx={{ px: { xs: 2, sm: 3 }, pt: { xs: 2, sm: 3 }, pb: 1.5 }}>
      {words}
    </Typography>
  );
}

function List({ committees }: { committees: Committee[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {committees.map((committee) => (
        <Row key={committee.id} committee={committee} />
      ))}
    </Box>
  );
}

function Row({ committee }: { committee: Committee }) {
  const t = useTranslate();
  const { day, number } = useFormat();
  const { members, successor } = committee;
  const chair = members.find(({ seat }) => seat === 'CHAIR');
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1.3fr) minmax(0, 1fr)' },
        columnGap: 3,
        rowGap: 0.5,
        px: { xs: 2, sm: 3 },
        py: 2,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography component="h3" sx={{ fontWeight: 600 }}>
          <Link to={`/committees/${committee.id}/show`}>{committee.name}</Link>
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {committee.code} · {t('ui.since', { day: day(committee.effectiveOn) })}
          {committee.closedOn && ` · ${t('committees.closedOn', { day: day(committee.closedOn) })}`}
        </Typography>
        {successor && (
          <Typography variant="body2">
            {t('committees.mergedInto')} <Link to={`/committees/${successor.id}/show`}>{successor.name}</Link>
          </Typography>
        )}
      </Box>
      <Box sx={{ minWidth: 0, fontSize: '0.875rem' }}>
        <Box>{committee.competences.map((kind) => t(`committees.kind.${kind}`)).join(' · ')}</Box>
        <Box sx={{ color: 'text.secondary' }}>
          {[
            chair && t('committees.chairIs', { name: chair.user.name }),
            members.length > 0 && t('committees.memberCount', { count: number(members.length), voters: number(voterCount(members)) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
      </Box>
    </Box>
  );
}
