// How many are excluded in each agency, as ranked bars parted by state; a tap on one narrows the list to it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAgencyName } from '../agencies/fields.js';
import { ChartWithTable } from '../ui/ChartWithTable.js';
import { useFormat } from '../ui/format.js';
import { type Exclusion, type ExclusionState, exclusionStates } from './documents.js';
import { type AgencyCount, byAgency } from './rows.js';
import { lookOf } from './state.js';

const atFirst = 10;

interface ExclusionChartProps {
  rows: Exclusion[];
  year: number;
  chosen: string;
  onChoose: (agencyId: string) => void;
}

export function ExclusionChart({ rows, year, chosen, onChoose }: ExclusionChartProps) {
  const t = useTranslate();
  const { number } = useFormat();
  const nameOf = useAgencyName();
  const [isWhole, setWhole] = useState(false);
  const bars = byAgency(rows);
  // One agency alone is no picture: the list below says it all.
  if (bars.length < 2) return null;
  const shown = isWhole ? bars : bars.slice(0, atFirst);
  const numbers = ({ counts, total }: AgencyCount) => [...exclusionStates.map((state) => counts[state]), total];
  return (
    <ChartWithTable
      title={t('exclusions.chart', { year })}
      hint={t('exclusions.chartHint')}
      file={t('exclusions.chartFile', { year })}
      table={{
        head: [t('exclusions.column.agency'), ...exclusionStates.map((state) => t(`exclusions.state.${state}`)), t('exclusions.total')],
        rows: bars.map((bar) => [nameOf(bar.agency), ...numbers(bar).map(number)]),
        csv: bars.map((bar) => [bar.agency.name, ...numbers(bar)]),
      }}
    >
      <Key />
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((bar) => (
          <Bar
            key={bar.agency.id}
            bar={bar}
            name={nameOf(bar.agency)}
            most={bars[0]!.total}
            isChosen={bar.agency.id === chosen}
            onChoose={() => onChoose(bar.agency.id)}
          />
        ))}
      </Box>
      {bars.length > shown.length && (
        <Button size="small" onClick={() => setWhole(true)} sx={{ mt: 1 }}>
          {t('exclusions.more', { count: number(bars.length - shown.length) })}
        </Button>
      )}
    </ChartWithTable>
  );
}

interface BarProps {
  bar: AgencyCount;
  name: string;
  most: number;
  isChosen: boolean;
  onChoose: () => void;
}

function Bar({ bar, name, most, isChosen, onChoose }: BarProps) {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <li>
      <ButtonBase
        onClick={onChoose}
        aria-pressed={isChosen}
        sx={{
          width: '100%',
          display: 'grid',
          gridTemplateColumns: { xs: '1fr auto', md: 'minmax(200px, 300px) 1fr 90px' },
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
          {name}
        </Box>
        <Box
          component="span"
          aria-hidden="true"
          className="keep-colour"
          sx={{
            display: 'flex',
            gap: '2px',
            height: 14,
            gridColumn: { xs: '1 / -1', md: 'auto' },
            gridRow: { xs: 2, md: 'auto' },
            borderRadius: 1,
            bgcolor: 'divider',
            overflow: 'hidden',
          }}
        >
          {exclusionStates
            .filter((state) => bar.counts[state] > 0)
            .map((state) => (
              <Box key={state} component="span" sx={{ width: `${(bar.counts[state] / most) * 100}%`, ...paint(state) }} />
            ))}
        </Box>
        <Box component="span" sx={{ fontSize: '0.8438rem', textAlign: 'right', whiteSpace: 'nowrap', fontWeight: 600 }}>
          {t('exclusions.persons', { count: number(bar.total) })}
        </Box>
      </ButtonBase>
    </li>
  );
}

/** Filled where it holds, striped where an appeal stays it: told apart without colour too. */
function paint(state: ExclusionState) {
  const { colour, isFilled } = lookOf[state];
  const stripes = 'repeating-linear-gradient(135deg, transparent 0 3px, rgba(255, 255, 255, 0.7) 3px 6px)';
  return { bgcolor: colour, ...(!isFilled && { backgroundImage: stripes }), ...(state === 'EXPIRED' && { opacity: 0.6 }) };
}

function Key() {
  const t = useTranslate();
  return (
    <Box className="keep-colour" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, mb: 1.5, fontSize: '0.8125rem' }}>
      {exclusionStates.map((state) => (
        <Box key={state} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <Box sx={{ width: 20, height: 10, borderRadius: 0.5, ...paint(state) }} />
          {t(`exclusions.state.${state}`)}
        </Box>
      ))}
    </Box>
  );
}
