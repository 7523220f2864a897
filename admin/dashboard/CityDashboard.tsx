// The city's picture: figures with leaders beside all, the leaders' trend, the agencies ranked, the coverage under it.
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslate } from 'react-admin';
import { Checklist } from '../start/Checklist.js';
import { CheckWork } from '../checks/CheckWork.js';
import { useAsk } from '../data/ask.js';
import { useMay, useViewer } from '../data/viewer.js';
import { OwnOpenFinding } from '../findings/OwnOpenFinding.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { FiguresPanel } from '../ui/FiguresPanel.js';
import { useFormat } from '../ui/format.js';
import { PageHead } from '../ui/PageHead.js';
import { Section } from '../ui/Section.js';
import { AgencyRanking } from './AgencyRanking.js';
import { CoverageStrip } from './CoverageStrip.js';
import { REVIEWS_IN_TIME } from './documents.js';
import { MailWork } from './MailWork.js';
import { Trend } from './Trend.js';
import { WorkList } from './WorkList.js';

const closed = ['FINALISED', 'PUBLISHED'];

export function CityDashboard() {
  const t = useTranslate();
  const { day } = useFormat();
  const viewer = useViewer();
  const mayBegin = useMay('review.change');
  const mayCoverage = useMay('evidence.read');
  const { data, error, isPending, refetch } = useAsk(REVIEWS_IN_TIME, {});
  const inTime = (data?.reviews.nodes ?? [])
    .filter((review) => closed.includes(review.state))
    .sort((a, b) => a.windowTo.localeCompare(b.windowTo));
  const latest = inTime.at(-1);
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('dashboard.title')}
        hint={
          latest
            ? t('dashboard.hint', { reference: latest.reference, from: day(latest.windowFrom), to: day(latest.windowTo) })
            : t('dashboard.greeting', { name: viewer?.name ?? '' })
        }
      />
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      <WorkList />
      <CheckWork />
      {viewer?.officer && <OwnOpenFinding officerId={viewer.officer.id} />}
      <MailWork />
      <Checklist />
      {isPending && <Skeleton variant="rounded" height={300} />}
      {data && !latest && (
        <Section>
          <Empty title={t('dashboard.empty')} hint={t(mayBegin ? 'dashboard.emptyHint' : 'ui.waitForReview')} />
        </Section>
      )}
      {latest && (
        <>
          <FiguresPanel title={t('dashboard.figures')} hint={t('dashboard.figuresHint')} file="city-figures" figures={latest.figures} />
          <Trend reviews={inTime} />
          <AgencyRanking reviewId={latest.id} />
          {mayCoverage && <CoverageStrip from={latest.windowFrom} to={latest.windowTo} />}
        </>
      )}
    </Box>
  );
}
