// Who is excluded from the emulation titles of a year: numbers by agency, the people, and all of it as a file.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { ListContextProvider, ResourceContextProvider, useList, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useViewer } from '../data/viewer.js';
import { cityDay } from '../ui/city-time.js';
import { Empty } from '../ui/Empty.js';
import { ExportMenu } from '../ui/ExportMenu.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import { ListTable } from '../ui/ListTable.js';
import { PageHead } from '../ui/PageHead.js';
import { Pages } from '../ui/Pages.js';
import { Section } from '../ui/Section.js';
import { exclusionColumns } from './columns.js';
import { type Exclusion, exclusionStates } from './documents.js';
import { ExclusionChart } from './ExclusionChart.js';
import { ExclusionFilters } from './ExclusionFilters.js';
import { countsOf, narrowed } from './rows.js';
import { useExclusions } from './use-exclusions.js';
import { useNow } from '../ui/now.js';

export function ExclusionList() {
  const t = useTranslate();
  const { number } = useFormat();
  const viewer = useViewer();
  const [asked, setAsked] = useSearchParams();
  const thisYear = Number(cityDay(useNow()).slice(0, 4));
  const year = /^\d{4}$/.test(asked.get('year') ?? '') ? Number(asked.get('year')) : thisYear;
  const filter = { agencyId: asked.get('agencyId') ?? '', title: asked.get('title') ?? '', state: asked.get('state') ?? '' };
  const { data, error, refetch, read } = useExclusions(year);
  const shown = data ? narrowed(data, filter) : [];
  const set = (field: string, value: string) =>
    setAsked((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(field, value);
      else next.delete(field);
      return next;
    });
  const seesAll = !!viewer?.roles.some((role) => role === 'TASK_FORCE' || role === 'SECRETARY');
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHead
        title={t('exclusions.title')}
        hint={t(seesAll ? 'exclusions.hint' : 'exclusions.hintMember')}
        actions={
          <Button component={Link} to="/exclusions/check" variant="outlined">
            {t('exclusions.check.open')}
          </Button>
        }
      />
      <ExclusionFilters rows={data ?? []} year={year} thisYear={thisYear} filter={filter} onChange={set} onClear={() => setAsked({})} />
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Box role="status" aria-busy="true">
          {read.total > 0 && t('exclusions.reading', { done: number(read.done), total: number(read.total) })}
          <Skeleton variant="rounded" height={280} />
        </Box>
      )}
      {data?.length === 0 && (
        <Empty title={t(year < thisYear ? 'exclusions.emptyPast' : 'exclusions.empty', { year })} hint={t('exclusions.emptyHint')} />
      )}
      {data && data.length > 0 && (
        <>
          <Figures rows={shown} />
          <ExclusionChart
            rows={narrowed(data, { ...filter, agencyId: '' })}
            year={year}
            chosen={filter.agencyId}
            onChoose={(agencyId) => set('agencyId', agencyId === filter.agencyId ? '' : agencyId)}
          />
          <People key={JSON.stringify([year, filter])} rows={shown} year={year} filter={filter} />
        </>
      )}
    </Box>
  );
}

function Figures({ rows }: { rows: Exclusion[] }) {
  const t = useTranslate();
  const { number } = useFormat();
  const counts = countsOf(rows);
  return (
    <Box data-part="figures" sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'repeat(3, minmax(0, 1fr))' } }}>
      {exclusionStates.map((state) => (
        <Section key={state}>
          <Typography component="p" sx={{ fontSize: { xs: '1.5rem', sm: '2rem' }, fontWeight: 600, lineHeight: 1.2 }}>
            {number(counts[state])}
          </Typography>
          <Typography component="p">{t(`exclusions.state.${state}`)}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', display: { xs: 'none', sm: 'block' } }}>
            {t(`exclusions.stateHint.${state}`)}
          </Typography>
        </Section>
      ))}
    </Box>
  );
}

function People({ rows, year, filter }: { rows: Exclusion[]; year: number; filter: Record<'agencyId' | 'title' | 'state', string> }) {
  const t = useTranslate();
  const { number } = useFormat();
  const list = useList<Exclusion>({ data: rows, perPage: 25, resource: 'exclusions' });
  const { agencyId, title, state } = filter;
  const where = { awardYear: year, ...(agencyId && { agencyId: { eq: agencyId } }), ...(state && { state: [state] }) };
  return (
    <ResourceContextProvider value="exclusions">
      <ListContextProvider value={list}>
        <Section
          isTight
          title={t('exclusions.people', { count: number(rows.length) })}
          actions={<ExportMenu list="exclusions" conditions={{ where, ...(title && { title }) }} isDisabled={rows.length === 0} />}
        >
          <ListTable
            columns={exclusionColumns}
            empty={<Empty title={t('ui.list.noMatch')} hint={t('exclusions.noMatchHint')} />}
            linkTo={({ id }) => `/decisions/${id}/show`}
          />
          <Pages />
        </Section>
      </ListContextProvider>
    </ResourceContextProvider>
  );
}
