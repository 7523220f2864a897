// How the share of those who use the mailbox goes from review to review, leaders first.
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { Suspense, lazy } from 'react';
import { useTranslate } from 'react-admin';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { useFormat } from '../ui/format.js';
import { staffOf } from '../ui/tiers.js';
import type { ReviewFigures } from './documents.js';

const TrendChart = lazy(async () => ({ default: (await import('./TrendChart.js')).TrendChart }));

export function Trend({ reviews }: { reviews: ReviewFigures[] }) {
  const t = useTranslate();
  const { day, share } = useFormat();
  const points = reviews.map((review) => ({
    review,
    until: day(review.windowTo),
    leaders: review.figures.leaders.usingShare,
    staff: staffOf(review.figures).usingShare,
    all: review.figures.all.usingShare,
  }));
  return (
    <ChartWithTable
      title={t('dashboard.trend')}
      hint={t('dashboard.trendHint')}
      file="leaders-trend"
      table={{
        head: [t('dashboard.review'), t('dashboard.until'), t('ui.leaders'), t('ui.others'), t('ui.everyone')],
        rows: points.map((point) => [point.review.title, point.until, share(point.leaders), share(point.staff), share(point.all)]),
        csv: points.map((point) => [point.review.title, point.review.windowTo, point.leaders, point.staff, point.all]),
      }}
    >
      <Box
        role="img"
        aria-label={`${t('dashboard.trend')}. ${points.map((point) => `${point.until}: ${t('ui.leaders')} ${share(point.leaders)}, ${t('ui.others')} ${share(point.staff)}`).join('; ')}`}
        sx={{ minHeight: 300 }}
      >
        <Suspense fallback={<Skeleton variant="rounded" height={300} />}>
          <TrendChart points={points} />
        </Suspense>
      </Box>
    </ChartWithTable>
  );
}
