// A tier shown in full: the tier, the paragraph of its reason, and the calendar of the days under it.
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/ask.js';
import { useMay } from '../data/viewer.js';
import { calendarDays } from '../ui/calendar-days.js';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { DateVi } from '../ui/DateVi.js';
import { EvidenceCalendar } from '../ui/EvidenceCalendar.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { TierChip } from '../ui/TierChip.js';
import { FINDING_FILE, type FindingFile } from './documents.js';

export function FindingEvidence({ findingId, title }: { findingId: string; title: string }) {
  const { data, error, isPending, refetch } = useAsk(FINDING_FILE, { id: findingId });
  return <Evidence title={title} file={data?.finding} error={error} isPending={isPending} onRetry={() => void refetch()} />;
}

interface EvidenceProps {
  title: string;
  file: FindingFile | null | undefined;
  error: unknown;
  isPending: boolean;
  onRetry: () => void;
}

/** The same for whoever reads the finding by another way, as members of a committee do in a case. */
export function Evidence({ title, file, error, isPending, onRetry }: EvidenceProps) {
  const t = useTranslate();
  const mayReviews = useMay('review.read');
  if (error) return <FaultNote error={error} onRetry={onRetry} />;
  if (isPending) {
    return (
      <Section title={title}>
        <Box role="status" aria-busy="true" aria-label={t('ui.loading')}>
          <Skeleton height={32} width="30%" />
          <Skeleton height={60} />
          <Skeleton variant="rounded" height={220} />
        </Box>
      </Section>
    );
  }
  if (!file) return null;
  const inReview = t('findings.inReview', { reference: file.review.reference });
  return (
    <>
      <Section title={title}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 2 }}>
          <TierChip tier={file.tier} size="large" />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {mayReviews ? <Link to={`/reviews/${file.review.id}/show`}>{inReview}</Link> : inReview}
            {' · '}
            <DateVi value={file.review.windowFrom} /> – <DateVi value={file.review.windowTo} />
          </Typography>
        </Box>
        <Typography data-part="reason" sx={{ maxWidth: '78ch', fontSize: '1rem', lineHeight: 1.65 }}>
          {file.reason}
        </Typography>
        {file.signals.map((signal) => (
          <Alert key={signal} severity="warning" variant="outlined" sx={{ mt: 1.5 }}>
            {t(`ui.signal.${signal}`)}
            {signal === 'NEWER_EVIDENCE' && file.improvedTier && ` – ${t('ui.improvedTier', { tier: t(`ui.tier.${file.improvedTier}`) })}`}
          </Alert>
        ))}
      </Section>
      <DaysOfFinding file={file} />
    </>
  );
}

function DaysOfFinding({ file }: { file: FindingFile }) {
  const t = useTranslate();
  const { day: writeDay, number } = useFormat();
  const { windowFrom, windowTo } = file.review;
  const days = calendarDays(file.days);
  const counters = ['sent', 'read', 'logins', 'received', 'forwarded'] as const;
  const table = {
    head: [
      t('ui.day.date'),
      t('ui.day.weekday'),
      t('ui.day.mark'),
      ...counters.map((counter) => t(`ui.day.${counter}`)),
      t('ui.day.polled'),
    ],
    rows: days.map((day) => [
      writeDay(day.date),
      t(`ui.weekday.${day.weekday}`),
      t(`ui.calendar.short.${day.mark}`),
      ...counters.map((counter) => number(day[counter])),
      day.polled ? t('ui.yes') : '–',
    ]),
    csv: days.map((day) => [
      day.date,
      t(`ui.weekday.${day.weekday}`),
      t(`ui.calendar.short.${day.mark}`),
      ...counters.map((counter) => day[counter]),
      day.polled ? 1 : 0,
    ]),
  };
  return (
    <ChartWithTable
      title={t('ui.calendar.title')}
      hint={t('findings.counts', {
        use: number(file.daysOfUse),
        assessable: number(file.assessableDays),
        outside: number(file.daysOfUseOutside),
        sent: number(file.sent),
        read: number(file.read),
        logins: number(file.logins),
      })}
      file={`evidence-${windowFrom}-${windowTo}`}
      table={table}
    >
      <EvidenceCalendar days={days} />
    </ChartWithTable>
  );
}
