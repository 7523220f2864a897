// How many need a class, as ranked bars: leaders apart at the beginning of each; a tap on one narrows the list below to it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Skeleton from '@mui/material/Skeleton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAgencyName } from '../agencies/fields.js';
import { useAsk } from '../data/ask.js';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { FaultNote } from '../ui/FaultNote.js';
import { useFormat } from '../ui/format.js';
import type { DemandFilter } from './DemandList.js';
import { type By, type DemandBar, demandBars } from './demand-by.js';
import { DEMAND_BY_AGENCY } from './documents.js';

const atFirst = 10;

export function DemandChart({ filter, onFilter }: { filter: DemandFilter; onFilter: (filter: DemandFilter) => void }) {
  const t = useTranslate();
  const { number } = useFormat();
  const nameOf = useAgencyName();
  const [by, setBy] = useState<By>('agency');
  const [isWhole, setWhole] = useState(false);
  const { data, error, refetch } = useAsk(DEMAND_BY_AGENCY, {});
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={280} />;
  const figures = data.trainingDemandByAgency;
  // One agency alone is no picture: the list below says it all.
  if (figures.length < 2) return null;
  const bars = demandBars(figures, by, nameOf, t('demand.city'));
  const most = bars[0]?.officers ?? 1;
  const shown = isWhole ? bars : bars.slice(0, atFirst);
  const field = by === 'agency' ? 'agencyId' : 'districtId';
  const choose = ({ id }: DemandBar) => onFilter(id === null || filter[field] === id ? {} : { [field]: id });
  return (
    <ChartWithTable
      title={t('demand.chart')}
      hint={t('demand.chartHint', { officers: number(figures.reduce((sum, { officers }) => sum + officers, 0)) })}
      file="training-demand"
      table={{
        head: [t(`demand.by.${by}`), t('demand.officers'), t('demand.leaders')],
        rows: bars.map(({ name, officers, leaders }) => [name, number(officers), number(leaders)]),
        csv: bars.map(({ name, officers, leaders }) => [name, officers, leaders]),
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 2 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={by}
          onChange={(_, next: By | null) => next && setBy(next)}
          aria-label={t('demand.byWhat')}
        >
          {(['agency', 'district'] as const).map((one) => (
            <ToggleButton key={one} value={one} sx={{ textTransform: 'none' }}>
              {t(`demand.by.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Key />
      </Box>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((bar) => (
          <Bar
            key={bar.id ?? ''}
            bar={bar}
            most={most}
            isChosen={bar.id !== null && filter[field] === bar.id}
            onChoose={() => choose(bar)}
          />
        ))}
      </Box>
      {bars.length > shown.length && (
        <Button size="small" onClick={() => setWhole(true)} sx={{ mt: 1 }}>
          {t('demand.more', { count: number(bars.length - shown.length) })}
        </Button>
      )}
    </ChartWithTable>
  );
}

function Bar({ bar, most, isChosen, onChoose }: { bar: DemandBar; most: number; isChosen: boolean; onChoose: () => void }) {
  const t = useTranslate();
  const { number } = useFormat();
  const width = (count: number) => `${(count / most) * 100}%`;
  return (
    <li>
      <ButtonBase
        onClick={onChoose}
        aria-pressed={isChosen}
        disabled={bar.id === null}
        sx={{
          width: '100%',
          display: 'grid',
          gridTemplateColumns: { xs: '1fr auto', md: 'minmax(200px, 300px) 1fr 150px' },
          columnGap: 2,
          rowGap: 0.5,
          py: 1,
          px: 1,
          textAlign: 'left',
          font: 'inherit',
          borderRadius: 1,
          bgcolor: isChosen ? 'primary.light' : 'transparent',
          '&:hover': { bgcolor: isChosen ? 'primary.light' : 'action.hover' },
        }}
      >
        <Box component="span" sx={{ fontWeight: isChosen ? 600 : 400 }}>
          {bar.name}
        </Box>
        <Box
          component="span"
          aria-hidden="true"
          className="keep-colour"
          sx={{
            display: 'flex',
            height: 14,
            gridColumn: { xs: '1 / -1', md: 'auto' },
            gridRow: { xs: 2, md: 'auto' },
            borderRadius: 99,
            bgcolor: 'divider',
            overflow: 'hidden',
          }}
        >
          <Box component="span" sx={{ width: width(bar.leaders), bgcolor: 'leaders' }} />
          <Box component="span" sx={{ width: width(bar.officers - bar.leaders), bgcolor: 'staff' }} />
        </Box>
        <Box component="span" sx={{ fontSize: '0.8438rem', textAlign: 'right', whiteSpace: 'nowrap' }}>
          <b>{t('demand.people', { count: number(bar.officers) })}</b>
          {bar.leaders > 0 && ` · ${t('demand.ofThemLeaders', { count: number(bar.leaders) })}`}
        </Box>
      </ButtonBase>
    </li>
  );
}

function Key() {
  const t = useTranslate();
  return (
    <Box className="keep-colour" sx={{ display: 'flex', gap: 2, fontSize: '0.8125rem' }}>
      {(['leaders', 'staff'] as const).map((group) => (
        <Box key={group} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <Box sx={{ width: 20, height: 10, borderRadius: 99, bgcolor: group }} />
          {t(group === 'leaders' ? 'ui.leaders' : 'ui.others')}
        </Box>
      ))}
    </Box>
  );
}
