// On which days of the window was there evidence at all? Days without data are not days without use.
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTheme } from '@mui/material/styles';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { useAsk } from '../data/ask.js';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { Empty } from '../ui/Empty.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { Section } from '../ui/Section.js';
import { COVERAGE } from './documents.js';
import { type CoverageState, type StripDay, stripDays } from './coverage-days.js';

const states: CoverageState[] = ['FULL', 'PART', 'THIN', 'NONE'];
const height = 36;

export function CoverageStrip({ from, to }: { from: string; to: string }) {
  const t = useTranslate();
  const { day: writeDay, number } = useFormat();
  const { data, error, isPending, refetch } = useAsk(COVERAGE, { from, to });
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton variant="rounded" height={160} />;
  if (data.evidenceCoverage.length === 0) {
    return (
      <Section title={t('dashboard.coverage')}>
        <Empty title={t('dashboard.noCoverage')} hint={t('dashboard.noCoverageHint')} />
      </Section>
    );
  }
  const days = stripDays(data.evidenceCoverage, from, to);
  const full = days.filter((day) => day.state === 'FULL').length;
  return (
    <ChartWithTable
      title={t('dashboard.coverage')}
      hint={t('dashboard.coverageHint', { full: number(full), days: number(days.length) })}
      file={`coverage-${from}-${to}`}
      table={{
        head: [t('ui.day.date'), t('dashboard.coverageState'), t('dashboard.coverageSources'), t('dashboard.mailboxesSeen')],
        rows: days.map((day) => [
          writeDay(day.date),
          t(`dashboard.covered.${day.state}`),
          `${number(day.covered)} / ${number(day.sources)}`,
          number(day.mailboxes),
        ]),
        csv: days.map((day) => [day.date, t(`dashboard.covered.${day.state}`), day.covered, day.mailboxes]),
      }}
    >
      <Strip days={days} />
    </ChartWithTable>
  );
}

function Strip({ days }: { days: StripDay[] }) {
  const t = useTranslate();
  const { day: writeDay, number } = useFormat();
  const { evidence } = useTheme().palette;
  const hatch = useId();
  const fill = (state: CoverageState) =>
    ({ FULL: evidence.use[2], PART: evidence.use[0], THIN: evidence.mark, NONE: `url(#${hatch})` })[state];
  const counts = states.map((state) => ({ state, count: days.filter((day) => day.state === state).length }));
  const words = counts.map(({ state, count }) => `${t(`dashboard.covered.${state}`)}: ${number(count)}`).join('; ');
  return (
    <>
      <svg
        role="img"
        aria-label={`${t('dashboard.coverage')}. ${words}`}
        viewBox={`0 0 ${days.length * 10} ${height}`}
        preserveAspectRatio="none"
        width="100%"
        height={height}
        style={{ display: 'block', borderRadius: 6 }}
      >
        <defs>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" fill={evidence.empty} />
            <path d="M0 0v5" stroke={evidence.hatch} strokeWidth="2.4" />
          </pattern>
        </defs>
        {days.map((day, index) => (
          <rect
            key={day.date}
            x={index * 10 + 0.75}
            y={day.state === 'FULL' ? 0 : day.state === 'PART' ? height * 0.3 : height * 0.6}
            width="8.5"
            height={height}
            fill={fill(day.state)}
          >
            <title>{`${writeDay(day.date)}: ${t(`dashboard.covered.${day.state}`)}`}</title>
          </rect>
        ))}
      </svg>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', fontSize: '0.8125rem', color: 'text.secondary', mt: 0.75 }}>
        <span>{writeDay(days[0]?.date)}</span>
        <span>{writeDay(days.at(-1)?.date)}</span>
      </Box>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          mt: 1.5,
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 2.5,
          rowGap: 0.75,
          fontSize: '0.8125rem',
        }}
      >
        {counts.map(({ state, count }) => (
          <Box component="li" key={state} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <svg width="14" height="14" aria-hidden="true" focusable="false">
              <rect width="14" height="14" rx="3" fill={fill(state)} />
            </svg>
            {t(`dashboard.covered.${state}`)} <b>{number(count)}</b>
          </Box>
        ))}
      </Box>
    </>
  );
}
